using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>In which order a cap bites. There is no default: contracts differ.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<CapOrder>))]
public enum CapOrder
{
    /// <summary>All give way in the proportion of what they claim.</summary>
    Proportional,

    /// <summary>The first is paid in full, then the next, until nothing is left.</summary>
    Waterfall,
}

/// <summary>The most that an agreement pays. Above it more units earn nothing, so that the funding of each falls. Stateless and thread-safe.</summary>
public static class FundingCap
{
    /// <summary>What is left of a cap.</summary>
    /// <param name="cap">The cap; null is unknown.</param>
    /// <param name="used">What is used of it already; null is unknown.</param>
    /// <returns>The difference, never below zero.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Remaining(Money? cap, Money? used) => cap - used is { } left ? Money.Max(left, Money.Zero(left.Currency)) : null;

    /// <summary>A claim, as far as the cap still reaches.</summary>
    /// <param name="claimed">What would be earned without the cap; null is unknown.</param>
    /// <param name="remaining">What is left of the cap, see <see cref="Remaining"/>; null is unknown: do not ask for agreements without one.</param>
    /// <returns>24,000 under 15,000 is 15,000; unknown if an argument is.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Apply(Money? claimed, Money? remaining) => claimed is { } claim && remaining is { } left ? Money.Min(claim, left) : null;

    /// <summary>
    /// Pays several claims from one cap, to the smallest unit of its currency: each claim is rounded half away from zero to it, the cap down, so that it is never exceeded.
    /// </summary>
    /// <param name="remaining">What is left of the cap, zero or more.</param>
    /// <param name="claims">The claims, zero or more each.</param>
    /// <param name="order">In which order the cap bites.</param>
    /// <returns>
    /// What each is paid, in the order of the claims, never more than it claims: 6,000 and 4,000 from 5,000 are 3,000 and 2,000 in proportion, 5,000 and 0 in
    /// order. Proportions are split by largest remainder, see <see cref="Split"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="claims"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The cap or a claim is below zero.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static IReadOnlyList<Money> Pay(Money remaining, IReadOnlyList<Money> claims, CapOrder order)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentOutOfRangeException.ThrowIfNegative(remaining.Amount, nameof(remaining));
        foreach (var claim in claims)
            ArgumentOutOfRangeException.ThrowIfNegative(claim.Amount, nameof(claims));

        var left = Down(remaining);
        var asked = claims.Select(claim => claim.Round()).ToList();
        var total = asked.Aggregate(Money.Zero(remaining.Currency), (sum, claim) => sum + claim);
        if (total <= left)
            return asked;
        if (order == CapOrder.Proportional)
            return Split.ByWeights(left, asked.ConvertAll(claim => claim.Amount));

        var paid = new List<Money>();
        foreach (var claim in asked)
        {
            var part = Money.Min(claim, left);
            paid.Add(part);
            left -= part;
        }

        return paid;
    }

    private static Money Down(Money amount) => amount with { Amount = decimal.Round(amount.Amount, amount.Currency.MinorUnitPlaces, MidpointRounding.ToZero) };
}
