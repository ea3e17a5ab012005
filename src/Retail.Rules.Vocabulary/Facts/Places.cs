namespace Retail.Rules.Vocabulary;

/// <summary>A store. Immutable and thread-safe.</summary>
public sealed record Store
{
    /// <summary>The store's number.</summary>
    public required string Id { get; init; }

    /// <summary>The region it belongs to.</summary>
    public required string Region { get; init; }

    /// <summary>The stores that it shares prices with.</summary>
    public required string PriceZone { get; init; }

    /// <summary>Its zone in the tz database, such as <c>Europe/Berlin</c>. Stores of one region may differ.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Its country by ISO 3166-1, such as <c>GB</c>.</summary>
    public required string Country { get; init; }

    /// <summary>The part of the country whose law applies, such as <c>SCT</c>; null where the country has one law.</summary>
    public string? Nation { get; init; }

    /// <summary>The name over the door; null if unknown.</summary>
    public string? Banner { get; init; }
}

/// <summary>What is the same for a whole region. Immutable and thread-safe.</summary>
public sealed record RegionProfile
{
    /// <summary>The region's id.</summary>
    public required string Id { get; init; }

    /// <summary>The zone in the tz database by which the region launches.</summary>
    public required string TimeZone { get; init; }

    /// <summary>From which exposure on a launch is capped, staggered or held; null if the rules themselves say it.</summary>
    public RegionLimits? Limits { get; init; }

    /// <summary>The role that answers for the region; null if unknown.</summary>
    public string? OwnerRole { get; init; }
}

/// <summary>How much a region may risk. Exposure is expected demand over what can be promised. Immutable and thread-safe.</summary>
public sealed record RegionLimits
{
    /// <summary>Up to this exposure it launches in full; above zero.</summary>
    public required Percent Launch { get; init; }

    /// <summary>Up to this exposure it launches with a cap on what is shown online.</summary>
    public required Percent Capped { get; init; }

    /// <summary>Up to this exposure it waits for a later wave; beyond, it is held.</summary>
    public required Percent Stagger { get; init; }

    /// <summary>The deepest discount that the region may give by itself, from 0 to 1.</summary>
    public required Percent Depth { get; init; }

    /// <summary>The part of the stock that may be shown online, from 0 to 1.</summary>
    public required Percent Fence { get; init; }
}

/// <summary>What is the same for a whole channel. Immutable and thread-safe.</summary>
public sealed record ChannelProfile
{
    /// <summary>The channel's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whether showing a price there advertises it, so that minimum advertised prices bind.</summary>
    public required bool Advertises { get; init; }

    /// <summary>Whether other sellers are beside it.</summary>
    public required bool Marketplace { get; init; }

    /// <summary>The part of the stock that it may show, from 0 to 1.</summary>
    public required Percent Fence { get; init; }

    /// <summary>The part of that which it keeps back, from 0 to 1.</summary>
    public required Percent Buffer { get; init; }

    /// <summary>How old a reading of stock may be there, in minutes.</summary>
    public required decimal MaxInventoryAgeMin { get; init; }
}
