using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Price endings: prices such as 1.99 and 2.49. An ending is what remains of a price above a whole step: 0.99 of a step of 1 (the usual one), 80 of
/// a step of 100 yen. A price that was moved to an ending must be judged again, see <see cref="RetestedPrice"/>. Stateless and thread-safe.
/// </summary>
/// <remarks>Sources: price guides and ends-in logic of Oracle Retail Price Management; rounding to 10 with a surcharge of −0.01 in Odoo price lists (9.99).</remarks>
public static class PriceEnding
{
    /// <summary>Whether a price bears one of the endings.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>True if it does; unknown if an argument is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not above zero.</exception>
    public static bool? Has(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        if (price is not { } asked || endings is null)
            return null;
        foreach (var ending in endings)
        {
            if (Above(asked.Amount, ending, step) == 0m)
                return true;
        }

        return false;
    }

    /// <summary>The greatest price with an ending that is not above the price.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.10 gives 1.99 and 2.49 itself; unknown if an argument is, or there is no such price above zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not above zero.</exception>
    public static Money? Lower(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Money? best = null;
        if (price is { } asked)
        {
            foreach (var ending in endings ?? [])
            {
                var candidate = asked.Amount - Above(asked.Amount, ending, step);
                if (candidate > 0m && (best is null || candidate > best.Value.Amount))
                    best = asked with { Amount = candidate };
            }
        }

        return best;
    }

    /// <summary>The least price with an ending that is not below the price.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.50 gives 2.99; unknown if an argument is, or there is no such price above zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not above zero.</exception>
    public static Money? Upper(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Money? best = null;
        if (price is { } asked)
        {
            foreach (var ending in endings ?? [])
            {
                var above = Above(asked.Amount, ending, step);
                var candidate = above == 0m ? asked.Amount : asked.Amount - above + step;
                if (candidate > 0m && (best is null || candidate < best.Value.Amount))
                    best = asked with { Amount = candidate };
            }
        }

        return best;
    }

    /// <summary>The nearest price with an ending; of two equally near the lower, in the customer's favour.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="endings">The endings; null is unknown.</param>
    /// <param name="step">The step, above zero.</param>
    /// <returns>With 0.49 and 0.99, 2.80 gives 2.99 and 2.74 gives 2.49; unknown if an argument is or there is no such price above zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not above zero.</exception>
    public static Money? Nearest(Money? price, IReadOnlyList<decimal>? endings, decimal step = 1m)
    {
        var lower = Lower(price, endings, step);
        var upper = Upper(price, endings, step);
        if (lower is not { } below || upper is not { } above)
            return lower ?? upper;
        return above - price < price - below ? above : below;
    }

    /// <summary>How far a price is above the nearest one with the ending that is not above it: from zero to below the step. Exact, as a remainder loses no digits.</summary>
    private static decimal Above(decimal price, decimal ending, decimal step)
    {
        var rest = (price - ending) % step;
        return rest < 0m ? rest + step : rest;
    }
}
