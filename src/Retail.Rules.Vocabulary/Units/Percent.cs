using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A part of a whole. Kept as a fraction and made only by name, so that nobody passes 25 and means a quarter. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(PercentJsonConverter))]
public readonly record struct Percent : IComparable<Percent>
{
    private Percent(decimal fraction) => Fraction = fraction;

    /// <summary>All of it.</summary>
    public static Percent Hundred { get; } = new(1m);

    /// <summary>The fraction: 0.25 is a quarter. May be negative or above 1 (a margin, an uplift).</summary>
    public decimal Fraction { get; }

    /// <summary>The hundredths: 25 is a quarter.</summary>
    public decimal Points => Fraction * 100m;

    /// <summary>A percent from its fraction.</summary>
    /// <param name="fraction">0.25 for a quarter.</param>
    /// <returns>The percent.</returns>
    public static Percent FromFraction(decimal fraction) => new(fraction);

    /// <summary>A percent from its hundredths.</summary>
    /// <param name="points">25 for a quarter.</param>
    /// <returns>The percent.</returns>
    public static Percent FromPoints(decimal points) => new(points / 100m);

    /// <summary>The sum.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">Another.</param>
    /// <returns>The sum.</returns>
    public static Percent operator +(Percent left, Percent right) => new(left.Fraction + right.Fraction);

    /// <summary>The difference.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">What is taken off it.</param>
    /// <returns>The difference.</returns>
    public static Percent operator -(Percent left, Percent right) => new(left.Fraction - right.Fraction);

    /// <summary>Whether one is smaller.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if <paramref name="left"/> is smaller.</returns>
    public static bool operator <(Percent left, Percent right) => left.Fraction < right.Fraction;

    /// <summary>Whether one is greater.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if <paramref name="left"/> is greater.</returns>
    public static bool operator >(Percent left, Percent right) => left.Fraction > right.Fraction;

    /// <summary>Whether one is smaller or equal.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if <paramref name="left"/> is not greater.</returns>
    public static bool operator <=(Percent left, Percent right) => left.Fraction <= right.Fraction;

    /// <summary>Whether one is greater or equal.</summary>
    /// <param name="left">A percent.</param>
    /// <param name="right">Another.</param>
    /// <returns>True if <paramref name="left"/> is not smaller.</returns>
    public static bool operator >=(Percent left, Percent right) => left.Fraction >= right.Fraction;

    /// <summary>Compares two percents.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Below zero, zero or above zero.</returns>
    public int CompareTo(Percent other) => Fraction.CompareTo(other.Fraction);

    /// <summary>The percent as people write it.</summary>
    /// <returns>Such as <c>25%</c>.</returns>
    public override string ToString() => Points.ToString("0.############################", CultureInfo.InvariantCulture) + "%";
}
