using System;
using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// The constants that one number is compared with, sorted, so that one search says how it stands to all of them. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The search goes by binary floating point, which is quick; wherever that comes so near to a threshold that its error could matter, exact
/// numbers decide: <see cref="Margin"/> is about 45 units in the last place, far above the error of an <see cref="Approximation"/>.
/// </remarks>
internal sealed class Thresholds
{
    private const double Margin = 1e-14;

    private readonly Value[] exact;
    private readonly double[] near;
    private readonly bool allAreDecimal = true;

    /// <param name="sorted">In ascending order, each once.</param>
    public Thresholds(IReadOnlyList<Value> sorted)
    {
        exact = [.. sorted];
        near = new double[exact.Length];
        for (var i = 0; i < near.Length; i++)
        {
            if (exact[i].Reference is not null)
                allAreDecimal = false;
            else
                near[i] = Approximation.Of(exact[i]);
        }
    }

    public int Count => exact.Length;

    /// <summary>How a number stands to the thresholds: twice the number of those below it, and one more if it equals the next.</summary>
    public int Place(in Value value)
    {
        if (value.Reference is not null || !allAreDecimal)
            return PlaceExactly(value);
        var approximate = Approximation.Of(value);
        var below = 0;
        for (var length = near.Length; length > 0;)
        {
            var half = length >> 1;
            if (near[below + half] < approximate)
            {
                below += half + 1;
                length -= half + 1;
            }
            else
            {
                length = half;
            }
        }
        var isClear = (below == near.Length || IsClear(near[below], approximate)) && (below == 0 || IsClear(near[below - 1], approximate));
        return isClear ? 2 * below : PlaceExactly(value);
    }

    private int PlaceExactly(in Value value)
    {
        var below = 0;
        for (var length = exact.Length; length > 0;)
        {
            var half = length >> 1;
            var order = Exact.Compare(exact[below + half], value);
            if (order == 0)
                return 2 * (below + half) + 1;
            if (order < 0)
            {
                below += half + 1;
                length -= half + 1;
            }
            else
            {
                length = half;
            }
        }
        return 2 * below;
    }

    private static bool IsClear(double threshold, double value) => Math.Abs(threshold - value) > Margin * (Math.Abs(threshold) + Math.Abs(value));
}
