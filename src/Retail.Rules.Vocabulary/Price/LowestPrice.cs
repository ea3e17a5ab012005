using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// The lowest price of the days before a reduction, per zone and channel: the price that an announced reduction must state and be computed from.
/// Prices count that were in force in the window, also those set before it, and earlier promotions. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Sources: Directive 98/6/EC article 6a and Commission notice 2021/C 526/02; Court of Justice C-330/23 (Aldi Süd): a percentage or highlight must
/// itself be computed from that price.
/// </remarks>
public static class LowestPrice
{
    /// <summary>The lowest price in force in the window.</summary>
    /// <param name="history">The prices as they were applied, of any zones and channels, in any order; null is unknown.</param>
    /// <param name="priceZone">The price zone that is asked about.</param>
    /// <param name="channel">The channel that is asked about.</param>
    /// <param name="window">The days that count.</param>
    /// <returns>The lowest; unknown if there is a day in the window whose price is unknown, or the window has no day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="window"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Money? Before(IReadOnlyList<AppliedPrice>? history, string priceZone, string channel, PriorPriceWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.From >= window.Until || FirstGap(history, priceZone, channel, window) is not null)
            return null;
        Money? lowest = null;
        foreach (var price in InWindow(history, priceZone, channel, window))
            lowest = lowest is { } least ? Money.Min(least, price.Amount) : price.Amount;
        return lowest;
    }

    /// <summary>The first day in the window without a price: what stands in the way of an answer.</summary>
    /// <param name="history">The prices as they were applied; null is unknown.</param>
    /// <param name="priceZone">The price zone that is asked about.</param>
    /// <param name="channel">The channel that is asked about.</param>
    /// <param name="window">The days that count.</param>
    /// <returns>The day; null if each has a price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="window"/> is null.</exception>
    public static DateOnly? FirstGap(IReadOnlyList<AppliedPrice>? history, string priceZone, string channel, PriorPriceWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var day = window.From;
        foreach (var price in InWindow(history, priceZone, channel, window).OrderBy(price => price.From))
        {
            if (price.From > day)
                break;
            if (price.Until is not { } until)
                return null;
            if (until > day)
                day = until;
        }

        return day < window.Until ? day : null;
    }

    private static IEnumerable<AppliedPrice> InWindow(IReadOnlyList<AppliedPrice>? history, string priceZone, string channel, PriorPriceWindow window) =>
        (history ?? []).Where(price => price.PriceZone == priceZone && price.Channel == channel
            && PromotionOverlap.Intersect(price.From, price.Until ?? DateOnly.MaxValue, window.From, window.Until));
}
