using System;
using System.Globalization;
using NUnit.Framework;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

/// <summary>Every operation gives the true rational, whatever forms its operands come in.</summary>
[TestFixture]
public class ExactTests
{
    private const int Cases = 5_000;

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Sums_and_differences_are_exact(AnyNumber left, AnyNumber right)
    {
        AssertIs(Exact.Add(left.Value, right.Value), Rational.Of(left.Value) + Rational.Of(right.Value));
        AssertIs(Exact.Subtract(left.Value, right.Value), Rational.Of(left.Value) - Rational.Of(right.Value));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Products_are_exact(AnyNumber left, AnyNumber right) =>
        AssertIs(Exact.Multiply(left.Value, right.Value), Rational.Of(left.Value) * Rational.Of(right.Value));

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Quotients_are_exact(AnyNumber left, AnyNumber right)
    {
        if (Rational.Of(right.Value).Sign != 0)
            AssertIs(Exact.Divide(left.Value, right.Value), Rational.Of(left.Value) / Rational.Of(right.Value));
        else
            Assert.That(() => Exact.Divide(left.Value, right.Value), Throws.InstanceOf<EvaluationFault>().With.Property(nameof(EvaluationFault.Kind)).EqualTo(FaultKind.DivisionByZero));
    }

    /// <summary>Down to the scale, in which two equal decimals can differ.</summary>
    [FsCheck.NUnit.Property(MaxTest = Cases, QuietOnSuccess = true)]
    public void A_percent_is_the_quotient_in_its_cheapest_form(decimal number)
    {
        var percent = Exact.Percent(number);
        var quotient = Exact.Simplify(Exact.Divide(new Value(number), new Value(100m)));

        Assert.That(percent.Reference, Is.EqualTo(quotient.Reference));
        Assert.That(decimal.GetBits(percent.Numerator), Is.EqualTo(decimal.GetBits(quotient.Numerator)));
        Assert.That(decimal.GetBits(percent.Denominator), Is.EqualTo(decimal.GetBits(quotient.Denominator)));
    }

    [TestCase("0", "0")]
    [TestCase("0.00", "0")]
    [TestCase("15", "0.15")]
    [TestCase("15.0", "0.15")]
    [TestCase("100", "1")]
    public void A_percent_is_so_many_hundredths(string number, string expected)
    {
        var percent = Exact.Percent(decimal.Parse(number, CultureInfo.InvariantCulture));

        Assert.That(percent.Numerator.ToString(CultureInfo.InvariantCulture), Is.EqualTo(expected));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Comparisons_are_exact(AnyNumber left, AnyNumber right)
    {
        var order = Rational.Of(left.Value).CompareTo(Rational.Of(right.Value));
        Assert.That(Math.Sign(Exact.Compare(left.Value, right.Value)), Is.EqualTo(order));
        Assert.That(Exact.AreEqual(left.Value, right.Value), Is.EqualTo(order == 0));
        Assert.That(Exact.Compare(left.Value, left.Value), Is.Zero);
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void What_is_divided_and_multiplied_again_is_the_same(AnyNumber left, AnyNumber right)
    {
        if (Exact.Sign(right.Value) != 0)
            Assert.That(Exact.AreEqual(Exact.Multiply(Exact.Divide(left.Value, right.Value), right.Value), left.Value));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Signs_are_exact(AnyNumber number)
    {
        var oracle = Rational.Of(number.Value);
        Assert.That(Exact.Sign(number.Value), Is.EqualTo(oracle.Sign));
        AssertIs(Exact.Negate(number.Value), -oracle);
        AssertIs(Exact.Abs(number.Value), oracle.Sign < 0 ? -oracle : oracle);
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Floors_and_ceilings_are_exact(AnyNumber number)
    {
        var oracle = Rational.Of(number.Value);
        AssertIs(Exact.Floor(number.Value), oracle.Floor());
        AssertIs(Exact.Ceiling(number.Value), -(-oracle).Floor());
        Assert.That(Exact.IsInteger(number.Value), Is.EqualTo(oracle.IsWhole));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Rounding_is_half_away_from_zero_at_every_number_of_places(AnyNumber number)
    {
        for (var places = 0; places <= 18; places++)
            AssertIs(Exact.Round(number.Value, places), Rational.Of(number.Value).Round(places));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void A_decimal_is_the_rounded_number_or_a_fault_if_none_can_hold_it(AnyNumber number)
    {
        foreach (var places in new[] { 0, 2, 18 })
        {
            var rounded = Rational.Of(number.Value).Round(places);
            if (rounded.FitsDecimal())
            {
                var result = Exact.ToDecimal(number.Value, places);
                Assert.That(Rational.Of(result).CompareTo(rounded), Is.Zero);
                Assert.That(result, Is.EqualTo(Exact.WithoutTrailingZeros(result)));
            }
            else
                Assert.That(() => Exact.ToDecimal(number.Value, places), Throws.InstanceOf<EvaluationFault>().With.Property(nameof(EvaluationFault.Kind)).EqualTo(FaultKind.Overflow));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void A_simplified_number_is_one_decimal_where_one_can_hold_it(AnyNumber number)
    {
        var simple = Exact.Simplify(number.Value);
        AssertIs(simple, Rational.Of(number.Value));
        Assert.That(simple is { Reference: null, Denominator: 0m }, Is.EqualTo(Rational.Of(number.Value).FitsDecimal()));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void A_decimal_without_trailing_zeros_is_equal_and_has_the_least_scale(decimal number)
    {
        var result = Exact.WithoutTrailingZeros(number);
        var scale = new DecimalParts(result).Scale;
        Assert.That(result, Is.EqualTo(number));
        Assert.That(scale == 0 || decimal.Round(result, scale - 1) != result);
        Assert.That(decimal.GetBits(result)[3] < 0, Is.EqualTo(number < 0m), "zero has no sign");
    }

    [Test]
    public void Dividing_by_zero_is_a_fault() =>
        Assert.That(() => Exact.Divide(new Value(1m), new Value(0.00m)), Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("division by zero"));

    [Test]
    public void A_number_that_grows_without_end_is_a_fault()
    {
        var number = new Value(decimal.MaxValue);
        Assert.That(Grow, Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("a number too large to compute with"));

        void Grow()
        {
            for (var i = 0; i < 20; i++)
                number = Exact.Multiply(number, number);
        }
    }

    private static void AssertIs(in Value result, Rational expected)
    {
        Assert.That(result.Denominator, Is.Not.Negative);
        Assert.That(Rational.Of(result), Is.EqualTo(expected));
    }
}
