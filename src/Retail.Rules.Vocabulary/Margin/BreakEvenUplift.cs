namespace Retail.Rules.Vocabulary;

/// <summary>How many more units an event must sell to earn what it would have earned without. Stateless and thread-safe.</summary>
public static class BreakEvenUplift
{
    /// <summary>The uplift, as a part of the baseline. Lump sums, fixed cost and cannibalised units are left out.</summary>
    /// <param name="regularUnitMargin">The margin of a unit at the regular price; null is unknown.</param>
    /// <param name="promoUnitMargin">The margin of a unit in the event after funding, above zero; null is unknown.</param>
    /// <returns>1.10 against 0.60 needs 83.3% more units; unknown if a unit in the event earns nothing, since no number of them is enough.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Percent? Of(Money? regularUnitMargin, Money? promoUnitMargin) =>
        regularUnitMargin is { } regular && promoUnitMargin is { Amount: > 0m } promo ? Percent.FromFraction((regular / promo) - 1m) : null;

    /// <summary>The units at which it breaks even.</summary>
    /// <param name="baselineUnits">Units that would have been sold anyway; null is unknown.</param>
    /// <param name="regularUnitMargin">The margin of a unit at the regular price; null is unknown.</param>
    /// <param name="promoUnitMargin">The margin of a unit in the event after funding, above zero; null is unknown.</param>
    /// <returns>12,000 at 1.10 against 0.60 are 22,000.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static decimal? Units(decimal? baselineUnits, Money? regularUnitMargin, Money? promoUnitMargin) =>
        baselineUnits is { } units && regularUnitMargin is { } regular && promoUnitMargin is { Amount: > 0m } promo ? regular * units / promo : null;
}
