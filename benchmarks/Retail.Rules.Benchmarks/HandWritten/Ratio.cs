using System;

namespace Retail.Rules.Books;

/// <summary>
/// The number of the book as it is written by hand where speed counts: a decimal, which is fast and rounds quotients. The tests compile the same
/// book with an exact fraction.
/// </summary>
public readonly struct Ratio(decimal value) : IEquatable<Ratio>, IComparable<Ratio>
{
    private readonly decimal value = value;

    public Ratio(int numerator, int denominator)
        : this((decimal)numerator / denominator)
    {
    }

    public static Ratio Zero => default;

    public int Sign => Math.Sign(value);

    public static implicit operator Ratio(int value) => new((decimal)value);

    public static implicit operator Ratio(decimal value) => new(value);

    public static Ratio operator +(Ratio left, Ratio right) => new(left.value + right.value);

    public static Ratio operator -(Ratio left, Ratio right) => new(left.value - right.value);

    public static Ratio operator -(Ratio value) => new(-value.value);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.value * right.value);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.value / right.value);

    public static bool operator <(Ratio left, Ratio right) => left.value < right.value;

    public static bool operator >(Ratio left, Ratio right) => left.value > right.value;

    public static bool operator <=(Ratio left, Ratio right) => left.value <= right.value;

    public static bool operator >=(Ratio left, Ratio right) => left.value >= right.value;

    public static bool operator ==(Ratio left, Ratio right) => left.value == right.value;

    public static bool operator !=(Ratio left, Ratio right) => left.value != right.value;

    public static Ratio Max(Ratio left, Ratio right) => left >= right ? left : right;

    public static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio Abs(Ratio value) => new(Math.Abs(value.value));

    public static Ratio Floor(Ratio value) => new(decimal.Floor(value.value));

    public static Ratio Ceiling(Ratio value) => new(decimal.Ceiling(value.value));

    public Ratio Round(int places) => new(decimal.Round(value, places, MidpointRounding.AwayFromZero));

    public int CompareTo(Ratio other) => value.CompareTo(other.value);

    public bool Equals(Ratio other) => value == other.value;

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => value.GetHashCode();
}
