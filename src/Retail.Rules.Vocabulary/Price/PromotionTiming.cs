using System;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Lead time and duration in whole days of the store's own calendar. The date of an instant depends on the place: what is submitted
/// in London on Saturday evening is submitted on Sunday in Sydney. Stateless and thread-safe.
/// </summary>
public static class PromotionTiming
{
    /// <summary>Days from submission to start.</summary>
    /// <param name="submitted">The store's date of submission; null is unknown.</param>
    /// <param name="start">The first day; null is unknown.</param>
    /// <returns>3 August to 2 September is 30; below zero if it was submitted after the start; unknown if a date is.</returns>
    public static int? LeadDays(DateOnly? submitted, DateOnly? start) => start?.DayNumber - submitted?.DayNumber;

    /// <summary>Days from an instant of submission to start.</summary>
    /// <param name="submitted">When it was submitted; null is unknown.</param>
    /// <param name="start">The first day, in the store's calendar; null is unknown.</param>
    /// <param name="timeZone">The zone of the store in the tz database, such as <c>Australia/Sydney</c>.</param>
    /// <returns>As above, by the store's date of the instant.</returns>
    /// <exception cref="TimeZoneNotFoundException">The tz database has no such zone.</exception>
    public static int? LeadDays(DateTimeOffset? submitted, DateOnly? start, string timeZone) =>
        submitted is { } instant ? LeadDays(LocalCalendar.DateAt(instant, timeZone), start) : null;

    /// <summary>How many days it runs.</summary>
    /// <param name="start">The first day; null is unknown.</param>
    /// <param name="end">The last day, which counts; null is unknown.</param>
    /// <returns>2 to 15 September is 14; zero or below if the end is before the start; unknown if a date is.</returns>
    public static int? DurationDays(DateOnly? start, DateOnly? end) => end?.DayNumber - start?.DayNumber + 1;
}
