using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>A price that was in force in one zone and channel from one day until another. Immutable and thread-safe.</summary>
/// <param name="Amount">What a customer paid, tax included; promotions count.</param>
/// <param name="From">The first day, in the store's calendar.</param>
/// <param name="Until">The day after the last; null while it is still in force. No day at all if it is not after <paramref name="From"/>.</param>
/// <param name="PriceZone">The stores that share the price.</param>
/// <param name="Channel">The channel.</param>
public sealed record AppliedPrice(Money Amount, DateOnly From, DateOnly? Until, string PriceZone, string Channel)
{
    /// <summary>
    /// A price history by days: a price counts on each day on which it was in force for a moment, and a history that is whole only from some instant
    /// counts from the day that it covers whole. Prices that nobody paid (MAP, MSRP, competitors') do not count.
    /// </summary>
    /// <param name="history">The history; null is unknown.</param>
    /// <param name="timeZone">The zone of the stores in the tz database, such as <c>Europe/Berlin</c>.</param>
    /// <returns>The prices as <see cref="LowestPrice"/> takes them; unknown if it is not known from when on the history is whole, or tax bases are mixed.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    public static IReadOnlyList<AppliedPrice>? ByDay(PriceHistory? history, string timeZone)
    {
        if (history is not { CompleteFrom: { } whole })
            return null;
        var paid = history.Applied.Where(price => price.Kind is PriceKind.Regular or PriceKind.Promo or PriceKind.Clearance).ToList();
        if (paid.Exists(price => price.Basis != paid[0].Basis))
            return null;
        var first = FirstWholeDay(whole, timeZone);
        return paid.ConvertAll(price => new AppliedPrice(
            price.Amount,
            Later(LocalCalendar.DateAt(price.From, timeZone), first),
            price.To is { } to ? FirstWholeDay(to, timeZone) : null,
            history.PriceZone,
            history.Channel));
    }

    private static DateOnly FirstWholeDay(DateTimeOffset instant, string timeZone)
    {
        var day = LocalCalendar.DateAt(instant, timeZone);
        return LocalCalendar.ToInstant(day, TimeOnly.MinValue, timeZone) == instant ? day : day.AddDays(1);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
