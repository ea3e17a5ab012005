using System;
using System.Collections.Generic;

namespace Retail.Rules.Books.Homegoods;

/// <summary>The facts of one article's weekend launch in one region. Percents are fractions; prices are before sales tax.</summary>
public sealed record Launch
{
    public required string Region { get; init; }
    public required string Sku { get; init; }
    public required string PriceVersion { get; init; }

    /// <summary>The price version that each system has acknowledged; null where it has none.</summary>
    public required IReadOnlyList<(string System, string? Version)> PriceAcks { get; init; }

    public required Ratio MappedPct { get; init; }
    public required bool FinanceSigned { get; init; }
    public required Ratio RegularPrice { get; init; }
    public required Ratio PromoPrice { get; init; }
    public required Ratio UnitCost { get; init; }
    public required Ratio FundingPerUnit { get; init; }
    public required Ratio? MapPrice { get; init; }
    public required bool InCartOnly { get; init; }
    public required Ratio InventoryAgeMin { get; init; }
    public required Ratio DuplicateEvents { get; init; }
    public required bool SequenceGap { get; init; }
    public required Ratio OnHand { get; init; }
    public required Ratio Safety { get; init; }
    public required Ratio Reserved { get; init; }
    public required Ratio HardAllocated { get; init; }
    public required Ratio BaselinePerDay { get; init; }
    public required IReadOnlyList<Receipt> Receipts { get; init; }
    public required Ratio DemandP50 { get; init; }
    public required Ratio Cv { get; init; }
    public required Ratio WmsLines { get; init; }
    public required Ratio WmsCapacity { get; init; }

    /// <summary>The risk that an approved model sees; null without a score or without its approval.</summary>
    public required Ratio? Risk { get; init; }

    /// <summary>The channels that have a plan; null if nobody has said.</summary>
    public required IReadOnlyList<string>? Planned { get; init; }

    public required IReadOnlyList<Activation> Activations { get; init; }

    /// <summary>The replenishment plan counts on this promotion.</summary>
    public required bool Reforecast { get; init; }

    public required Agreement? Agreement { get; init; }
    public required IReadOnlyList<DiscountPart> DiscountParts { get; init; }

    /// <summary>The treatments that have a ledger account in this region; null if nobody has said.</summary>
    public required IReadOnlyList<string>? GlMapped { get; init; }

    public required Ratio? DaysToLaunch { get; init; }
    public required bool LabourConfirmed { get; init; }
    public required IReadOnlyList<StoreStock> StoreStock { get; init; }
    public required Ratio? TransferCost { get; init; }
    public required Ratio? EventMargin { get; init; }

    /// <summary>Somebody is about to let it go live.</summary>
    public required bool Activating { get; init; }

    /// <summary>The roles that have signed.</summary>
    public required IReadOnlyList<string> ApprovedBy { get; init; }
}

public sealed record Receipt(Ratio Qty, DateOnly Dock, string Status);

/// <summary>When a channel would start to sell at the promotion's price.</summary>
public sealed record Activation(string Channel, DateTimeOffset At);

/// <summary>The supplier's promise of money.</summary>
public sealed record Agreement(string? Status, DateOnly? From, DateOnly? To);

/// <summary>A part of the discount: who pays it, and how finance means to book it.</summary>
public sealed record DiscountPart(string Payer, string? Treatment);

/// <summary>What a store has, and what its shelf needs to look full.</summary>
public sealed record StoreStock(string Id, Ratio OnHand, Ratio Presentation)
{
    /// <summary>Units beyond the shelf; below nothing if it is not full.</summary>
    public Ratio Spare => OnHand - Presentation;
}

/// <summary>What a region may do: three exposure thresholds, its depth limit, and the share of stock that online may see.</summary>
public sealed record Region(Ratio Launch, Ratio Capped, Ratio Stagger, Ratio MaxDepth, Ratio OnlineFence)
{
    public static Region Of(string name) => name switch
    {
        "NE" => new Region(0.80m, 1.00m, 1.30m, 0.30m, 0.45m),
        "SE" => new Region(0.85m, 1.00m, 1.30m, 0.35m, 0.35m),
        "MW" => new Region(0.85m, 1.05m, 1.35m, 0.35m, 0.35m),
        "SW" => new Region(0.85m, 1.00m, 1.30m, 0.35m, 0.30m),
        "W" => new Region(0.75m, 0.95m, 1.20m, 0.25m, 0.50m),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a region of the book"),
    };
}
