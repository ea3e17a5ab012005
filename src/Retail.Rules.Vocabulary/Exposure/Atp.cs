using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Available to promise, in the definition that the caller names. Quantities are in one unit of measure; periods may stand in any order, and two of
/// one day add up. A result below zero says that more is promised than there will be. Unknown gives unknown (null). Stateless and thread-safe.
/// </summary>
public static class Atp
{
    /// <summary>What may be promised for a day.</summary>
    /// <param name="mode">What "available" means.</param>
    /// <param name="onHand">Stock at the beginning of the first day; for <see cref="AtpMode.SellableNow"/> with its controls applied, see <see cref="SellableNow"/>; null is unknown.</param>
    /// <param name="periods">The plan; null is unknown.</param>
    /// <param name="day">The day that is asked about; null is unknown.</param>
    /// <returns>The quantity; unknown if an argument is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public static decimal? On(AtpMode mode, decimal? onHand, IReadOnlyList<AtpPeriod>? periods, DateOnly? day) => mode switch
    {
        AtpMode.ForwardMin => ForwardMin(onHand, periods, day),
        AtpMode.Cumulative => Cumulative(onHand, periods, day),
        AtpMode.Simple => Projected(onHand, periods, day),
        AtpMode.SellableNow => onHand,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "name a mode of available to promise: they give different numbers"),
    };

    /// <summary>
    /// Stock as it will be at the end of a day, if all that is scheduled up to then comes and goes. It is also <see cref="AtpMode.Simple"/>: total
    /// supply less total demand of a range that ends with the day.
    /// </summary>
    /// <param name="onHand">Stock at the beginning of the first day; null is unknown.</param>
    /// <param name="periods">The plan; null is unknown.</param>
    /// <param name="day">The day; null is unknown.</param>
    /// <returns>20 less 3 on day 1 plus 10 on day 3 is 27 on day 3.</returns>
    public static decimal? Projected(decimal? onHand, IReadOnlyList<AtpPeriod>? periods, DateOnly? day)
    {
        if (periods is null || day is null)
            return null;
        var stock = onHand;
        foreach (var period in periods)
            stock += period.Date <= day ? period.Supply - period.Demand : 0m;
        return stock;
    }

    /// <summary>The least projected stock from a day on to the last day of the plan.</summary>
    /// <param name="onHand">Stock at the beginning of the first day; null is unknown.</param>
    /// <param name="periods">The plan; its last day is the horizon; null is unknown.</param>
    /// <param name="day">The day; null is unknown.</param>
    /// <returns>Projected 17, 17, 27, 12, 13, 16, 16 gives 12, 12, 12, 12, 13, 16, 16.</returns>
    /// <remarks>
    /// Source: Dynamics 365 Inventory Visibility, ATP quantity. Days are UTC there. A supply that is late drops out of the plan the day after it was
    /// due, and takes what was promised against it along: 27 and then a demand of 15 is 12, without the supply of 10 it is 2.
    /// </remarks>
    public static decimal? ForwardMin(decimal? onHand, IReadOnlyList<AtpPeriod>? periods, DateOnly? day)
    {
        var least = Projected(onHand, periods, day);
        if (least is null)
            return null;
        foreach (var period in periods!)
        {
            if (period.Date > day && Projected(onHand, periods, period.Date) is { } later && later < least)
                least = later;
        }
        return least;
    }

    /// <summary>Stock and supplies up to a day, less the orders before the supply that comes next after it.</summary>
    /// <param name="onHand">Beginning available of the first period; null is unknown.</param>
    /// <param name="periods">The plan: customer orders and parent demand, no forecast; null is unknown.</param>
    /// <param name="day">The day; null is unknown.</param>
    /// <returns>80 on hand, supplies of 60 in periods 3 and 6, orders of 30, 25, 30, 10, 0, 35, 0, 0 give 25, 25, 45, 45, 45, 70, 70, 70.</returns>
    /// <remarks>Source: JD Edwards EnterpriseOne 9.2, cumulative available to promise calculation: CATP of the last period + replenishment − orders before the next replenishment.</remarks>
    public static decimal? Cumulative(decimal? onHand, IReadOnlyList<AtpPeriod>? periods, DateOnly? day)
    {
        if (periods is null || day is null)
            return null;
        var nextSupply = DateOnly.MaxValue;
        foreach (var period in periods)
        {
            if (period.Supply > 0m && period.Date > day && period.Date < nextSupply)
                nextSupply = period.Date;
        }
        var available = onHand;
        foreach (var period in periods)
        {
            available += period.Date <= day ? period.Supply : 0m;
            available -= period.Date < nextSupply || nextSupply == DateOnly.MaxValue ? period.Demand : 0m;
        }
        return available;
    }

    /// <summary>What a channel may sell now: stock on hand and its controls.</summary>
    /// <param name="stockOnHand">Stock on hand; null is unknown.</param>
    /// <param name="controls">What is added to it, as a rule below zero: a buffer of 2 is −2; null is unknown.</param>
    /// <param name="excluded">Whether the item may not be sold here at all; null is unknown.</param>
    /// <returns>10 with controls of −2 and −1 is 7; never below 0, since what lies under the buffers is unavailable rather than owed; 0 if it is excluded.</returns>
    /// <remarks>Source: Fluent Commerce, ATS = SOH + controls (buffers and exclusions).</remarks>
    public static decimal? SellableNow(decimal? stockOnHand, IReadOnlyList<decimal>? controls, bool? excluded)
    {
        if (excluded is true)
            return 0m;
        if (stockOnHand is not { } sellable || controls is null || excluded is null)
            return null;
        foreach (var control in controls)
            sellable += control;
        return Math.Max(0m, sellable);
    }
}
