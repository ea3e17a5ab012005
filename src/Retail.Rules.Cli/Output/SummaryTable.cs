using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Retail.Rules.Cli.Output;

/// <summary>
/// Several decisions side by side: case, verdict, who must sign, rules, and as many single-valued outputs as the terminal has room for.
/// Holds a limited number of rows; beyond that it only counts. Not thread-safe.
/// </summary>
internal sealed partial class SummaryTable
{
    private const int MaxRows = 1000;
    private const int LongName = 10;

    private readonly List<(string Label, Decision Decision)> rows = [];
    private readonly SortedDictionary<string, long> verdicts = new(StringComparer.Ordinal);
    private long count;

    public void Add(string label, Decision decision)
    {
        var verdict = DecisionText.VerdictOf(decision);
        if (verdict.Length > 0)
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
        if (++count <= MaxRows)
            rows.Add((label, decision));
    }

    public void Write(TextWriter output, int width)
    {
        if (count < 2)
            return;
        if (count <= MaxRows)
        {
            foreach (var line in ToTable().Lines(width))
                output.WriteLine(line);
            output.WriteLine();
        }
        output.WriteLine(count.ToString(CultureInfo.InvariantCulture) + " decisions" + (verdicts.Count == 0 ? "" : ": ")
            + string.Join(", ", verdicts.Select(verdict => verdict.Value.ToString(CultureInfo.InvariantCulture) + " " + verdict.Key)));
    }

    private TextTable ToTable()
    {
        var columns = new List<(string Title, Func<string, Decision, string> Cell)> { ("case", (label, _) => Printable.Of(label)) };
        if (verdicts.Count > 0)
            columns.Add(("verdict", (_, decision) => DecisionText.VerdictOf(decision)));
        if (rows.Any(row => row.Decision.Approvers.Count > 0))
            columns.Add(("sign", (_, decision) => Joined(decision.Approvers.Select(approver => Printable.Of(approver.Role)))));
        columns.Add(("rules", (_, decision) => Joined(decision.Rules)));
        foreach (var name in OutputNames())
            columns.Add((OverLines(name), (_, decision) => Cell(name, decision)));
        var table = new TextTable([.. columns.Select(column => column.Title)]);
        foreach (var (label, decision) in rows)
            table.Add([.. columns.Select(column => column.Cell(label, decision))]);
        return table;
    }

    /// <summary>Outputs with single values: those that tell the rows apart first, and none that only says what the case says.</summary>
    private IEnumerable<string> OutputNames() =>
        rows.SelectMany(row => row.Decision.Outputs).Where(output => ValueText.IsScalar(output.Value)).Select(output => output.Key).Distinct()
            .Where(name => !rows.TrueForAll(row => Cell(name, row.Decision) == row.Label))
            .OrderBy(name => rows.TrueForAll(row => Cell(name, row.Decision) == Cell(name, rows[0].Decision)));

    private static string Cell(string name, Decision decision) => decision.Outputs.TryGetValue(name, out var value) ? ValueText.Of(value) : "-";

    /// <summary>A long name over several lines, a word on each, so that more columns fit: online, Exposable, Qty.</summary>
    private static string OverLines(string name) => name.Length <= LongName ? name : WordStart().Replace(Printable.Of(name), "\n");

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();

    private static string Joined(IEnumerable<string> texts) => string.Join(' ', texts) is { Length: > 0 } joined ? joined : "-";
}
