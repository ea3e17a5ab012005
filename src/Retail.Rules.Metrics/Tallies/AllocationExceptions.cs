using System;
using System.Collections.Generic;

namespace Retail.Rules.Metrics;

/// <summary>Order allocation exceptions: of the lines allocated, those that needed a person or another node. Immutable and thread-safe.</summary>
/// <param name="Exceptions">Lines with an exception, of all lines.</param>
/// <param name="Manual">Of them, those that needed a person.</param>
/// <param name="Resourced">Of them, those that needed another node.</param>
/// <param name="Reasons">How many for each reason that was given; blank stands for none.</param>
/// <param name="Nodes">The same by node, against the network.</param>
public sealed record AllocationExceptions(Rate Exceptions, long Manual, long Resourced, IReadOnlyDictionary<string, long> Reasons, IReadOnlyList<NodeRate> Nodes);

/// <summary>Counts allocations. Not thread-safe.</summary>
internal sealed class AllocationTally
{
    private readonly SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
    private readonly NodeTally nodes = new();
    private long lines;
    private long manual;
    private long resourced;

    public void Add(AllocationRecord record)
    {
        lines++;
        manual += record.Outcome == AllocationOutcome.Manual ? 1 : 0;
        resourced += record.Outcome == AllocationOutcome.Resourced ? 1 : 0;
        var isException = record.Outcome != AllocationOutcome.Allocated;
        nodes.Add(record.Node, isException);
        if (isException)
            reasons[record.Reason?.Trim() ?? ""] = reasons.GetValueOrDefault(record.Reason?.Trim() ?? "") + 1;
    }

    public AllocationExceptions? ToResult()
    {
        if (lines == 0)
            return null;
        var rate = new Rate(manual + resourced, lines);
        return new AllocationExceptions(rate, manual, resourced, new SortedDictionary<string, long>(reasons, StringComparer.Ordinal), nodes.ToResult(rate));
    }
}
