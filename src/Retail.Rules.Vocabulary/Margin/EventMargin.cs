namespace Retail.Rules.Vocabulary;

/// <summary>What the margin of an event is reckoned from, without tax. Anything unknown is null and makes the result unknown. Immutable and thread-safe.</summary>
public sealed record EventPlan
{
    /// <summary>Units that will be sold in the event.</summary>
    public decimal? Units { get; init; }

    /// <summary>The margin of one of them after funding per unit, see <see cref="GrossMargin.AfterFunding"/>.</summary>
    public Money? UnitMargin { get; init; }

    /// <summary>Lump sums that count, for the whole event; null is unknown, so say zero where there are none.</summary>
    public Money? LumpSums { get; init; }

    /// <summary>Units that would have been sold anyway.</summary>
    public decimal? BaselineUnits { get; init; }

    /// <summary>The margin of one of them at the regular price.</summary>
    public Money? RegularUnitMargin { get; init; }

    /// <summary>Units that siblings of the item lose to the event.</summary>
    public decimal? CannibalizedUnits { get; init; }

    /// <summary>The margin of one of those.</summary>
    public Money? CannibalizedUnitMargin { get; init; }

    /// <summary>What the event costs whatever it sells: leaflets, displays.</summary>
    public Money? FixedCost { get; init; }
}

/// <summary>Whether an event pays, as amounts. Stateless and thread-safe.</summary>
public static class EventMargin
{
    /// <summary>
    /// What the event adds: its margin and lump sums, less what the baseline would have earned at the regular price, what siblings lose, and fixed cost.
    /// </summary>
    /// <param name="plan">The plan; null is unknown.</param>
    /// <returns>40,000 × 0.675 − 12,000 × 1.80 = 5,400; below zero if the event loses; unknown if any part of the plan is.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Of(EventPlan? plan) => plan is null ? null
        : Times(plan.UnitMargin, plan.Units) + plan.LumpSums - Times(plan.RegularUnitMargin, plan.BaselineUnits)
            - Times(plan.CannibalizedUnitMargin, plan.CannibalizedUnits) - plan.FixedCost;

    /// <summary>What the reduction costs over the event, without tax.</summary>
    /// <param name="units">Units that will be sold in the event; null is unknown.</param>
    /// <param name="netRegular">The regular price without tax; null is unknown.</param>
    /// <param name="netPromo">The average promotion price without tax; null is unknown.</param>
    /// <returns>22,000 units at 0.25 less are 5,500.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Money? DiscountCost(decimal? units, Money? netRegular, Money? netPromo) => Times(netRegular - netPromo, units);

    /// <summary>The part of the reduction that suppliers bear.</summary>
    /// <param name="funding">What counts, lump sums included; null is unknown.</param>
    /// <param name="discountCost">What the reduction costs, above zero; null is unknown.</param>
    /// <returns>4,400 of 5,500 is 80%; above 100% if they pay more; unknown if there is no cost to share.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Percent? FundingShare(Money? funding, Money? discountCost) =>
        funding is { } paid && discountCost is { Amount: > 0m } cost ? Percent.FromFraction(paid / cost) : null;

    private static Money? Times(Money? amount, decimal? units) => amount * units;
}
