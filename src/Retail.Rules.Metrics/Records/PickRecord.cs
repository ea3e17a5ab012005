using System;

namespace Retail.Rules.Metrics;

/// <summary><c>pick</c>: units that a warehouse picked, and those that it had to handle again. A line may stand for one pick or for a day.</summary>
public sealed record PickRecord : MetricRecord
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The warehouse or store.</summary>
    public required string Node { get; init; }

    /// <summary>Units picked, from 0.</summary>
    public required decimal Picked { get; init; }

    /// <summary>Units picked again, from 0.</summary>
    public decimal Repicked { get; init; }

    /// <summary>Units packed again, from 0.</summary>
    public decimal Repacked { get; init; }

    /// <summary>Units put back on the shelf, from 0.</summary>
    public decimal PutBack { get; init; }

    internal override DateTimeOffset? Instant => At;

    internal override string? Problem() =>
        Blank(Node, "node") ?? OutOfRange(Picked, "picked") ?? OutOfRange(Repicked, "repicked") ?? OutOfRange(Repacked, "repacked") ?? OutOfRange(PutBack, "putBack");
}
