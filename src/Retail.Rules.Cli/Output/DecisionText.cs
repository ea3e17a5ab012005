using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>A decision for people: verdict, who must sign, what must be met, every reason with its numbers, and the outputs.</summary>
internal static class DecisionText
{
    private const int LabelWidth = 12;

    public static void Write(Decision decision, string label, TextWriter output)
    {
        output.WriteLine(Heading(decision, label));
        WriteSection("sign", Approvers(decision), output);
        WriteSection("conditions", Conditions(decision), output);
        WriteSection("reasons", Reasons(decision), output);
        WriteSection("missing", decision.Missing.Count == 0 ? [] : [string.Join(", ", decision.Missing)], output);
        WriteSection("problems", Problems(decision), output);
        WriteSection("outputs", OutputsText.Lines(decision.Outputs), output);
    }

    /// <summary>The verdict as JSON writes it; empty for a ruleset without rules.</summary>
    public static string VerdictOf(Decision decision) =>
        decision.Verdict switch
        {
            null => "",
            Verdict.ReApprove => "re-approve",
            { } verdict => char.ToLowerInvariant(verdict.ToString()[0]) + verdict.ToString()[1..],
        };

    public static string Heading(Decision decision, string label)
    {
        var verdict = VerdictOf(decision);
        return Printable.Of(label) + (verdict.Length == 0 ? "" : ": " + verdict);
    }

    public static void WriteSection(string label, IEnumerable<string> lines, TextWriter output)
    {
        foreach (var line in lines)
        {
            output.WriteLine(("  " + label.PadRight(LabelWidth) + line).TrimEnd());
            label = "";
        }
    }

    private static IEnumerable<string> Approvers(Decision decision)
    {
        var table = new TextTable("", "");
        foreach (var approver in decision.Approvers)
            table.Add(Printable.Of(approver.Role), string.Join(", ", approver.Rules));
        return table.Lines();
    }

    private static IEnumerable<string> Conditions(Decision decision)
    {
        var table = new TextTable("", "");
        foreach (var condition in decision.Conditions)
            table.Add(condition.Rule, Printable.Of(condition.Text));
        return table.Lines();
    }

    private static IEnumerable<string> Reasons(Decision decision)
    {
        var table = new TextTable("", "", "");
        foreach (var reason in decision.Reasons)
        {
            var words = reason.Title + (reason.Item is null ? "" : ", " + reason.Item) + ": " + reason.Text + (reason.Note is null ? "" : "; " + reason.Note);
            table.Add(reason.Rule, reason.Effect, Printable.Of(words));
        }
        return table.Lines();
    }

    public static IEnumerable<string> Problems(Decision decision) =>
        decision.Problems.Select(problem => Printable.Of(problem.Path.Length == 0 ? problem.Message : problem.Path + ": " + problem.Message));
}
