using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Release;

/// <summary>A promotion that asks to be released: where, when, and the facts about it. Immutable once built; the facts must not be changed meanwhile.</summary>
public sealed record ReleaseRequest
{
    /// <summary>The promotion's id; a fact of the same name.</summary>
    public required string Promotion { get; init; }

    /// <summary>Its first day by the calendar of each region; the fact <c>start</c>.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day, included; the fact <c>end</c>.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The channels that it runs on, and when they open.</summary>
    public required IReadOnlyList<ChannelHours> Channels { get; init; }

    /// <summary>The days on which a region may open, the earliest first; the fact <c>waves</c>.</summary>
    public required IReadOnlyList<ReleaseWave> Waves { get; init; }

    /// <summary>The regions, each with its own facts.</summary>
    public required IReadOnlyList<ReleaseRegion> Regions { get; init; }

    /// <summary>The facts that hold for the promotion as a whole, by name; an object.</summary>
    public required JsonElement Facts { get; init; }

    /// <summary>Reads a request.</summary>
    /// <param name="json">The request as a JSON object, names in camelCase.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not such an object; the message names the member.</exception>
    public static ReleaseRequest Parse(string json) =>
        JsonSerializer.Deserialize(json ?? throw new ArgumentNullException(nameof(json)), ReleaseJson.Default.ReleaseRequest)
        ?? throw new JsonException("a release request cannot be null");
}

/// <summary>When a channel opens on the first day of a region, and closes on its last. Immutable.</summary>
public sealed record ChannelHours
{
    /// <summary>The channel's name, as the rules know it.</summary>
    public required string Channel { get; init; }

    /// <summary>When it opens, by the clocks of the region.</summary>
    public required TimeOnly Opens { get; init; }

    /// <summary>When it closes on the last day, by the clocks of the region; null if that day runs to midnight.</summary>
    public TimeOnly? Closes { get; init; }
}

/// <summary>A day on which a region may open. Immutable.</summary>
public sealed record ReleaseWave
{
    /// <summary>What it is called, such as <c>Fri</c>.</summary>
    public required string Wave { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The share of the promotion's demand that falls on it, as a fraction.</summary>
    public required decimal Share { get; init; }
}

/// <summary>A region, its time zone and its facts. Immutable.</summary>
public sealed record ReleaseRegion
{
    /// <summary>Its name; a fact of the same name.</summary>
    public required string Region { get; init; }

    /// <summary>Its IANA time zone, such as <c>America/New_York</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Facts that hold in this region, by name; an object. They go before those of the promotion.</summary>
    public required JsonElement Facts { get; init; }
}

/// <summary>The JSON contract: names in camelCase, nothing unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ReleaseRequest))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
