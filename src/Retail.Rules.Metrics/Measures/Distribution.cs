using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Retail.Rules.Metrics;

/// <summary>
/// How values are spread. Percentiles are exact, by nearest rank: the smallest value that at least so many percent of the values do not exceed. So each
/// is a value that really occurred, and of few values the high ones are the largest. Rounded half away from zero to 6 places. Immutable and thread-safe.
/// </summary>
/// <param name="Count">How many values there are, from 1.</param>
/// <param name="P50">The median.</param>
/// <param name="P90">What one in ten exceeds.</param>
/// <param name="P95">What one in twenty exceeds.</param>
/// <param name="P99">What one in a hundred exceeds.</param>
/// <param name="Max">The largest.</param>
/// <remarks>Nearest rank: ordinal rank ⌈p / 100 × n⌉, as in NIST's and most service-level definitions; interpolating methods differ between values.</remarks>
public sealed record Distribution(long Count, decimal P50, decimal P90, decimal P95, decimal P99, decimal Max)
{
    /// <summary>The spread of spans of time, in a unit.</summary>
    /// <param name="ticks">The spans in ticks; they are sorted in place.</param>
    /// <param name="ticksPerUnit">Ticks of one unit.</param>
    /// <returns>The spread; null of none.</returns>
    internal static Distribution? Of(List<long> ticks, long ticksPerUnit)
    {
        if (ticks.Count == 0)
            return null;
        CollectionsMarshal.AsSpan(ticks).Sort();
        return new Distribution(ticks.Count, At(50), At(90), At(95), At(99), At(100));

        decimal At(int percent) =>
            decimal.Round((decimal)ticks[(int)(((((long)ticks.Count * percent) + 99) / 100) - 1)] / ticksPerUnit, 6, MidpointRounding.AwayFromZero);
    }
}
