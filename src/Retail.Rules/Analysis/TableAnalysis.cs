using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>What a search through all classes of a table's columns found. Immutable.</summary>
internal sealed class TableFindings
{
    /// <summary>A region that no row surely matches, in words; null if the table is complete.</summary>
    public string? Gap { get; init; }

    /// <summary>Whether a row may match the gap all the same, since its thresholds are computed.</summary>
    public bool MayBeClosed { get; init; }

    /// <summary>Pairs of rows that surely match the same region, each with the region in words.</summary>
    public IReadOnlyList<(int First, int Second, string Region)> Overlaps { get; init; } = [];

    /// <summary>Rows that no facts reach: a cell that nothing matches, or earlier rows that take everything.</summary>
    public IReadOnlyList<int> Unreachable { get; init; } = [];

    /// <summary>Whether the search was given up, with the other findings empty.</summary>
    public bool IsTooBig { get; init; }
}

/// <summary>
/// Searches a table for gaps, overlaps and rows that can never fire. Goes column by column: the rows still possible cut the column's classes
/// into segments, and each segment is searched on with the rows that reach into it. Cells over computed thresholds may match or not: they
/// neither close a gap nor prove an overlap.
/// </summary>
internal sealed class TableAnalysis
{
    private const int MaxOverlaps = 5;

    private readonly BoundTable table;
    private readonly ColumnDomain[] domains;
    private readonly ClassRanges[][] sure;
    private readonly ClassRanges[][] maybe;
    private readonly int rowCount;
    private readonly bool firstWins;
    private readonly int[] region;
    private readonly bool[] reached;
    private readonly Dictionary<(int, int), string> overlaps = [];
    private string? gap;
    private string? possibleGap;
    private long work;

    private TableAnalysis(BoundTable table, long budget)
    {
        this.table = table;
        work = budget;
        firstWins = table.Syntax.HitPolicy == HitPolicy.First;
        rowCount = table.Rows.Count(row => !row.Syntax.IsOtherwise);
        domains = table.Inputs.Select((column, i) => new ColumnDomain(column, table.Rows.Take(rowCount).Select(row => row.Cells[i]))).ToArray();
        sure = new ClassRanges[rowCount][];
        maybe = new ClassRanges[rowCount][];
        for (var row = 0; row < rowCount; row++)
        {
            var ranges = table.Rows[row].Cells.Select((cell, i) => domains[i].Of(cell)).ToArray();
            sure[row] = ranges.Select(range => range.Sure).ToArray();
            maybe[row] = ranges.Select(range => range.Maybe).ToArray();
        }
        region = new int[domains.Length];
        reached = new bool[rowCount];
    }

    public static TableFindings Analyze(BoundTable table, long budget = 20_000_000)
    {
        var analysis = new TableAnalysis(table, budget);
        if (!analysis.Search(0, Enumerable.Range(0, analysis.rowCount).ToArray()))
            return new TableFindings { IsTooBig = true, Gap = "some facts, perhaps: it is too big to be searched" };
        return new TableFindings
        {
            Gap = analysis.gap ?? analysis.possibleGap,
            MayBeClosed = analysis.gap is null,
            Overlaps = analysis.overlaps.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value)).ToArray(),
            Unreachable = Enumerable.Range(0, analysis.rowCount).Where(row => !analysis.reached[row]).ToArray(),
        };
    }

    /// <summary>Searches the current region from a column on; false if the budget ran out.</summary>
    private bool Search(int column, int[] rows)
    {
        work -= rows.Length + 1;
        if (work < 0)
            return false;
        if (rows.Length == 0)
        {
            gap ??= Describe(column);
            return true;
        }
        if (firstWins && CoversRest(rows[0], column))
        {
            // The first row takes all of the region, so the others do not reach it.
            reached[rows[0]] = true;
            return true;
        }
        if (column == domains.Length || rows.All(row => IsIndifferent(row, column)))
        {
            if (column == domains.Length)
            {
                Judge(rows);
                return true;
            }
            region[column] = -1;
            return Search(column + 1, rows);
        }
        return SearchSegments(column, rows);
    }

    private bool SearchSegments(int column, int[] rows)
    {
        var count = domains[column].Count;
        var starts = new SortedSet<int> { 0 };
        foreach (var row in rows)
        {
            foreach (var (low, high) in maybe[row][column].Ranges.Concat(sure[row][column].Ranges))
            {
                starts.Add(low);
                if (high + 1 < count)
                    starts.Add(high + 1);
            }
        }
        var segments = starts.ToArray();
        var members = new List<int>[segments.Length];
        for (var i = 0; i < segments.Length; i++)
            members[i] = [];
        foreach (var row in rows)
        {
            foreach (var (low, high) in maybe[row][column].Ranges)
            {
                for (var i = Array.BinarySearch(segments, low); i < segments.Length && segments[i] <= high; i++)
                {
                    members[i].Add(row);
                    if (--work < 0)
                        return false;
                }
            }
        }
        for (var i = 0; i < segments.Length; i++)
        {
            region[column] = segments[i];
            if (!Search(column + 1, members[i].ToArray()))
                return false;
        }
        return true;
    }

    /// <summary>A region in which no test tells values apart: which rows surely match it?</summary>
    private void Judge(int[] rows)
    {
        var first = -1;
        foreach (var row in rows)
        {
            if (firstWins && first >= 0)
                break;
            reached[row] = true;
            if (!MatchesSurely(row))
                continue;
            if (first >= 0 && overlaps.Count < MaxOverlaps && !overlaps.ContainsKey((first, row)))
                overlaps.Add((first, row), Describe(domains.Length));
            if (first < 0)
                first = row;
        }
        if (first < 0)
            possibleGap ??= Describe(domains.Length);
    }

    private bool MatchesSurely(int row)
    {
        for (var column = 0; column < domains.Length; column++)
        {
            if (!Contains(sure[row][column], region[column], domains[column].Count))
                return false;
        }
        return true;
    }

    private static bool Contains(ClassRanges ranges, int index, int count)
    {
        if (index < 0)
            return ranges.IsAll(count);
        foreach (var (low, high) in ranges.Ranges)
        {
            if (index >= low && index <= high)
                return true;
        }
        return false;
    }

    private bool CoversRest(int row, int column)
    {
        for (var i = 0; i < column; i++)
        {
            if (!Contains(sure[row][i], region[i], domains[i].Count))
                return false;
        }
        for (var i = column; i < domains.Length; i++)
        {
            if (!sure[row][i].IsAll(domains[i].Count))
                return false;
        }
        return true;
    }

    private bool IsIndifferent(int row, int column) => sure[row][column].IsAll(domains[column].Count);

    private string Describe(int columns)
    {
        var parts = new List<string>();
        for (var column = 0; column < columns; column++)
        {
            if (region[column] >= 0)
                parts.Add(domains[column].Describe(region[column]));
        }
        return parts.Count == 0 ? "any facts" : string.Join(" and ", parts);
    }
}
