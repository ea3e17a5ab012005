using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>A rate from a number of units on, as a plain value. Immutable and thread-safe.</summary>
/// <param name="From">The units after which the rate begins, from 0: 50,000 is the rate of the 50,001st.</param>
/// <param name="Rate">The amount per unit.</param>
public readonly record struct RateTier(decimal From, Money Rate);

/// <summary>
/// Money by volume. There is no default mode: the same words of a contract may mean 32,500 or 50,000 for 125,000 units. Stateless and thread-safe.
/// </summary>
/// <remarks>Source of the two modes: Oracle Retail Merchandising deals, linear or scalar thresholds.</remarks>
public static class FundingTiers
{
    /// <summary>What a number of units earns.</summary>
    /// <param name="tiers">The tiers, in any order, no two of which begin at the same units; null is unknown.</param>
    /// <param name="mode">Marginal: each rate pays for the units inside its tier. Retroactive: the rate of the last unit pays for all. Null is unknown.</param>
    /// <param name="units">The units, zero or more; null is unknown. Units below the first tier earn nothing in marginal mode.</param>
    /// <returns>
    /// 125,000 units at 0.15, from 50,000 at 0.30, from 100,000 at 0.40: marginal 32,500, retroactive 50,000. Unknown if an argument is, there is no tier, two
    /// begin at the same units, or one below zero.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The rates are in different currencies.</exception>
    public static Money? Earned(IReadOnlyList<RateTier>? tiers, TierMode? mode, decimal? units)
    {
        if (tiers is null || mode is not { } how || units is not (>= 0m and { } sold) || !AreTiers(tiers))
            return null;
        var ordered = tiers.OrderBy(tier => tier.From).ToList();
        var reached = ordered.FindAll(tier => tier.From < sold);
        var nothing = Money.Zero(tiers[0].Rate.Currency);
        if (reached.Count == 0)
            return nothing;
        if (how == TierMode.Retroactive)
            return reached[^1].Rate * sold;

        var earned = nothing;
        for (var i = 0; i < reached.Count; i++)
        {
            var top = i + 1 < reached.Count ? reached[i + 1].From : sold;
            earned += reached[i].Rate * (top - reached[i].From);
        }

        return earned;
    }

    /// <summary>What a number of units earns by an agreement's tiers of amounts.</summary>
    /// <param name="tiers">The tiers; null is unknown.</param>
    /// <param name="mode">The mode; null is unknown.</param>
    /// <param name="units">The units, zero or more; null is unknown.</param>
    /// <returns>As above; unknown also if a tier has no rate per unit.</returns>
    /// <exception cref="CurrencyMismatchException">The rates are in different currencies.</exception>
    public static Money? Earned(IReadOnlyList<FundingTier>? tiers, TierMode? mode, decimal? units) =>
        tiers is null || tiers.Any(tier => tier.Rate is null) ? null : Earned([.. tiers.Select(tier => new RateTier(tier.From, tier.Rate!.Value))], mode, units);

    private static bool AreTiers(IReadOnlyList<RateTier> tiers) =>
        tiers.Count > 0 && tiers.All(tier => tier.From >= 0m) && tiers.Select(tier => tier.From).Distinct().Count() == tiers.Count;
}
