using System;

namespace Retail.Rules.Vocabulary;

/// <summary>One item of a promotion, at one location and in one channel, for some days. Immutable and thread-safe.</summary>
/// <param name="Promotion">The id of the promotion; the slots of one never conflict with each other.</param>
/// <param name="Sku">The item.</param>
/// <param name="Location">The store, zone or region, in the words in which slots are compared.</param>
/// <param name="Channel">The channel.</param>
/// <param name="From">The first day, in the location's calendar.</param>
/// <param name="Until">The day after the last: a promotion until the 15th, the day included, has the 16th here.</param>
/// <param name="Stackable">Whether it may meet others that are stackable as well.</param>
public sealed record PromotionSlot(string Promotion, string Sku, string Location, string Channel, DateOnly From, DateOnly Until, bool Stackable);

/// <summary>Two slots that conflict, and when. Immutable and thread-safe.</summary>
/// <param name="First">The slot that stands first in the list.</param>
/// <param name="Second">The other.</param>
/// <param name="From">The first day on which both run.</param>
/// <param name="Until">The day after the last on which both run.</param>
public sealed record PromotionConflict(PromotionSlot First, PromotionSlot Second, DateOnly From, DateOnly Until);
