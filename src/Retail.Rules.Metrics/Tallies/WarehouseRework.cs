using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>Warehouse rework: units picked again, packed again or put back, of the units picked. Immutable and thread-safe.</summary>
/// <param name="Rework">In all, in units; over 100% where units are handled again more often than once.</param>
/// <param name="Nodes">The same by node.</param>
public sealed record WarehouseRework(Rate Rework, IReadOnlyDictionary<string, Rate> Nodes);

/// <summary>Counts picks. Not thread-safe.</summary>
internal sealed class PickTally
{
    private readonly SortedDictionary<string, Rate> nodes = new(StringComparer.Ordinal);

    public void Add(PickRecord record)
    {
        var before = nodes.GetValueOrDefault(record.Node) ?? new Rate(0m, 0m);
        nodes[record.Node] = new Rate(before.Count + record.Repicked + record.Repacked + record.PutBack, before.Of + record.Picked);
    }

    public WarehouseRework? ToResult() => nodes.Count == 0
        ? null
        : new WarehouseRework(new Rate(nodes.Values.Sum(node => node.Count), nodes.Values.Sum(node => node.Of)), new SortedDictionary<string, Rate>(nodes, StringComparer.Ordinal));
}
