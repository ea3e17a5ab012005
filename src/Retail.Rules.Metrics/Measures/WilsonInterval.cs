using System;

namespace Retail.Rules.Metrics;

/// <summary>
/// Within which bounds a rate may really lie, of which we saw so many events: with 95% by Wilson's score. It stays between 0 and 1 and holds for few
/// events, where rate ± 1.96 standard errors does not. Immutable and thread-safe.
/// </summary>
/// <param name="Low">The lower bound, rounded to 6 places.</param>
/// <param name="High">The upper bound, rounded to 6 places.</param>
/// <remarks>Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), with z = 1.959964.</remarks>
public sealed record WilsonInterval(decimal Low, decimal High)
{
    private const decimal Z = 1.959964m;

    /// <summary>The interval of a rate.</summary>
    /// <param name="count">The events that count, from 0 to <paramref name="of"/>.</param>
    /// <param name="of">All events, above 0.</param>
    /// <returns>Of 1 in 10 it is 0.017876 to 0.404150.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="of"/> is not above 0, or <paramref name="count"/> is outside 0 to it.</exception>
    public static WilsonInterval Of(long count, long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(of);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, of);
        decimal n = of;
        var rate = count / n;
        var square = Z * Z;
        var centre = rate + (square / (2m * n));
        var spread = Z * Root((rate * (1m - rate) / n) + (square / (4m * n * n)));
        var scale = 1m + (square / n);
        return new WilsonInterval(Rounded((centre - spread) / scale), Rounded((centre + spread) / scale));
    }

    /// <summary>By Newton's method, in decimals, so that bounds do not depend on the machine.</summary>
    private static decimal Root(decimal number)
    {
        if (number == 0m)
            return 0m;
        var root = 1m;
        for (var step = 0; step < 64; step++)
            root = (root + (number / root)) / 2m;
        return root;
    }

    private static decimal Rounded(decimal bound) => Math.Clamp(decimal.Round(bound, 6, MidpointRounding.AwayFromZero), 0m, 1m);
}
