using System;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Retail.Rules.Vocabulary;

/// <summary>Local dates and times of places as instants, by the tz database that comes with the library and not by the machine's. Thread-safe.</summary>
public static class LocalCalendar
{
    /// <summary>Tells seconds and their parts only where there are any, so that 06:00 is written in one way.</summary>
    private const string Minutes = "HH:mm";

    /// <summary>The edition of the tz database, such as <c>2025b</c>. To reproduce a decision, use the same.</summary>
    public static string TzdbVersion => TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>When the clocks of a place show a date and time.</summary>
    /// <param name="date">The date.</param>
    /// <param name="time">The time.</param>
    /// <param name="timeZone">The zone in the tz database, such as <c>Europe/Berlin</c>; case counts.</param>
    /// <returns>The instant, in UTC. A time that the clocks skip moves forward by as much as they skip; of a time that they show twice the first counts.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    /// <exception cref="InvalidOperationException">The instant lies before year 1 or after year 9999 in UTC.</exception>
    public static DateTimeOffset ToInstant(DateOnly date, TimeOnly time, string timeZone)
    {
        var local = LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(time));
        return Zone(timeZone).AtLeniently(local).ToInstant().ToDateTimeOffset();
    }

    /// <summary>The date that the calendars of a place show, for lead times and ages in days.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <param name="timeZone">The zone in the tz database.</param>
    /// <returns>The local date.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    public static DateOnly DateAt(DateTimeOffset instant, string timeZone) => At(instant, timeZone).Date.ToDateOnly();

    /// <summary>The time that the clocks of a place show.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <param name="timeZone">The zone in the tz database.</param>
    /// <returns>The local time.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    public static TimeOnly TimeAt(DateTimeOffset instant, string timeZone) => At(instant, timeZone).TimeOfDay.ToTimeOnly();

    internal static string Write(TimeOnly time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? Minutes : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    internal static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, [Minutes, "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static LocalDateTime At(DateTimeOffset instant, string timeZone) => Instant.FromDateTimeOffset(instant).InZone(Zone(timeZone)).LocalDateTime;

    private static DateTimeZone Zone(string timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone)
            ?? throw new TimeZoneNotFoundException("`" + timeZone + "` is not a zone of the tz database " + TzdbVersion + Suggest(timeZone));
    }

    /// <summary>A zone of another case or of Windows is most likely meant; a zone of a city at any place in the world may be.</summary>
    private static string Suggest(string timeZone)
    {
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(timeZone, out var zone))
            return "; Windows calls `" + zone + "` so";
        var city = timeZone[(timeZone.LastIndexOf('/') + 1)..];
        string? sameCity = null;
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            if (string.Equals(id, timeZone, StringComparison.OrdinalIgnoreCase))
                return "; did you mean `" + id + "`?";
            if (city.Length > 0 && id.EndsWith("/" + city.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase))
                sameCity ??= id;
        }
        return sameCity is null ? "; write it like `Europe/Berlin`" : "; did you mean `" + sameCity + "`?";
    }
}
