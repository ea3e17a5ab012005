using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A span of local days as people say it: from a day to a day, both of which belong to it, in the time of one place. Immutable and thread-safe.</summary>
/// <remarks>
/// Days on which clocks change have 23 or 25 hours and count as they are. <see cref="ToInterval"/> turns the window into instants; only those can be
/// compared between places.
/// </remarks>
public sealed record LocalWindow
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, which belongs to the window: "to 15 Sep" ends as 16 Sep begins.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The time at which it begins on the first day; midnight unless stated.</summary>
    [JsonConverter(typeof(LocalTimeJsonConverter))]
    public TimeOnly Open { get; init; }

    /// <summary>The time on the last day from which it is over; null if that day belongs to it whole. Never midnight, which would leave the day out.</summary>
    [JsonConverter(typeof(LocalTimeJsonConverter))]
    public TimeOnly? Close { get; init; }

    /// <summary>The zone in the tz database, such as <c>Europe/Berlin</c>, in whose local time both ends are said.</summary>
    public required string TimeZone { get; init; }

    /// <summary>
    /// The window as instants, the first included and the last not. Both ends are resolved alike, by <see cref="LocalCalendar.ToInstant"/>: a time that
    /// clocks skip moves forward by as much as they skip; of a time that they show twice the first counts, at the end as at the start, so that a
    /// window that begins when another ends begins at the same instant.
    /// </summary>
    /// <returns>The interval, in UTC.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    /// <exception cref="InvalidOperationException">Nothing is in the window: it ends before it begins, closes at midnight of its last day, or lies in time that clocks skip.</exception>
    public InstantInterval ToInterval()
    {
        if (Close == TimeOnly.MinValue)
            throw Refuse("closes at 00:00, which leaves its last day out; leave `close` out to keep the day");
        if (To < From || (To == From && Close <= Open))
            throw Refuse("ends before it begins");
        if (To == DateOnly.MaxValue)
            throw Refuse("has no day after its last; the last day can be 9999-12-30");
        var start = LocalCalendar.ToInstant(From, Open, TimeZone);
        var end = Close is { } close ? LocalCalendar.ToInstant(To, close, TimeZone) : LocalCalendar.ToInstant(To.AddDays(1), TimeOnly.MinValue, TimeZone);
        return end > start ? new InstantInterval(start, end) : throw Refuse("lies in time that the clocks of " + TimeZone + " skip");
    }

    /// <summary>The window as people say it.</summary>
    /// <returns>Such as <c>2026-09-02 06:00 to 2026-09-15 (Europe/Berlin)</c>.</returns>
    public override string ToString() =>
        DateText(From) + (Open == TimeOnly.MinValue ? "" : " " + LocalCalendar.Write(Open)) + " to " + DateText(To) + (Close is { } close ? " " + LocalCalendar.Write(close) : "") + " (" + TimeZone + ")";

    private InvalidOperationException Refuse(string problem) => new("the window " + this + " " + problem);

    private static string DateText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
