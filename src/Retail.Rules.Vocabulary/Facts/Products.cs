using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>The level of a brand, from lowest to highest: <c>value &lt; standard &lt; premium</c>.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<BrandTier>))]
public enum BrandTier
{
    /// <summary>The entry price.</summary>
    Value,

    /// <summary>The usual.</summary>
    Standard,

    /// <summary>The best.</summary>
    Premium,
}

/// <summary>How warm an item is kept.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<TemperatureZone>))]
public enum TemperatureZone
{
    /// <summary>As the room is.</summary>
    Ambient,

    /// <summary>Cold.</summary>
    Chilled,

    /// <summary>Frozen.</summary>
    Frozen,
}

/// <summary>An item as the customer ordered it. Immutable and thread-safe.</summary>
public record Product
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>Its brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The level of the brand.</summary>
    public required BrandTier Tier { get; init; }

    /// <summary>The finest level of the category tree, such as <c>milk.semi</c>.</summary>
    public required string Subcat { get; init; }

    /// <summary>How warm it is kept.</summary>
    public required TemperatureZone Temp { get; init; }

    /// <summary>What one pack holds, above zero, in <see cref="SizeUnit"/>.</summary>
    public required decimal Size { get; init; }

    /// <summary>The unit of <see cref="Size"/>, such as ML or G; null if unknown, and then two sizes compare as numbers of the same unit.</summary>
    public UnitOfMeasure? SizeUnit { get; init; }

    /// <summary>The price of one pack, with tax as the shelf shows it.</summary>
    public required Money Price { get; init; }

    /// <summary>The class by which it is restricted, such as alcohol; null if it is not.</summary>
    public string? Class { get; init; }

    /// <summary>The stage of infant formula; null if unknown or none.</summary>
    public string? Stage { get; init; }

    /// <summary>The flavour or kind within the sub-category; null if unknown or none.</summary>
    public string? Variant { get; init; }

    /// <summary>The kind of pack, such as a bottle; null if unknown.</summary>
    public string? Pack { get; init; }

    /// <summary>Alcohol by volume in points: 13.5 is 13.5%; null if unknown or none.</summary>
    public decimal? Abv { get; init; }

    /// <summary>The allergens that it declares; null if unknown, which never passes for none.</summary>
    public TextSet? Allergens { get; init; }

    /// <summary>What it claims to be, such as vegan; null if unknown, which never passes for a claim.</summary>
    public TextSet? Claims { get; init; }

    /// <summary>The days that a customer expects it to keep; null if unknown.</summary>
    public int? ExpectedShelfDays { get; init; }
}

/// <summary>An item that may stand in for another. Immutable and thread-safe.</summary>
public sealed record SubstituteCandidate : Product
{
    /// <summary>The days that it still keeps; null if unknown.</summary>
    public int? ShelfDays { get; init; }

    /// <summary>How many packs are there to be picked.</summary>
    public required decimal Available { get; init; }

    /// <summary>How often customers took it in place of the other, from 0 to 1; null if unknown.</summary>
    public Percent? AcceptRate { get; init; }

    /// <summary>Whether this customer bought it before.</summary>
    public bool BoughtBefore { get; init; }
}
