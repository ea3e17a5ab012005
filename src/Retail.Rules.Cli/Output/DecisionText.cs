using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>A decision for people: verdict, who must sign, what must be met, every reason with its numbers, and the outputs.</summary>
internal static class DecisionText
{
    private const int LabelWidth = 12;

    public static void Write(Decision decision, string label, TextWriter output, bool withOutputs = true)
    {
        output.WriteLine(Heading(decision, label));
        WriteSection("sign", Approvers(decision), output);
        WriteSection("conditions", Conditions(decision), output);
        WriteSection("reasons", Reasons(decision), output);
        WriteSection("missing", decision.Missing.Count == 0 ? [] : [string.Join(", ", decision.Missing)], output);
        WriteSection("problems", Problems(decision), output);
        if (withOutputs)
            WriteSection("outputs", OutputsText.Lines(decision.Outputs), output);
    }

    /// <summary>The verdict as JSON writes it; empty for a ruleset without rules.</summary>
    public static string VerdictOf(Decision decision) =>
        decision.Verdict is { } verdict ? verdict.ToName() : "";

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
        var referrals = decision.Referrals.ToDictionary(referral => referral.Role);
        var table = new TextTable("", "", "");
        foreach (var approver in decision.Approvers)
            table.Add(Printable.Of(approver.Role), string.Join(", ", approver.Rules), referrals.TryGetValue(approver.Role, out var referral) ? Terms(referral) : "");
        return table.Lines();
    }

    private static string Terms(Referral referral)
    {
        var time = referral.WithinMinutes is { } minutes ? "within " + minutes.ToString(CultureInfo.InvariantCulture) + (minutes == 1 ? " minute" : " minutes") : "";
        var later = referral.EscalateTo.Count == 0 ? "" : "then " + string.Join(", ", referral.EscalateTo);
        return Printable.Of(time + (time.Length == 0 || later.Length == 0 ? "" : ", ") + later);
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

    /// <summary>The scores that did not count, and why.</summary>
    public static IEnumerable<string> Ignored(Decision decision) =>
        decision.Reasons.Where(reason => reason.Effect == "ignored").Select(reason => Printable.Of(reason.Rule + ": " + reason.Text));

    public static IEnumerable<string> Problems(Decision decision) =>
        decision.Problems.Select(problem => Printable.Of(problem.Path.Length == 0 ? problem.Message : problem.Path + ": " + problem.Message));
}
