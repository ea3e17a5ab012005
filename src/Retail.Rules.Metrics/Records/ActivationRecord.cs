using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Metrics;

/// <summary>Which end of a promotion.</summary>
[JsonConverter(typeof(BoundaryJsonConverter))]
public enum ActivationBoundary
{
    /// <summary>It begins.</summary>
    Start,

    /// <summary>It ends, and prices revert.</summary>
    End,
}

/// <summary>
/// <c>activation</c>: an item at a location on a channel that was to get a price at an instant, and what each system showed. A late end costs refunds,
/// so ends are activations like starts.
/// </summary>
public sealed record ActivationRecord : MetricRecord
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The location.</summary>
    public required string Location { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Which end of the promotion.</summary>
    public required ActivationBoundary Boundary { get; init; }

    /// <summary>When it was to happen.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The price from then on: the deal's at a start, the regular one at an end.</summary>
    public required decimal Price { get; init; }

    /// <summary>The systems that were to show it; at least one.</summary>
    public required IReadOnlyList<string> Systems { get; init; }

    /// <summary>What systems showed, once for each; a system that is not among them has not activated.</summary>
    public required IReadOnlyList<ActivationSighting> Seen { get; init; }

    internal override DateTimeOffset? Instant => PlannedAt;

    internal override DateTimeOffset? LastInstant => Seen.Select(seen => seen.At).Append(PlannedAt).Max();

    internal override string? Problem() =>
        Blank(Sku, "sku") ?? Blank(Location, "location") ?? Blank(Channel, "channel") ?? OutOfRange(Price, "price")
        ?? (Systems is not { Count: > 0 } || Systems.Any(string.IsNullOrWhiteSpace) ? "`systems` names no system" : null)
        ?? (Systems.Distinct(StringComparer.Ordinal).Count() < Systems.Count ? "`systems` names a system twice" : null)
        ?? (Seen is null || Seen.Any(seen => seen is null) ? "`seen` is null" : null)
        ?? (Seen!.DistinctBy(seen => seen.System, StringComparer.Ordinal).Count() < Seen!.Count ? "`seen` has a system twice" : null);
}

/// <summary>What one system showed. Immutable and thread-safe.</summary>
public sealed record ActivationSighting
{
    /// <summary>The system.</summary>
    public required string System { get; init; }

    /// <summary>From when on it showed the price.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The item that it showed it for.</summary>
    public required string Sku { get; init; }

    /// <summary>The price that it showed.</summary>
    public required decimal Price { get; init; }
}

/// <summary>A boundary by its name: start, end. Thread-safe.</summary>
public sealed class BoundaryJsonConverter() : JsonStringEnumConverter<ActivationBoundary>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
