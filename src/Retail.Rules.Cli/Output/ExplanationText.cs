using System.Collections.Generic;
using System.IO;

namespace Retail.Rules.Cli.Output;

/// <summary>An explanation for people: every rule, what its conditions compared, and the values behind them.</summary>
internal static class ExplanationText
{
    /// <param name="explanation">The explanation.</param>
    /// <param name="label">What the facts are called.</param>
    /// <param name="withValues">Whether to end with the computed values and outputs.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(DecisionExplanation explanation, string label, bool withValues, TextWriter output)
    {
        output.WriteLine(DecisionText.Heading(explanation.Decision, label));
        foreach (var rule in explanation.Rules)
            Write(rule, output);
        DecisionText.WriteSection("ignored", DecisionText.Ignored(explanation.Decision), output);
        DecisionText.WriteSection("problems", DecisionText.Problems(explanation.Decision), output);
        if (!withValues)
            return;
        DecisionText.WriteSection("missing", explanation.Decision.Missing.Count == 0 ? [] : [string.Join(", ", explanation.Decision.Missing)], output);
        DecisionText.WriteSection("values", OutputsText.Lines(explanation.Values), output);
        DecisionText.WriteSection("outputs", OutputsText.Lines(explanation.Decision.Outputs), output);
    }

    private static void Write(RuleExplanation rule, TextWriter output)
    {
        var title = "  " + rule.Id + " " + Printable.Of(rule.Title);
        if (rule.Judgements.Count == 0)
            output.WriteLine(title + ": nothing to judge");
        foreach (var judgement in rule.Judgements)
        {
            output.WriteLine(title + (judgement.Item is null ? "" : ", " + judgement.Item) + ": " + Words(judgement) + (judgement.Fault is null ? "" : ": " + judgement.Fault));
            foreach (var line in Lines(judgement.Conditions))
                output.WriteLine("      " + line);
        }
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ConditionExplanation> conditions)
    {
        foreach (var condition in conditions)
        {
            yield return (condition.IsOnlyIf ? "only if " : "when ") + Printable.Of(condition.Condition);
            yield return "  " + (condition.Holds ? "yes: " : "no: ") + Printable.Of(condition.Text);
        }
    }

    private static string Words(RuleJudgement judgement) => judgement.Outcome switch
    {
        RuleOutcome.Fired => "fired",
        RuleOutcome.DidNotFire => "did not fire",
        RuleOutcome.NotApplicable => "does not apply",
        RuleOutcome.NotInForce => "not in force on " + judgement.Day,
        RuleOutcome.Faulted => "cannot be judged",
        _ => "not judged",
    };
}
