using System;
using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// The constants that one number is compared with, sorted, so that one search says how it stands to all of them. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The search goes by binary floating point, which is quick; wherever that comes so near to a threshold that its error could matter, exact
/// numbers decide. A decimal becomes a double with an error of less than 3 units in the last place, a quotient of two with less than 7, so
/// that <see cref="Margin"/> (about 45 units) leaves no doubt.
/// </remarks>
internal sealed class Thresholds
{
    private const double Margin = 1e-14;

    /// <summary>Exact up to 10^22, and the nearest double above.</summary>
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
    ];

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
                near[i] = Approximate(exact[i]);
        }
    }

    public int Count => exact.Length;

    /// <summary>How a number stands to the thresholds: twice the number of those below it, and one more if it equals the next.</summary>
    public int Place(in Value value)
    {
        if (value.Reference is not null || !allAreDecimal)
            return PlaceExactly(value);
        var approximate = Approximate(value);
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

    private static double Approximate(in Value value)
    {
        var top = new DecimalParts(value.Numerator);
        var bottom = new DecimalParts(value.Denominator);
        if (bottom.IsZero)
            return top.IsSmall ? Signed(top.Magnitude, top.IsNegative) / PowersOfTen[top.Scale] : (double)value.Numerator;
        if (!top.IsSmall || !bottom.IsSmall)
            return (double)value.Numerator / (double)value.Denominator;
        var quotient = Signed(top.Magnitude, top.IsNegative) / bottom.Magnitude;
        return top.Scale >= bottom.Scale ? quotient / PowersOfTen[top.Scale - bottom.Scale] : quotient * PowersOfTen[bottom.Scale - top.Scale];
    }

    private static double Signed(double magnitude, bool isNegative) => isNegative ? -magnitude : magnitude;
}
