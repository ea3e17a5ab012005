using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>
/// Finds how many steps a decision may take at most, by the counting of the evaluator: each declared value is computed once, each rule is judged
/// once or for each item, a condition is asked whole. Used once; not thread-safe.
/// </summary>
/// <remarks>
/// It over-approximates: of branches the worst counts, a computation that the planner shares counts at every place that writes it, and what an
/// index leaves out counts. Lists are followed by their lengths through defines, records, tables and selects; where that ends, there is no bound.
/// </remarks>
internal sealed partial class CostBound
{
    private readonly BoundRuleSet bound;

    /// <summary>How many halvings the longest list bears: what the heap of a split takes for each item.</summary>
    private readonly int levels;

    /// <summary>What items, members, columns and parameters hold where they are read now.</summary>
    private readonly Dictionary<LocalSymbol, CostShape> locals = [];

    /// <summary>Declared values that something reads, in the order in which they were met: what computing each takes, and what it gives.</summary>
    private readonly Dictionary<ComputedSymbol, (CostFormula Steps, CostShape Shape)> computed = [];

    private CostFormula? approvers;

    private CostBound(BoundRuleSet bound, int maxListItems)
    {
        this.bound = bound;
        levels = LevelsOf(maxListItems);
    }

    /// <summary>The bound of a ruleset that was bound without errors.</summary>
    /// <param name="bound">The ruleset.</param>
    /// <param name="maxListItems">How long a list among the facts may be.</param>
    public static RuleSetCost Of(BoundRuleSet bound, int maxListItems) => new CostBound(bound, maxListItems).Count();

    private RuleSetCost Count()
    {
        var requirements = bound.Inputs.Where(input => input.RequiredWhen is not null).Select(input => new CostPart("input " + input.Name, StepsOf(input.RequiredWhen))).ToArray();
        var stops = Rules(RuleKind.Stop);
        // When a stop rule fires, all that was computed for it is computed anew for the outputs.
        var again = stops.Length == 0 ? [] : new HashSet<ComputedSymbol>(computed.Keys);
        CostPart[] rules = [.. stops, .. Rules(RuleKind.Ordinary), .. Rules(RuleKind.Final)];
        var outputs = bound.Outputs.Select(output => new CostPart("output " + output.Name, StepsOf(output.OnlyIf).Plus(StepsOf(output.Value)))).ToArray();
        var values = computed.Where(value => value.Key is not DefineSymbol { Select: not null }).Select(value =>
            new CostPart(DeclarationOf(value.Key), value.Value.Steps.Times(again.Contains(value.Key) || value.Key.OutcomePath is not null ? 2 : 1)));
        var judgedRules = bound.Rules.Aggregate(CostFormula.Zero, (sum, rule) => sum.Plus(TimesJudged(rule)));
        return new RuleSetCost([.. requirements.Concat(rules).Concat(values).Concat(outputs).Where(part => !part.Steps.IsZero)], judgedRules);
    }

    private CostPart[] Rules(RuleKind kind) =>
        bound.Rules.Where(rule => rule.Syntax.Kind == kind).Select(rule => new CostPart("rule " + rule.Syntax.Id.Text, StepsOf(rule))).ToArray();

    private CostFormula StepsOf(BoundRule rule)
    {
        var source = Of(rule.Source);
        if (rule.Item is not null)
            locals[rule.Item] = source.Shape.Item;
        var one = CostFormula.One.Plus(StepsOf(rule.OnlyIf));
        var effects = CostFormula.Zero;
        foreach (var clause in rule.Clauses)
        {
            one = one.Plus(StepsOf(clause.When));
            effects = effects.Or(clause.Effects.Aggregate(CostFormula.Zero, (sum, effect) => sum.Plus(StepsOf(effect))));
        }
        one = one.Plus(effects);
        return rule.Item is null ? one : source.Steps.Plus(ForEach(source.Shape.Length, one));
    }

    private CostFormula StepsOf(BoundEffect effect)
    {
        var steps = StepsOf(effect.Within).Plus(StepsOf(effect.Roles));
        // Whom it goes to then is asked for each that must sign.
        steps = steps.Plus(StepsOf(effect.EscalateTo).Times(effect.Roles.Count));
        return steps.Plus(StepsOf((effect.Text?.Parts ?? []).Select(part => part.Hole)));
    }

    private CostFormula TimesJudged(BoundRule rule) => rule.Source is null ? CostFormula.One : Of(rule.Source).Shape.Length;

    /// <summary>How many roles may have to sign: no more than there are, unless facts name others, and no more than all rules together name.</summary>
    private CostFormula Approvers()
    {
        if (bound.Roles is { Kind: not EnumKind.Open } roles)
            return CostFormula.Of(roles.Members.Count);
        if (approvers is not null)
            return approvers;
        approvers = CostFormula.Unbounded;
        return approvers = bound.Rules.Aggregate(CostFormula.Zero, (sum, rule) =>
            sum.Plus(TimesJudged(rule).Times(rule.Clauses.Max(clause => clause.Effects.Sum(effect => effect.Roles.Count)))));
    }

    /// <summary>A declared value without parameters: computed when first read.</summary>
    private (CostFormula Steps, CostShape Shape) Computed(ComputedSymbol symbol)
    {
        if (!computed.TryGetValue(symbol, out var known))
            computed.Add(symbol, known = BodyOf(symbol));
        return known;
    }

    private (CostFormula Steps, CostShape Shape) BodyOf(ComputedSymbol symbol) => symbol switch
    {
        DefineSymbol define => Plus(StepsOf(define.OnlyIf), Of(define.Body)),
        TableSymbol table => OfTable(table.Table!),
        SelectSymbol select => OfSelect(select.Select!),
        DatedSymbol dated => Of(dated.Body),
        _ => Of(((ChangedSymbol)symbol).Body),
    };

    private static string DeclarationOf(ComputedSymbol symbol) => symbol switch
    {
        TableSymbol or DatedSymbol { Table: not null } => "table ",
        SelectSymbol => "select ",
        DatedSymbol => "param ",
        DefineSymbol { Score: not null } => "score ",
        DefineSymbol => "define ",
        _ => "",
    } + symbol.Name;

    private static (CostFormula Steps, CostShape Shape) Plus(CostFormula steps, (CostFormula Steps, CostShape Shape) value) => (steps.Plus(value.Steps), value.Shape);

    /// <summary>As many levels as a heap of so many items has.</summary>
    private static int LevelsOf(int items)
    {
        var count = 1;
        for (; items > 1; items >>= 1)
            count++;
        return count;
    }
}
