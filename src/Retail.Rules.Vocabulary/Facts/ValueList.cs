using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A list that never changes and equals any list of equal items in the same order, so that records that hold it compare by value. Immutable and thread-safe.</summary>
/// <typeparam name="T">What it holds; immutable itself.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListJsonConverterFactory))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
    where T : notnull
{
    private readonly T[] items;

    /// <summary>Copies the items.</summary>
    /// <param name="items">The items, none of them null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public ValueList(IEnumerable<T> items)
        : this([.. items ?? throw new ArgumentNullException(nameof(items))])
    {
    }

    internal ValueList(T[] owned)
    {
        if (Array.Exists(owned, item => item is null))
            throw new ArgumentException("a list of facts has no null items", nameof(owned));
        items = owned;
    }

    /// <summary>How many items there are.</summary>
    public int Count => items.Length;

    /// <summary>An item.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => items[index];

    /// <summary>Whether the other list holds equal items in the same order.</summary>
    /// <param name="other">The other; null equals nothing.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The items in turn.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>The items as people write them.</summary>
    /// <returns>Such as <c>[store, web]</c>.</returns>
    public override string ToString() => "[" + string.Join(", ", items) + "]";
}

/// <summary>Makes lists from what stands in square brackets.</summary>
public static class ValueList
{
    /// <summary>A list of items.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">The items, none of them null.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull => new(items.ToArray());
}
