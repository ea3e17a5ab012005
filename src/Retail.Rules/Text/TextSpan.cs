using System;

namespace Retail.Rules.Text;

/// <summary>A stretch of characters in a <see cref="SourceText"/>, as a half-open interval. Immutable.</summary>
public readonly struct TextSpan : IEquatable<TextSpan>
{
    /// <summary>Creates a span.</summary>
    /// <param name="start">Offset of the first character, counted in UTF-16 code units from 0.</param>
    /// <param name="length">Number of UTF-16 code units; 0 marks a place between two characters.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either number is negative.</exception>
    public TextSpan(int start, int length)
    {
        if (start < 0)
            throw new ArgumentOutOfRangeException(nameof(start));
        if (length < 0)
            throw new ArgumentOutOfRangeException(nameof(length));
        Start = start;
        Length = length;
    }

    /// <summary>Offset of the first character.</summary>
    public int Start { get; }

    /// <summary>Number of characters.</summary>
    public int Length { get; }

    /// <summary>Offset just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset to another.</summary>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset just after the last character; at least <paramref name="start"/>.</param>
    /// <returns>The span between them.</returns>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that holds both.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>A span from the lower start to the higher end.</returns>
    public TextSpan Union(TextSpan other) =>
        FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <inheritdoc/>
    public bool Equals(TextSpan other) => Start == other.Start && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Start * 397) ^ Length);

    /// <summary>The interval as <c>[start..end)</c>, for debugging.</summary>
    /// <returns>The interval in text.</returns>
    public override string ToString() => FormattableString.Invariant($"[{Start}..{End})");

    /// <summary>Whether two spans are the same.</summary>
    /// <param name="left">One span.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if start and length agree.</returns>
    public static bool operator ==(TextSpan left, TextSpan right) => left.Equals(right);

    /// <summary>Whether two spans differ.</summary>
    /// <param name="left">One span.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if start or length differ.</returns>
    public static bool operator !=(TextSpan left, TextSpan right) => !left.Equals(right);
}
