using System;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Lead time and duration in whole days of the store's own calendar. Dates come as the store reads them: turn instants into store dates first,
/// a promotion that starts on Sunday in Sydney may have been submitted on Saturday's date there. Stateless and thread-safe.
/// </summary>
public static class PromotionTiming
{
    /// <summary>Days from submission to start.</summary>
    /// <param name="submitted">The store's date of submission; null is unknown.</param>
    /// <param name="start">The first day; null is unknown.</param>
    /// <returns>3 August to 2 September is 30; below zero if it was submitted after the start; unknown if a date is.</returns>
    public static int? LeadDays(DateOnly? submitted, DateOnly? start) => start?.DayNumber - submitted?.DayNumber;

    /// <summary>How many days it runs.</summary>
    /// <param name="start">The first day; null is unknown.</param>
    /// <param name="end">The last day, which counts; null is unknown.</param>
    /// <returns>2 to 15 September is 14; zero or below if the end is before the start; unknown if a date is.</returns>
    public static int? DurationDays(DateOnly? start, DateOnly? end) => end?.DayNumber - start?.DayNumber + 1;
}
