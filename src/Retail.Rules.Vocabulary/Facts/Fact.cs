using System;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A single value with where and when it was read, for values that are not part of a larger snapshot. In rules the types <c>MoneyFact</c>,
/// <c>PercentFact</c>, <c>QuantityFact</c> and <c>NumberFact</c>. Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">What the value is: money, percent, quantity or decimal have a contract in JSON and in rules.</typeparam>
public sealed record Fact<T>
{
    /// <summary>The value.</summary>
    public required T Value { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The system it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>The version of what it was read from; null if it has none.</summary>
    public string? Version { get; init; }
}
