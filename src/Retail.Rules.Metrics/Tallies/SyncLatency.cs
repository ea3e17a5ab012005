using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>How long changes of stock took from one place to a channel. Averages hide the peak, so there is none. Immutable and thread-safe.</summary>
/// <param name="From">Where they happened.</param>
/// <param name="To">The channel.</param>
/// <param name="Seconds">The spread of those that arrived, in seconds; null if none did.</param>
/// <param name="Open">How many are not visible yet; they are in no percentile, so look at them before it.</param>
public sealed record SyncLatency(string From, string To, Distribution? Seconds, long Open);

/// <summary>Counts sync events. Not thread-safe.</summary>
internal sealed class SyncTally
{
    private readonly SortedDictionary<(string From, string To), Pair> pairs = new(Comparer<(string From, string To)>.Create((left, right) =>
        string.CompareOrdinal(left.From, right.From) is not 0 and var order ? order : string.CompareOrdinal(left.To, right.To)));

    public void Add(SyncRecord record)
    {
        if (!pairs.TryGetValue((record.From, record.To), out var pair))
            pairs.Add((record.From, record.To), pair = new Pair());
        if (record.VisibleAt is { } visible)
            pair.Ticks.Add((visible - record.EventAt).Ticks);
        else
            pair.Open++;
    }

    public IReadOnlyList<SyncLatency>? ToResult() => pairs.Count == 0
        ? null
        : [.. pairs.Select(pair => new SyncLatency(pair.Key.From, pair.Key.To, Distribution.Of(pair.Value.Ticks, TimeSpan.TicksPerSecond), pair.Value.Open))];

    private sealed class Pair
    {
        public List<long> Ticks { get; } = [];

        public long Open { get; set; }
    }
}
