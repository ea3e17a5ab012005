using System;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Metrics;

/// <summary>What to measure. Immutable and thread-safe.</summary>
public sealed record MetricsOptions
{
    /// <summary>The first instant of the period; null if it has no beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The instant before which the period ends; null if it has no end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The instant at which open work is aged; null for the last one that any record tells of, in the period or not.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How far from the planned instant an activation may be, either way; from 0, 5 minutes unless stated.</summary>
    public TimeSpan ActivationTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The working time of roles for which the records state none; null if there is none, and their approvals are then left out.</summary>
    public BusinessTime? WorkingTime { get; init; }
}
