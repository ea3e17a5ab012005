using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// Exact numbers as binary floating point, for where most answers are clear long before the last digit. A decimal becomes a double with an error
/// of less than 3 units in the last place, a quotient of two with less than 7.
/// </summary>
internal static class Approximation
{
    /// <summary>Exact up to 10^22, and the nearest double above.</summary>
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
    ];

    /// <summary>The nearest double but for an error of a few units in the last place; not a number if no two decimals hold the value, or it is unknown.</summary>
    public static double Of(in Value value)
    {
        if (value.Reference is not null)
            return double.NaN;
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
