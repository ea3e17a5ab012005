using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>When an order can be promised that stock does not cover today. Stateless and thread-safe.</summary>
public static class Backorder
{
    /// <summary>The first day of the plan on which so much can be promised.</summary>
    /// <param name="mode">What "available" means.</param>
    /// <param name="onHand">Stock at the beginning of the first day; null is unknown.</param>
    /// <param name="periods">The plan, with every day that may be promised; null is unknown.</param>
    /// <param name="qty">What is ordered, above 0; null is unknown.</param>
    /// <returns>The day; null if there is none up to the horizon, or an argument is unknown or outside its range: then it is refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public static DateOnly? PromiseDate(AtpMode mode, decimal? onHand, IReadOnlyList<AtpPeriod>? periods, decimal? qty)
    {
        if (periods is null || qty is not > 0m)
            return null;
        DateOnly? promise = null;
        foreach (var period in periods)
        {
            if (!(period.Date >= promise) && Atp.On(mode, onHand, periods, period.Date) >= qty)
                promise = period.Date;
        }
        return promise;
    }
}
