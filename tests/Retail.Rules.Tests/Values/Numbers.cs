using System;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

/// <summary>A value to compute with, in each of the forms that the engine knows: a decimal of any scale and size, a fraction of two, a fraction of big integers.</summary>
public sealed class AnyNumber
{
    internal AnyNumber(Value value) => Value = value;

    internal Value Value { get; }

    public override string ToString() => Rational.Of(Value).ToString();
}

/// <summary>Where FsCheck gets numbers from.</summary>
public static class Numbers
{
    public static Arbitrary<decimal> Decimals() => Decimal().ToArbitrary();

    public static Arbitrary<AnyNumber> Any() => Gen.Frequency(
        (5, Decimal().Select(number => new AnyNumber(new Value(number)))),
        (3, Fraction()),
        (1, Big())).ToArbitrary();

    /// <summary>Small and 96-bit mantissas at every scale, both signs, zeros with and without places, and the powers of ten beside which ties lie.</summary>
    private static Gen<decimal> Decimal()
    {
        var scale = Gen.Choose(0, 28);
        var small = from mantissa in Gen.Choose(0, 20_000) from places in scale from negative in Gen.Elements(false, true)
                    select new decimal(mantissa, 0, 0, negative, (byte)places);
        var everyday = from cents in Gen.Choose(-1_000_000, 1_000_000) from places in Gen.Choose(0, 4) select new decimal(Math.Abs(cents), 0, 0, cents < 0, (byte)places);
        var large = from low in Word() from middle in Word() from high in Word() from places in scale from negative in Gen.Elements(false, true)
                    select new decimal(low, middle, high, negative, (byte)places);
        var halves = from whole in Gen.Choose(-50, 50) from places in Gen.Choose(0, 19) select (whole + 0.5m) * new decimal(1, 0, 0, false, (byte)places);
        var limits = Gen.Elements(0m, -0.0m, 0.0000000000000000000000000000m, 1m, -1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 0.9999999999999999999999999999m);
        return Gen.Frequency((3, small), (4, everyday), (3, large), (2, halves), (1, limits));
    }

    private static Gen<int> Word() => Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(-1)), (4, Gen.Choose(int.MinValue, int.MaxValue)));

    private static Gen<AnyNumber> Fraction() =>
        from top in Decimal() from bottom in Decimal() where bottom != 0m
        select new AnyNumber(new Value(bottom < 0m ? -top : top, Math.Abs(bottom)));

    private static Gen<AnyNumber> Big() =>
        from top in Gen.Choose(-1_000_000_000, 1_000_000_000) from bottom in Gen.Choose(1, 1_000_000_000) from power in Gen.Choose(0, 40)
        select new AnyNumber(BigRational.ToValue(top * BigInteger.Pow(7, power), bottom * BigInteger.Pow(3, 40)));
}
