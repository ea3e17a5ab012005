using System.Collections.Generic;
using System.Globalization;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Explanation;

/// <summary>Judges every rule of a decided frame once more, condition by condition, and notes what each compared. One per decision; not thread-safe.</summary>
internal sealed class ExplanationBuilder
{
    private readonly EvaluationPlan plan;
    private readonly List<RuleExplanation> rules = [];
    private DecisionRecord values = DecisionRecord.Empty;

    public ExplanationBuilder(EvaluationPlan plan) => this.plan = plan;

    /// <summary>Notes all rules. Called while conditions still read the outcome that the last rules saw.</summary>
    public void Tell(Frame frame)
    {
        frame.GrantSteps();
        var stop = StopOf(frame.Outcome);
        foreach (var rule in plan.Rules)
            rules.Add(new RuleExplanation(rule.Id, rule.Title, rule.Code, rule.Owner, rule.Kind, IsJudged(rule, stop) ? Judge(rule, plan.Reasons.Of(rule), frame) : [NotJudged]));
        values = ValuesOf(frame);
    }

    /// <summary>The explanation of a decision; where facts were missing, no rule was judged.</summary>
    public DecisionExplanation Build(Decision decision)
    {
        if (rules.Count == 0)
        {
            foreach (var rule in plan.Rules)
                rules.Add(new RuleExplanation(rule.Id, rule.Title, rule.Code, rule.Owner, rule.Kind, [OfMissing(rule, decision)]));
        }
        return new DecisionExplanation(decision, rules, values);
    }

    /// <summary>Where facts are missing, only the rule that names that check has anything to say.</summary>
    private RuleJudgement OfMissing(RulePlan rule, Decision decision)
    {
        foreach (var reason in decision.Reasons)
        {
            if (reason.Rule == rule.Id)
                return new RuleJudgement(null, RuleOutcome.Fired, [new ConditionExplanation(false, plan.Reasons.Of(rule).Clauses[0].Text, true, reason.Text, reason.Operands)], null);
        }
        return NotJudged;
    }

    private static RuleJudgement NotJudged => new(null, RuleOutcome.NotJudged, [], null);

    /// <summary>The index of the stop rule that ended the decision, or -1.</summary>
    private int StopOf(Outcome outcome)
    {
        foreach (var firing in outcome.Firings)
        {
            if (plan.Rules[firing.Rule].Kind == RuleKind.Stop)
                return firing.Rule;
        }
        return -1;
    }

    private static bool IsJudged(RulePlan rule, int stop) => stop < 0 || (rule.Kind == RuleKind.Stop && rule.Index <= stop);

    private static IReadOnlyList<RuleJudgement> Judge(RulePlan rule, ToldRule told, Frame frame)
    {
        if (!rule.IsInForce(frame))
            return [new RuleJudgement(null, RuleOutcome.NotInForce, [], null) { Day = ValuePrinting.Print(frame.Slots[rule.DaySlot], RuleType.Date) }];
        if (rule.Source is null)
            return [Judge(told, null, frame)];
        Composite items;
        try
        {
            items = rule.Source.Evaluate(frame).Composite;
        }
        catch (EvaluationFault fault)
        {
            return [new RuleJudgement(null, RuleOutcome.Faulted, [], Describe(fault))];
        }
        var judgements = new List<RuleJudgement>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            frame.Slots[rule.ItemSlot] = items.Items[i];
            judgements.Add(Judge(told, rule.SourceText + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", frame));
        }
        return judgements;
    }

    private static RuleJudgement Judge(ToldRule rule, string? item, Frame frame)
    {
        var conditions = new List<ConditionExplanation>();
        try
        {
            if (rule.OnlyIf is not null && !Note(true, rule.OnlyIf, frame, conditions))
                return new RuleJudgement(item, RuleOutcome.NotApplicable, conditions, null);
            foreach (var clause in rule.Clauses)
            {
                if (Note(false, clause, frame, conditions))
                    return new RuleJudgement(item, RuleOutcome.Fired, conditions, null);
            }
            return new RuleJudgement(item, RuleOutcome.DidNotFire, conditions, null);
        }
        catch (EvaluationFault fault)
        {
            return new RuleJudgement(item, RuleOutcome.Faulted, conditions, Describe(fault));
        }
    }

    private static bool Note(bool isOnlyIf, ToldCondition condition, Frame frame, List<ConditionExplanation> conditions)
    {
        var holds = condition.Reason.Test.Test(frame);
        var writer = new ReasonWriter();
        condition.Reason.Tell(frame, holds, writer);
        conditions.Add(new ConditionExplanation(isOnlyIf, condition.Text, holds, writer.Text, writer.ToRecord()));
        return holds;
    }

    private static string Describe(EvaluationFault fault) => fault.Message + (fault.Where is null ? "" : " in " + fault.Where);

    private DecisionRecord ValuesOf(Frame frame)
    {
        var members = new List<KeyValuePair<string, object>>();
        foreach (var computed in plan.Computed)
        {
            if (computed.IsTold && frame.TryPeek(computed.Index, out var value) && ReasonWriter.ToOperand(value, computed.Type) is { } told)
                members.Add(new KeyValuePair<string, object>(computed.Name, told));
        }
        return new DecisionRecord(members);
    }
}
