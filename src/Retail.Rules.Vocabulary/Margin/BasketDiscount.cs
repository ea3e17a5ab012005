using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Discounts of a whole basket, spread over its lines so that each line has its margin and each supplier bears its part. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Source: Dynamics 365 Commerce has a switch whether cheapest-free is put on the cheapest line or spread over all; the funding of each supplier hangs on it.
/// </remarks>
public static class BasketDiscount
{
    /// <summary>Spreads a discount over lines by their prices, to the smallest unit of the currency, so that the parts add up to it exactly.</summary>
    /// <param name="discount">The discount.</param>
    /// <param name="linePrices">What each line costs before it, zero or more, not all zero.</param>
    /// <returns>3.50 over 5.00, 4.00 and 3.50 is 1.40, 1.12 and 0.98, in the order of the lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="linePrices"/> is null.</exception>
    /// <exception cref="ArgumentException">There is a discount and no line to bear it, or a price is below zero.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static IReadOnlyList<Money> Spread(Money discount, IReadOnlyList<Money> linePrices)
    {
        ArgumentNullException.ThrowIfNull(linePrices);
        return Split.ByWeights(discount, [.. linePrices.Select(price => price.In(discount.Currency))]);
    }

    /// <summary>The cheapest line free, spread over all lines.</summary>
    /// <param name="linePrices">What each line costs before it, zero or more; empty gives an empty list.</param>
    /// <returns>What is taken off each line, in the order of the lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="linePrices"/> is null.</exception>
    /// <exception cref="ArgumentException">A price is below zero.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static IReadOnlyList<Money> SpreadCheapestFree(IReadOnlyList<Money> linePrices)
    {
        ArgumentNullException.ThrowIfNull(linePrices);
        return linePrices.Count == 0 ? [] : Spread(linePrices.Aggregate(Money.Min), linePrices);
    }
}
