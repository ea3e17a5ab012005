using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Rules, their clauses and effects; outputs and nevers.</summary>
internal sealed partial class Binder
{
    private EnumType? roles;
    private bool reportedNoRoles;

    private void DeclareRuleIds()
    {
        var others = new Dictionary<string, (string Kind, TextSpan Span, SourceText Source)>(System.StringComparer.Ordinal);
        foreach (var declaration in definition.Declarations)
        {
            Enter(declaration);
            if (declaration is RuleDeclaration rule && IsFree(rule.Id))
                rules!.Add(rule.Id.Text, rule);
            else if (declaration is ScoreDeclaration score)
                Claim(score.Name, "score");
            else if (declaration is SelectDeclaration select)
            {
                foreach (var exclusion in select.Exclusions)
                    Claim(exclusion.Id, "exclusion");
            }
        }
        source = definition.Source;

        bool IsFree(Identifier id)
        {
            if (rules!.TryGetValue(id.Text, out var rule))
                Report(NameDiagnostics.DuplicateRuleId, id, id.Text, "rule", LineOf(rule.Id.Span, definition.SourceOf(rule)));
            else if (others.TryGetValue(id.Text, out var first))
                Report(NameDiagnostics.DuplicateRuleId, id, id.Text, first.Kind, LineOf(first.Span, first.Source));
            else
                return true;
            return false;
        }

        void Claim(Identifier id, string kind)
        {
            if (IsFree(id))
                others.Add(id.Text, (kind, id.Span, source));
        }
    }

    private BoundRule BindRule(RuleDeclaration rule)
    {
        Enter(rule);
        outcomePath = null;
        CheckCode(rule.Code);
        CheckOwner(rule.Owner);
        var at = Place.Top;
        LocalSymbol? item = null;
        BoundExpression? list = null;
        if (rule.ForEach is { } each)
        {
            list = BindSource(each.Source, at);
            WarnIfHidden(each.Item);
            item = new LocalSymbol(each.Item.Text, each.Item.Span, list?.Type.Element ?? RuleType.Error);
            at = at.With(item);
        }

        BoundExpression? onlyIf = null;
        if (rule.OnlyIf is not null)
        {
            onlyIf = BindCondition(rule.OnlyIf, at);
            at = at.With(Assume(onlyIf, true, at.Flow));
        }

        var clauses = new List<BoundClause>();
        foreach (var clause in rule.Clauses)
        {
            var when = BindCondition(clause.When, at);
            var inside = at.With(Assume(when, true, at.Flow));
            clauses.Add(new BoundClause(clause, when, clause.Effects.Select(effect => BindEffect(effect, inside)).ToArray()));
            at = at.With(Assume(when, false, at.Flow));
        }

        var namesMissingCheck = rule is { Kind: RuleKind.Stop, ForEach: null, OnlyIf: null, Effective: null }
            && clauses.Count > 0 && clauses[0].When is BoundNot { Operand: BoundIs { AsksEmpty: true, Operand: BoundReference { Symbol: OutcomeSymbol { Kind: OutcomeKind.Missing } } } };
        if (outcomePath is not null && rule.Kind != RuleKind.Final)
            Report(NameDiagnostics.OutcomeInFactsPhase, rule.Id, (rule.Kind == RuleKind.Stop ? "stop rule `" : "rule `") + rule.Id.Text + "`", string.Join(" reads ", [rule.Id.Text, .. outcomePath]));
        return new BoundRule { Syntax = rule, Days = BindWindow(rule.Effective), Item = item, Source = list, OnlyIf = onlyIf, Clauses = clauses, NamesMissingCheck = namesMissingCheck };
    }

    /// <summary>Binds a rule of a ruleset that was bound without errors: with new locals, and without a word. Every rule that it names is there.</summary>
    private BoundRule BindAgain(RuleDeclaration rule)
    {
        var bound = BindRule(rule);
        diagnostics.Clear();
        return bound;
    }

    private BoundEffect BindEffect(Effect effect, Place at)
    {
        var signers = new List<BoundExpression>();
        var later = new List<BoundExpression>();
        if (effect.Kind == EffectKind.Refer && roles is null)
            FailWithoutRoles(effect);
        else
        {
            signers.AddRange(effect.Roles.Select(role => BindRole(role, at, "refer to")));
            later.AddRange(effect.EscalateTo.Select(role => BindRole(role, at, "escalate to")));
            CheckEscalation(effect, signers, later);
        }
        return new BoundEffect(effect, signers, BindTime(effect, at), later, effect.Text is null ? null : BindTemplate(effect.Text, at));
    }

    /// <summary>Reports once that no roles are declared, wherever they are missed first.</summary>
    private BoundError FailWithoutRoles(ModelNode node)
    {
        if (!reportedNoRoles)
            Report(NameDiagnostics.NoRoles, node);
        reportedNoRoles = true;
        return BoundError.Instance;
    }

    private BoundExpression BindRole(Expression role, Place at, string taker)
    {
        var expected = RuleType.Of(roles!);
        var bound = RequireKnown(Bind(role, at, expected));
        if (bound.Type.IsError || bound.Type.SameShape(expected))
            return bound;
        return Fail(TypeDiagnostics.RoleExpected, role, ExpressionText.Of(role), A(bound.Type), taker);
    }

    private BoundTemplate BindTemplate(TextTemplate template, Place at)
    {
        var parts = new List<(string?, BoundExpression?)>();
        foreach (var part in template.Parts)
        {
            if (part.Hole is null)
            {
                parts.Add((part.Literal, null));
                continue;
            }
            var hole = Bind(part.Hole, at);
            if (hole.Type.Kind == TypeKind.Exclusions)
                hole = Fail(TypeDiagnostics.NotPrintable, part.Hole, ExpressionText.Of(part.Hole), A(hole.Type), "excluded");
            parts.Add((null, hole));
        }
        return new BoundTemplate(parts);
    }

    private BoundOutput BindOutput(OutputDeclaration output)
    {
        outcomePath = null;
        var onlyIf = output.OnlyIf is null ? null : BindCondition(output.OnlyIf, Place.Top);
        var at = onlyIf is null ? Place.Top : Place.Top.With(Assume(onlyIf, true, FlowState.Empty));
        var value = Bind(output.Value ?? new NameExpression { Name = output.Name.Text, Span = output.Name.Span }, at);
        return new BoundOutput(output, value, onlyIf, PlacesOf(output.Places ?? definition.OutputPlaces), outcomePath);
    }

    private int PlacesOf(NumberLiteral? places)
    {
        if (places is null)
            return 18;
        var before = Enter(places);
        if (places.IsPercent || places.Unit is not null || places.Currency is not null || places.Value < 0 || places.Value > 18 || decimal.Truncate(places.Value) != places.Value)
        {
            Report(TypeDiagnostics.BadPlaces, places, ExpressionText.Of(places));
            source = before;
            return 18;
        }
        source = before;
        return (int)places.Value;
    }

    private BoundNever BindNever(NeverDeclaration never)
    {
        Enter(never);
        if (!VerdictNames.TryParse(never.Verdict.Text, out var verdict))
            Report(NameDiagnostics.UnknownVerdict, never.Verdict, never.Verdict.Text);
        return new BoundNever(never, verdict, BindCondition(never.When, Place.Top));
    }
}
