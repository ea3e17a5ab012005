using System;

namespace Retail.Rules.Metrics;

/// <summary><c>touch</c>: a change of an order's state. Only those by a person are interventions.</summary>
public sealed record TouchRecord : MetricRecord
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The order.</summary>
    public required string Order { get; init; }

    /// <summary>Whether a person made it, and not a system.</summary>
    public required bool ByPerson { get; init; }

    internal override DateTimeOffset? Instant => At;

    internal override string? Problem() => Blank(Order, "order");
}
