using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A set of texts, such as allergens, that never changes and equals any set of the same texts. Letters compare by case, and the order is that of
/// their codes, so that JSON and hashes do not depend on how it was built. Immutable and thread-safe.
/// </summary>
[CollectionBuilder(typeof(TextSet), nameof(Create))]
[JsonConverter(typeof(TextSetJsonConverter))]
public sealed class TextSet : IReadOnlySet<string>, IEquatable<TextSet>
{
    private readonly ImmutableSortedSet<string> texts;

    /// <summary>Copies the texts; one that stands twice counts once.</summary>
    /// <param name="texts">The texts, none of them null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    public TextSet(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        this.texts = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, texts);
        foreach (var text in this.texts)
            ArgumentException.ThrowIfNullOrWhiteSpace(text, nameof(texts));
    }

    /// <summary>A set of texts.</summary>
    /// <param name="texts">The texts, none of them null.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    public static TextSet Create(ReadOnlySpan<string> texts) => new(texts.ToArray());

    /// <summary>How many texts there are.</summary>
    public int Count => texts.Count;

    /// <summary>Whether a text is among them.</summary>
    /// <param name="item">The text; case counts.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(string item) => texts.Contains(item);

    /// <inheritdoc/>
    public bool IsProperSubsetOf(IEnumerable<string> other) => texts.IsProperSubsetOf(other);

    /// <inheritdoc/>
    public bool IsProperSupersetOf(IEnumerable<string> other) => texts.IsProperSupersetOf(other);

    /// <inheritdoc/>
    public bool IsSubsetOf(IEnumerable<string> other) => texts.IsSubsetOf(other);

    /// <inheritdoc/>
    public bool IsSupersetOf(IEnumerable<string> other) => texts.IsSupersetOf(other);

    /// <inheritdoc/>
    public bool Overlaps(IEnumerable<string> other) => texts.Overlaps(other);

    /// <inheritdoc/>
    public bool SetEquals(IEnumerable<string> other) => texts.SetEquals(other);

    /// <summary>Whether the other set holds the same texts.</summary>
    /// <param name="other">The other; null equals nothing.</param>
    /// <returns>True if it does.</returns>
    public bool Equals(TextSet? other) => other is not null && texts.SetEquals(other.texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var text in texts)
            hash.Add(text, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The texts in the order of their codes.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<string> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The texts as people write them.</summary>
    /// <returns>Such as <c>[milk, nuts]</c>.</returns>
    public override string ToString() => "[" + string.Join(", ", texts) + "]";
}
