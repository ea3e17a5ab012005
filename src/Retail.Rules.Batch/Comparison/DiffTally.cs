using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Counts differences, block by block in the order of the rows. Not thread-safe.</summary>
internal sealed class DiffTally
{
    private readonly DiffSubject subject;
    private readonly int maxExamples;
    private readonly List<long> examples = [];
    private readonly SortedDictionary<(int From, int To), FlipCount> flips = [];
    private readonly SortedDictionary<string, SideCount> rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SideCount> roles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SideCount> members = new(StringComparer.Ordinal);
    private readonly ExactSum oldTotal = new();
    private readonly ExactSum newTotal = new();
    private long changed;
    private long flipped;
    private long unusable;

    public DiffTally(DiffSubject subject, int maxExamples)
    {
        this.subject = subject;
        this.maxExamples = maxExamples;
    }

    public long Rows { get; private set; }

    public void Add(ComparedBlock block)
    {
        Rows += block.Facts.Count;
        unusable += block.Unusable;
        foreach (var difference in block.Differences)
            Add(difference);
    }

    public DiffReport ToReport() => new()
    {
        Old = subject.Old.Name + " " + subject.Old.Version,
        New = subject.New.Name + " " + subject.New.Version,
        Rows = Rows,
        Unusable = unusable,
        Changed = changed,
        Flipped = flipped,
        Examples = [.. examples],
        Flips = [.. flips.Values.Select(flip => new VerdictFlip(flip.From, flip.To, flip.Count, MeasureOf(flip.Old, flip.New), [.. flip.Examples]))],
        Rules = Sides(rules),
        Approvers = Sides(roles),
        Members = [.. members.Select(member => new MemberDifference(member.Key, member.Value.Old, [.. member.Value.Examples]))],
        Measure = MeasureOf(oldTotal, newTotal),
    };

    private void Add(RowDifference difference)
    {
        var row = difference.Row;
        changed++;
        Note(row, examples);
        if (difference.IsFlip)
            AddFlip(difference);
        foreach (var rule in difference.OldRules)
            Note(row, Of(rules, subject.RuleIds[rule]).AddOld());
        foreach (var rule in difference.NewRules)
            Note(row, Of(rules, subject.RuleIds[rule]).AddNew());
        foreach (var role in difference.OldRoles)
            Note(row, Of(roles, role).AddOld());
        foreach (var role in difference.NewRoles)
            Note(row, Of(roles, role).AddNew());
        foreach (var member in difference.Members)
            Note(row, Of(members, member).AddOld());
    }

    private void AddFlip(RowDifference difference)
    {
        flipped++;
        var key = (Rank(difference.Old), Rank(difference.New));
        if (!flips.TryGetValue(key, out var flip))
            flips.Add(key, flip = new FlipCount(difference.Old, difference.New));
        flip.Count++;
        Note(difference.Row, flip.Examples);
        oldTotal.Add(difference.OldMeasure);
        newTotal.Add(difference.NewMeasure);
        flip.Old.Add(difference.OldMeasure);
        flip.New.Add(difference.NewMeasure);
    }

    private MeasureSum? MeasureOf(ExactSum before, ExactSum after) => subject.Measure is null
        ? null
        : new MeasureSum(subject.Measure, subject.OldMeasure is null ? null : before.Total, subject.NewMeasure is null ? null : after.Total, before.Unknown, after.Unknown);

    private void Note(long row, List<long> rows)
    {
        if (rows.Count < maxExamples)
            rows.Add(row);
    }

    private static int Rank(Verdict? verdict) => verdict is { } known ? (int)known : -1;

    private static SideCount Of(SortedDictionary<string, SideCount> counts, string name)
    {
        if (!counts.TryGetValue(name, out var count))
            counts.Add(name, count = new SideCount());
        return count;
    }

    private static SideDifference[] Sides(SortedDictionary<string, SideCount> counts) =>
        [.. counts.Select(entry => new SideDifference(entry.Key, entry.Value.Old, entry.Value.New, [.. entry.Value.Examples]))];

    private sealed class SideCount
    {
        public List<long> Examples { get; } = [];

        public long Old { get; private set; }

        public long New { get; private set; }

        public List<long> AddOld()
        {
            Old++;
            return Examples;
        }

        public List<long> AddNew()
        {
            New++;
            return Examples;
        }
    }

    private sealed class FlipCount(Verdict? from, Verdict? to)
    {
        public Verdict? From { get; } = from;

        public Verdict? To { get; } = to;

        public long Count { get; set; }

        public List<long> Examples { get; } = [];

        public ExactSum Old { get; } = new();

        public ExactSum New { get; } = new();
    }
}

/// <summary>A sum without rounding, and how many values there were not. Not thread-safe.</summary>
internal sealed class ExactSum
{
    private Value sum;

    public long Unknown { get; private set; }

    /// <exception cref="OverflowException">A decimal cannot hold it.</exception>
    public decimal Total
    {
        get
        {
            var exact = Exact.Simplify(sum);
            return exact.Reference is null && exact.Denominator == 0m
                ? Exact.WithoutTrailingZeros(exact.Numerator)
                : throw new OverflowException("the sum of the measure needs more digits than a number may have");
        }
    }

    public void Add(in Value value)
    {
        if (value.IsUnknown)
            Unknown++;
        else
            sum = Exact.Add(sum, value);
    }
}
