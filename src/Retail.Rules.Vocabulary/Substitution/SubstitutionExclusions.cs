using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// What rules an item out as a substitute, before any score. Unknown data that concern health exclude; where the trade sells without a number
/// (shelf days, alcohol by volume) unknown does not. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Sources: Regulation (EU) 1169/2011 article 14 (allergens are told before a distance sale and at delivery, which a substitute that is chosen later
/// can only keep by adding none); the windows and limits are those of the substitution book.
/// </remarks>
public static class SubstitutionExclusions
{
    /// <summary>The restricted class of alcohol.</summary>
    public const string Alcohol = "alcohol";

    /// <summary>The restricted class of infant formula.</summary>
    public const string InfantFormula = "infantFormula";

    /// <summary>Packs that are left on the shelf, for a count that is wrong.</summary>
    public const decimal ShelfReserve = 2m;

    /// <summary>Claims that a substitute must not lose.</summary>
    public static TextSet HardClaims { get; } = ["glutenFree", "lactoseFree", "halal", "kosher", "vegan", "vegetarian"];

    /// <summary>All that rules a candidate out.</summary>
    /// <param name="original">What was ordered.</param>
    /// <param name="candidate">What may stand in for it.</param>
    /// <param name="qty">How many packs were ordered, above 0.</param>
    /// <param name="sellsAlcohol">Whether the channel may sell alcohol as a substitute.</param>
    /// <param name="avoid">Allergens that the customer avoids; null if none are stated, since what adds an allergen is out anyway.</param>
    /// <param name="blockList">Items that the customer never wants instead; null if none are stated.</param>
    /// <returns>The reasons, in the order of <see cref="SubstitutionExclusion"/>; empty if it may stand in.</returns>
    /// <exception cref="ArgumentNullException">A product is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="qty"/> is not above 0.</exception>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static IReadOnlyList<SubstitutionExclusion> Of(
        Product original, SubstituteCandidate candidate, decimal qty, bool sellsAlcohol, IReadOnlySet<string>? avoid, IReadOnlySet<string>? blockList)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(qty);
        var packs = PackCount.Of(original, candidate) * qty;
        var reasons = new List<SubstitutionExclusion>();
        Add(SubstitutionExclusion.BlockListed, blockList?.Contains(candidate.Sku) is true);
        Add(SubstitutionExclusion.OtherFormula, original.Class == InfantFormula && (candidate.Brand != original.Brand || candidate.Stage != original.Stage));
        Add(SubstitutionExclusion.OtherClass, candidate.Class != original.Class);
        Add(SubstitutionExclusion.AlcoholNotSold, original.Class == Alcohol && !sellsAlcohol);
        Add(SubstitutionExclusion.StrongerAlcohol, original.Class == Alcohol && candidate.Abv - original.Abv > 0.5m);
        Add(SubstitutionExclusion.AllergensUnknown, candidate.Allergens is null);
        Add(SubstitutionExclusion.AddsAllergen, AddsAllergen(original.Allergens, candidate.Allergens));
        Add(SubstitutionExclusion.ContainsAvoided, candidate.Allergens is not null && avoid is not null && candidate.Allergens.Overlaps(avoid));
        Add(SubstitutionExclusion.LosesClaim, LosesClaim(original.Claims, candidate.Claims, HardClaims));
        Add(SubstitutionExclusion.OtherSubcategory, candidate.Subcat != original.Subcat);
        Add(SubstitutionExclusion.OtherTemperature, candidate.Temp != original.Temp);
        Add(SubstitutionExclusion.ShortShelfLife, IsShortLived(candidate.ShelfDays, original.ExpectedShelfDays));
        Add(SubstitutionExclusion.NoPackCount, packs is null);
        Add(SubstitutionExclusion.NotEnough, candidate.Available - ShelfReserve < packs);
        Add(SubstitutionExclusion.LowerTier, candidate.Tier < original.Tier);
        Add(SubstitutionExclusion.TooDear, packs is { } count && candidate.Price * count > original.Price * qty * 1.5m);
        return reasons;

        void Add(SubstitutionExclusion reason, bool holds)
        {
            if (holds)
                reasons.Add(reason);
        }
    }

    /// <summary>Whether a candidate is known to have an allergen that the original is not known to have.</summary>
    /// <param name="original">The original's allergens; null is unknown, so that any allergen is a new one.</param>
    /// <param name="candidate">The candidate's; null is unknown, which <see cref="SubstitutionExclusion.AllergensUnknown"/> stands for.</param>
    /// <returns>True for milk and nuts in place of milk.</returns>
    public static bool AddsAllergen(TextSet? original, TextSet? candidate) =>
        candidate is not null && candidate.Any(allergen => original?.Contains(allergen) is not true);

    /// <summary>Whether a candidate lacks a claim of the original that must be kept.</summary>
    /// <param name="original">The original's claims; null is unknown, so that each of them may be one of it.</param>
    /// <param name="candidate">The candidate's; null is unknown, which never passes for a claim.</param>
    /// <param name="hardClaims">The claims that must be kept.</param>
    /// <returns>True for an ordinary yoghurt in place of a lactose-free one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hardClaims"/> is null.</exception>
    public static bool LosesClaim(TextSet? original, TextSet? candidate, TextSet hardClaims)
    {
        ArgumentNullException.ThrowIfNull(hardClaims);
        return hardClaims.Any(claim => original?.Contains(claim) is not false && candidate?.Contains(claim) is not true);
    }

    /// <summary>Whether a candidate keeps less than half as long as expected, in whole days, or less than two days.</summary>
    /// <param name="shelfDays">The days that it still keeps; null is unknown and not held against it.</param>
    /// <param name="expectedDays">The days that a customer expects of the original; null is unknown and counts as 4.</param>
    /// <returns>3 days where 7 are expected are enough, 2 are not; 1 never is.</returns>
    public static bool IsShortLived(int? shelfDays, int? expectedDays) => shelfDays < Math.Max(2m, decimal.Floor(0.5m * (expectedDays ?? 4)));
}
