using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Splits an amount so that the parts add up to it exactly. Each part is first cut down to its places; the smallest units that are left go one
/// by one to the parts with the largest remainder, of equal ones to the earlier. Remainders are compared exactly, as integers, so that
/// no rounding decides who gets a cent. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// The largest remainder method (Hamilton). What goes wrong without: 9.98 of 10.00 when each third is rounded (ERPNext 58042), 2.02 of 2.00
/// (Broadleaf 1113).
/// </remarks>
public static class Split
{
    /// <summary>Splits an amount to the smallest unit of its currency.</summary>
    /// <param name="total">The amount; rounded half away from zero to the smallest unit first. A negative amount mirrors the positive one.</param>
    /// <param name="weights">The weights of the parts, zero or more; not all zero, unless there is nothing to split.</param>
    /// <returns>The parts, in the order of the weights: 10.00 in three is 3.34, 3.33, 3.33.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">A weight is below zero, or there is an amount and no weight.</exception>
    public static IReadOnlyList<Money> ByWeights(Money total, IReadOnlyList<decimal> weights) => ByWeights(total, weights, total.Currency.MinorUnitPlaces);

    /// <summary>Splits an amount to some decimal places.</summary>
    /// <param name="total">The amount; rounded half away from zero to the places first. A negative amount mirrors the positive one.</param>
    /// <param name="weights">The weights of the parts, zero or more; not all zero, unless there is nothing to split.</param>
    /// <param name="places">Decimal places of each part, 0 to 28.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">A weight is below zero, or there is an amount and no weight.</exception>
    /// <exception cref="OverflowException">A part has more digits than <see cref="decimal"/> holds.</exception>
    public static IReadOnlyList<Money> ByWeights(Money total, IReadOnlyList<decimal> weights, int places) =>
        [.. ByWeights(total.Amount, weights, places).Select(part => total with { Amount = part })];

    /// <summary>Splits a number, such as units, to some decimal places.</summary>
    /// <param name="total">The number; rounded half away from zero to the places first. A negative number mirrors the positive one.</param>
    /// <param name="weights">The weights of the parts, zero or more; not all zero, unless there is nothing to split.</param>
    /// <param name="places">Decimal places of each part, 0 to 28.</param>
    /// <returns>The parts, in the order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">A weight is below zero, or there is an amount and no weight.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="places"/> is not from 0 to 28.</exception>
    /// <exception cref="OverflowException">A part has more digits than <see cref="decimal"/> holds.</exception>
    public static IReadOnlyList<decimal> ByWeights(decimal total, IReadOnlyList<decimal> weights, int places)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 28);
        if (weights.Any(weight => weight < 0m))
            throw new ArgumentException("a part cannot have a weight below zero", nameof(weights));

        var whole = Scaled(decimal.Round(Math.Abs(total), places, MidpointRounding.AwayFromZero), places);
        var scale = weights.Count == 0 ? 0 : weights.Max(weight => (int)weight.Scale);
        var parts = weights.Select(weight => Scaled(weight, scale)).ToArray();
        var sum = parts.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (sum.IsZero && !whole.IsZero)
            throw new ArgumentException("there is something to split, and no part with a weight above zero", nameof(weights));

        return [.. Shares(whole, parts, sum).Select(share => Math.Sign(total) * (decimal)share * new decimal(1, 0, 0, false, (byte)places))];
    }

    /// <summary>Splits an amount over items, to the smallest unit of its currency.</summary>
    /// <typeparam name="T">What it is split over: suppliers, lines, stores.</typeparam>
    /// <param name="total">The amount; rounded half away from zero to the smallest unit first. A negative amount mirrors the positive one.</param>
    /// <param name="items">The items.</param>
    /// <param name="weight">The weight of an item, zero or more; not all zero, unless there is nothing to split.</param>
    /// <returns>The items with their shares, in their order.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A weight is below zero, or there is an amount and no weight.</exception>
    public static IReadOnlyList<Share<T>> Over<T>(Money total, IReadOnlyList<T> items, Func<T, decimal> weight)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(weight);
        return [.. items.Zip(ByWeights(total, [.. items.Select(weight)]), (item, share) => new Share<T>(item, share))];
    }

    private static BigInteger[] Shares(BigInteger whole, BigInteger[] weights, BigInteger sum)
    {
        var shares = new BigInteger[weights.Length];
        if (whole.IsZero)
            return shares;
        var remainders = new BigInteger[weights.Length];
        var left = whole;
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = BigInteger.DivRem(whole * weights[i], sum, out remainders[i]);
            left -= shares[i];
        }

        // Fewer units are left than parts have a remainder; the sort is stable, which makes the earlier win a tie.
        foreach (var i in Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            shares[i]++;
        return shares;
    }

    /// <summary>A decimal as a whole number of units of the given scale, which is at least its own.</summary>
    private static BigInteger Scaled(decimal value, int scale)
    {
        var bits = decimal.GetBits(value);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], false, 0));
        return digits * BigInteger.Pow(10, scale - value.Scale);
    }
}

/// <summary>An item and its part of what was split. Immutable and thread-safe.</summary>
/// <typeparam name="T">What was split over.</typeparam>
/// <param name="Item">The item.</param>
/// <param name="Amount">Its share.</param>
public readonly record struct Share<T>(T Item, Money Amount);
