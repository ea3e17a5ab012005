using System;
using System.Collections.Generic;

namespace Retail.Rules.Books.Freshmart;

/// <summary>The facts of a promotion that is up for approval. Percents are fractions; prices carry VAT, costs do not.</summary>
public sealed record Promotion
{
    public required DateOnly AsOf { get; init; }
    public required DateOnly Submitted { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }
    public required string Country { get; init; }
    public required string? Nation { get; init; }
    public required string Category { get; init; }
    public required string Mechanic { get; init; }
    public required Ratio RegularPrice { get; init; }
    public required Ratio EffectiveUnitPrice { get; init; }
    public required Ratio Participation { get; init; }
    public required string? ClaimText { get; init; }
    public required LocalTime? StoreLaunch { get; init; }
    public required LocalTime? OnlineLaunch { get; init; }
    public required Ratio VatRate { get; init; }
    public required Ratio UnitCost { get; init; }
    public required DateOnly CostAsOf { get; init; }

    /// <summary>How old the snapshot of the prices is; null if they come from none.</summary>
    public required TimeSpan? PriceAge { get; init; }

    /// <summary>The same for the stock.</summary>
    public required TimeSpan? StockAge { get; init; }

    public required Ratio? WasPrice { get; init; }
    public required Ratio? Lowest30 { get; init; }
    public required bool Announced { get; init; }
    public required bool PerishableExempt { get; init; }
    public required Ratio BaselineUnits { get; init; }
    public required Ratio PromoUnits { get; init; }
    public required bool ComparableHistory { get; init; }
    public required Ratio CannibalUnits { get; init; }
    public required Ratio CannibalMargin { get; init; }
    public required Ratio FixedCost { get; init; }
    public required Ratio FrVolumeShare { get; init; }
    public required Ratio PromoWeeksIn12 { get; init; }
    public required Ratio? DaysSinceLastPromo { get; init; }
    public required RiskScore? Ai { get; init; }
    public required Ratio? DemandP80 { get; init; }
    public required Ratio SupplyToEnd { get; init; }
    public required Ratio ReplenLeadDays { get; init; }

    /// <summary>How much of what the depot can pick is needed in the launch week.</summary>
    public required Ratio? PickUse { get; init; }

    /// <summary>The same for its trucks.</summary>
    public required Ratio? TruckUse { get; init; }

    public required IReadOnlyList<Agreement> Funding { get; init; }
    public required IReadOnlyList<Ratio>? Split { get; init; }
    public required Ratio? Budget { get; init; }
    public required Ratio Committed { get; init; }
    public required Ratio? AlcoholUnits { get; init; }
    public required bool Hfss { get; init; }
    public required bool Pgc { get; init; }
    public required bool Banned { get; init; }
    public required bool Overlaps { get; init; }
    public required bool Emergency { get; init; }
    public required bool Clearance { get; init; }
    public required string? Submitter { get; init; }

    /// <summary>What an approval is of, as it is now.</summary>
    public required ApprovedFacts Current { get; init; }

    /// <summary>The same as it was when somebody approved it; null if nobody has.</summary>
    public required ApprovedFacts? Approved { get; init; }

    /// <summary>Buy-one-get-one-free, multibuy, X for Y and extra free: more has to be bought to get the price.</summary>
    public bool IsVolumeOffer => Mechanic is "bogof" or "multibuy" or "xfory" or "extra_free";
}

/// <summary>A moment by the clock on the store's wall; minutes are counted from midnight.</summary>
public sealed record LocalTime(DateOnly Date, Ratio Minute);

/// <summary>What a supplier pays. Without status or window it is as good as unsigned.</summary>
public sealed record Agreement
{
    public required string? Id { get; init; }
    public required string? Supplier { get; init; }
    public required string Type { get; init; }
    public required string? Status { get; init; }
    public required DateOnly? From { get; init; }
    public required DateOnly? To { get; init; }
    public required Ratio Rate { get; init; }
    public required IReadOnlyList<Tier>? Tiers { get; init; }
    public required Ratio Amount { get; init; }
    public required Ratio? Cap { get; init; }
    public required string? Treatment { get; init; }
    public required DateOnly? FinanceApproved { get; init; }
    public required bool ProofPlan { get; init; }
}

/// <summary>From so many units on, a rate for the units inside the tier.</summary>
public sealed record Tier(Ratio From, Ratio Rate);

/// <summary>A model's view of the risk; ignored and reported unless the model is approved and the score dated.</summary>
public sealed record RiskScore(Ratio Risk, DateOnly? AsOf, bool ModelApproved);
