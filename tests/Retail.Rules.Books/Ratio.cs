using System;
using System.Globalization;
using System.Numerics;

namespace Retail.Rules.Books;

/// <summary>An exact fraction in lowest terms with a positive denominator. Slow and obviously right.</summary>
public readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    private readonly BigInteger numerator;
    private readonly BigInteger denominator;

    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public static Ratio Zero => default;

    public BigInteger Numerator => numerator;

    /// <summary>Never zero: a default value is 0/1.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public int Sign => numerator.Sign;

    public static implicit operator Ratio(int value) => new(value, 1);

    public static implicit operator Ratio(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new Ratio(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Ratio operator -(Ratio left, Ratio right) => left + -right;

    public static Ratio operator -(Ratio value) => new(-value.Numerator, value.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Ratio operator /(Ratio left, Ratio right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    public static Ratio Max(Ratio left, Ratio right) => left >= right ? left : right;

    public static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio Abs(Ratio value) => value.Sign < 0 ? -value : value;

    /// <summary>The largest whole number that is not above the value.</summary>
    public static Ratio Floor(Ratio value)
    {
        var whole = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return new Ratio(rest.Sign < 0 ? whole - 1 : whole, 1);
    }

    /// <summary>The smallest whole number that is not below the value.</summary>
    public static Ratio Ceiling(Ratio value) => -Floor(-value);

    /// <summary>The value to so many places, half away from zero.</summary>
    public Ratio Round(int places)
    {
        var scale = new Ratio(BigInteger.Pow(10, places), 1);
        var rounded = Floor(Abs(this) * scale + new Ratio(1, 2)) / scale;
        return Sign < 0 ? -rounded : rounded;
    }

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>Numerator and denominator, or the whole number alone.</summary>
    public override string ToString() =>
        Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{Numerator}/{Denominator}");
}
