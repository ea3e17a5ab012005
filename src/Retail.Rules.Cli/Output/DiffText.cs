using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>A comparison of two rulesets for people: the counts, then a table for each kind of difference with the first rows to look at.</summary>
internal static class DiffText
{
    public static void Write(Batch.DiffReport report, TextWriter output, int width)
    {
        output.WriteLine(Printable.Of(report.Old) + " -> " + Printable.Of(report.New));
        output.WriteLine(Number(report.Rows) + " rows: " + (report.IsSame ? "no difference" : Number(report.Flipped) + " flipped, " + Number(report.Changed) + " changed"));
        if (report.Unusable > 0)
            output.WriteLine(Number(report.Unusable) + " rows hold facts that cannot be used");
        WriteTable(Flips(report), report.Flips.Count, output, width);
        WriteTable(Sides("rule", report.Rules), report.Rules.Count, output, width);
        WriteTable(Sides("sign", report.Approvers), report.Approvers.Count, output, width);
        WriteTable(Members(report), report.Members.Count, output, width);
    }

    private static TextTable Flips(Batch.DiffReport report)
    {
        if (report.Measure is not { } measure)
        {
            var plain = new TextTable("verdict", "rows", "examples");
            foreach (var flip in report.Flips)
                plain.Add(NameOf(flip), Number(flip.Count), Rows(flip.Examples));
            return plain;
        }
        var name = Printable.Of(measure.Name);
        var table = new TextTable("verdict", "rows", name + "\nold", name + "\nnew", "unknown\nold", "unknown\nnew", "examples");
        foreach (var flip in report.Flips)
            Add(NameOf(flip), flip.Count, flip.Measure!, Rows(flip.Examples));
        if (report.Flips.Count > 1)
            Add("all", report.Flipped, measure, "");
        return table;

        void Add(string label, long count, Batch.MeasureSum sum, string rows) =>
            table.Add(label, Number(count), Number(sum.Old), Number(sum.New), Number(sum.UnknownOld), Number(sum.UnknownNew), rows);
    }

    private static TextTable Sides(string title, IReadOnlyList<Batch.SideDifference> sides)
    {
        var table = new TextTable(title, "only old", "only new", "examples");
        foreach (var side in sides)
            table.Add(Printable.Of(side.Name), Number(side.OnlyOld), Number(side.OnlyNew), Rows(side.Examples));
        return table;
    }

    private static TextTable Members(Batch.DiffReport report)
    {
        var table = new TextTable("member", "rows", "examples");
        foreach (var member in report.Members)
            table.Add(Printable.Of(member.Name), Number(member.Count), Rows(member.Examples));
        return table;
    }

    private static void WriteTable(TextTable table, int count, TextWriter output, int width)
    {
        if (count == 0)
            return;
        output.WriteLine();
        foreach (var line in table.Lines(width))
            output.WriteLine(line);
    }

    private static string NameOf(Batch.VerdictFlip flip) => (flip.From?.ToName() ?? "none") + " -> " + (flip.To?.ToName() ?? "none");

    private static string Rows(IEnumerable<long> rows) => string.Join(", ", rows.Select(Number));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
