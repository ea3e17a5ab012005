using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Price endings: prices such as 1.99 and 2.49. An ending is what remains of a price above a whole step: 0.99 of a step of 1 (the usual one), 80 of
/// a step of 100 yen. A price that was moved to an ending must be judged again by its new depth, margin and prior price. Stateless and thread-safe.
/// </summary>
/// <remarks>Sources: price guides and ends-in logic of Oracle Retail Price Management; rounding and surcharge of Odoo price lists (9.99).</remarks>
public static class PriceEnding
{
    /// <summary>Whether a price bears one of the endings.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings, each from zero to below <paramref name="step"/>; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>True if it does; unknown if an argument is, or an ending is outside the step.</returns>
    public static bool? Has(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        if (price is not { } asked || !AreEndings(endings, step))
            return null;
        var ending = asked.Amount - (decimal.Floor(asked.Amount / step) * step);
        foreach (var allowed in endings!)
        {
            if (allowed == ending)
                return true;
        }

        return false;
    }

    /// <summary>The greatest price with an ending that is not above the price.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings, each from zero to below <paramref name="step"/>; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.10 gives 1.99 and 2.49 itself; unknown if an argument is, or there is no such price above zero.</returns>
    public static Money? Lower(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m) => Find(price, endings, step, -1);

    /// <summary>The least price with an ending that is not below the price.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings, each from zero to below <paramref name="step"/>; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.50 gives 2.99; unknown if an argument is, or there is no such price above zero.</returns>
    public static Money? Upper(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m) => Find(price, endings, step, +1);

    /// <summary>The nearest price with an ending; of two equally near the lower, in the customer's favour.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings, each from zero to below <paramref name="step"/>; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.80 gives 2.99 and 2.74 gives 2.49; unknown if an argument is or there are no endings.</returns>
    public static Money? Nearest(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        var lower = Lower(price, endings, step);
        var upper = Upper(price, endings, step);
        if (lower is not { } below || upper is not { } above)
            return lower ?? upper;
        return above - price < price - below ? above : below;
    }

    private static Money? Find(Money? price, IReadOnlyList<decimal>? endings, decimal step, int direction)
    {
        if (price is not { } asked || !AreEndings(endings, step))
            return null;
        var floor = decimal.Floor(asked.Amount / step) * step;
        decimal? best = null;
        foreach (var ending in endings!)
        {
            var candidate = floor + ending;
            if (direction < 0 ? candidate > asked.Amount : candidate < asked.Amount)
                candidate += direction * step;
            if (candidate > 0m && (best is null || (direction < 0 ? candidate > best : candidate < best)))
                best = candidate;
        }

        return best is { } found ? asked with { Amount = found } : null;
    }

    private static bool AreEndings(IReadOnlyList<decimal>? endings, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        if (endings is null)
            return false;
        foreach (var ending in endings)
        {
            if (ending < 0m || ending >= step)
                return false;
        }

        return true;
    }
}
