using System;

namespace Retail.Rules.Vocabulary;

/// <summary>A customer's order. Immutable and thread-safe.</summary>
public sealed record Order
{
    /// <summary>The order's number.</summary>
    public required string Id { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Who ordered; null if unknown.</summary>
    public string? Customer { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it is delivered or collected; null if that is not set.</summary>
    public LocalWindow? Slot { get; init; }

    /// <summary>What was ordered.</summary>
    public required ValueList<OrderLine> Lines { get; init; }

    /// <summary>How many lines have been substituted so far.</summary>
    public required int SubsSoFar { get; init; }

    /// <summary>What the retailer has paid of substitutes so far.</summary>
    public required Money AbsorbedSoFar { get; init; }

    /// <summary>Whether the customer wants no substitutes at all.</summary>
    public bool OptOut { get; init; }
}

/// <summary>A line of an order. Immutable and thread-safe.</summary>
public sealed record OrderLine
{
    /// <summary>Its number within the order, from 1; null if it stands alone.</summary>
    public int? No { get; init; }

    /// <summary>The item; null if it stands with the item.</summary>
    public string? Sku { get; init; }

    /// <summary>How much was ordered, above zero.</summary>
    public required decimal Qty { get; init; }

    /// <summary>The unit of <see cref="Qty"/> and <see cref="Picked"/>: each unless stated.</summary>
    public UnitOfMeasure Unit { get; init; }

    /// <summary>How much was picked; null if nobody has picked yet.</summary>
    public decimal? Picked { get; init; }

    /// <summary>The code that the picker scanned; null if nobody has picked yet.</summary>
    public string? PickedEan { get; init; }

    /// <summary>The price of one unit, with tax as the shelf shows it; null if it stands with the item.</summary>
    public Money? Price { get; init; }

    /// <summary>Whether the customer wants no substitute for this line.</summary>
    public bool OptOut { get; init; }

    /// <summary>The substitute that the customer chose beforehand; null if none.</summary>
    public string? Chosen { get; init; }

    /// <summary>The promotion at whose deal it was sold; null if none.</summary>
    public string? Promotion { get; init; }
}

/// <summary>Who orders. Immutable and thread-safe.</summary>
public sealed record Customer
{
    /// <summary>The customer's number.</summary>
    public required string Id { get; init; }

    /// <summary>The allergens that they avoid; null if unknown.</summary>
    public TextSet? Avoid { get; init; }

    /// <summary>The claims that what they eat must keep, such as halal; null if unknown.</summary>
    public TextSet? Diet { get; init; }

    /// <summary>The age that was proved, in whole years; null if none was.</summary>
    public int? VerifiedAge { get; init; }

    /// <summary>Whether it is a business, whose contract says what may be substituted.</summary>
    public required bool Business { get; init; }

    /// <summary>The level in the loyalty scheme; null if none.</summary>
    public string? LoyaltyTier { get; init; }
}
