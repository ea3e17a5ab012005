using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>Inventory mismatch rate between two systems: Σ|a − b| / Σ max(a, b), in units. Immutable and thread-safe.</summary>
/// <param name="SystemA">One system.</param>
/// <param name="SystemB">The other; the pair is the same either way.</param>
/// <param name="Mismatch">Units that they disagree on, of the greater of both counts.</param>
/// <param name="Differing">Positions that differ, of all positions compared.</param>
public sealed record StockMismatch(string SystemA, string SystemB, Rate Mismatch, Rate Differing);

/// <summary>Counts comparisons of stock. Not thread-safe.</summary>
internal sealed class StockTally
{
    private readonly SortedDictionary<(string A, string B), StockMismatch> pairs = new(Comparer<(string A, string B)>.Create((left, right) =>
        string.CompareOrdinal(left.A, right.A) is not 0 and var order ? order : string.CompareOrdinal(left.B, right.B)));

    public void Add(StockRecord record)
    {
        var isInOrder = string.CompareOrdinal(record.SystemA, record.SystemB) < 0;
        var key = isInOrder ? (record.SystemA, record.SystemB) : (record.SystemB, record.SystemA);
        var before = pairs.GetValueOrDefault(key) ?? new StockMismatch(key.Item1, key.Item2, new Rate(0m, 0m), new Rate(0m, 0m));
        var gap = Math.Abs(record.QtyA - record.QtyB);
        pairs[key] = before with
        {
            Mismatch = new Rate(before.Mismatch.Count + gap, before.Mismatch.Of + Math.Max(record.QtyA, record.QtyB)),
            Differing = new Rate(before.Differing.Count + (gap == 0m ? 0m : 1m), before.Differing.Of + 1m),
        };
    }

    public IReadOnlyList<StockMismatch>? ToResult() => pairs.Count == 0 ? null : [.. pairs.Values];
}
