using System;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// The hours in which people of one place work, to measure how long an approval took of them: a promotion that is handed in on Friday evening has not
/// waited for three days on Monday morning. Immutable and thread-safe.
/// </summary>
public sealed record BusinessTime
{
    /// <summary>The days of the week on which they work.</summary>
    public ValueList<DayOfWeek> Days { get; init; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The time at which they begin.</summary>
    public required TimeOnly Open { get; init; }

    /// <summary>The time from which they are gone, later than <see cref="Open"/>; null if they work until midnight.</summary>
    public required TimeOnly? Close { get; init; }

    /// <summary>The days on which they do not work whatever day of the week it is. Which these are is the caller's to say.</summary>
    public ValueList<DateOnly> Holidays { get; init; } = [];

    /// <summary>The zone in the tz database in which they work.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How much working time lies between two instants. On days on which clocks change it is the time that really passes.</summary>
    /// <param name="start">The first instant, with any offset.</param>
    /// <param name="end">The last, with any offset.</param>
    /// <returns>The time; negative if <paramref name="end"/> is earlier than <paramref name="start"/>.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    /// <exception cref="InvalidOperationException">They are gone before they begin.</exception>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        if (Close <= Open)
            throw new InvalidOperationException("working hours close after they open");
        if (end < start)
            return -Between(end, start);
        var worked = TimeSpan.Zero;
        var last = LocalCalendar.DateAt(end, TimeZone);
        for (var day = LocalCalendar.DateAt(start, TimeZone); day <= last; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                worked += Shared(OpensOn(day), ClosesOn(day), start, end);
        }
        return worked;
    }

    /// <summary>How many hours of working time lie between two instants.</summary>
    /// <param name="start">The first instant, with any offset.</param>
    /// <param name="end">The last, with any offset.</param>
    /// <returns>The hours with their parts: 1.5 is an hour and a half; negative if <paramref name="end"/> is earlier than <paramref name="start"/>.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    /// <exception cref="InvalidOperationException">They are gone before they begin.</exception>
    public decimal HoursBetween(DateTimeOffset start, DateTimeOffset end) => (decimal)Between(start, end).Ticks / TimeSpan.TicksPerHour;

    private bool IsWorkingDay(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    private DateTimeOffset OpensOn(DateOnly day) => LocalCalendar.ToInstant(day, Open, TimeZone);

    private DateTimeOffset ClosesOn(DateOnly day) =>
        Close is { } close ? LocalCalendar.ToInstant(day, close, TimeZone) : LocalCalendar.ToInstant(day.AddDays(1), TimeOnly.MinValue, TimeZone);

    private static TimeSpan Shared(DateTimeOffset open, DateTimeOffset close, DateTimeOffset start, DateTimeOffset end)
    {
        var from = open > start ? open : start;
        var to = close < end ? close : end;
        return to > from ? to - from : TimeSpan.Zero;
    }
}
