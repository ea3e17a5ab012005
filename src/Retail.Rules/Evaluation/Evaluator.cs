using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Indexing;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>
/// Judges one frame: missing facts, stop rules in the order of the text, all ordinary rules, final rules, outputs. Leaves what it finds in
/// the frame; never throws for facts. Stateless and thread-safe; the frame is not. Counts instead of enumerating: the enumerator of an
/// interface is allocated.
/// </summary>
internal sealed class Evaluator
{
    /// <summary>Stands for the clause of a rule that is yet to be judged.</summary>
    private const int Unjudged = -2;

    private readonly EvaluationPlan plan;
    private readonly FactInput[] inputs;
    private readonly OutputPlan[] outputs;
    private readonly RulePlan[] rules;
    private readonly RulePlan[] stopRules;
    private readonly RulePlan[] ordinaryRules;
    private readonly RulePlan[] finalRules;

    public Evaluator(EvaluationPlan plan)
    {
        this.plan = plan;
        inputs = plan.Facts.Inputs.ToArray();
        outputs = plan.Outputs.ToArray();
        rules = plan.Rules.ToArray();
        stopRules = rules.Where(rule => rule.Kind == RuleKind.Stop).ToArray();
        ordinaryRules = rules.Where(rule => rule.Kind == RuleKind.Ordinary).ToArray();
        finalRules = rules.Where(rule => rule.Kind == RuleKind.Final).ToArray();
    }

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
        if (JudgeStops(frame))
        {
            frame.Progress = JudgeProgress.Stopping;
            return;
        }
        JudgeOrdinary(frame);
        if (finalRules.Length == 0)
            return;
        outcome.Publish();
        frame.ForgetOutcome();
        for (var i = 0; i < finalRules.Length; i++)
            JudgeRule(finalRules[i], frame);
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
        if (outputs.Length > 0)
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
        if (frame.FactLog.Missing.Count > 0)
            outcome.Missing.AddRange(frame.FactLog.Missing);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (frame.IsGiven(i))
                continue;
            var input = inputs[i];
            frame.Give(input.Slot, input.Default ?? Value.Unknown);
            if (input.IsRequired)
                outcome.Missing.Add(input.Name);
        }
        if (frame.FactLog.Errors.Count > 0)
            outcome.Raise(Verdict.Incomplete);
        else if (plan.Requirements.Count > 0)
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
        foreach (var effect in rule.Clauses[0].Effects)
        {
            foreach (var role in effect.Roles.OfType<ConstantNode>())
            {
                outcome.Approvers.Add((role.Value.Text, rule.Index, MinutesOf(effect.Within as ConstantNode)));
                foreach (var later in effect.EscalateTo.OfType<ConstantNode>())
                    outcome.Escalations.Add((role.Value.Text, later.Value.Text));
            }
        }
        outcome.Fire(rule.Index, 0, rule.Clauses[0].Verdict > Verdict.Incomplete ? rule.Clauses[0].Verdict : Verdict.Incomplete);
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
        if (!frame.JudgesInTurn && plan.StopIndex?.Find(frame) is { } search)
            return JudgeFound(plan.StopIndex!, search, frame, endsWithFirst: true);
        for (var i = 0; i < stopRules.Length; i++)
        {
            if (JudgeRule(stopRules[i], frame))
                return true;
        }
        return false;
    }

    private void JudgeOrdinary(Frame frame)
    {
        if (!frame.JudgesInTurn && plan.OrdinaryIndex?.Find(frame) is { } search)
        {
            JudgeFound(plan.OrdinaryIndex!, search, frame, endsWithFirst: false);
            return;
        }
        for (var i = 0; i < ordinaryRules.Length; i++)
            JudgeRule(ordinaryRules[i], frame);
    }

    /// <summary>Judges the rules that an index found, each once, unless the index knows that they fire; true if one fired or could not be judged.</summary>
    private bool JudgeFound(PredicateIndex index, IndexSearch search, Frame frame, bool endsWithFirst)
    {
        var fired = false;
        var last = -1;
        for (var i = 0; i < search.HitCount; i++)
        {
            var hit = search.Hits[i];
            var target = index.TargetOf(hit);
            if (target == last)
                continue;
            last = target;
            if (index.IsPlain(hit))
            {
                frame.Outcome.Fire(target, index.ClauseOf(hit), index.VerdictOf(hit));
                fired = true;
            }
            else
            {
                var clause = index.ClauseOf(hit);
                fired |= clause >= 0 ? JudgeOnce(rules[target], frame, -1, default, clause) : JudgeRule(rules[target], frame);
            }
            if (fired && endsWithFirst)
                break;
        }
        return fired;
    }

    /// <summary>Judges a rule that is in force, item by item if it says so; true if it fired or could not be judged.</summary>
    private static bool JudgeRule(RulePlan rule, Frame frame)
    {
        if (!rule.IsInForce(frame))
            return false;
        if (rule.Source is null)
            return JudgeOnce(rule, frame, -1, default, Unjudged);
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
            fired |= JudgeOnce(rule, frame, i, items.Items[i], Unjudged);
            // The first item that there are no steps left for speaks for the rest.
            if (isSpent)
                break;
        }
        return fired;
    }

    /// <summary>Judges a rule, unless the clause that holds is known, and has its effects; true if it fired or could not be judged.</summary>
    private static bool JudgeOnce(RulePlan rule, Frame frame, int item, in Value itemValue, int clause)
    {
        var outcome = frame.Outcome;
        var (approvers, escalations) = (outcome.Approvers.Count, outcome.Escalations.Count);
        try
        {
            frame.Step();
            if (clause == Unjudged)
                clause = frame.Judge(rule);
            if (clause < 0)
                return false;
            var plan = rule.Clauses[clause];
            if (!plan.IsPlain)
                HaveEffects(plan, rule, frame);
            outcome.Fire(rule.Index, item, itemValue, clause, plan.Verdict);
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

    private static void HaveEffects(ClausePlan clause, RulePlan rule, Frame frame)
    {
        for (var i = 0; i < clause.Effects.Count; i++)
        {
            Refer(clause.Effects[i], rule, frame);
            ReadHoles(clause.Effects[i], frame);
        }
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
        for (var i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].IsOutcome)
                frame.Outputs[i] = Value.Unknown;
        }
    }

    private bool ComputeOutputs(Frame frame, bool outcomePhase)
    {
        var allComputed = true;
        for (var i = 0; i < outputs.Length; i++)
        {
            var output = outputs[i];
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
