using System;
using System.Numerics;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

/// <summary>The oracle: a fraction of big integers, computed the schoolbook way.</summary>
internal readonly struct Rational
{
    private readonly BigInteger numerator;
    private readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public bool IsWhole => denominator.IsOne;

    public int Sign => numerator.Sign;

    public static Rational Of(decimal number)
    {
        var bits = decimal.GetBits(number);
        var mantissa = (uint)bits[0] + ((BigInteger)(uint)bits[1] << 32) + ((BigInteger)(uint)bits[2] << 64);
        return new Rational(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0x7F));
    }

    public static Rational Of(Value value) => value.Reference is BigRational big
        ? new Rational(big.Numerator, big.Denominator)
        : value.Denominator == 0m ? Of(value.Numerator) : Of(value.Numerator) / Of(value.Denominator);

    public static Rational operator +(Rational left, Rational right) =>
        new(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.numerator, value.denominator);

    public static Rational operator *(Rational left, Rational right) => new(left.numerator * right.numerator, left.denominator * right.denominator);

    public static Rational operator /(Rational left, Rational right) => new(left.numerator * right.denominator, left.denominator * right.numerator);

    public int CompareTo(Rational other) => (numerator * other.denominator).CompareTo(other.numerator * denominator);

    public Rational Floor()
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        return new Rational(rest.Sign < 0 ? quotient - 1 : quotient, BigInteger.One);
    }

    /// <summary>Rounded half away from zero.</summary>
    public Rational Round(int places)
    {
        var unit = BigInteger.Pow(10, places);
        var (quotient, rest) = (BigInteger.DivRem(BigInteger.Abs(numerator) * unit, denominator, out var remainder), remainder);
        if (rest * 2 >= denominator)
            quotient += 1;
        return new Rational(numerator.Sign < 0 ? -quotient : quotient, unit);
    }

    /// <summary>Whether one decimal can hold it.</summary>
    public bool FitsDecimal()
    {
        for (var scale = 0; scale <= 28; scale++)
        {
            var scaled = numerator * BigInteger.Pow(10, scale);
            if ((scaled % denominator).IsZero)
                return BigInteger.Abs(scaled / denominator) < BigInteger.One << 96;
        }
        return false;
    }

    public override string ToString() => numerator + "/" + denominator;
}
