using System.Globalization;
using System.IO;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>What rulesets cost, for people: the formula, its number for lists of some length, and the declarations that cost most.</summary>
internal static class CostText
{
    private const int MaxParts = 10;

    public static void Write(CostReport report, TextWriter output)
    {
        var lists = string.Join(", ", report.Lists.Select(list => list.Key + "=" + list.Value.ToString(CultureInfo.InvariantCulture)));
        output.WriteLine(report.RuleSet + ": steps of a decision at most" + (lists.Length == 0 ? "" : ", " + lists));
        var table = new TextTable("", "", "");
        Add(table, "all rules", report.Cost.Steps, report);
        foreach (var part in report.Costliest.Take(MaxParts))
            Add(table, "  " + part.Declaration, part.Steps, report);
        if (report.Cost.Parts.Count > MaxParts)
            table.Add("  and " + (report.Cost.Parts.Count - MaxParts).ToString(CultureInfo.InvariantCulture) + " more", "", "");
        Add(table, "if none can be judged", report.Cost.WorstCase, report);
        foreach (var line in table.Lines())
            output.WriteLine("  " + line);
    }

    private static void Add(TextTable table, string what, CostFormula formula, CostReport report)
    {
        var steps = report.At(formula);
        table.Add(what, steps == long.MaxValue ? "" : steps.ToString(CultureInfo.InvariantCulture), formula.Lists.Count == 0 && formula.IsBounded ? "" : formula.ToString());
    }
}
