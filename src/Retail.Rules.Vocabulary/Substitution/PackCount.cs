namespace Retail.Rules.Vocabulary;

/// <summary>
/// How many packs of a substitute stand in for one pack of the original. Systems that exchange one for one only (IBM Sterling) hand a customer half of
/// the milk; here one, two or three packs may make up the size. Stateless and thread-safe.
/// </summary>
public static class PackCount
{
    /// <summary>The fewest packs whose content fits: from 90% (one pack) or 95% (two, three) to 125% of the original's (C16).</summary>
    /// <param name="originalSize">What one pack of the original holds, above 0; null is unknown.</param>
    /// <param name="size">What one pack of the substitute holds, above 0, in the same unit; null is unknown.</param>
    /// <returns>For 2,000 it is 2 packs of 1,000 and 1 of 1,800; none for 1 pack of 1,799 or for 500 (four). Unknown where none fits, or a size is unknown or not above 0.</returns>
    public static int? Of(decimal? originalSize, decimal? size)
    {
        if (originalSize is not (> 0m and { } need) || size is not (> 0m and { } content))
            return null;
        for (var packs = 1; packs <= 3; packs++)
        {
            if (content * packs >= need * (packs == 1 ? 0.90m : 0.95m) && content * packs <= need * 1.25m)
                return packs;
        }
        return null;
    }

    /// <summary>The same for two items, whose sizes must be in one unit.</summary>
    /// <param name="original">What was ordered; null is unknown.</param>
    /// <param name="candidate">What may stand in for it; null is unknown.</param>
    /// <returns>The packs; unknown where none fits or both units are known and differ.</returns>
    public static int? Of(Product? original, Product? candidate) =>
        original?.SizeUnit is { } unit && candidate?.SizeUnit is { } other && unit != other ? null : Of(original?.Size, candidate?.Size);
}
