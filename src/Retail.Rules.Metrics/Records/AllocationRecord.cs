using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Metrics;

/// <summary>How an order line found its stock.</summary>
[JsonConverter(typeof(OutcomeJsonConverter))]
public enum AllocationOutcome
{
    /// <summary>By itself, and it stayed.</summary>
    Allocated,

    /// <summary>By hand.</summary>
    Manual,

    /// <summary>Again, from another node.</summary>
    Resourced,
}

/// <summary><c>allocation</c>: an order line that was allocated, once for each line.</summary>
public sealed record AllocationRecord : MetricRecord
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The order.</summary>
    public required string Order { get; init; }

    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>The store or warehouse that was first to serve it.</summary>
    public required string Node { get; init; }

    /// <summary>How it went.</summary>
    public required AllocationOutcome Outcome { get; init; }

    /// <summary>Why it did not go by itself; null if unknown or it did.</summary>
    public string? Reason { get; init; }

    internal override DateTimeOffset? Instant => At;

    internal override string? Problem() => Blank(Order, "order") ?? Blank(Node, "node");
}

/// <summary>An outcome by its name: allocated, manual, resourced. Thread-safe.</summary>
public sealed class OutcomeJsonConverter() : JsonStringEnumConverter<AllocationOutcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
