using System;
using System.Linq;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Margin;

/// <summary>Basket discounts by line.</summary>
[TestFixture]
internal sealed class BasketDiscountTests
{
    [Test]
    public void Cheapest_free_is_spread_by_price() =>
        Assert.That(BasketDiscount.SpreadCheapestFree([Eur(5.00m), Eur(4.00m), Eur(3.50m)]), Is.EqualTo(new[] { Eur(1.40m), Eur(1.12m), Eur(0.98m) }));

    [Test]
    public void Ten_off_three_equal_lines_gives_the_first_the_cent() =>
        Assert.That(BasketDiscount.Spread(Eur(10.00m), [Eur(20m), Eur(20m), Eur(20m)]), Is.EqualTo(new[] { Eur(3.34m), Eur(3.33m), Eur(3.33m) }));

    [Test]
    public void A_free_line_bears_nothing() =>
        Assert.That(BasketDiscount.Spread(Eur(1.00m), [Eur(0m), Eur(2m)]), Is.EqualTo(new[] { Eur(0m), Eur(1m) }));

    [Test]
    public void An_empty_basket_has_no_discount_to_spread()
    {
        Assert.That(BasketDiscount.SpreadCheapestFree([]), Is.Empty);
        Assert.That(() => BasketDiscount.Spread(Eur(1m), []), Throws.ArgumentException);
    }

    [Test]
    public void Lines_of_another_currency_bear_nothing_of_it() =>
        Assert.Throws<CurrencyMismatchException>(() => BasketDiscount.Spread(Eur(1m), [Eur(1m), new Money(1m, new Currency("PLN"))]));
}
