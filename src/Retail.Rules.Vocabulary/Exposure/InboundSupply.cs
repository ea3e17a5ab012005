using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>How much of what is on its way may be promised, and from which day on. Receipts that stock on hand holds already are not listed again. Stateless and thread-safe.</summary>
public static class InboundSupply
{
    /// <summary>The part of a receipt that may be promised.</summary>
    /// <param name="status">How sure it is; null is unknown.</param>
    /// <returns>
    /// Received 100%, shipping notice 95%, confirmed 80%, planned 0%. A receipt that is marked as overdue counts for nothing: the mark has replaced
    /// what was known of it. Unknown for unknown.
    /// </returns>
    /// <remarks>The shares are a choice of this library, not a standard; who has measured better ones writes a table of their own.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is none of the statuses.</exception>
    public static Percent? Confidence(ReceiptStatus? status) => status switch
    {
        null => null,
        ReceiptStatus.Received => Percent.Hundred,
        ReceiptStatus.Asn => Percent.FromPoints(95m),
        ReceiptStatus.Confirmed => Percent.FromPoints(80m),
        ReceiptStatus.Planned or ReceiptStatus.Overdue => default(Percent),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "is no status of a receipt"),
    };

    /// <summary>Whether a receipt still counts. What has not come drops out when it is overdue by more than the days of grace.</summary>
    /// <param name="status">How sure it is; what is received is never overdue; null is unknown.</param>
    /// <param name="due">The day on which it should be on the dock; null is unknown.</param>
    /// <param name="today">Today; null is unknown.</param>
    /// <param name="graceDays">For how many days after the due day it still counts, from 0; null is unknown.</param>
    /// <returns>Due 28 November with 2 days: true up to and on 30 November, false from 1 December on. Unknown if an argument is, or the days are below 0.</returns>
    /// <remarks>
    /// Source: Radial Order Management, manage ATP rules, whose own example counts days this way: the due day is day 0, and day 2 is the last.
    /// With 0 days it drops out the day after it was due, as in Dynamics 365 Inventory Visibility.
    /// </remarks>
    public static bool? Counts(ReceiptStatus? status, DateOnly? due, DateOnly? today, int? graceDays)
    {
        if (status is null || due is not { } dock || today is not { } now || graceDays is not (>= 0 and { } grace))
            return null;
        return status == ReceiptStatus.Received || now.DayNumber - dock.DayNumber <= grace;
    }

    /// <summary>The first day on which a receipt can be sold: the day on the dock, or today for what is overdue, and the days of put-away.</summary>
    /// <param name="status">How sure it is; null is unknown.</param>
    /// <param name="dock">The day on which it is, or should be, on the dock; null is unknown.</param>
    /// <param name="putAwayDays">Days from the dock to the shelf, from 0; null is unknown.</param>
    /// <param name="today">Today; null is unknown.</param>
    /// <returns>On the dock on 16 October with 1 day: 17 October. Unknown if an argument is, or the days are below 0.</returns>
    public static DateOnly? SellableFrom(ReceiptStatus? status, DateOnly? dock, int? putAwayDays, DateOnly? today)
    {
        if (status is null || dock is not { } day || putAwayDays is not (>= 0 and { } days) || today is not { } now)
            return null;
        return (status == ReceiptStatus.Received || day > now ? day : now).AddDays(days);
    }

    /// <summary>What may be promised of all receipts by a day. Each is rounded down to whole units: half a unit cannot be promised.</summary>
    /// <param name="receipts">What is on its way, in one unit; null is unknown.</param>
    /// <param name="day">The day that is asked about; null is unknown.</param>
    /// <param name="today">Today; null is unknown.</param>
    /// <param name="putAwayDays">Days of put-away for receipts that do not state their own, from 0; null is unknown.</param>
    /// <param name="graceDays">For how many days an overdue receipt still counts, from 0; null is unknown.</param>
    /// <returns>1,500 by shipping notice on the dock on Friday, with 1 day of put-away, are 1,425 on Saturday and 0 on Friday. Unknown if an argument is.</returns>
    /// <exception cref="InvalidOperationException">The receipts are in different units.</exception>
    public static decimal? By(IReadOnlyList<Receipt>? receipts, DateOnly? day, DateOnly? today, int? putAwayDays, int? graceDays)
    {
        if (receipts is null || day is null || today is null || putAwayDays is not >= 0 || graceDays is not >= 0)
            return null;
        var supply = 0m;
        foreach (var receipt in receipts)
        {
            var qty = new Quantity(receipt.Qty, receipt.Unit).In(receipts[0].Unit);
            if (Counts(receipt.Status, receipt.Dock, today, graceDays) is not true)
                continue;
            if (SellableFrom(receipt.Status, receipt.Dock, receipt.PutAwayDays ?? putAwayDays, today) is not { } from)
                return null;
            supply += from <= day ? decimal.Floor(qty * Confidence(receipt.Status)!.Value.Fraction) : 0m;
        }
        return supply;
    }
}
