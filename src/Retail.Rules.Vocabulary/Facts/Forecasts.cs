using System;

namespace Retail.Rules.Vocabulary;

/// <summary>What a model expects to be sold in a window. Immutable and thread-safe.</summary>
public sealed record DemandForecast
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The store, region or channel that it is for, by its id.</summary>
    public required string Scope { get; init; }

    /// <summary>When it would be sold.</summary>
    public required LocalWindow Window { get; init; }

    /// <summary>The units that would be sold without the promotion.</summary>
    public required decimal BaselineUnits { get; init; }

    /// <summary>Units with the promotion over units without, from 0: 2 is twice as many; null if unknown.</summary>
    public decimal? UpliftMultiple { get; init; }

    /// <summary>The units that are as likely exceeded as not.</summary>
    public required decimal DemandP50 { get; init; }

    /// <summary>The units that are exceeded one time in five; null if the model does not say.</summary>
    public decimal? DemandP80 { get; init; }

    /// <summary>The units that are exceeded one time in ten; null if the model does not say.</summary>
    public decimal? DemandP90 { get; init; }

    /// <summary>Standard deviation over mean, from 0; null if the model does not say.</summary>
    public decimal? Cv { get; init; }

    /// <summary>The model; null if unknown.</summary>
    public string? ModelId { get; init; }

    /// <summary>Its version; null if unknown.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Whether the model is approved for use. One that is not counts for nothing.</summary>
    public bool ModelApproved { get; init; }

    /// <summary>The day on which it was made; null if unknown.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>
/// What a model says of a risk. It is a fact like others: rules may raise severity or tighten a threshold by it, and never lower either; one that is
/// stale or of a model that is not approved is ignored and reported. Immutable and thread-safe.
/// </summary>
public sealed record RiskScore
{
    /// <summary>What risk it is, such as stock-out; null if there is but one.</summary>
    public string? Name { get; init; }

    /// <summary>The risk, from 0 to 1.</summary>
    public required Percent Risk { get; init; }

    /// <summary>The day on which it was scored; null if unknown.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The model; null if unknown.</summary>
    public string? ModelId { get; init; }

    /// <summary>Its version; null if unknown.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Whether the model is approved for use.</summary>
    public bool ModelApproved { get; init; }
}
