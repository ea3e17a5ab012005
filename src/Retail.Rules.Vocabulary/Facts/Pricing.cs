using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>Whether a price holds the tax on sales.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<TaxBasis>))]
public enum TaxBasis
{
    /// <summary>With tax, as shelves in Europe show it.</summary>
    Inclusive,

    /// <summary>Without, as shelves in the United States show it. Costs are always without.</summary>
    Exclusive,
}

/// <summary>What kind of price it is.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<PriceKind>))]
public enum PriceKind
{
    /// <summary>What the item costs without a promotion.</summary>
    Regular,

    /// <summary>What it costs in a promotion, after which the regular price returns.</summary>
    Promo,

    /// <summary>What it costs until it is gone.</summary>
    Clearance,

    /// <summary>The lowest price that the supplier lets the retailer advertise.</summary>
    Map,

    /// <summary>The price that the manufacturer suggests.</summary>
    Msrp,

    /// <summary>What another retailer asks.</summary>
    Competitor,
}

/// <summary>A price of an item in a price zone and channel, and when it applies. Immutable and thread-safe.</summary>
public sealed record Price
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The stores that share the price.</summary>
    public required string PriceZone { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The price for one unit.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether the amount holds tax.</summary>
    public required TaxBasis Basis { get; init; }

    /// <summary>The rate of tax, from 0: 0.20 is 20%.</summary>
    public required Percent VatRate { get; init; }

    /// <summary>What kind of price it is.</summary>
    public required PriceKind Kind { get; init; }

    /// <summary>The first instant at which it applies.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant at which it no longer applies; null if no end is set.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The version of the price file that carries it, which all systems must hold; null if unknown.</summary>
    public string? PriceVersion { get; init; }

    /// <summary>When the reading was taken; null if unknown.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The system it was read from; null if unknown.</summary>
    public string? Source { get; init; }
}

/// <summary>What an item has really cost in a price zone and channel. Rules on former prices look here for the lowest. Immutable and thread-safe.</summary>
public sealed record PriceHistory
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The stores that share the prices.</summary>
    public required string PriceZone { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The prices that were applied, promotions and clearance among them, in any order.</summary>
    public required ValueList<Price> Applied { get; init; }

    /// <summary>The instant from which the history is whole; null if it is not known to be, so that nothing can be proved from it.</summary>
    public DateTimeOffset? CompleteFrom { get; init; }

    /// <summary>When the reading was taken; null if unknown.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The system it was read from; null if unknown.</summary>
    public string? Source { get; init; }
}

/// <summary>What an item costs the retailer, always without tax. Immutable and thread-safe.</summary>
public sealed record Cost
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>Who supplies it; null if unknown.</summary>
    public string? Supplier { get; init; }

    /// <summary>The supplier's list price.</summary>
    public required Money List { get; init; }

    /// <summary>What the invoice says: list less what is taken off on the invoice.</summary>
    public required Money NetInvoice { get; init; }

    /// <summary>Net invoice less permanent terms and back margin; null if unknown.</summary>
    public Money? NetNet { get; init; }

    /// <summary>The delivery terms that the cost is for, such as DDP; null if unknown.</summary>
    public string? Terms { get; init; }

    /// <summary>How much of the item the amounts pay for, such as 12 EA or 1 CASE.</summary>
    public required Quantity Per { get; init; }

    /// <summary>The first day on which the cost applies.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The day on which it was confirmed; its age counts from here.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The system it was read from; null if unknown.</summary>
    public string? Source { get; init; }
}
