using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>What several agreements on the same units come to.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<CombineMode>))]
public enum CombineMode
{
    /// <summary>They add up.</summary>
    Stack,

    /// <summary>The greatest counts alone.</summary>
    Best,

    /// <summary>Only one may be there; with more, nobody can say what is paid until the agreements are put right.</summary>
    Exclusive,
}

/// <summary>What an agreement earns, and of which type it is. Immutable and thread-safe.</summary>
/// <param name="Type">The type.</param>
/// <param name="Earned">What it earns.</param>
public readonly record struct TypedFunding(FundingType Type, Money Earned);

/// <summary>Several agreements on the same units. Stateless and thread-safe.</summary>
public static class CombinedFunding
{
    /// <summary>What agreements come to.</summary>
    /// <param name="earned">What each earns, of those that count; null is unknown.</param>
    /// <param name="mode">How they combine; null is unknown.</param>
    /// <param name="currency">The currency of the answer, which is zero if there are none.</param>
    /// <returns>0.30 and 0.20 are 0.50 stacked and 0.30 at best; unknown if an argument is, or more than one is exclusive.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Of(IReadOnlyList<Money>? earned, CombineMode? mode, Currency currency)
    {
        if (earned is null || mode is null || (mode == CombineMode.Exclusive && earned.Count > 1))
            return null;
        var zero = Money.Zero(currency);
        return mode == CombineMode.Best && earned.Count > 0 ? earned.Aggregate(zero + earned[0], Money.Max) : earned.Aggregate(zero, (sum, one) => sum + one);
    }

    /// <summary>What agreements come to that combine within their type, while types add up.</summary>
    /// <param name="earned">What each earns, of those that count; null is unknown.</param>
    /// <param name="mode">How those of one type combine; <see cref="CombineMode.Exclusive"/> is the careful choice. Null is unknown.</param>
    /// <param name="currency">The currency of the answer, which is zero if there are none.</param>
    /// <returns>The sum over types; unknown if that of a type is.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? PerType(IReadOnlyList<TypedFunding>? earned, CombineMode? mode, Currency currency)
    {
        if (earned is null || mode is null)
            return null;
        Money? total = Money.Zero(currency);
        foreach (var type in earned.GroupBy(one => one.Type))
            total += Of([.. type.Select(one => one.Earned)], mode, currency);
        return total;
    }
}
