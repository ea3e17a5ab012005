using System;

namespace Retail.Rules.Metrics;

/// <summary><c>stock</c>: what two systems say of the same stock at the same time.</summary>
public sealed record StockRecord : MetricRecord
{
    /// <summary>When they were compared.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The location.</summary>
    public required string Location { get; init; }

    /// <summary>One system.</summary>
    public required string SystemA { get; init; }

    /// <summary>What it says, from 0.</summary>
    public required decimal QtyA { get; init; }

    /// <summary>The other system.</summary>
    public required string SystemB { get; init; }

    /// <summary>What it says, from 0.</summary>
    public required decimal QtyB { get; init; }

    internal override DateTimeOffset? Instant => At;

    internal override string? Problem() =>
        Blank(Sku, "sku") ?? Blank(Location, "location") ?? Blank(SystemA, "systemA") ?? Blank(SystemB, "systemB") ?? OutOfRange(QtyA, "qtyA") ?? OutOfRange(QtyB, "qtyB")
        ?? (SystemA == SystemB ? "`systemA` and `systemB` are the same" : null);
}
