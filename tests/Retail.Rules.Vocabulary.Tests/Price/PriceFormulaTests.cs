using System;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Price;

/// <summary>Average, depth, unit price, calendar and the manufacturer's prices.</summary>
[TestFixture]
internal sealed class PriceFormulaTests
{
    [TestCase(2.00, 4.00, 70, 2.60)]
    [TestCase(3.00, 4.00, 70, 3.30)]
    [TestCase(3.00, 4.00, 100, 3.00)]
    [TestCase(3.00, 4.00, 0, 4.00)]
    public void The_average_goes_by_participation(decimal effective, decimal regular, decimal points, decimal expected) =>
        Check(expected, AveragePrice.Of(Eur(effective), Eur(regular), Pct(points)), $"averagePriceOf({effective}, {regular}, {points}%)");

    [Test]
    public void Three_for_two_at_70_percent_is_3_07() =>
        Check(3.0667m, AveragePrice.Of(EffectivePrice.OfXForY(Eur(4.00m), 3m, 2m), Eur(4.00m), Pct(70m)), $"averagePriceOf(xForYPrice(4.00, 3, 2) otherwise 0.00, 4.00, 70%)");

    [TestCase(-1)]
    [TestCase(101)]
    public void A_participation_that_is_no_share_gives_no_average(decimal points) => Assert.That(AveragePrice.Of(Eur(2m), Eur(4m), Pct(points)), Is.Null);

    [Test]
    public void A_line_of_unknown_participation_is_averaged_as_all()
    {
        var line = new PromotionLine { Sku = "A", Mechanic = Mechanic.Bogof, Announced = true };

        Assert.That(AveragePrice.OfLine(line, Eur(4.00m)), Is.EqualTo(Eur(2.00m)));
        Assert.That(AveragePrice.OfLine(line with { Participation = Pct(70m) }, Eur(4.00m)), Is.EqualTo(Eur(2.60m)));
        Assert.That(AveragePrice.OfLine(null, Eur(4.00m)), Is.Null);
    }

    [TestCase(4.00, 2.00, 50)]
    [TestCase(4.00, 3.00, 25)]
    [TestCase(4.00, 5.00, -25)]
    [TestCase(4.00, 0.00, 100)]
    [TestCase(2.46, 1.97, 19.9187)]
    public void Depth_is_the_part_taken_off(decimal regular, decimal effective, decimal expected) =>
        Check(expected, DiscountDepth.Of(Eur(regular), Eur(effective)), $"depthOf({regular}, {effective})");

    [Test]
    public void A_price_of_nothing_has_no_depth() => CheckFault(DiscountDepth.Of(Eur(0m), Eur(0m)), $"depthOf(0.00, 0.00)");

    [Test]
    public void Unknown_prices_give_no_depth()
    {
        Assert.That(DiscountDepth.Of(null, Eur(1m)), Is.Null);
        Assert.That(DiscountDepth.Of(Eur(1m), null), Is.Null);
    }

    [TestCase(1.50, 0.75, 2.00)]
    [TestCase(2.00, 3, 0.6667)]
    [TestCase(0.00, 1, 0.00)]
    [TestCase(2.00, 0, null)]
    [TestCase(2.00, -1, null)]
    public void The_unit_price_is_that_of_a_kilogram_or_litre(decimal price, decimal content, decimal? expected) =>
        Check(expected, UnitPrice.Of(Eur(price), content), $"unitPriceOf({price}, {content})");

    [TestCase("ML", 750, "L", 2.00)]
    [TestCase("CL", 75, "L", 2.00)]
    [TestCase("L", 0.75, "L", 2.00)]
    [TestCase("G", 750, "KG", 2.00)]
    [TestCase("G", 750, "L", null)]
    [TestCase("ML", 0, "L", null)]
    public void Small_units_become_kilograms_and_litres(string unit, decimal content, string asked, decimal? expected) =>
        Assert.That(UnitPrice.Of(Eur(1.50m), new Quantity(content, new UnitOfMeasure(unit)), new UnitOfMeasure(asked)), Is.EqualTo(Eur(expected)));

    [TestCase("2026-08-03", "2026-09-02", 30)]
    [TestCase("2026-09-02", "2026-09-02", 0)]
    [TestCase("2026-09-03", "2026-09-02", -1)]
    [TestCase("2028-02-28", "2028-03-01", 2)]
    public void Lead_time_counts_days_to_the_start(string submitted, string start, decimal expected) =>
        Check(expected, PromotionTiming.LeadDays(Day(submitted), Day(start)), $"leadDaysOf({submitted}, {start})");

    [Test]
    public void Lead_time_counts_by_the_date_of_the_store()
    {
        var saturdayEveningInLondon = new DateTimeOffset(2026, 8, 29, 20, 0, 0, TimeSpan.FromHours(1));

        Assert.That(PromotionTiming.LeadDays(saturdayEveningInLondon, Day("2026-09-02"), "Europe/London"), Is.EqualTo(4));
        Assert.That(PromotionTiming.LeadDays(saturdayEveningInLondon, Day("2026-09-02"), "Australia/Sydney"), Is.EqualTo(3));
        Assert.That(PromotionTiming.LeadDays(null, Day("2026-09-02"), "Europe/London"), Is.Null);
    }

    [TestCase("2026-09-02", "2026-09-15", 14)]
    [TestCase("2026-09-02", "2026-09-02", 1)]
    [TestCase("2026-09-02", "2026-09-01", 0)]
    public void Duration_counts_the_last_day(string start, string end, decimal expected) =>
        Check(expected, PromotionTiming.DurationDays(Day(start), Day(end)), $"durationDaysOf({start}, {end})");

    [Test]
    public void Unknown_dates_give_no_days()
    {
        Assert.That(PromotionTiming.LeadDays(null, Day("2026-09-02")), Is.Null);
        Assert.That(PromotionTiming.DurationDays(Day("2026-09-02"), null), Is.Null);
    }

    [TestCase(79.99, true, 80.00, true)]
    [TestCase(80.00, true, 80.00, false)]
    [TestCase(79.99, false, 80.00, false)]
    public void Only_an_advertised_price_breaks_the_minimum(decimal price, bool advertised, decimal map, bool expected) =>
        Check(expected, ReferencePrice.IsAdvertisedBelow(Eur(price), advertised, Eur(map)), $"advertisedBelow({price}, {(advertised ? "true" : "false")}, {map})");

    [Test]
    public void What_is_not_known_to_be_in_the_cart_only_is_not_known_to_pass()
    {
        Assert.That(ReferencePrice.IsAdvertisedBelow(Eur(79.99m), null, Eur(80m)), Is.Null);
        Assert.That(ReferencePrice.IsAdvertisedBelow(Eur(79.99m), true, null), Is.Null);
        Assert.That(ReferencePrice.IsAdvertisedBelow(null, true, Eur(80m)), Is.Null);
    }

    [TestCase(100.00, 80.00, 20)]
    [TestCase(100.00, 110.00, -10)]
    public void The_suggested_price_is_a_reference(decimal msrp, decimal price, decimal expected) =>
        Check(expected, ReferencePrice.BelowMsrp(Eur(msrp), Eur(price)), $"belowMsrp({msrp}, {price})");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
