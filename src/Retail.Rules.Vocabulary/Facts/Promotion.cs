using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>How far a promotion has come.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<PromotionStatus>))]
public enum PromotionStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in for approval.</summary>
    Submitted,

    /// <summary>Approved, not yet sent out.</summary>
    Approved,

    /// <summary>Sent to the systems that carry it out.</summary>
    Released,

    /// <summary>Running.</summary>
    Active,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Withdrawn before its end.</summary>
    Cancelled,
}

/// <summary>A promotion as it is proposed: what is sold at which deal, where, when and who pays. Immutable and thread-safe.</summary>
/// <remarks>Null means unknown wherever a member may be null, and what is unknown never passes a check.</remarks>
public sealed record Promotion
{
    /// <summary>The promotion's number.</summary>
    public required string Id { get; init; }

    /// <summary>Counts its changes, from 1; an approval is for one revision.</summary>
    public required int Revision { get; init; }

    /// <summary>What people call it; null if it has no name.</summary>
    public string? Name { get; init; }

    /// <summary>How far it has come.</summary>
    public required PromotionStatus Status { get; init; }

    /// <summary>When it runs, as people of the stores say it.</summary>
    public required LocalWindow Window { get; init; }

    /// <summary>The day on which it was handed in, in the time zone of <see cref="Window"/>; lead time counts from here.</summary>
    public required DateOnly Submitted { get; init; }

    /// <summary>Who handed it in; null if unknown.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>The role of who handed it in, who may then not sign it; null if unknown.</summary>
    public string? Submitter { get; init; }

    /// <summary>Whether it may skip the usual lead time, for somebody with the authority to say so.</summary>
    public bool Emergency { get; init; }

    /// <summary>Where it runs; at least one region.</summary>
    public required ValueList<RegionScope> Regions { get; init; }

    /// <summary>The channels in which it runs, by their id.</summary>
    public required ValueList<string> Channels { get; init; }

    /// <summary>What is sold at which deal.</summary>
    public required ValueList<PromotionLine> Lines { get; init; }

    /// <summary>What suppliers pay towards it; none if empty.</summary>
    public ValueList<SupplierFunding> Funding { get; init => field = value ?? []; } = [];

    /// <summary>The budget that it draws on; null if unknown.</summary>
    public Budget? Budget { get; init; }

    /// <summary>How the discount is booked and whether finance agreed; null if finance has not been asked.</summary>
    public FinanceSignOff? Finance { get; init; }

    /// <summary>Whether it may run beside another promotion on the same item, place and channel.</summary>
    public bool Stackable { get; init; }

    /// <summary>Whether the item leaves the range, so that the price does not return.</summary>
    public bool Clearance { get; init; }

    /// <summary>The words in which it is advertised; null if unknown or none.</summary>
    public string? ClaimText { get; init; }

    /// <summary>The facts hash of the decision that approved it; null if it was never approved.</summary>
    public string? ApprovedFactsHash { get; init; }
}

/// <summary>A region in which a promotion runs. Immutable and thread-safe.</summary>
public sealed record RegionScope
{
    /// <summary>The region's id.</summary>
    public required string Region { get; init; }

    /// <summary>The stores of it that take part, by their id; null if all of them.</summary>
    public ValueList<string>? Stores { get; init; }
}

/// <summary>One item of a promotion and its deal. Which members a deal needs depends on its mechanic; a formula that misses one gives nothing. Immutable and thread-safe.</summary>
public sealed record PromotionLine
{
    /// <summary>The item.</summary>
    public required string Sku { get; init; }

    /// <summary>The kind of deal.</summary>
    public required Mechanic Mechanic { get; init; }

    /// <summary>The price in place of the regular one (price, loyalty, markdown), with tax as the shelf shows it; null if the deal is not a price.</summary>
    public Money? PromoPrice { get; init; }

    /// <summary>The part off the regular price, from 0 to 1 (pct, coupon, threshold); null if the deal is not a percent.</summary>
    public Percent? Pct { get; init; }

    /// <summary>The amount off (amount, coupon, threshold); null if the deal is not an amount.</summary>
    public Money? AmountOff { get; init; }

    /// <summary>How many units the customer gets (xfory, extra_free); above zero, null otherwise.</summary>
    public decimal? GetQty { get; init; }

    /// <summary>How many of them the customer pays for (xfory, extra_free); null otherwise.</summary>
    public decimal? PayQty { get; init; }

    /// <summary>The price of the whole deal (multibuy, mixMatch); null otherwise.</summary>
    public Money? DealPrice { get; init; }

    /// <summary>How many units the deal holds (multibuy, mixMatch); above zero, null otherwise.</summary>
    public decimal? DealQty { get; init; }

    /// <summary>The basket value from which the deal applies (threshold, gift); null otherwise.</summary>
    public Money? Threshold { get; init; }

    /// <summary>The part of the units sold that is sold at the deal, from 0 to 1; null if unknown, which formulas take as all: the least margin.</summary>
    public Percent? Participation { get; init; }

    /// <summary>How many units one customer may buy at the deal; null if no limit is set.</summary>
    public Quantity? MaxPerCustomer { get; init; }

    /// <summary>The former price that the advertisement states; null if it states none.</summary>
    public Money? WasPrice { get; init; }

    /// <summary>Whether a reduction is announced, so that the rules on former prices apply.</summary>
    public required bool Announced { get; init; }
}

/// <summary>Money set aside for promotions. Immutable and thread-safe.</summary>
public sealed record Budget
{
    /// <summary>The budget's id; null if unknown.</summary>
    public string? Id { get; init; }

    /// <summary>All of it.</summary>
    public required Money Amount { get; init; }

    /// <summary>What other promotions have taken of it already.</summary>
    public required Money Committed { get; init; }
}
