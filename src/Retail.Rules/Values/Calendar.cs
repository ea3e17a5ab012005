using System;

namespace Retail.Rules.Values;

/// <summary>Dates as day numbers (0 is 0001-01-01), instants as ticks of UTC since then, durations as ticks.</summary>
internal static class Calendar
{
    /// <summary>The duration of a minute.</summary>
    public static readonly Value OneMinute = new((decimal)TimeSpan.TicksPerMinute);

    private static readonly Value TicksPerDay = new((decimal)TimeSpan.TicksPerDay);
    private static readonly decimal LastDay = DayNumber(DateTime.MaxValue);

    public static decimal DayNumber(DateTime date) => date.Ticks / TimeSpan.TicksPerDay;

    public static DateTime ToDate(in Value date) => new((long)date.Numerator * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

    public static DateTimeOffset ToInstant(in Value instant) => new((long)Exact.ToDecimal(instant, 0), TimeSpan.Zero);

    /// <summary>A duration to the nearest tick (100 ns).</summary>
    public static TimeSpan ToTimeSpan(in Value duration)
    {
        var ticks = Exact.ToDecimal(duration, 0);
        return ticks < long.MinValue || ticks > long.MaxValue ? throw EvaluationFault.Overflow() : new TimeSpan((long)ticks);
    }

    /// <summary>The whole minutes of a time to answer, what is beyond them cut off, so that nobody has longer than the rule says.</summary>
    /// <exception cref="EvaluationFault">It is less than a minute, or longer than a whole number holds.</exception>
    public static int ToMinutes(in Value duration)
    {
        var minutes = Exact.Simplify(Exact.Floor(Exact.Divide(duration, OneMinute)));
        if (Exact.Sign(minutes) <= 0)
            throw new EvaluationFault(FaultKind.NoTime, "a time to answer of less than a minute");
        return minutes.Reference is null && minutes.Numerator <= int.MaxValue ? (int)minutes.Numerator : throw EvaluationFault.Overflow();
    }

    /// <summary>A date moved by whole days.</summary>
    /// <exception cref="EvaluationFault">The duration is not whole days, or the date leaves the years 1 to 9999.</exception>
    public static Value AddToDate(in Value date, in Value duration)
    {
        var days = Exact.Divide(duration, TicksPerDay);
        if (!Exact.IsInteger(days))
            throw new EvaluationFault(FaultKind.PartOfDay, "a date moved by part of a day");
        var moved = Exact.Simplify(Exact.Add(date, days));
        return moved.Reference is null && moved.Numerator >= 0m && moved.Numerator <= LastDay ? moved : throw OutOfRange();
    }

    /// <summary>An instant moved by a duration.</summary>
    /// <exception cref="EvaluationFault">The instant leaves the years 1 to 9999.</exception>
    public static Value AddToInstant(in Value instant, in Value duration)
    {
        var moved = Exact.Add(instant, duration);
        return Exact.Sign(moved) >= 0 && Exact.Compare(moved, new Value((decimal)DateTime.MaxValue.Ticks)) <= 0 ? moved : throw OutOfRange();
    }

    private static EvaluationFault OutOfRange() => new(FaultKind.Overflow, "a date outside the years 1 to 9999");
}
