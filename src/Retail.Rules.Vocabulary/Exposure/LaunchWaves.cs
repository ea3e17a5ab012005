using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Staggering a launch by wave: what each wave could promise, what it would have to serve, and with which of them a region opens. Quantities are
/// in one unit. Unknown gives unknown (null). Stateless and thread-safe.
/// </summary>
public static class LaunchWaves
{
    /// <summary>What of the stock a launch may count on today.</summary>
    /// <param name="onHand">What is there; null is unknown.</param>
    /// <param name="trust">The part of the reading that is trusted, from 0 to 100%: less for an old reading; null is unknown.</param>
    /// <param name="safety">Safety stock, from 0, see <see cref="SafetyStock"/>; null is unknown.</param>
    /// <param name="reserved">What is promised to orders, from 0; null is unknown.</param>
    /// <param name="hardAllocated">What is set aside for others, from 0; null is unknown.</param>
    /// <returns>9,000 trusted at 80%, less 600, 400 and 0, is 6,200; below 0 if more is held than there is. Unknown if an argument is, or the trust is outside its range.</returns>
    public static decimal? Available(decimal? onHand, Percent? trust, decimal? safety, decimal? reserved, decimal? hardAllocated) =>
        onHand is { } stock && trust is { Fraction: >= 0m and <= 1m } part ? decimal.Floor(stock * part.Fraction) - safety - reserved - hardAllocated : null;

    /// <summary>What could be promised if the launch began with a later wave: the days that are skipped sell at the normal rate, and receipts come in.</summary>
    /// <param name="available">What today's stock leaves, see <see cref="Available"/>; null is unknown.</param>
    /// <param name="skippedDays">Days until the wave, from 0; null is unknown.</param>
    /// <param name="baselinePerDay">Units that are sold a day without the promotion, from 0; null is unknown.</param>
    /// <param name="inbound">What may be promised of receipts by the wave, see <see cref="InboundSupply"/>; null is unknown.</param>
    /// <returns>4,000 less one day of 300 plus 1,425 is 5,125; unknown if an argument is.</returns>
    public static decimal? Atp(decimal? available, int? skippedDays, decimal? baselinePerDay, decimal? inbound) =>
        available - (skippedDays * baselinePerDay) + inbound;

    /// <summary>The part of the demand that a launch with a later wave still meets: its own and all later waves, and what comes back of the skipped ones.</summary>
    /// <param name="waves">The waves; null is unknown.</param>
    /// <param name="index">The wave with which it begins; null is unknown.</param>
    /// <param name="recovered">The part of the skipped demand that comes back, from 0 to 100%; half is usual in this trade's rule of thumb; null is unknown.</param>
    /// <returns>Of 30%, 40%, 30%, from the second wave on with half recovered, it is 85%. Unknown if an argument is, or outside its range.</returns>
    public static Percent? DemandShare(IReadOnlyList<LaunchWave>? waves, int? index, Percent? recovered)
    {
        if (waves is null || index is null || recovered is not { Fraction: >= 0m and <= 1m and var comesBack })
            return null;
        return Percent.FromFraction(waves.Sum(wave => wave.Index >= index ? wave.Share.Fraction : wave.Share.Fraction * comesBack));
    }

    /// <summary>The units that a launch would have to serve, rounded up to whole ones.</summary>
    /// <param name="demand">The demand of all waves, as a rule a quantile, see <see cref="DemandQuantile"/>; null is unknown.</param>
    /// <param name="share">The part that is still met, see <see cref="DemandShare"/>; null is unknown.</param>
    /// <returns>85% of 4,984.128 is 4,237; unknown if an argument is.</returns>
    public static decimal? Demand(decimal? demand, Percent? share) => demand * share?.Fraction is { } units ? decimal.Ceiling(units) : null;

    /// <summary>With which wave a region opens, and how far.</summary>
    /// <param name="waves">The exposure of each wave, in any order; null is unknown.</param>
    /// <param name="launch">Up to this ratio it opens in full; null is unknown.</param>
    /// <param name="capped">Up to this ratio it opens with a cap; null is unknown.</param>
    /// <param name="stagger">Up to this ratio of the first wave it may wait for a later one; null is unknown.</param>
    /// <param name="lastWave">The last wave with which it may still open; null is unknown.</param>
    /// <returns>
    /// 1.2463 and then 0.8267 with limits of 0.85, 1.05 and 1.35 waits for wave 1 and opens in full. Whatever is unknown holds: a limit, the ratio of
    /// the first wave, a wave without stock. A later wave is taken from its capped limit on.
    /// </returns>
    public static LaunchPlan Decide(IReadOnlyList<WaveExposure>? waves, Percent? launch, Percent? capped, Percent? stagger, int? lastWave)
    {
        var hold = new LaunchPlan(ExposureMode.Hold, null);
        if (waves is null || launch is not { Fraction: var full } || capped is not { Fraction: var limited } || stagger is not { Fraction: var wait } || lastWave is null)
            return hold;
        var first = waves.FirstOrDefault(wave => wave.Index == 0)?.Ratio;
        if (first is null || first > wait)
            return hold;
        if (first <= full)
            return new LaunchPlan(ExposureMode.Launch, 0);
        if (first <= limited)
            return new LaunchPlan(ExposureMode.LaunchCapped, 0);
        var later = waves.Where(wave => wave.Index > 0 && wave.Index <= lastWave && wave.Ratio <= limited).MinBy(wave => wave.Index);
        if (later is null)
            return hold;
        return new LaunchPlan(later.Ratio <= full ? ExposureMode.Stagger : ExposureMode.StaggerCapped, later.Index);
    }
}
