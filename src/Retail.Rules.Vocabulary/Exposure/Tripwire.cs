namespace Retail.Rules.Vocabulary;

/// <summary>
/// Signs, while a promotion runs, that more is sold than there is. Unknown gives unknown (null): a tripwire that cannot be read has not held, so
/// rules treat it as missing data. Stateless and thread-safe.
/// </summary>
public static class Tripwire
{
    /// <summary>How much faster it sells than evenly over the window.</summary>
    /// <param name="sold">Units sold so far, from 0; null is unknown.</param>
    /// <param name="exposed">Units that were to be sold in the window, above 0; null is unknown.</param>
    /// <param name="elapsedShare">The part of the window that has passed, above 0 up to 100%; null is unknown.</param>
    /// <returns>600 of 800 after a quarter of the time is 3; unknown if an argument is, or outside its range, as before the start.</returns>
    public static decimal? Pace(decimal? sold, decimal? exposed, Percent? elapsedShare) =>
        sold is >= 0m && exposed is > 0m && elapsedShare is { Fraction: > 0m and <= 1m and var elapsed } ? sold / (exposed * elapsed) : null;

    /// <summary>Whether it sells out too early: the pace is above its limit while little is left (B30).</summary>
    /// <param name="sold">Units sold so far, from 0; null is unknown.</param>
    /// <param name="exposed">Units that were to be sold in the window, above 0; null is unknown.</param>
    /// <param name="elapsedShare">The part of the window that has passed, above 0 up to 100%; null is unknown.</param>
    /// <param name="paceLimit">The pace that is still fine: 2.5; null is unknown.</param>
    /// <param name="leftLimit">The part left from which on there is enough: 30%; null is unknown.</param>
    /// <returns>600 of 800 after a quarter of the time: true, 3 is above 2.5 and 25% is below 30%. Unknown if an argument is, or outside its range.</returns>
    public static bool? SellsOutEarly(decimal? sold, decimal? exposed, Percent? elapsedShare, decimal? paceLimit, Percent? leftLimit) =>
        Pace(sold, exposed, elapsedShare) is not null && paceLimit is { } pace && leftLimit is { Fraction: var enough }
            ? sold > pace * exposed * elapsedShare!.Value.Fraction && exposed - sold < enough * exposed
            : null;

    /// <summary>A cap that is lowered, rounded down to whole units (B30: to half).</summary>
    /// <param name="cap">The cap, from 0; null is unknown.</param>
    /// <param name="share">The part that stays, from 0 to 100%; null is unknown.</param>
    /// <returns>Half of 1,863 is 931; unknown if an argument is, or outside its range.</returns>
    public static decimal? LoweredCap(decimal? cap, Percent? share) =>
        cap is >= 0m && share is { Fraction: >= 0m and <= 1m and var part } ? decimal.Floor(cap.Value * part) : null;

    /// <summary>Whether a region has promised more than it has: new orders of the web stop, stores go on (B31).</summary>
    /// <param name="atp">What can be promised; null is unknown.</param>
    /// <returns>True below 0; unknown for unknown.</returns>
    public static bool? IsOversold(decimal? atp) => atp is { } qty ? qty < 0m : null;

    /// <summary>Whether too many orders could not be kept, which makes it an incident (B32).</summary>
    /// <param name="oversoldOrders">Orders for which stock was missing, from 0; null is unknown.</param>
    /// <param name="orders">All orders, above 0; null is unknown.</param>
    /// <param name="limit">The part that is still fine: 0.5%; null is unknown.</param>
    /// <returns>6 of 1,000 is above 0.5%, 5 is not; unknown if an argument is, or outside its range.</returns>
    public static bool? IsOversellIncident(decimal? oversoldOrders, decimal? orders, Percent? limit) =>
        oversoldOrders is >= 0m && orders is > 0m && limit is { Fraction: var part } ? oversoldOrders > part * orders : null;
}
