using System;

namespace Retail.Rules.Vocabulary;

/// <summary>The days for which funding is asked. Immutable and thread-safe.</summary>
/// <param name="AsOf">Today, or the day as of which is judged.</param>
/// <param name="Start">The first day of the promotion, in store-local dates.</param>
/// <param name="End">Its last day, which belongs to it.</param>
/// <param name="BuyFrom">The first day on which goods for it are bought; null is unknown.</param>
/// <param name="BuyTo">The last such day, which belongs to it; null is unknown.</param>
public sealed record FundedEvent(DateOnly AsOf, DateOnly Start, DateOnly End, DateOnly? BuyFrom = null, DateOnly? BuyTo = null);
