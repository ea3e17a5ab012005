using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Promotions that meet: same item, location and channel, days in common, not both stackable. Spans are half-open, so that one may start on the
/// day on which another has ended. Stateless and thread-safe.
/// </summary>
public static class PromotionOverlap
{
    /// <summary>Whether two half-open spans have a day in common. A span that does not end after its start has no day.</summary>
    /// <param name="from">The first day of one.</param>
    /// <param name="until">The day after its last.</param>
    /// <param name="otherFrom">The first day of the other.</param>
    /// <param name="otherUntil">The day after its last.</param>
    /// <returns>True if they have.</returns>
    public static bool Intersect(DateOnly from, DateOnly until, DateOnly otherFrom, DateOnly otherUntil) =>
        Later(from, otherFrom) < Earlier(until, otherUntil);

    /// <summary>Whether two slots conflict.</summary>
    /// <param name="one">A slot.</param>
    /// <param name="other">Another.</param>
    /// <returns>True if item, location and channel are the same, the promotions are not, days are in common, and one of them is not stackable.</returns>
    /// <exception cref="ArgumentNullException">A slot is null.</exception>
    public static bool Conflict(PromotionSlot one, PromotionSlot other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Sku == other.Sku && one.Location == other.Location && one.Channel == other.Channel && one.Promotion != other.Promotion
            && !(one.Stackable && other.Stackable) && Intersect(one.From, one.Until, other.From, other.Until);
    }

    /// <summary>All conflicts in a set of slots, as a promotion calendar is checked before a release.</summary>
    /// <param name="slots">The slots, in any order.</param>
    /// <returns>Each pair once, in the order of the first slot in the list, then of the second.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slots"/> is null.</exception>
    public static IReadOnlyList<PromotionConflict> Conflicts(IReadOnlyList<PromotionSlot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var found = new List<(int First, int Second)>();
        foreach (var sameKey in Enumerable.Range(0, slots.Count).GroupBy(i => (slots[i].Sku, slots[i].Location, slots[i].Channel)))
        {
            // By start, each is compared only with those that are still running: what has ended meets nothing that follows.
            var running = new List<int>();
            foreach (var next in sameKey.OrderBy(i => slots[i].From))
            {
                running.RemoveAll(i => slots[i].Until <= slots[next].From);
                foreach (var other in running)
                {
                    if (Conflict(slots[other], slots[next]))
                        found.Add((Math.Min(other, next), Math.Max(other, next)));
                }

                running.Add(next);
            }
        }

        found.Sort();
        return found.ConvertAll(pair => Of(slots[pair.First], slots[pair.Second]));
    }

    private static PromotionConflict Of(PromotionSlot first, PromotionSlot second) =>
        new(first, second, Later(first.From, second.From), Earlier(first.Until, second.Until));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
