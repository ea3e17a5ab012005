using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Retail.Rules.Values;

/// <summary>Days from a first one up to, not including, another; either end may be open. Immutable.</summary>
internal sealed class DayRange
{
    private readonly decimal first;
    private readonly decimal end;

    /// <param name="from">The first day; null if there is none.</param>
    /// <param name="until">The first day after; null if there is none.</param>
    public DayRange(DateTime? from, DateTime? until)
    {
        From = from;
        Until = until;
        first = from is { } start ? Calendar.DayNumber(start) : decimal.MinValue;
        end = until is { } after ? Calendar.DayNumber(after) : decimal.MaxValue;
    }

    /// <summary>Every day.</summary>
    public static DayRange Always { get; } = new(null, null);

    public DateTime? From { get; }

    public DateTime? Until { get; }

    public bool Contains(in Value day) => day.Numerator >= first && day.Numerator < end;

    /// <summary>Whether ranges that share no day leave none out.</summary>
    public static bool HoldAllDays(IEnumerable<DayRange> ranges)
    {
        var next = decimal.MinValue;
        foreach (var range in ranges.OrderBy(range => range.first))
        {
            if (range.first != next)
                return false;
            next = range.end;
        }
        return next == decimal.MaxValue;
    }

    /// <summary>The days that two ranges share; null if there are none.</summary>
    public DayRange? Intersect(DayRange other)
    {
        var from = first >= other.first ? From : other.From;
        var until = end <= other.end ? Until : other.Until;
        return from is { } start && until is { } after && after <= start ? null : new DayRange(from, until);
    }

    /// <summary>A day as rules write it.</summary>
    public static string Print(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
