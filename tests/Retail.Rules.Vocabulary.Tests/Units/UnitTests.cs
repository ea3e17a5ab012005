using System;
using System.Collections.Generic;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Units;

/// <summary>Amounts, percents and quantities keep apart what must not meet.</summary>
[TestFixture]
internal sealed class UnitTests
{
    private static readonly Currency Euro = new("EUR");
    private static readonly Currency Zloty = new("PLN");

    [Test]
    public void Amounts_of_one_currency_add_up()
    {
        Assert.That(new Money(1.10m, Euro) + new Money(0.95m, Euro), Is.EqualTo(new Money(2.05m, Euro)));
        Assert.That(new Money(10m, Euro) * Percent.FromPoints(12.5m), Is.EqualTo(new Money(1.25m, Euro)));
        Assert.That(new Money(3m, Euro) / new Money(4m, Euro), Is.EqualTo(0.75m));
    }

    [Test]
    public void Two_currencies_never_meet()
    {
        var mismatch = Assert.Throws<CurrencyMismatchException>(() => _ = new Money(1m, Euro) + new Money(1m, Zloty));
        Assert.That(mismatch!.Message, Is.EqualTo("an amount in PLN meets one in EUR; convert it at a stated rate first"));
        Assert.Throws<CurrencyMismatchException>(() => _ = new Money(1m, Euro) < new Money(2m, Zloty));
        Assert.Throws<CurrencyMismatchException>(() => _ = Money.Min(new Money(1m, Euro), new Money(2m, Zloty)));
    }

    [Test]
    public void Conversion_takes_a_stated_rate()
    {
        Assert.That(new Money(0.50m, Euro).ConvertTo(Zloty, 4.30m), Is.EqualTo(new Money(2.15m, Zloty)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1m, Euro).ConvertTo(Zloty, 0m));
    }

    [TestCase("EUR", 2.345, 2.35)]
    [TestCase("EUR", -2.345, -2.35)]
    [TestCase("JPY", 2.5, 3)]
    [TestCase("KWD", 2.3455, 2.346)]
    public void Amounts_round_half_away_from_zero_to_their_smallest_unit(string currency, decimal amount, decimal rounded) =>
        Assert.That(new Money(amount, new Currency(currency)).Round().Amount, Is.EqualTo(rounded));

    [TestCase("eur")]
    [TestCase("EURO")]
    [TestCase("")]
    public void A_currency_is_three_capitals(string code) =>
        Assert.That(() => new Currency(code), Throws.ArgumentException.With.Message.StartsWith("a currency is three capital letters of ISO 4217, such as EUR, not `" + code + "`"));

    [Test]
    public void A_percent_prints_its_points()
    {
        Assert.That(Percent.FromFraction(0.25m), Is.EqualTo(Percent.FromPoints(25m)));
        Assert.That(Percent.FromFraction(0.1250m).ToString(), Is.EqualTo("12.5%"));
    }

    [Test]
    public void Cases_convert_by_the_items_own_units()
    {
        var units = new ItemUnits(UnitOfMeasure.Each, new Dictionary<UnitOfMeasure, decimal> { [UnitOfMeasure.Case] = 12m });
        Assert.That(units.Convert(new Quantity(3m, UnitOfMeasure.Case), UnitOfMeasure.Each), Is.EqualTo(Quantity.Each(36m)));
        Assert.That(units.Convert(new Money(0.60m, Euro), UnitOfMeasure.Case, UnitOfMeasure.Each), Is.EqualTo(new Money(0.05m, Euro)));
        Assert.That(() => units.Convert(Quantity.Each(1m), UnitOfMeasure.Kilogram), Throws.InvalidOperationException.With.Message.EqualTo("the item is not measured in KG"));
    }

    [Test]
    public void Quantities_of_different_units_never_meet() =>
        Assert.That(() => Quantity.Each(1m) + new Quantity(1m, UnitOfMeasure.Case), Throws.InvalidOperationException.With.Message.EqualTo("a quantity in CASE meets one in EA; convert it by the item's units first"));
}
