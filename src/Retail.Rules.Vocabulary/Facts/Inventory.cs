using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>Where stock is.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<LocationType>))]
public enum LocationType
{
    /// <summary>A store.</summary>
    Store,

    /// <summary>A distribution centre.</summary>
    Dc,

    /// <summary>With the supplier, who ships it to the customer.</summary>
    Dropship,

    /// <summary>On the way.</summary>
    InTransit,
}

/// <summary>How sure a receipt is.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<ReceiptStatus>))]
public enum ReceiptStatus
{
    /// <summary>A plan; nobody has ordered it.</summary>
    Planned,

    /// <summary>Ordered, and the supplier has confirmed.</summary>
    Confirmed,

    /// <summary>Shipped: an advance shipping notice is there.</summary>
    Asn,

    /// <summary>On the dock.</summary>
    Received,

    /// <summary>It should have come and has not.</summary>
    Overdue,
}

/// <summary>What stock of an item a location holds, all of it counted in one unit. Immutable and thread-safe.</summary>
public sealed record InventoryPosition
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The location's id.</summary>
    public required string Location { get; init; }

    /// <summary>What kind of location it is; null if unknown.</summary>
    public LocationType? LocationType { get; init; }

    /// <summary>The unit of every number here: each unless stated.</summary>
    public UnitOfMeasure Unit { get; init; }

    /// <summary>What is there.</summary>
    public required decimal OnHand { get; init; }

    /// <summary>What of it is promised to orders.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>What of it is held for baskets and may come back; null if unknown.</summary>
    public decimal? SoftReserved { get; init; }

    /// <summary>The safety stock stated for this location: 0 switches it off, null leaves it to the level above.</summary>
    public decimal? Safety { get; init; }

    /// <summary>What of it is set aside for one channel or customer for good.</summary>
    public required decimal HardAllocated { get; init; }

    /// <summary>What of it may not be sold; null if unknown.</summary>
    public decimal? Quarantine { get; init; }

    /// <summary>What must stand on the shelf so that it looks filled; null if unknown.</summary>
    public decimal? PresentationMin { get; init; }

    /// <summary>When the stock was read; its age counts from here.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The system it was read from; null if unknown.</summary>
    public string? Source { get; init; }

    /// <summary>The number of the last event in the reading; null if the feed has none.</summary>
    public long? Sequence { get; init; }

    /// <summary>Whether events before that one are missing.</summary>
    public required bool SequenceGap { get; init; }
}

/// <summary>Stock that is to come. Immutable and thread-safe.</summary>
public sealed record Receipt
{
    /// <summary>The item; null if it stands with the item.</summary>
    public string? Sku { get; init; }

    /// <summary>Where it arrives; null if it stands with the location.</summary>
    public string? Location { get; init; }

    /// <summary>How much, from 0.</summary>
    public required decimal Qty { get; init; }

    /// <summary>The unit of <see cref="Qty"/>: each unless stated.</summary>
    public UnitOfMeasure Unit { get; init; }

    /// <summary>The day on which it is on the dock.</summary>
    public required DateOnly Dock { get; init; }

    /// <summary>Days from the dock until it can be sold, from 0; null if unknown.</summary>
    public int? PutAwayDays { get; init; }

    /// <summary>How sure it is.</summary>
    public required ReceiptStatus Status { get; init; }

    /// <summary>The order or shipping notice it comes from; null if unknown.</summary>
    public string? Document { get; init; }
}
