using System;
using System.Collections.Generic;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>
/// Judges one frame: missing facts, stop rules in the order of the text, all ordinary rules, final rules, outputs. Leaves what it finds in
/// the frame; never throws for facts. Stateless and thread-safe; the frame is not.
/// </summary>
internal sealed class Evaluator
{
    private readonly EvaluationPlan plan;

    public Evaluator(EvaluationPlan plan) => this.plan = plan;

    /// <summary>Judges facts that were read into the frame.</summary>
    /// <param name="frame">The frame, with its facts.</param>
    /// <param name="rulesJudged">Called once all rules are judged and before outputs are computed, while conditions still read the outcome that
    /// final rules saw.</param>
    public void Judge(Frame frame, Action<Frame>? rulesJudged = null)
    {
        CompleteFacts(frame);
        var outcome = frame.Outcome;
        if (outcome.Verdict >= Verdict.Incomplete)
            return;
        outcome.Publish();
        if (JudgeStops(frame))
        {
            rulesJudged?.Invoke(frame);
            outcome.Publish();
            frame.Stop();
        }
        else
        {
            JudgeAll(frame, RuleKind.Ordinary);
            outcome.Publish();
            frame.ForgetOutcome();
            JudgeAll(frame, RuleKind.Final);
            rulesJudged?.Invoke(frame);
            outcome.Publish();
            frame.ForgetOutcome();
        }
        ComputeOutputs(frame);
    }

    /// <summary>The conditions of <c>never</c> that the decision breaks, as they are written. For examples and suites.</summary>
    public IReadOnlyList<string> BrokenNevers(Frame frame)
    {
        var broken = new List<string>();
        foreach (var never in plan.Nevers)
        {
            if (Covers(never.Verdict, frame.Outcome.Verdict) && WhyBroken(never, frame) is { } why)
                broken.Add("never " + Binding.VerdictNames.Of(never.Verdict) + " when " + never.Text + why);
        }
        return broken;
    }

    private static bool Covers(Verdict never, Verdict verdict) =>
        never == verdict || (never == Verdict.Approve && verdict == Verdict.ApproveWithConditions);

    /// <summary>What to add to a never that is broken; null if it is kept. One that cannot be judged is not kept.</summary>
    private static string? WhyBroken(NeverPlan never, Frame frame)
    {
        try
        {
            return never.When.Test(frame) ? "" : null;
        }
        catch (EvaluationFault fault)
        {
            return ", which cannot be judged: " + fault.Message;
        }
    }

    /// <summary>Fills defaults and finds what is missing, which makes the decision incomplete at once, as facts that cannot be used do.</summary>
    private void CompleteFacts(Frame frame)
    {
        var outcome = frame.Outcome;
        outcome.Missing.AddRange(frame.FactLog.Missing);
        foreach (var input in plan.Facts.Inputs)
        {
            if (frame.IsGiven(input.Slot))
                continue;
            frame.Give(input.Slot, input.Default ?? Value.Unknown);
            if (input.IsRequired)
                outcome.Missing.Add(input.Name);
        }
        if (frame.FactLog.Errors.Count > 0)
            outcome.Raise(Verdict.Incomplete);
        else
            FindRequired(frame);
        if (outcome.Missing.Count == 0)
            return;
        outcome.Missing.Sort(StringComparer.Ordinal);
        outcome.Raise(Verdict.Incomplete);
        if (plan.MissingRule >= 0)
            FireMissing(plan.Rules[plan.MissingRule], outcome);
    }

    /// <summary>The stop rule that names the check has its effects, though facts that it might read are missing: only constant roles sign.</summary>
    private static void FireMissing(RulePlan rule, Outcome outcome)
    {
        var verdict = Verdict.Incomplete;
        foreach (var effect in rule.Clauses[0].Effects)
        {
            var own = Outcome.VerdictOf(effect.Kind);
            verdict = own > verdict ? own : verdict;
            foreach (var role in effect.Roles)
            {
                if (role is ConstantNode constant)
                    outcome.Approvers.Add((constant.Value.Text, rule.Index));
            }
        }
        outcome.Fire(rule.Index, -1, default, 0, verdict);
    }

    /// <summary>Judges the conditions of <c>required when</c>, except those that read a fact which is itself missing.</summary>
    private void FindRequired(Frame frame)
    {
        foreach (var requirement in plan.Requirements)
        {
            var input = requirement.Input;
            if (frame.Slots[input.Slot].IsKnown || IsAnyMissing(requirement, frame))
                continue;
            try
            {
                if (requirement.Condition.Test(frame))
                    frame.Outcome.Missing.Add(input.Name);
            }
            catch (EvaluationFault fault)
            {
                frame.Outcome.Fault(input.Name, fault);
            }
        }
    }

    private bool IsAnyMissing(RequirementPlan requirement, Frame frame)
    {
        foreach (var slot in requirement.ReadSlots)
        {
            var name = plan.Facts.Inputs[slot].Name;
            foreach (var missing in frame.Outcome.Missing)
            {
                if (missing.StartsWith(name, StringComparison.Ordinal) && (missing.Length == name.Length || missing[name.Length] is '.' or '['))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether a stop rule fired or could not be judged; the rules after it are then not judged.</summary>
    private bool JudgeStops(Frame frame)
    {
        foreach (var rule in plan.Rules)
        {
            if (rule.Kind == RuleKind.Stop && JudgeRule(rule, frame))
                return true;
        }
        return false;
    }

    private void JudgeAll(Frame frame, RuleKind kind)
    {
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            if (plan.Rules[i].Kind == kind)
                JudgeRule(plan.Rules[i], frame);
        }
    }

    /// <summary>Judges a rule, item by item if it says so; true if it fired or could not be judged.</summary>
    private static bool JudgeRule(RulePlan rule, Frame frame)
    {
        if (rule.Source is null)
            return JudgeOnce(rule, frame, -1, default);
        Composite items;
        try
        {
            items = rule.Source.Evaluate(frame).Composite;
        }
        catch (EvaluationFault fault)
        {
            frame.Outcome.Fault(rule.Index, rule.Id, -1, default, fault);
            return true;
        }
        var fired = false;
        for (var i = 0; i < items.Count; i++)
        {
            frame.Slots[rule.ItemSlot] = items.Items[i];
            var isSpent = frame.IsSpent;
            fired |= JudgeOnce(rule, frame, i, items.Items[i]);
            // The first item that there are no steps left for speaks for the rest.
            if (isSpent)
                break;
        }
        return fired;
    }

    private static bool JudgeOnce(RulePlan rule, Frame frame, int item, in Value itemValue)
    {
        var outcome = frame.Outcome;
        var approvers = outcome.Approvers.Count;
        try
        {
            frame.Step();
            var clause = frame.Judge(rule);
            if (clause < 0)
                return false;
            var verdict = Verdict.Approve;
            foreach (var effect in rule.Clauses[clause].Effects)
            {
                var own = Outcome.VerdictOf(effect.Kind);
                verdict = own > verdict ? own : verdict;
                foreach (var role in effect.Roles)
                    outcome.Approvers.Add((role.Evaluate(frame).Text, rule.Index));
                ReadHoles(effect, frame);
            }
            outcome.Fire(rule.Index, item, itemValue, clause, verdict);
        }
        catch (EvaluationFault fault)
        {
            outcome.Approvers.RemoveRange(approvers, outcome.Approvers.Count - approvers);
            outcome.Fault(rule.Index, rule.Id, item, itemValue, fault);
            frame.CountFault();
        }
        return true;
    }

    /// <summary>A text with a hole that cannot be computed makes its rule one that cannot be judged.</summary>
    private static void ReadHoles(EffectPlan effect, Frame frame)
    {
        if (effect.Text is not { } text)
            return;
        foreach (var (_, hole) in text.Parts)
            hole?.Evaluate(frame);
    }

    /// <summary>
    /// First what follows from facts alone; then what reads the outcome, unless something before it could not be computed: an outcome that is
    /// not certain is not passed on.
    /// </summary>
    private void ComputeOutputs(Frame frame)
    {
        if (ComputeOutputs(frame, outcomePhase: false) && ComputeOutputs(frame, outcomePhase: true))
            return;
        for (var i = 0; i < plan.Outputs.Count; i++)
        {
            if (plan.Outputs[i].IsOutcome)
                frame.Outputs[i] = null;
        }
    }

    private bool ComputeOutputs(Frame frame, bool outcomePhase)
    {
        var allComputed = true;
        for (var i = 0; i < plan.Outputs.Count; i++)
        {
            var output = plan.Outputs[i];
            if (output.IsOutcome != outcomePhase)
                continue;
            try
            {
                if (output.OnlyIf is null || output.OnlyIf.Test(frame))
                    frame.Outputs[i] = output.Exclusions is { } exclusions
                        ? DecisionValues.OfExclusions(output.Value.Evaluate(frame), exclusions)
                        : DecisionValues.Of(output.Value.Evaluate(frame), output.Value.Type, output.Places);
            }
            catch (EvaluationFault fault)
            {
                frame.Outcome.Fault(output.Name, fault);
                allComputed = false;
            }
        }
        return allComputed;
    }
}
