using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Analysis;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Scores: defines that the engine reports when their condition does not hold, and that must never make a decision better.</summary>
internal sealed partial class Binder
{
    private IEnumerable<DefineSymbol> Scores => values.Values.OfType<DefineSymbol>().Where(define => define.Score is not null);

    private void CheckScores()
    {
        foreach (var symbol in Scores)
        {
            source = symbol.Source!;
            var type = symbol.Type.AsKnown();
            if (!type.IsError && !type.IsOrdered && type.Kind != TypeKind.Boolean)
                Report(ScoreDiagnostics.NoOrder, symbol.Syntax.Name, symbol.Name, A(type));
            if (symbol.OutcomePath is { } path)
                Report(NameDiagnostics.OutcomeInFactsPhase, symbol.Syntax.Name, "score `" + symbol.Name + "`", string.Join(" reads ", [symbol.Name, .. path]));
        }
    }

    /// <summary>Follows each score through the rules, if all of them could be bound.</summary>
    private void CheckDirections(BoundRuleSet bound)
    {
        if (diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
            return;
        foreach (var score in Scores.ToArray())
        {
            ReportReadsBeside(bound, score);
            foreach (var finding in ScoreAnalysis.Analyze(bound, score))
                Report(finding);
        }
    }

    private void Report(ScoreFinding finding)
    {
        source = Holding(finding.Node);
        switch (finding.Fault)
        {
            case ScoreFault.Loosens:
                Report(ScoreDiagnostics.Loosens, finding.Node, finding.Path);
                break;
            case ScoreFault.LighterFirst:
                Report(ScoreDiagnostics.LighterFirst, finding.Node, LineOf(finding.Heavier!.Span), finding.Path);
                break;
            case ScoreFault.StopsLighter:
                Report(ScoreDiagnostics.StopsLighter, finding.Node, finding.Subject, finding.Path);
                break;
            default:
                Report(ScoreDiagnostics.MayLoosen, finding.Node, finding.Subject, finding.Path);
                break;
        }
    }

    /// <summary>Warns where a rule reads a score's value past it: it would count when it should not.</summary>
    private void ReportReadsBeside(BoundRuleSet bound, DefineSymbol score)
    {
        if (score.Body is not BoundField || keys.PathOf(score.Body) is not { } path)
            return;
        var visited = new HashSet<ComputedSymbol> { score };
        foreach (var rule in bound.Rules)
        {
            Visit(rule.Source);
            Visit(rule.OnlyIf);
            foreach (var clause in rule.Clauses)
                Visit(clause.When);
        }

        void Visit(BoundExpression? expression)
        {
            if (expression is null)
                return;
            if (expression is BoundField && keys.PathOf(expression) == path)
            {
                source = Holding(expression.Syntax!);
                Report(ScoreDiagnostics.ReadBesideScore, expression.Syntax!, ExpressionText.Of(expression.Syntax!), score.Name);
            }
            var symbol = expression is BoundReference { Symbol: ComputedSymbol named } ? named : (expression as BoundInvocation)?.Symbol;
            if (symbol is not null && visited.Add(symbol))
            {
                foreach (var part in BoundChildren.Of(symbol))
                    Visit(part);
            }
            foreach (var child in BoundChildren.Of(expression))
                Visit(child);
        }
    }
}
