namespace Retail.Rules.Vocabulary;

/// <summary>
/// What a unit brings on average, when not every unit is sold at the deal. Depth takes the full deal price and margin the average: judging buy
/// one, get one free at a flat 50% turns good offers down, and averaging its depth hides bad ones. Stateless and thread-safe.
/// </summary>
public static class AveragePrice
{
    /// <summary>The average of deal and regular price, weighted by participation.</summary>
    /// <param name="effective">The price of a unit in the deal, see <see cref="EffectivePrice"/>; null is unknown.</param>
    /// <param name="regular">The regular price; null is unknown.</param>
    /// <param name="participation">The share of units sold at the deal, from 0 to 100%; a price cut has 100% by nature; null is unknown.</param>
    /// <returns>2.00 instead of 4.00 at 70% is 2.60; unknown if an argument is, or the share is outside its range.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Money? Of(Money? effective, Money? regular, Percent? participation) =>
        participation is { Fraction: >= 0m and <= 1m } share ? (effective * share) + (regular * (1m - share.Fraction)) : null;

    /// <summary>The average price of a unit of a promotion line.</summary>
    /// <param name="line">The line; null is unknown. An unknown participation is taken as all, which gives the least margin.</param>
    /// <param name="regular">The regular price of the item; null is unknown.</param>
    /// <param name="giftValue">The regular price of the gift, for that mechanic alone; null is unknown.</param>
    /// <returns>The average; unknown if the price of the deal is.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Money? OfLine(PromotionLine? line, Money? regular, Money? giftValue = null) =>
        Of(EffectivePrice.OfLine(line, regular, giftValue), regular, line?.Participation ?? Percent.Hundred);
}
