using System.Collections.Generic;
using Retail.Rules.Explanation;
using Retail.Rules.Indexing;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>Everything an evaluation needs, with every name resolved to a slot or an index. Immutable and thread-safe.</summary>
internal sealed class EvaluationPlan
{
    public required FactSchema Facts { get; init; }

    /// <summary>Number of slots of a frame: facts first, then locals.</summary>
    public required int SlotCount { get; init; }

    /// <summary>Defines, tables and selects, the defines of selects among them; and shared computations.</summary>
    public required IReadOnlyList<ComputedPlan> Computed { get; init; }

    /// <summary>Indexes of those computed values that read the outcome.</summary>
    public required int[] OutcomeReaders { get; init; }

    /// <summary>The conditions of <c>required when</c>, those that others depend on first.</summary>
    public required IReadOnlyList<RequirementPlan> Requirements { get; init; }

    /// <summary>All rules in the order of the text.</summary>
    public required IReadOnlyList<RulePlan> Rules { get; init; }

    /// <summary>How the conditions of the rules are told.</summary>
    public required RuleReasons Reasons { get; init; }

    /// <summary>The selects, for the reasons of their exclusions.</summary>
    public required IReadOnlyList<(int Computed, SelectNode Node)> Selects { get; init; }

    /// <summary>The index of the stop rule that names the check for missing facts, or -1.</summary>
    public required int MissingRule { get; init; }

    /// <summary>The scores, for the reasons of those that are ignored.</summary>
    public required IReadOnlyList<ScoreReport> Scores { get; init; }

    public required IReadOnlyList<OutputPlan> Outputs { get; init; }

    public required IReadOnlyList<NeverPlan> Nevers { get; init; }

    /// <summary>Finds the stop rules that may fire; null if all are judged in turn. Set once, while planning, as the next two are.</summary>
    public PredicateIndex? StopIndex { get; set; }

    /// <summary>Finds the ordinary rules that may fire; null if all are judged in turn.</summary>
    public PredicateIndex? OrdinaryIndex { get; set; }

    /// <summary>Whether anything asks what a rule said, by <c>verdict(…)</c> or <c>fired(…)</c>.</summary>
    public required bool AsksRules { get; init; }

    /// <summary>How many indexes there are, those of tables among them.</summary>
    public int IndexCount { get; set; }
}

/// <summary>A define, table or select, or a computation that the ruleset writes several times.</summary>
internal sealed class ComputedPlan
{
    public ComputedPlan(string name, int index, IReadOnlyList<int> parameterSlots)
    {
        Name = name;
        Index = index;
        ParameterSlots = parameterSlots;
    }

    /// <summary>Its name; of a shared computation its text.</summary>
    public string Name { get; }

    public int Index { get; }

    /// <summary>Whether it has no name in the ruleset: the planner found it in several places.</summary>
    public bool IsShared { get; init; }

    public IReadOnlyList<int> ParameterSlots { get; }

    public RuleType Type { get; set; } = RuleType.Error;

    /// <summary>Whether an explanation shows its value: one value an evaluation, that an author named and can read.</summary>
    public bool IsTold { get; set; }

    /// <summary>Set once, while planning: bodies refer to each other.</summary>
    public PlanNode? OnlyIf { get; set; }

    /// <summary>Set once, while planning.</summary>
    public PlanNode Body { get; set; } = null!;

    /// <summary>Whether it reads the outcome, and so is computed anew once final rules have been judged.</summary>
    public bool IsOutcome { get; set; }

    public Value Evaluate(Evaluation.Frame frame) => OnlyIf is not null && !OnlyIf.Test(frame) ? Value.Unknown : Body.Evaluate(frame);
}

internal sealed class RequirementPlan
{
    public RequirementPlan(FactInput input, PlanNode condition, IReadOnlyList<int> readSlots)
    {
        Input = input;
        Condition = condition;
        ReadSlots = readSlots;
    }

    public FactInput Input { get; }

    public PlanNode Condition { get; }

    /// <summary>Slots of the facts that the condition reads; while one of them is missing the condition cannot be judged.</summary>
    public IReadOnlyList<int> ReadSlots { get; }
}

internal sealed class RulePlan
{
    public required int Index { get; init; }

    /// <summary>The rule as written.</summary>
    public required RuleDeclaration Syntax { get; init; }

    public string Id => Syntax.Id.Text;

    public string Title => Syntax.Title.Text;

    /// <summary>What its reasons are filed under; null if it has no code.</summary>
    public required string? Code { get; init; }

    /// <summary>The role that answers for it; null if nobody is named.</summary>
    public string? Owner => Syntax.Owner?.Text;

    public RuleKind Kind => Syntax.Kind;

    /// <summary>The days on which it is in force; null if it always is.</summary>
    public required DayRange? Days { get; init; }

    /// <summary>The slot of the day that <see cref="Days"/> are asked about.</summary>
    public required int DaySlot { get; init; }

    /// <summary>The slot of the item, or -1 if the rule is judged once.</summary>
    public required int ItemSlot { get; init; }

    public required PlanNode? Source { get; init; }

    /// <summary>The list as written, for the paths of items; null if the rule is judged once.</summary>
    public required string? SourceText { get; init; }

    public required PlanNode? OnlyIf { get; init; }

    public required IReadOnlyList<ClausePlan> Clauses { get; init; }

    public bool IsInForce(Evaluation.Frame frame) => Days is null || Days.Contains(frame.Slots[DaySlot]);

    /// <summary>The index of the first clause that holds, or -1.</summary>
    public int Judge(Evaluation.Frame frame)
    {
        if (OnlyIf is not null && !OnlyIf.Test(frame))
            return -1;
        for (var i = 0; i < Clauses.Count; i++)
        {
            if (Clauses[i].When.Test(frame))
                return i;
        }
        return -1;
    }
}

internal sealed class ClausePlan
{
    public ClausePlan(PlanNode when, IReadOnlyList<EffectPlan> effects)
    {
        When = when;
        Effects = effects;
        IsPlain = true;
        foreach (var effect in effects)
        {
            var own = Evaluation.Outcome.VerdictOf(effect.Kind);
            Verdict = own > Verdict ? own : Verdict;
            IsPlain &= effect.Roles.Count == 0 && effect.Within is null && effect.Text?.HasHoles != true;
        }
    }

    /// <summary>The worst of the effects.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether firing takes no more than noting it: nobody signs, and no text has holes.</summary>
    public bool IsPlain { get; }

    public PlanNode When { get; }

    public IReadOnlyList<EffectPlan> Effects { get; }
}

internal sealed class EffectPlan
{
    public EffectPlan(EffectKind kind, IReadOnlyList<PlanNode> roles, PlanNode? within, IReadOnlyList<PlanNode> escalateTo, TemplatePlan? text)
    {
        Kind = kind;
        Roles = roles;
        Within = within;
        EscalateTo = escalateTo;
        Text = text;
    }

    public EffectKind Kind { get; }

    public IReadOnlyList<PlanNode> Roles { get; }

    /// <summary>The time to answer; null if the referral states none.</summary>
    public PlanNode? Within { get; }

    public IReadOnlyList<PlanNode> EscalateTo { get; }

    public TemplatePlan? Text { get; }
}

internal sealed class TemplatePlan
{
    public TemplatePlan(IReadOnlyList<(string? Literal, PlanNode? Hole)> parts)
    {
        Parts = parts;
        foreach (var (_, hole) in parts)
            HasHoles |= hole is not null;
    }

    public bool HasHoles { get; }

    public IReadOnlyList<(string? Literal, PlanNode? Hole)> Parts { get; }
}

internal sealed class OutputPlan
{
    public required string Name { get; init; }

    public required PlanNode Value { get; init; }

    public required PlanNode? OnlyIf { get; init; }

    public required int Places { get; init; }

    public required bool IsOutcome { get; init; }

    /// <summary>What excludes items, where the output shows those of a select; else null.</summary>
    public required ExcludedBy? Exclusions { get; init; }
}

/// <summary>What a select excludes its items by, and the type of their keys.</summary>
internal sealed class ExcludedBy
{
    public ExcludedBy(IReadOnlyList<ExclusionPlan> exclusions, RuleType keyType)
    {
        Exclusions = exclusions;
        KeyType = keyType;
    }

    public IReadOnlyList<ExclusionPlan> Exclusions { get; }

    public RuleType KeyType { get; }
}

internal sealed class NeverPlan
{
    public NeverPlan(Verdict verdict, PlanNode when, ReasonNode reason, string text)
    {
        Verdict = verdict;
        When = when;
        Reason = reason;
        Text = text;
    }

    public Verdict Verdict { get; }

    public PlanNode When { get; }

    public ReasonNode Reason { get; }

    /// <summary>The condition as written.</summary>
    public string Text { get; }
}
