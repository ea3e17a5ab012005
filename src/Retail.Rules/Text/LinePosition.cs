using System;

namespace Retail.Rules.Text;

/// <summary>A line and a column as people count them, both from 1. Immutable.</summary>
public readonly struct LinePosition : IEquatable<LinePosition>
{
    /// <summary>Creates a position.</summary>
    /// <param name="line">Line number from 1.</param>
    /// <param name="column">Column from 1, in UTF-16 code units.</param>
    public LinePosition(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line number from 1.</summary>
    public int Line { get; }

    /// <summary>Column from 1, in UTF-16 code units.</summary>
    public int Column { get; }

    /// <inheritdoc/>
    public bool Equals(LinePosition other) => Line == other.Line && Column == other.Column;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LinePosition other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Line * 397) ^ Column);

    /// <summary>The position as <c>line,column</c>.</summary>
    /// <returns>The position in text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Line},{Column}");

    /// <summary>Whether two positions are the same.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if line and column agree.</returns>
    public static bool operator ==(LinePosition left, LinePosition right) => left.Equals(right);

    /// <summary>Whether two positions differ.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if line or column differ.</returns>
    public static bool operator !=(LinePosition left, LinePosition right) => !left.Equals(right);
}
