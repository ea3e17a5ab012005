using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>
/// Judges one frame: missing facts, stop rules in the order of the text, all ordinary rules, final rules, outputs. Leaves what it finds in
/// the frame; never throws for facts. Stateless and thread-safe; the frame is not. Counts instead of enumerating: the enumerator of an
/// interface is allocated.
/// </summary>
internal sealed class Evaluator
{
    private readonly EvaluationPlan plan;

    public Evaluator(EvaluationPlan plan) => this.plan = plan;

    /// <summary>
    /// Judges the rules over facts that were read into the frame. Conditions read the outcome that the last rules saw until
    /// <see cref="Conclude"/>: until then it can be told why they fired.
    /// </summary>
    public void JudgeRules(Frame frame)
    {
        CompleteFacts(frame);
        var outcome = frame.Outcome;
        if (outcome.Verdict >= Verdict.Incomplete)
            return;
        frame.Progress = JudgeProgress.Judged;
        outcome.Publish();
        if (JudgeStops(frame))
        {
            frame.Progress = JudgeProgress.Stopping;
            return;
        }
        JudgeAll(frame, RuleKind.Ordinary);
        outcome.Publish();
        frame.ForgetOutcome();
        JudgeAll(frame, RuleKind.Final);
    }

    /// <summary>Lets conditions see the whole outcome and computes the outputs, unless the facts did not allow judging.</summary>
    public void Conclude(Frame frame)
    {
        if (frame.Progress == JudgeProgress.NotJudged)
            return;
        frame.Outcome.Publish();
        if (frame.Progress == JudgeProgress.Stopping)
            frame.Stop();
        else
            frame.ForgetOutcome();
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
        for (var i = 0; i < plan.Facts.Inputs.Count; i++)
        {
            var input = plan.Facts.Inputs[i];
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

    /// <summary>The stop rule that names the check has its effects, though facts that it might read are missing: only constant roles sign, within constant times.</summary>
    private static void FireMissing(RulePlan rule, Outcome outcome)
    {
        var verdict = Verdict.Incomplete;
        foreach (var effect in rule.Clauses[0].Effects)
        {
            var own = Outcome.VerdictOf(effect.Kind);
            verdict = own > verdict ? own : verdict;
            foreach (var role in effect.Roles.OfType<ConstantNode>())
            {
                outcome.Approvers.Add((role.Value.Text, rule.Index, MinutesOf(effect.Within as ConstantNode)));
                foreach (var later in effect.EscalateTo.OfType<ConstantNode>())
                    outcome.Escalations.Add((role.Value.Text, later.Value.Text));
            }
        }
        outcome.Fire(rule.Index, -1, default, 0, verdict);
    }

    /// <summary>The minutes of a constant time; 0 if there is none, or none that can be given.</summary>
    private static int MinutesOf(ConstantNode? time)
    {
        try
        {
            return time is null ? 0 : Calendar.ToMinutes(time.Value);
        }
        catch (EvaluationFault)
        {
            return 0;
        }
    }

    /// <summary>Judges the conditions of <c>required when</c>, except those that read a fact which is itself missing.</summary>
    private void FindRequired(Frame frame)
    {
        for (var i = 0; i < plan.Requirements.Count; i++)
        {
            var requirement = plan.Requirements[i];
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
        for (var i = 0; i < requirement.ReadSlots.Count; i++)
        {
            var name = plan.Facts.Inputs[requirement.ReadSlots[i]].Name;
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
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            if (plan.Rules[i].Kind == RuleKind.Stop && JudgeRule(plan.Rules[i], frame))
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

    /// <summary>Judges a rule that is in force, item by item if it says so; true if it fired or could not be judged.</summary>
    private static bool JudgeRule(RulePlan rule, Frame frame)
    {
        if (!rule.IsInForce(frame))
            return false;
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
        var (approvers, escalations) = (outcome.Approvers.Count, outcome.Escalations.Count);
        try
        {
            frame.Step();
            var clause = frame.Judge(rule);
            if (clause < 0)
                return false;
            var verdict = Verdict.Approve;
            var effects = rule.Clauses[clause].Effects;
            for (var i = 0; i < effects.Count; i++)
            {
                var own = Outcome.VerdictOf(effects[i].Kind);
                verdict = own > verdict ? own : verdict;
                Refer(effects[i], rule, frame);
                ReadHoles(effects[i], frame);
            }
            outcome.Fire(rule.Index, item, itemValue, clause, verdict);
        }
        catch (EvaluationFault fault)
        {
            outcome.Approvers.RemoveRange(approvers, outcome.Approvers.Count - approvers);
            outcome.Escalations.RemoveRange(escalations, outcome.Escalations.Count - escalations);
            outcome.Fault(rule.Index, rule.Id, item, itemValue, fault);
            frame.CountFault();
        }
        return true;
    }

    /// <summary>Notes who must sign, in which time, and whom it goes to then.</summary>
    private static void Refer(EffectPlan effect, RulePlan rule, Frame frame)
    {
        var outcome = frame.Outcome;
        var minutes = effect.Within is null ? 0 : Calendar.ToMinutes(effect.Within.Evaluate(frame));
        for (var i = 0; i < effect.Roles.Count; i++)
        {
            var role = effect.Roles[i].Evaluate(frame).Text;
            outcome.Approvers.Add((role, rule.Index, minutes));
            for (var j = 0; j < effect.EscalateTo.Count; j++)
                outcome.Escalations.Add((role, effect.EscalateTo[j].Evaluate(frame).Text));
        }
    }

    /// <summary>A text with a hole that cannot be computed makes its rule one that cannot be judged.</summary>
    private static void ReadHoles(EffectPlan effect, Frame frame)
    {
        if (effect.Text is not { } text)
            return;
        for (var i = 0; i < text.Parts.Count; i++)
            text.Parts[i].Hole?.Evaluate(frame);
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
                frame.Outputs[i] = Value.Unknown;
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
                    frame.Outputs[i] = DecisionValues.Fit(output.Value.Evaluate(frame), output.Value.Type, output.Places);
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
