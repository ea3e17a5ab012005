using System;
using NUnit.Framework;

namespace Retail.Rules.Books.Tests;

/// <summary>The arithmetic that the hand-written books trust.</summary>
[TestFixture]
public sealed class RatioTests
{
    [Test]
    public void Halves_round_away_from_zero()
    {
        Assert.That(((Ratio)2.345m).Round(2), Is.EqualTo((Ratio)2.35m));
        Assert.That(((Ratio)(-2.345m)).Round(2), Is.EqualTo((Ratio)(-2.35m)));
        Assert.That(((Ratio)2.3449m).Round(2), Is.EqualTo((Ratio)2.34m));
    }

    [Test]
    public void Forty_percent_is_exact_after_divisions()
    {
        var share = 400 / (3000 * ((Ratio)1.10m / 1.20m - (Ratio)0.70m / 1.20m));
        Assert.That(share, Is.EqualTo((Ratio)0.40m));
    }

    [FsCheck.NUnit.Property]
    public bool Decimals_keep_their_order_and_sign(decimal a, decimal b) =>
        ((Ratio)a).CompareTo(b) == a.CompareTo(b) && ((Ratio)a).Sign == Math.Sign(a);

    [FsCheck.NUnit.Property]
    public bool Sums_products_and_order_are_those_of_whole_numbers(int a, int b) =>
        (Ratio)a + b == new Ratio((long)a + b, 1) && (Ratio)a * b == new Ratio((long)a * b, 1) && (Ratio)a < b == a < b;

    [FsCheck.NUnit.Property]
    public bool Division_undoes_multiplication(decimal a, int b) => b == 0 || (Ratio)a * b / b == a;

    [FsCheck.NUnit.Property]
    public bool Floor_and_ceiling_enclose_the_value(int a, int b)
    {
        if (b == 0)
            return true;
        var value = (Ratio)a / b;
        return Ratio.Floor(value) <= value && value < Ratio.Floor(value) + 1
            && Ratio.Ceiling(value) >= value && value > Ratio.Ceiling(value) - 1
            && Ratio.Floor(value).Denominator.IsOne && Ratio.Ceiling(value).Denominator.IsOne;
    }
}
