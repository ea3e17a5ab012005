using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Explanation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules;

/// <summary>
/// Tells what an evaluation found: reasons and conditions in their order, approvers, problems, outputs. One per decision; not thread-safe.
/// </summary>
internal sealed class DecisionBuilder
{
    private const string Excludes = "exclude";
    private const string Ignored = "ignored";

    private readonly EvaluationPlan plan;
    private readonly List<(int Item, Reason Reason)> reasons = [];
    private readonly List<(int Item, DecisionCondition Condition)> conditions = [];

    public DecisionBuilder(EvaluationPlan plan) => this.plan = plan;

    /// <summary>
    /// Tells a concluded evaluation. The frame goes back to where the last rules were judged, since conditions must read the outcome that they
    /// saw; it cannot be told twice.
    /// </summary>
    public Decision Tell(Frame frame, DecisionIdentity identity)
    {
        TellExclusions(frame);
        TellIgnoredScores(frame);
        var outputs = Outputs(frame);
        if (frame.Progress != JudgeProgress.NotJudged)
            frame.Reopen();
        TellRules(frame);
        return Build(frame, identity, outputs);
    }

    private void TellRules(Frame frame)
    {
        frame.GrantSteps();
        foreach (var firing in frame.Outcome.Firings)
        {
            var rule = plan.Rules[firing.Rule];
            if (firing.ItemIndex >= 0)
                frame.Slots[rule.ItemSlot] = frame.Outcome.ItemOf(firing);
            if (firing.Fault is { } fault)
                TellFault(rule, firing, fault);
            else if (frame.Outcome.Missing.Count > 0)
                TellMissing(rule, firing, frame);
            else
                Tell(rule, firing, frame);
        }
    }

    private Decision Build(Frame frame, DecisionIdentity identity, DecisionRecord outputs)
    {
        var outcome = frame.Outcome;
        var problems = frame.FactLog.Errors.Select(error => new DecisionProblem(error.Path, error.Message, isFactError: true)).ToList();
        foreach (var (where, fault) in outcome.Faults)
            problems.Add(new DecisionProblem(where, fault.Message));
        return new Decision
        {
            RuleSet = identity.RuleSet,
            Version = identity.Version,
            Hash = identity.Hash,
            FactsHash = identity.FactsHash,
            Id = identity.Id,
            Case = identity.Case,
            Verdict = plan.Rules.Count == 0 && outcome.Verdict < Verdict.Incomplete ? null : outcome.Verdict,
            Rules = outcome.Firings.Select(firing => plan.Rules[firing.Rule].Id).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToArray(),
            Approvers = Approvers(outcome),
            Referrals = ReferralList.Of(plan, outcome),
            Conditions = Ordered(conditions, condition => condition.Rule, condition => condition.Text),
            Reasons = Ordered(reasons, reason => reason.Rule, Words),
            Missing = outcome.Missing.ToArray(),
            Problems = problems,
            Warnings = frame.FactLog.Warnings.ToArray(),
            Outputs = outputs,
        };
    }

    private void Tell(RulePlan rule, in Firing firing, Frame frame)
    {
        var clause = rule.Clauses[firing.Clause];
        TellEffects(rule, firing, clause, Tell(clause.Reason, true, clause.Text, frame), template => ToText(template, frame));
    }

    /// <summary>The words of a reason; a condition too laborious to be told twice is told as it is written.</summary>
    private static ReasonWriter Tell(ReasonNode reason, bool truth, string otherwise, Frame frame)
    {
        var writer = new ReasonWriter();
        try
        {
            reason.Tell(frame, truth, writer);
            return writer;
        }
        catch (EvaluationFault)
        {
            writer = new ReasonWriter();
            writer.Say(otherwise);
            return writer;
        }
    }

    /// <summary>The facts are incomplete, so that nothing may be read but the list of what is missing.</summary>
    private void TellMissing(RulePlan rule, in Firing firing, Frame frame)
    {
        var missing = string.Join(", ", frame.Outcome.Missing);
        var writer = new ReasonWriter();
        writer.Say("missing: " + missing);
        TellEffects(rule, firing, rule.Clauses[firing.Clause], writer, template =>
            string.Concat(template.Parts.Select(part => part.Literal ?? (part.Hole is OutcomeNode { Kind: OutcomeKind.Missing } ? missing : "unknown"))));
    }

    private void TellEffects(RulePlan rule, in Firing firing, ClausePlan clause, ReasonWriter writer, Func<TemplatePlan, string> toText)
    {
        var worst = EffectKind.Note;
        var notes = new List<string>();
        foreach (var effect in clause.Effects)
        {
            worst = effect.Kind > worst ? effect.Kind : worst;
            if (effect.Text is not { } template)
                continue;
            var text = toText(template);
            if (effect.Kind == EffectKind.Require)
                conditions.Add((firing.Item, new DecisionCondition(rule.Id, text)));
            else
                notes.Add(text);
        }
        reasons.Add((firing.Item, new Reason(rule.Id, rule.Title, rule.Code, rule.Owner, NameOf(worst), ItemPath(rule, firing.Item), writer.Text, notes.Count == 0 ? null : string.Join("; ", notes), writer.ToRecord())));
    }

    private void TellFault(RulePlan rule, in Firing firing, EvaluationFault fault)
    {
        var text = "cannot be judged: " + fault.Message + (fault.Where is null ? "" : " in " + fault.Where);
        reasons.Add((firing.Item, new Reason(rule.Id, rule.Title, rule.Code, rule.Owner, NameOf(EffectKind.Incomplete), ItemPath(rule, firing.Item), text, null, DecisionRecord.Empty)));
    }

    /// <summary>Why candidates are excluded, for each select that was computed.</summary>
    private void TellExclusions(Frame frame)
    {
        foreach (var (index, select) in plan.Selects)
        {
            if (!frame.TryPeek(index, out var result) || frame.IsStopped)
                continue;
            // What was listed within the limit is listed again within a fresh one.
            frame.GrantSteps();
            var items = select.Source.Evaluate(frame).Composite;
            var excluded = result.Composite.Items[2].Composite;
            for (var i = 0; i < excluded.Count; i++)
            {
                var record = excluded.Items[i].Composite;
                var position = (int)record.Items[2].Numerator;
                var key = ValuePrinting.Print(record.Items[0], select.Key.Type);
                select.Enter(frame, items.Items[position]);
                var ids = record.Items[1].Composite;
                for (var j = 0; j < ids.Count; j++)
                {
                    var exclusion = select.Exclusions[(int)ids.Items[j].Numerator];
                    var writer = Tell(exclusion.Reason, true, exclusion.Title, frame);
                    reasons.Add((position, new Reason(exclusion.Id, exclusion.Title, null, null, Excludes, key, writer.Text, null, writer.ToRecord())));
                }
            }
        }
    }

    /// <summary>Each score that is there while its condition does not hold, with the part of it that failed. It changes nothing else.</summary>
    private void TellIgnoredScores(Frame frame)
    {
        if (frame.Progress != JudgeProgress.Judged)
            return;
        foreach (var score in plan.Scores)
        {
            frame.GrantSteps();
            if (WhyIgnored(score, frame) is { } writer)
                reasons.Add((-1, new Reason(score.Name, "Score ignored", null, null, Ignored, null, writer.Text, null, writer.ToRecord())));
        }
    }

    /// <summary>Null if the score counts, or if there is none.</summary>
    private static ReasonWriter? WhyIgnored(ScoreReport score, Frame frame)
    {
        ReasonWriter writer;
        try
        {
            if (!score.IsThere(frame) || score.Condition.Test.Test(frame))
                return null;
            writer = Tell(score.Condition, false, "not (" + score.ConditionText + ")", frame);
        }
        catch (EvaluationFault fault)
        {
            writer = new ReasonWriter();
            writer.Say("cannot be judged: " + fault.Message + (fault.Where is null ? "" : " in " + fault.Where));
        }
        writer.Add(frame, score.Values);
        return writer;
    }

    private static string ToText(TemplatePlan template, Frame frame)
    {
        var text = new StringBuilder();
        foreach (var (literal, hole) in template.Parts)
            text.Append(literal ?? Print(hole!, frame));
        return text.ToString();
    }

    private static string Print(PlanNode hole, Frame frame)
    {
        try
        {
            return ValuePrinting.Print(hole.Evaluate(frame), hole.Type);
        }
        catch (EvaluationFault)
        {
            return "unknown";
        }
    }

    private static string? ItemPath(RulePlan rule, int item) =>
        item < 0 ? null : rule.SourceText + "[" + item.ToString(CultureInfo.InvariantCulture) + "]";

    private static string NameOf(EffectKind effect) => effect == EffectKind.ReApprove ? NameSyntax.ReApprove : effect.ToString().ToLowerInvariant();

    private IReadOnlyList<Approver> Approvers(Outcome outcome) =>
        outcome.Approvers
            .GroupBy(signature => signature.Role, StringComparer.Ordinal)
            .OrderBy(role => role.Key, StringComparer.Ordinal)
            .Select(role => new Approver(role.Key, role.Select(signature => plan.Rules[signature.Rule].Id).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToArray()))
            .ToArray();

    /// <summary>What makes a reason the same as another of its rule; that of an exclusion belongs to its candidate.</summary>
    private static string Words(Reason reason) =>
        reason.Effect + "\n" + reason.Text + "\n" + reason.Note + (reason.Effect == Excludes ? "\n" + reason.Item : "");

    /// <summary>By rule and item, each text once a rule.</summary>
    private static IReadOnlyList<T> Ordered<T>(List<(int Item, T Told)> told, Func<T, string> rule, Func<T, string> text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return told
            .OrderBy(entry => rule(entry.Told), StringComparer.Ordinal)
            .ThenBy(entry => entry.Item)
            .Where(entry => seen.Add(rule(entry.Told) + "\n" + text(entry.Told)))
            .Select(entry => entry.Told)
            .ToArray();
    }

    private DecisionRecord Outputs(Frame frame)
    {
        var members = new List<KeyValuePair<string, object>>(plan.Outputs.Count);
        for (var i = 0; i < plan.Outputs.Count; i++)
        {
            if (DecisionValues.Of(frame.Outputs[i], plan.Outputs[i]) is { } value)
                members.Add(new KeyValuePair<string, object>(plan.Outputs[i].Name, value));
        }
        return new DecisionRecord(members);
    }
}

/// <summary>What a decision is about: which rules, which facts. Immutable.</summary>
internal sealed class DecisionIdentity
{
    public required string RuleSet { get; init; }

    public required string Version { get; init; }

    public required string Hash { get; init; }

    public required string FactsHash { get; init; }

    public required string Id { get; init; }

    public required string? Case { get; init; }
}
