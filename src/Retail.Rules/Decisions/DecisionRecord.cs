using System;
using System.Collections;
using System.Collections.Generic;

namespace Retail.Rules;

/// <summary>
/// Named values of a decision, in the order in which the ruleset declares them. A value is a <see cref="decimal"/> (number, money, or a
/// percent as its fraction: 0.25 is 25 %), <see cref="bool"/>, <see cref="string"/> (text or enum member), <see cref="DateTime"/> (a date,
/// of unspecified kind), <see cref="DateTimeOffset"/> (an instant, in UTC), <see cref="TimeSpan"/>, a <see cref="DecisionRecord"/> (also of <c>amount</c> and
/// <c>currency</c>, for money in another currency than the ruleset's), or an
/// <see cref="IReadOnlyList{T}"/> of such values. Unknown values are left out. Immutable and thread-safe.
/// </summary>
public sealed class DecisionRecord : IReadOnlyDictionary<string, object>
{
    private readonly KeyValuePair<string, object>[] members;

    internal DecisionRecord(List<KeyValuePair<string, object>> members) => this.members = members.ToArray();

    internal static DecisionRecord Empty { get; } = new([]);

    /// <summary>How many values there are.</summary>
    public int Count => members.Length;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var member in members)
                yield return member.Key;
        }
    }

    /// <summary>The values, in the order of their names.</summary>
    public IEnumerable<object> Values
    {
        get
        {
            foreach (var member in members)
                yield return member.Value;
        }
    }

    /// <summary>The value of a name.</summary>
    /// <param name="key">The name; case matters.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such name, or its value is unknown.</exception>
    public object this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException("the decision has no value `" + key + "`");

    /// <summary>Whether a name has a value.</summary>
    /// <param name="key">The name; case matters.</param>
    /// <returns>True if it has.</returns>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>Looks up the value of a name.</summary>
    /// <param name="key">The name; case matters.</param>
    /// <param name="value">The value, if there is one.</param>
    /// <returns>True if there is one.</returns>
    public bool TryGetValue(string key, out object value)
    {
        foreach (var member in members)
        {
            if (string.Equals(member.Key, key, StringComparison.Ordinal))
            {
                value = member.Value;
                return true;
            }
        }
        value = null!;
        return false;
    }

    /// <summary>The names with their values, in order.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object>>)members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
