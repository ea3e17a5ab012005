using System;

namespace Retail.Rules.Metrics;

/// <summary><c>sync</c>: a change of stock on its way from where it happened to where customers see it.</summary>
public sealed record SyncRecord : MetricRecord
{
    /// <summary>Where it happened, such as a store.</summary>
    public required string From { get; init; }

    /// <summary>The channel that shows it.</summary>
    public required string To { get; init; }

    /// <summary>When the goods moved.</summary>
    public required DateTimeOffset EventAt { get; init; }

    /// <summary>When the channel showed it; null if it does not yet.</summary>
    public DateTimeOffset? VisibleAt { get; init; }

    internal override DateTimeOffset? Instant => EventAt;

    internal override DateTimeOffset? LastInstant => VisibleAt ?? EventAt;

    internal override string? Problem() => Blank(From, "from") ?? Blank(To, "to") ?? Before(VisibleAt, "visibleAt", EventAt, "eventAt");
}
