using System;

namespace Retail.Rules.Vocabulary;

/// <summary>How much of what can be promised a channel may show. Quantities are whole units and never below 0. Stateless and thread-safe.</summary>
public static class ChannelExposure
{
    /// <summary>The part of the stock that is fenced for a channel, rounded down to whole units.</summary>
    /// <param name="atp">What can be promised; null is unknown.</param>
    /// <param name="share">The channel's part, from 0 to 100%; null is unknown.</param>
    /// <returns>35% of 5,600 is 1,960; 0 if nothing can be promised; unknown if an argument is, or the share is outside its range.</returns>
    public static decimal? Fence(decimal? atp, Percent? share) =>
        atp is { } available && share is { Fraction: >= 0m and <= 1m } part ? Math.Max(0m, decimal.Floor(available * part.Fraction)) : null;

    /// <summary>What is kept back of a quantity so that a count that is a little wrong does not oversell it.</summary>
    /// <param name="qty">The quantity, from 0; null is unknown.</param>
    /// <param name="share">The part that is kept back, from 0 to 100%, rounded up to whole units; null is unknown.</param>
    /// <param name="least">The least that is kept back, from 0; null is unknown.</param>
    /// <returns>5% of 1,960, at least 10, is 98; of 40 it is 10. Unknown if an argument is, or outside its range.</returns>
    public static decimal? Buffer(decimal? qty, Percent? share, decimal? least) =>
        qty is >= 0m and { } units && share is { Fraction: >= 0m and <= 1m } part && least is >= 0m and { } floor
            ? Math.Max(decimal.Ceiling(units * part.Fraction), floor)
            : null;

    /// <summary>What a channel may show of its fence: the fence less the buffer.</summary>
    /// <param name="fence">The channel's stock, from 0; null is unknown.</param>
    /// <param name="bufferShare">The part that is kept back, from 0 to 100%; null is unknown.</param>
    /// <param name="bufferLeast">The least that is kept back, from 0; null is unknown.</param>
    /// <returns>1,960 with 5%, at least 10, shows 1,862; 8 shows 0. Unknown if an argument is, or outside its range.</returns>
    public static decimal? Exposable(decimal? fence, Percent? bufferShare, decimal? bufferLeast) =>
        fence - Buffer(fence, bufferShare, bufferLeast) is { } qty ? Math.Max(0m, qty) : null;

    /// <summary>What is left of a quantity where the warehouse cannot pick it all in time: scaled to the use that is wanted, rounded down.</summary>
    /// <param name="qty">The quantity; null is unknown.</param>
    /// <param name="target">The use of the capacity that is wanted, from 0; null is unknown.</param>
    /// <param name="lines">The lines that are planned, from 0; null is unknown.</param>
    /// <param name="capacity">The lines that can be picked, above 0; null is unknown.</param>
    /// <returns>7,600 with 9,360 lines of 9,000 where 90% is wanted is 6,576; the quantity itself where the use is within the target. Unknown if an argument is, or outside its range.</returns>
    public static decimal? WithinCapacity(decimal? qty, Percent? target, decimal? lines, decimal? capacity)
    {
        if (qty is not { } units || target is not { Fraction: >= 0m and var wanted } || lines is not (>= 0m and { } planned) || capacity is not (> 0m and { } able))
            return null;
        return planned <= wanted * able ? units : decimal.Floor(units * wanted * able / planned);
    }
}
