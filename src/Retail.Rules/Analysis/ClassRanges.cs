using System;
using System.Collections.Generic;

namespace Retail.Rules.Analysis;

/// <summary>A set of elementary classes of a column (see <see cref="ColumnDomain"/>) as sorted, separate, inclusive ranges of their numbers. Immutable.</summary>
internal sealed class ClassRanges
{
    public static readonly ClassRanges None = new([]);

    private ClassRanges(IReadOnlyList<(int Low, int High)> ranges) => Ranges = ranges;

    public IReadOnlyList<(int Low, int High)> Ranges { get; }

    public bool IsEmpty => Ranges.Count == 0;

    public static ClassRanges Of(int low, int high) => low > high ? None : new([(low, high)]);

    public bool IsAll(int count) => Ranges.Count == 1 && Ranges[0] == (0, count - 1);

    public ClassRanges Union(ClassRanges other)
    {
        if (IsEmpty || other.IsEmpty)
            return IsEmpty ? other : this;
        var all = new List<(int Low, int High)>(Ranges);
        all.AddRange(other.Ranges);
        all.Sort();
        var merged = new List<(int Low, int High)> { all[0] };
        foreach (var range in all)
        {
            var last = merged[merged.Count - 1];
            if (range.Low <= last.High + 1)
                merged[merged.Count - 1] = (last.Low, Math.Max(last.High, range.High));
            else
                merged.Add(range);
        }
        return new ClassRanges(merged);
    }

    /// <summary>The classes 0 to <paramref name="count"/> − 1 that are not in the set.</summary>
    public ClassRanges Complement(int count)
    {
        var rest = new List<(int Low, int High)>();
        var next = 0;
        foreach (var (low, high) in Ranges)
        {
            if (low >= count)
                break;
            if (low > next)
                rest.Add((next, low - 1));
            next = high + 1;
        }
        if (next < count)
            rest.Add((next, count - 1));
        return new ClassRanges(rest);
    }
}
