using System;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>Parts that add up.</summary>
[TestFixture]
internal sealed class SplitTests
{
    [TestCase(10.00, new[] { 1.0, 1, 1 }, new[] { 3.34, 3.33, 3.33 })]
    [TestCase(2.00, new[] { 1.0, 1, 1 }, new[] { 0.67, 0.67, 0.66 })]
    [TestCase(-2.00, new[] { 1.0, 1, 1 }, new[] { -0.67, -0.67, -0.66 })]
    [TestCase(0.01, new[] { 1.0, 1, 1 }, new[] { 0.01, 0, 0 })]
    [TestCase(3.50, new[] { 5.00, 4.00, 3.50 }, new[] { 1.40, 1.12, 0.98 })]
    [TestCase(1.00, new[] { 0.0, 3, 1 }, new[] { 0, 0.75, 0.25 })]
    [TestCase(0.05, new[] { 0.1, 0.2, 0.7 }, new[] { 0.01, 0.01, 0.03 })]
    [TestCase(0.00, new[] { 0.0, 0 }, new[] { 0.0, 0 })]
    [TestCase(0.004, new[] { 0.0, 0 }, new[] { 0.0, 0 })]
    [TestCase(0.00, new double[0], new double[0])]
    public void An_amount_is_split_to_cents(decimal total, double[] weights, double[] expected) =>
        Assert.That(Split.ByWeights(Eur(total), [.. weights.Select(weight => (decimal)weight)]).Select(part => part.Amount), Is.EqualTo(expected.Select(part => (decimal)part)));

    [Test]
    public void The_smallest_unit_is_that_of_the_currency()
    {
        Assert.That(Split.ByWeights(new Money(100m, new Currency("JPY")), [1m, 1m, 1m]).Select(part => part.Amount), Is.EqualTo(new[] { 34m, 33m, 33m }));
        Assert.That(Split.ByWeights(new Money(1m, new Currency("KWD")), [1m, 1m, 1m]).Select(part => part.Amount), Is.EqualTo(new[] { 0.334m, 0.333m, 0.333m }));
        Assert.That(Split.ByWeights(7m, [1m, 1m], 0), Is.EqualTo(new[] { 4m, 3m }));
    }

    [Test]
    public void A_remainder_that_differs_in_the_last_of_many_digits_decides()
    {
        // Exact shares are 0.5 cent more or less a hair: the second has the greater remainder, by the 28th digit of its weight.
        Assert.That(Split.ByWeights(Eur(0.01m), [0.4999999999999999999999999999m, 0.5000000000000000000000000001m]).Select(part => part.Amount), Is.EqualTo(new[] { 0m, 0.01m }));
        Assert.That(Split.ByWeights(Eur(0.01m), [79228162514264337593543950334m, 79228162514264337593543950335m]).Select(part => part.Amount), Is.EqualTo(new[] { 0m, 0.01m }));
    }

    [Test]
    public void What_cannot_be_split_is_refused()
    {
        Assert.That(() => Split.ByWeights(Eur(1m), []), Throws.ArgumentException.With.Message.StartsWith("there is something to split, and no part with a weight above zero"));
        Assert.That(() => Split.ByWeights(Eur(1m), [0m, 0m]), Throws.ArgumentException);
        Assert.That(() => Split.ByWeights(Eur(1m), [2m, -1m]), Throws.ArgumentException.With.Message.StartsWith("a part cannot have a weight below zero"));
        Assert.That(() => Split.ByWeights(1m, [1m], 29), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Items_keep_their_shares() =>
        Assert.That(Split.Over(Eur(1.00m), ["S1", "S2"], supplier => supplier == "S1" ? 2m : 1m), Is.EqualTo(new[] { new Share<string>("S1", Eur(0.67m)), new Share<string>("S2", Eur(0.33m)) }));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public Property Parts_add_up_and_none_is_a_cent_off(int cents, NonNegativeInt[] weights)
    {
        var total = cents / 100m;
        var parts = weights.Select(weight => (decimal)weight.Get).ToArray();
        var sum = parts.Sum();
        return Prop.When(() =>
        {
            var split = Split.ByWeights(total, parts, 2);
            return split.Sum() == total
                && split.Zip(parts).All(pair => Math.Abs((pair.First * sum) - (total * pair.Second)) < 0.01m * sum)
                && Split.ByWeights(-total, parts, 2).SequenceEqual(split.Select(part => -part));
        }, sum > 0m);
    }

    /// <summary>Another route: cents are handed out one by one, each to whom most is owed, of equal claims to the earlier.</summary>
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Handing_out_the_last_cents_one_by_one_gives_the_same(ushort cents, byte[] weights)
    {
        var sum = weights.Sum(weight => (int)weight);
        return Prop.When(() =>
        {
            var owed = weights.Select(weight => (BigInteger)cents * weight).ToArray();
            var paid = owed.Select(claim => claim / sum).ToArray();
            for (var left = cents - paid.Aggregate(BigInteger.Zero, BigInteger.Add); left > 0; left--)
            {
                var most = Enumerable.Range(0, weights.Length).MaxBy(i => owed[i] - (paid[i] * sum));
                paid[most]++;
            }

            return Split.ByWeights(cents / 100m, [.. weights.Select(weight => (decimal)weight)], 2).SequenceEqual(paid.Select(part => (decimal)part / 100m));
        }, sum > 0);
    }
}
