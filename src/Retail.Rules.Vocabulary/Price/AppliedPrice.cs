using System;

namespace Retail.Rules.Vocabulary;

/// <summary>A price that was in force in one zone and channel from one day until another. Immutable and thread-safe.</summary>
/// <param name="Amount">What a customer paid, tax included; promotions count.</param>
/// <param name="From">The first day, in the store's calendar.</param>
/// <param name="Until">The day after the last; null while it is still in force. No day at all if it is not after <paramref name="From"/>.</param>
/// <param name="Zone">The price zone.</param>
/// <param name="Channel">The channel.</param>
public sealed record AppliedPrice(Money Amount, DateOnly From, DateOnly? Until, string Zone, string Channel)
{
    /// <summary>Whether it was in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True from <see cref="From"/> up to, not including, <see cref="Until"/>.</returns>
    public bool IsInForce(DateOnly day) => From <= day && (Until is not { } until || day < until);
}
