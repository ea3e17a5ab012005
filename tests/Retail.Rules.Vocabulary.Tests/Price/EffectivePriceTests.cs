using System;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Price;

/// <summary>What a unit costs by each mechanic; regular 4.00 where nothing else is said.</summary>
[TestFixture]
internal sealed class EffectivePriceTests
{
    [TestCase(2.49, 25, 1.87)]
    [TestCase(2.50, 33, 1.68)]
    [TestCase(4.00, 25, 3.00)]
    [TestCase(4.00, 0, 4.00)]
    [TestCase(4.00, 100, 0.00)]
    [TestCase(0.00, 25, 0.00)]
    [TestCase(1.01, 50, 0.51)]
    public void A_percentage_off_is_rounded_as_the_till_does_it(decimal regular, decimal points, decimal expected) =>
        Check(expected, EffectivePrice.OfPercentOff(Eur(regular), Pct(points)), $"priceAfterPercent({regular}, {points}%)");

    [TestCase(4.00, 1.50, 2.50)]
    [TestCase(4.00, 5.00, -1.00)]
    public void An_amount_off_is_taken_off_even_below_zero(decimal regular, decimal off, decimal expected)
    {
        Check(expected, EffectivePrice.OfAmountOff(Eur(regular), Eur(off)), $"priceAfterAmount({regular}, {off})");
        Check(expected, EffectivePrice.OfCoupon(Eur(regular), Eur(off)), $"priceAfterAmount({regular}, {off})");
    }

    [Test]
    public void Buy_one_get_one_free_is_half() => Check(2.00m, EffectivePrice.OfBogof(Eur(4.00m)), $"bogofPrice(4.00)");

    [TestCase(4.00, 3, 2, 2.6667)]
    [TestCase(4.00, 4, 3, 3.00)]
    [TestCase(4.00, 3, 0, 0.00)]
    [TestCase(4.00, 0, 0, null)]
    [TestCase(4.00, 2, 3, null)]
    [TestCase(4.00, 3, -1, null)]
    public void X_for_Y_pays_for_some(decimal regular, decimal get, decimal pay, decimal? expected) =>
        Check(expected, EffectivePrice.OfXForY(Eur(regular), get, pay), $"xForYPrice({regular}, {get}, {pay})");

    [TestCase(6.00, 2, 3.00)]
    [TestCase(10.00, 3, 3.3333)]
    [TestCase(6.00, 0, null)]
    public void A_multibuy_costs_its_part_of_the_deal(decimal deal, decimal qty, decimal? expected) =>
        Check(expected, EffectivePrice.OfMultibuy(Eur(deal), qty), $"multibuyPrice({deal}, {qty})");

    [TestCase(5.00, 12.50, 9.00, 3.60)]
    [TestCase(4.00, 12.50, 9.00, 2.88)]
    [TestCase(3.50, 12.50, 9.00, 2.52)]
    [TestCase(5.00, 0.00, 0.00, null)]
    public void A_set_is_shared_by_price(decimal regular, decimal setRegular, decimal setPays, decimal? expected) =>
        Check(expected, EffectivePrice.OfMixAndMatch(Eur(regular), Eur(setRegular), Eur(setPays)), $"setItemPrice({regular}, {setRegular}, {setPays})");

    [Test]
    public void A_set_with_the_cheapest_free_pays_the_rest()
    {
        Check(9.00m, EffectivePrice.SetWithCheapestFree([Eur(5.00m), Eur(4.00m), Eur(3.50m)]), $"setWithCheapestFree([5.00, 4.00, 3.50])");
        Check(0.00m, EffectivePrice.SetWithCheapestFree([Eur(5.00m)]), $"setWithCheapestFree([5.00])");
        Check(null, EffectivePrice.SetWithCheapestFree([]), $"setWithCheapestFree([])");
    }

    [TestCase(3.00, 30.00, 5.00, 2.50)]
    [TestCase(3.00, 0.00, 5.00, null)]
    public void A_threshold_is_judged_where_it_is_deepest(decimal regular, decimal spend, decimal off, decimal? expected) =>
        Check(expected, EffectivePrice.OfThreshold(Eur(regular), Eur(spend), Eur(off)), $"thresholdPrice({regular}, {spend}, {off})");

    [TestCase(4.00, 1.00, 3.20)]
    [TestCase(4.00, 4.00, 2.00)]
    [TestCase(4.00, 0.00, 4.00)]
    [TestCase(4.00, -1.00, null)]
    public void A_gift_shares_what_is_paid(decimal regular, decimal gift, decimal? expected) =>
        Check(expected, EffectivePrice.OfGift(Eur(regular), Eur(gift)), $"giftPrice({regular}, {gift})");

    [Test]
    public void Unknown_gives_unknown()
    {
        Assert.That(EffectivePrice.OfPrice(null), Is.Null);
        Assert.That(EffectivePrice.OfPercentOff(null, Pct(10m)), Is.Null);
        Assert.That(EffectivePrice.OfPercentOff(Eur(1m), null), Is.Null);
        Assert.That(EffectivePrice.OfAmountOff(Eur(1m), null), Is.Null);
        Assert.That(EffectivePrice.OfBogof(null), Is.Null);
        Assert.That(EffectivePrice.OfXForY(Eur(1m), 3m, null), Is.Null);
        Assert.That(EffectivePrice.OfMultibuy(null, 2m), Is.Null);
        Assert.That(EffectivePrice.OfThreshold(Eur(1m), Eur(30m), null), Is.Null);
        Assert.That(EffectivePrice.OfGift(Eur(1m), null), Is.Null);
        Assert.That(EffectivePrice.SetWithCheapestFree(null), Is.Null);
    }

    [Test]
    public void Currencies_never_mix() =>
        Assert.Throws<CurrencyMismatchException>(() => EffectivePrice.OfMixAndMatch(Eur(1m), new Money(2m, new Currency("PLN")), new Money(1m, new Currency("PLN"))));

    // Mechanic, members of the line in rules, regular, gift, expected.
    [TestCase(Mechanic.Price, "promoPrice: 3.00", null, 3.00)]
    [TestCase(Mechanic.Loyalty, "promoPrice: 3.20", null, 3.20)]
    [TestCase(Mechanic.Markdown, "promoPrice: 1.00", null, 1.00)]
    [TestCase(Mechanic.Price, "", null, null)]
    [TestCase(Mechanic.Pct, "pct: 25%", null, 3.00)]
    [TestCase(Mechanic.Pct, "amountOff: 1.00", null, null)]
    [TestCase(Mechanic.Amount, "amountOff: 1.00", null, 3.00)]
    [TestCase(Mechanic.Bogof, "", null, 2.00)]
    [TestCase(Mechanic.XForY, "getQty: 3, payQty: 2", null, 2.6667)]
    [TestCase(Mechanic.ExtraFree, "getQty: 4, payQty: 3", null, 3.00)]
    [TestCase(Mechanic.XForY, "getQty: 3", null, null)]
    [TestCase(Mechanic.Multibuy, "dealPrice: 6.00, dealQty: 2", null, 3.00)]
    [TestCase(Mechanic.Multibuy, "getQty: 3, payQty: 2", null, null)]
    [TestCase(Mechanic.MixMatch, "dealPrice: 10.00, dealQty: 4", null, 2.50)]
    [TestCase(Mechanic.MixMatch, "getQty: 3, payQty: 2", null, 2.6667)]
    [TestCase(Mechanic.Threshold, "threshold: 40.00, amountOff: 5.00", null, 3.50)]
    [TestCase(Mechanic.Threshold, "threshold: 40.00, pct: 10%", null, 3.60)]
    [TestCase(Mechanic.Threshold, "threshold: 40.00, pct: 10%, amountOff: 5.00", null, null)]
    [TestCase(Mechanic.Threshold, "amountOff: 5.00", null, null)]
    [TestCase(Mechanic.Coupon, "amountOff: 0.50", null, 3.50)]
    [TestCase(Mechanic.Coupon, "pct: 10%", null, 3.60)]
    [TestCase(Mechanic.Coupon, "", null, null)]
    [TestCase(Mechanic.Gift, "", 1.00, 3.20)]
    [TestCase(Mechanic.Gift, "", null, null)]
    public void A_line_is_priced_by_its_mechanic(Mechanic mechanic, string members, decimal? gift, decimal? expected)
    {
        var name = NameOf(mechanic);
        Check(expected, EffectivePrice.OfLine(Line(mechanic, members), Eur(4.00m), Eur(gift)), $"effectivePriceOf({{ sku: \"A\", mechanic: {name}, announced: true, {members} }}, 4.00, {(gift is null ? "unknown" : gift)})");
    }

    [Test]
    public void An_unknown_line_has_no_price() => Assert.That(EffectivePrice.OfLine(null, Eur(4.00m)), Is.Null);

    [FsCheck.NUnit.Property]
    public Property A_gift_of_the_item_itself_is_buy_one_get_one_free(PositiveInt cents) =>
        (EffectivePrice.OfGift(Eur(cents.Get / 100m), Eur(cents.Get / 100m)) == EffectivePrice.OfBogof(Eur(cents.Get / 100m))).ToProperty();

    private static PromotionLine Line(Mechanic mechanic, string members)
    {
        var line = new PromotionLine { Sku = "A", Mechanic = mechanic, Announced = true };
        foreach (var member in members.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, text) = (member.Split(": ")[0], member.Split(": ")[1].TrimEnd('%'));
            var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            line = name switch
            {
                "promoPrice" => line with { PromoPrice = Eur(value) },
                "pct" => line with { Pct = Pct(value) },
                "amountOff" => line with { AmountOff = Eur(value) },
                "getQty" => line with { GetQty = value },
                "payQty" => line with { PayQty = value },
                "dealPrice" => line with { DealPrice = Eur(value) },
                "dealQty" => line with { DealQty = value },
                "threshold" => line with { Threshold = Eur(value) },
                _ => throw new ArgumentException(name, nameof(members)),
            };
        }

        return line;
    }
}
