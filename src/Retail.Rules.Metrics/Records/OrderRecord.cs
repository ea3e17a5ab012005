using System;

namespace Retail.Rules.Metrics;

/// <summary><c>order</c>: an order that is done with, once for each order, and which of the four promises it kept.</summary>
public sealed record OrderRecord : MetricRecord
{
    /// <summary>When it was done with: delivered, collected or given up.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The order.</summary>
    public required string Order { get; init; }

    /// <summary>The store or warehouse that served it; null if several or unknown.</summary>
    public string? Node { get; init; }

    /// <summary>Whether it came when it was promised.</summary>
    public required bool OnTime { get; init; }

    /// <summary>Whether all of it came.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether all of it was undamaged.</summary>
    public required bool Undamaged { get; init; }

    /// <summary>Whether its documents and its invoice were right.</summary>
    public required bool DocumentsRight { get; init; }

    internal override DateTimeOffset? Instant => At;

    internal override string? Problem() => Blank(Order, "order") ?? (Node is null ? null : Blank(Node, "node"));
}
