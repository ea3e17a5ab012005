using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>
/// A node's rate against the network's. A difference alone says nothing of a node with few orders: it differs only where the network's rate lies
/// outside the node's interval. Immutable and thread-safe.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="Rate">Its rate.</param>
/// <param name="Interval">Within which bounds that may really lie: 95% by Wilson's score.</param>
/// <param name="Differs">above or below the network; null if it may be the same.</param>
public sealed record NodeRate(string Node, Rate Rate, WilsonInterval Interval, string? Differs);

/// <summary>Counts events that happened, of all events, by node. Not thread-safe.</summary>
internal sealed class NodeTally
{
    private readonly SortedDictionary<string, (long Count, long Of)> nodes = new(StringComparer.Ordinal);

    public void Add(string node, bool counts)
    {
        var (count, of) = nodes.GetValueOrDefault(node);
        nodes[node] = (count + (counts ? 1 : 0), of + 1);
    }

    public IReadOnlyList<NodeRate> ToResult(Rate network) => [.. nodes.Select(node =>
    {
        var interval = WilsonInterval.Of(node.Value.Count, node.Value.Of);
        var differs = network.Value < interval.Low ? "above" : network.Value > interval.High ? "below" : null;
        return new NodeRate(node.Key, new Rate(node.Value.Count, node.Value.Of), interval, differs);
    })];
}
