using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>What is said about a rule that a score may make lighter: the worst of its ways, and by which names it reads the score.</summary>
internal sealed partial class ScoreAnalysis
{
    private void Find(BoundRule rule, Shift? source, Pairs onlyIf, IReadOnlyList<Pairs> conditions, IReadOnlyList<(int Without, int With)> failing)
    {
        var id = rule.Syntax.Id.Text;
        var found = failing.Select(Classify).OrderBy(finding => finding.Fault == ScoreFault.MayLoosen).ThenBy(finding => finding.Node.Span.Start).First();
        findings.Add(found);

        ScoreFinding Classify((int Without, int With) end)
        {
            var (without, with) = end;
            if (rule.Syntax.Kind == RuleKind.Stop && without == NotFired)
                return OfClause(with, ScoreFault.StopsLighter, WorldState.False, WorldState.True, null);
            if (without >= 0 && with >= 0 && with < without)
                return OfClause(with, ScoreFault.LighterFirst, WorldState.False, WorldState.True, rule.Clauses[without].Syntax);
            if (without >= 0 && conditions[without].Has(WorldState.True, WorldState.False))
                return OfClause(without, ScoreFault.Loosens, WorldState.True, WorldState.False, null);
            if (without >= 0 && rule.OnlyIf is not null && onlyIf.Has(WorldState.True, WorldState.False))
                return Of(Kind(onlyIf, ScoreFault.Loosens, WorldState.True, WorldState.False), rule.Syntax.OnlyIf!, [rule.OnlyIf], null);
            return Of(ScoreFault.MayLoosen, rule.Syntax.Id, Parts(rule), null);
        }

        ScoreFinding OfClause(int clause, ScoreFault fault, WorldState without, WorldState with, ModelNode? heavier)
        {
            var kind = source is { IsMoved: true } ? ScoreFault.MayLoosen : Kind(conditions[clause], fault, without, with);
            return Of(kind, rule.Clauses[clause].Syntax.When, [rule.Clauses[clause].When, rule.OnlyIf, rule.Source], heavier);
        }

        ScoreFinding Of(ScoreFault fault, ModelNode node, IEnumerable<BoundExpression?> parts, ModelNode? heavier) =>
            new(fault, node, PathOf(id, parts.Concat(Parts(rule))), "rule `" + id + "`", heavier);
    }

    /// <summary>A fault where the condition moves in no other direction; else one that nothing shows either way.</summary>
    private static ScoreFault Kind(Pairs pairs, ScoreFault fault, WorldState without, WorldState with) =>
        pairs.Has(without, with) && !pairs.Has(with, without) ? fault : ScoreFault.MayLoosen;

    private void Find(ScoreFault fault, ModelNode node, string name, IEnumerable<BoundExpression?> parts, string subject) =>
        findings.Add(new ScoreFinding(fault, node, PathOf(name, parts), subject));

    private string PathOf(string name, IEnumerable<BoundExpression?> parts) =>
        string.Join(" reads ", [name, .. ScorePath.Of(parts, score) ?? ["the outcome", score.Name]]);

    private static IEnumerable<BoundExpression?> Parts(BoundRule rule) =>
        new[] { rule.Source, rule.OnlyIf }
            .Concat(rule.Clauses.Select(clause => clause.When))
            .Concat(rule.Clauses.SelectMany(clause => clause.Effects).SelectMany(PartsOf));

    private static IEnumerable<BoundExpression> PartsOf(BoundEffect effect)
    {
        IEnumerable<BoundExpression?> holes = effect.Text?.Parts.Select(part => part.Hole) ?? [];
        return new[] { effect.Within }.Concat(effect.Roles).Concat(effect.EscalateTo).Concat(holes).OfType<BoundExpression>();
    }
}
