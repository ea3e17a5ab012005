using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Diagnostics;
using Retail.Rules.Indexing;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>Turns a bound ruleset into an <see cref="EvaluationPlan"/>: gives every name a slot or an index and every construct its plan node. Used once.</summary>
internal sealed partial class Planner
{
    private readonly BoundRuleSet bound;
    private readonly Dictionary<ValueSymbol, int> slots = [];
    private readonly Dictionary<ComputedSymbol, ComputedPlan> computed = [];
    private readonly List<ComputedPlan> computedInOrder = [];
    private readonly Dictionary<string, int> ruleIndexes = new(System.StringComparer.Ordinal);
    private readonly Dictionary<SelectSymbol, SelectNode> selects = [];
    private readonly SharedComputations shared;
    private readonly Dictionary<string, int> sharedIndexes = new(System.StringComparer.Ordinal);
    private int slotCount;
    private bool asksRules;

    private Planner(BoundRuleSet bound)
    {
        this.bound = bound;
        shared = SharedComputations.Of(bound);
    }

    /// <summary>Plans a ruleset that was bound without errors.</summary>
    public static EvaluationPlan Plan(BoundRuleSet bound, int rowsWorthIndexing = RuleIndexes.DefaultRowsWorthIndexing) => new Planner(bound).Plan(rowsWorthIndexing);

    private EvaluationPlan Plan(int rowsWorthIndexing)
    {
        foreach (var input in bound.Inputs)
            slots.Add(input, slotCount++);
        for (var i = 0; i < bound.Rules.Count; i++)
            ruleIndexes.Add(bound.Rules[i].Syntax.Id.Text, i);
        foreach (var define in bound.Defines)
            DeclareComputed(define);
        foreach (var table in bound.Tables)
            DeclareComputed(table);
        foreach (var dated in bound.Dated)
            DeclareComputed(dated);
        if (bound.Changed is not null)
            DeclareComputed(bound.Changed);
        foreach (var select in bound.Selects)
            DeclareComputed(select);
        foreach (var define in bound.Defines)
            PlanDefine(define);
        foreach (var table in bound.Tables)
            computed[table].Body = PlanTable(table);
        foreach (var dated in bound.Dated)
            computed[dated].Body = Plan(dated.Body);
        if (bound.Changed is { } changed)
            computed[changed].Body = Plan(changed.Body);
        foreach (var select in bound.Selects)
            computed[select].Body = PlanSelect(select);

        var rules = bound.Rules.Select(PlanRule).ToArray();
        var requirements = PlanRequirements();
        var outputs = bound.Outputs.Select(PlanOutput).ToArray();
        var scores = bound.Defines.Where(define => define.Score is not null).Select(PlanScore).ToArray();
        var nevers = bound.Nevers.Select(never => new NeverPlan(never.Verdict, Plan(never.When), Reason(never.When), ExpressionText.Of(never.Syntax.When))).ToArray();
        var plan = new EvaluationPlan
        {
            Facts = bound.Facts,
            SlotCount = slotCount,
            Computed = computedInOrder,
            OutcomeReaders = computedInOrder.Where(one => one.IsOutcome).Select(one => one.Index).ToArray(),
            Requirements = requirements,
            Rules = rules,
            Selects = bound.Selects.Select(select => (computed[select].Index, selects[select])).ToArray(),
            MissingRule = bound.Rules.ToList().FindIndex(rule => rule.NamesMissingCheck),
            Scores = scores,
            Outputs = outputs,
            Nevers = nevers,
            AsksRules = asksRules,
        };
        RuleIndexes.AddTo(plan, rowsWorthIndexing);
        return plan;
    }

    private ComputedPlan DeclareComputed(ComputedSymbol symbol)
    {
        var plan = new ComputedPlan(symbol.Name, computedInOrder.Count, symbol.Parameters.Select(SlotOf).ToArray())
        {
            Type = symbol.Type,
            IsOutcome = symbol.OutcomePath is not null,
            IsTold = symbol is TableSymbol { IsVersion: false } or DatedSymbol or ChangedSymbol or DefineSymbol { Select: null } && symbol.Parameters.Count == 0 && symbol.Type.Kind != TypeKind.Exclusions,
        };
        computed.Add(symbol, plan);
        computedInOrder.Add(plan);
        return plan;
    }

    private void PlanDefine(DefineSymbol define)
    {
        var plan = computed[define];
        plan.OnlyIf = define.OnlyIf is null ? null : Plan(define.OnlyIf);
        plan.Body = Plan(define.Body);
    }

    private int SlotOf(ValueSymbol symbol)
    {
        if (!slots.TryGetValue(symbol, out var slot))
            slots.Add(symbol, slot = slotCount++);
        return slot;
    }

    private RulePlan PlanRule(BoundRule rule)
    {
        var syntax = rule.Syntax;
        return new RulePlan
        {
            Index = ruleIndexes[syntax.Id.Text],
            Id = syntax.Id.Text,
            Title = syntax.Title.Text,
            Code = syntax.Code?.ToString(),
            Owner = syntax.Owner?.Text,
            Kind = syntax.Kind,
            Days = rule.Days,
            DaySlot = bound.Day?.Slot ?? -1,
            ItemSlot = rule.Item is null ? -1 : SlotOf(rule.Item),
            Source = rule.Source is null ? null : Plan(rule.Source),
            SourceText = syntax.ForEach is null ? null : ExpressionText.Of(syntax.ForEach.Source),
            OnlyIf = rule.OnlyIf is null ? null : Plan(rule.OnlyIf),
            OnlyIfText = syntax.OnlyIf is null ? null : ExpressionText.Of(syntax.OnlyIf),
            OnlyIfReason = rule.OnlyIf is null ? null : Reason(rule.OnlyIf),
            Clauses = rule.Clauses.Select(clause => new ClausePlan(Plan(clause.When), ExpressionText.Of(clause.Syntax.When), Reason(clause.When), clause.Effects.Select(PlanEffect).ToArray())).ToArray(),
        };
    }

    private EffectPlan PlanEffect(BoundEffect effect) => new(
        effect.Kind,
        effect.Roles.Select(Plan).ToArray(),
        effect.Within is null ? null : Plan(effect.Within),
        effect.EscalateTo.Select(Plan).ToArray(),
        effect.Text is null ? null : PlanTemplate(effect.Text));

    private TemplatePlan PlanTemplate(BoundTemplate template) =>
        new(template.Parts.Select(part => (part.Literal, part.Hole is null ? null : Plan(part.Hole))).ToArray());

    private ScoreReport PlanScore(DefineSymbol score)
    {
        var reads = new List<BoundExpression>();
        Collect(score.Body);
        return new ScoreReport(score.Name, reads.Select(Plan).ToArray(), Reason(score.OnlyIf!), ExpressionText.Of(score.Syntax.OnlyIf!), OperandsOf(score.Body));

        // Facts and declared values that may be unknown; what belongs to an item of a list does not decide whether the score is there.
        void Collect(BoundExpression expression)
        {
            if (expression is BoundReference { Symbol: InputSymbol or ComputedSymbol } or BoundField && IsPath(expression))
            {
                if (!IsOfLocal(expression))
                    reads.Add(expression);
                return;
            }
            foreach (var child in BoundChildren.Of(expression))
                Collect(child);
        }
    }

    private static bool IsOfLocal(BoundExpression path)
    {
        while (path is BoundField field)
            path = field.Target;
        return path is BoundReference { Symbol: LocalSymbol };
    }

    private OutputPlan PlanOutput(BoundOutput output) => new()
    {
        Name = output.Name,
        Value = Plan(output.Value),
        OnlyIf = output.OnlyIf is null ? null : Plan(output.OnlyIf),
        Places = output.Places,
        IsOutcome = output.OutcomePath is not null,
        Exclusions = ExclusionsOf(output.Value),
    };

    /// <summary>The exclusions behind an output of type exclusions: those of the select that it reads.</summary>
    private ExcludedBy? ExclusionsOf(BoundExpression value)
    {
        if (value.Type.Kind != TypeKind.Exclusions)
            return null;
        while (true)
        {
            switch (value)
            {
                case BoundField field:
                    value = field.Target;
                    break;
                case BoundReference { Symbol: DefineSymbol define }:
                    value = define.Body;
                    break;
                case BoundReference { Symbol: SelectSymbol select }:
                    return new ExcludedBy(selects[select].Exclusions, selects[select].Key.Type);
                default:
                    return null;
            }
        }
    }

    /// <summary>The conditions of <c>required when</c>, each after those whose facts it reads; a fact that nothing reads is not required.</summary>
    private IReadOnlyList<RequirementPlan> PlanRequirements()
    {
        var ordered = new List<RequirementPlan>();
        var done = new HashSet<InputSymbol>();
        foreach (var input in bound.Inputs)
            Visit(input);
        return ordered;

        void Visit(InputSymbol input)
        {
            if (input.RequiredWhen is null || !input.IsRead || !done.Add(input))
                return;
            var reads = new FactReads().Of(input.RequiredWhen);
            foreach (var read in reads)
                Visit(read);
            ordered.Add(new RequirementPlan(bound.Facts.Inputs[input.Slot], Plan(input.RequiredWhen), reads.Select(read => read.Slot).ToArray()));
        }
    }
}
