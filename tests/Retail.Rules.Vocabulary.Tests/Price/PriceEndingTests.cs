using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Price;

/// <summary>Endings 0.49 and 0.99 of a step of 1 where nothing else is said.</summary>
[TestFixture]
internal sealed class PriceEndingTests
{
    private static readonly decimal[] Endings = [0.49m, 0.99m];

    [TestCase(2.10, 1.99)]
    [TestCase(2.49, 2.49)]
    [TestCase(2.98, 2.49)]
    [TestCase(0.49, 0.49)]
    [TestCase(0.30, null)]
    [TestCase(0.00, null)]
    [TestCase(-1.00, null)]
    public void The_lower_ending_is_not_above_the_price(decimal price, decimal? expected) =>
        Check(expected, PriceEnding.Lower(Eur(price), Endings), $"lowerEndingOf({price}, [0.49, 0.99], 1.00)");

    [TestCase(2.50, 2.99)]
    [TestCase(2.49, 2.49)]
    [TestCase(0.00, 0.49)]
    [TestCase(3.00, 3.49)]
    public void The_upper_ending_is_not_below_the_price(decimal price, decimal? expected) =>
        Check(expected, PriceEnding.Upper(Eur(price), Endings), $"upperEndingOf({price}, [0.49, 0.99], 1.00)");

    [TestCase(2.80, 2.99)]
    [TestCase(2.74, 2.49)]
    [TestCase(2.73, 2.49)]
    [TestCase(2.75, 2.99)]
    [TestCase(0.10, 0.49)]
    public void The_nearest_ending_is_the_lower_of_two_equally_near(decimal price, decimal? expected) =>
        Check(expected, PriceEnding.Nearest(Eur(price), Endings), $"nearestEndingOf({price}, [0.49, 0.99], 1.00)");

    [TestCase(1.99, true)]
    [TestCase(1.98, false)]
    [TestCase(0.49, true)]
    public void A_price_bears_an_ending(decimal price, bool expected) =>
        Check(expected, PriceEnding.Has(Eur(price), Endings), $"hasEnding({price}, [0.49, 0.99], 1.00)");

    [Test]
    public void Yen_end_within_a_hundred()
    {
        Check(380m, PriceEnding.Lower(Eur(397m), [80m, 98m], 100m), $"lowerEndingOf(397, [80, 98], 100)");
        Check(398m, PriceEnding.Nearest(Eur(397m), [80m, 98m], 100m), $"nearestEndingOf(397, [80, 98], 100)");
    }

    [Test]
    public void Without_endings_there_is_no_price()
    {
        Check(null, PriceEnding.Lower(Eur(2m), []), $"lowerEndingOf(2.00, [], 1.00)");
        Check(null, PriceEnding.Nearest(Eur(2m), []), $"nearestEndingOf(2.00, [], 1.00)");
        Assert.That(PriceEnding.Nearest(null, Endings), Is.Null);
        Assert.That(PriceEnding.Has(Eur(2m), null), Is.Null);
        Assert.That(() => PriceEnding.Lower(Eur(2m), Endings, 0m), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_moved_price_is_tested_again()
    {
        // 2.10 moved to 1.99: depth 20.4% instead of 16%, margin (1.99 / 1.2 - 1.50) / (1.99 / 1.2) = 9.55%.
        var moved = RetestedPrice.Of(PriceEnding.Lower(Eur(2.10m), Endings)!.Value, Eur(2.50m), Pct(20m), Eur(1.50m), Eur(1.99m));

        Assert.That(moved.Price, Is.EqualTo(Eur(1.99m)));
        Check(20.4m, moved.Depth, $"retestedPriceOf(1.99, 2.50, 20%, 1.50, 1.99).depth");
        Check(9.5477m, moved.MarginRate, $"retestedPriceOf(1.99, 2.50, 20%, 1.50, 1.99).marginRate");
        Check(false, moved.BelowLowest, $"retestedPriceOf(1.99, 2.50, 20%, 1.50, 1.99).belowLowest");
        Check((bool?)null, RetestedPrice.Of(Eur(1.99m), Eur(2.50m), Pct(20m), Eur(1.50m), null).BelowLowest, $"retestedPriceOf(1.99, 2.50, 20%, 1.50, unknown).belowLowest");
    }

    [FsCheck.NUnit.Property]
    public Property Lower_and_upper_close_in_on_the_price_and_bear_an_ending(NonNegativeInt cents, byte[] endings)
    {
        var price = Eur(cents.Get / 100m);
        var allowed = endings.Select(ending => ending % 100 / 100m).ToArray();
        var lower = PriceEnding.Lower(price, allowed);
        var upper = PriceEnding.Upper(price, allowed);
        return (lower is null || (lower <= price && price - lower.Value < Eur(1m) && PriceEnding.Has(lower, allowed) == true)).ToProperty()
            .And(upper is null || (upper >= price && upper.Value - price < Eur(1.01m) && PriceEnding.Has(upper, allowed) == true))
            .And((upper is null) == (allowed.Length == 0))
            .Label(price.Amount.ToString(CultureInfo.InvariantCulture));
    }
}
