using System;

namespace Retail.Rules.Vocabulary;

/// <summary>How close a substitute is, from 0 to about 100. Score what is not excluded; a score never brings back what is. Stateless and thread-safe.</summary>
public static class SubstituteScore
{
    /// <summary>From this score on a substitute is offered (C27).</summary>
    public const decimal MayOffer = 40m;

    /// <summary>From this score on it is sent without asking (C26).</summary>
    public const decimal MayDecide = 60m;

    /// <summary>
    /// The score: same variant 15, same kind of pack 5, content up to 10, all claims kept 10, same brand 15 or else same tier 8, bought before 20,
    /// acceptance up to 15, price up to 10.
    /// </summary>
    /// <param name="original">What was ordered, with a price above 0.</param>
    /// <param name="candidate">What may stand in for it; an acceptance rate that is unknown counts as 0.</param>
    /// <param name="packs">Packs of the candidate for one pack of the original, see <see cref="PackCount"/>.</param>
    /// <returns>The score, to 18 places, so that two that are equal do not differ by a rounding; unknown if the original's price or size is not above 0.</returns>
    /// <exception cref="ArgumentNullException">A product is null.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static decimal? Of(Product original, SubstituteCandidate candidate, int packs)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(candidate);
        if (original.Price.Amount <= 0m || original.Size <= 0m)
            return null;
        var content = Math.Abs((candidate.Size * packs) - original.Size) / (original.Size * 0.25m);
        var price = Math.Abs(((candidate.Price * packs) - original.Price) / original.Price) / 0.5m;
        var score = (candidate.Variant == original.Variant ? 15m : 0m)
            + (candidate.Pack == original.Pack ? 5m : 0m)
            + (10m * (1m - content))
            + (original.Claims is { } claims && claims.IsSubsetOf(candidate.Claims ?? []) ? 10m : 0m)
            + (candidate.Brand == original.Brand ? 15m : candidate.Tier == original.Tier ? 8m : 0m)
            + (candidate.BoughtBefore ? 20m : 0m)
            + (15m * (candidate.AcceptRate?.Fraction ?? 0m))
            + (10m * Math.Max(0m, 1m - price));
        return decimal.Round(score, 18, MidpointRounding.AwayFromZero);
    }
}
