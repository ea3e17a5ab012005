using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>When and how supplier money is earned.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<FundingType>))]
public enum FundingType
{
    /// <summary>Off the invoice, at purchase within the buying window.</summary>
    OffInvoice,

    /// <summary>Billed back after performance, on units bought or sold.</summary>
    Billback,

    /// <summary>Paid on units that went through the till within the selling window.</summary>
    Scanback,

    /// <summary>A fixed amount for an event or a display.</summary>
    Lump,

    /// <summary>A part of the cost of advertising, with proof that it ran.</summary>
    Coop,

    /// <summary>A rebate once purchases reach a threshold.</summary>
    VolumeRebate,

    /// <summary>A coupon that the manufacturer pays when it is handed in.</summary>
    ManufacturerCoupon,
}

/// <summary>How far an agreement has come. Only a signed one counts.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<AgreementStatus>))]
public enum AgreementStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Offered by the supplier.</summary>
    Offered,

    /// <summary>Signed by both.</summary>
    Signed,

    /// <summary>Signed, but the two do not agree on it.</summary>
    Disputed,

    /// <summary>Over.</summary>
    Expired,
}

/// <summary>Which units a tier's rate pays for. The same words of a contract give amounts far apart: 125,000 units may be 32,500 or 50,000.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<TierMode>))]
public enum TierMode
{
    /// <summary>Each rate pays for the units inside its tier.</summary>
    Marginal,

    /// <summary>The highest rate reached pays for all units.</summary>
    Retroactive,
}

/// <summary>What a cap limits.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<CapBasis>))]
public enum CapBasis
{
    /// <summary>The amount that the agreement pays in all.</summary>
    Amount,

    /// <summary>The units that the agreement pays for.</summary>
    Units,

    /// <summary>The amount that it pays for each store.</summary>
    PerStore,
}

/// <summary>What the supplier wants to see before paying.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<ProofRequirement>))]
public enum ProofRequirement
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A report of the tills.</summary>
    ScanReport,

    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>The page on which the advertisement ran.</summary>
    TearSheet,

    /// <summary>A photo of the display.</summary>
    Photo,
}

/// <summary>What a supplier agreed to pay towards a promotion. Immutable and thread-safe.</summary>
/// <remarks>Null means unknown: an agreement whose status, window or terms are unknown counts as nothing.</remarks>
public sealed record SupplierFunding
{
    /// <summary>The agreement's number; null if unknown.</summary>
    public string? Id { get; init; }

    /// <summary>Who pays; null if unknown.</summary>
    public string? Supplier { get; init; }

    /// <summary>When and how the money is earned.</summary>
    public required FundingType Type { get; init; }

    /// <summary>How far the agreement has come; null if unknown.</summary>
    public AgreementStatus? Status { get; init; }

    /// <summary>The first day of the selling window, in store-local dates; null if unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the selling window, which belongs to it; null if unknown.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The first day of the buying window (offInvoice, billback, volumeRebate); null if unknown or none.</summary>
    public DateOnly? BuyFrom { get; init; }

    /// <summary>The last day of the buying window, which belongs to it; null if unknown or none.</summary>
    public DateOnly? BuyTo { get; init; }

    /// <summary>The amount per <see cref="RateUnit"/>; null if the agreement has none.</summary>
    public Money? Rate { get; init; }

    /// <summary>What <see cref="Rate"/> pays for: each item unless stated. 0.50 per case of 12 is not 0.50 per item.</summary>
    public UnitOfMeasure RateUnit { get; init; }

    /// <summary>The part of the cost that it pays, from 0 to 1; null if the agreement has none.</summary>
    public Percent? RateOfCost { get; init; }

    /// <summary>Rates by volume; null if the agreement has none.</summary>
    public ValueList<FundingTier>? Tiers { get; init; }

    /// <summary>Which units a tier pays for: an agreement with tiers must say it; null if it does not.</summary>
    public TierMode? TierMode { get; init; }

    /// <summary>The fixed amount (lump, coop, manufacturerCoupon: the face value); null if the agreement has none.</summary>
    public Money? Amount { get; init; }

    /// <summary>The most that it pays; null if it has no such cap.</summary>
    public Money? Cap { get; init; }

    /// <summary>What of the cap is used already; null if unknown. A fresh agreement has zero.</summary>
    public Money? CapUsed { get; init; }

    /// <summary>The most units that it pays for; null unless <see cref="CapBasis"/> is units.</summary>
    public decimal? CapUnits { get; init; }

    /// <summary>What the cap limits.</summary>
    public CapBasis CapBasis { get; init; }

    /// <summary>The currency rate agreed for it: units of the shelf's currency for one unit of the agreement's, above zero; null if none is agreed.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>The supplier's share where several share one deal, from 0 to 1; null if it is alone or unknown.</summary>
    public Percent? SplitShare { get; init; }

    /// <summary>What the supplier wants to see before paying; null if unknown.</summary>
    public ProofRequirement? Proof { get; init; }

    /// <summary>Whether somebody has planned how to get that proof.</summary>
    public bool ProofPlan { get; init; }

    /// <summary>Whether the supplier gets a service of its own for the money, such as an advertisement.</summary>
    public bool DistinctService { get; init; }

    /// <summary>What that service would cost by itself; null if unknown or none.</summary>
    public Money? StandalonePrice { get; init; }

    /// <summary>How the money is booked; null if finance has not settled it.</summary>
    public AccountingTreatment? Treatment { get; init; }

    /// <summary>The day on which finance approved the treatment; null if it has not.</summary>
    public DateOnly? FinanceApproved { get; init; }
}

/// <summary>A rate from a number of units on. Immutable and thread-safe.</summary>
public sealed record FundingTier
{
    /// <summary>The units after which the rate begins, from 0: 50,000 is the rate of the 50,001st.</summary>
    public required decimal From { get; init; }

    /// <summary>The amount per unit; null if the tier pays a part of the cost.</summary>
    public Money? Rate { get; init; }

    /// <summary>The part of the cost that it pays, from 0 to 1; null if the tier pays an amount.</summary>
    public Percent? RateOfCost { get; init; }
}
