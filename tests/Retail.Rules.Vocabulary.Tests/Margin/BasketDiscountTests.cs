using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Margin;

/// <summary>Basket discounts by line.</summary>
[TestFixture]
internal sealed class BasketDiscountTests
{
    [Test]
    public void Cheapest_free_is_spread_by_price() =>
        Check([1.40m, 1.12m, 0.98m], BasketDiscount.SpreadCheapestFree([Eur(5.00m), Eur(4.00m), Eur(3.50m)]), "spreadCheapestFree([5.00, 4.00, 3.50])");

    [Test]
    public void Ten_off_three_equal_lines_gives_the_first_the_cent() =>
        Check([3.34m, 3.33m, 3.33m], BasketDiscount.Spread(Eur(10.00m), [Eur(20m), Eur(20m), Eur(20m)]), "spreadOverLines(10.00, [20.00, 20.00, 20.00])");

    [Test]
    public void A_free_line_bears_nothing() =>
        Check([0m, 1m], BasketDiscount.Spread(Eur(1.00m), [Eur(0m), Eur(2m)]), "spreadOverLines(1.00, [0.00, 2.00])");

    [Test]
    public void A_refund_mirrors_the_discount() =>
        Check([-3.34m, -3.33m, -3.33m], BasketDiscount.Spread(Eur(-10.00m), [Eur(20m), Eur(20m), Eur(20m)]), "spreadOverLines(-10.00, [20.00, 20.00, 20.00])");

    [Test]
    public void An_empty_basket_has_no_discount_to_spread()
    {
        Check([], BasketDiscount.SpreadCheapestFree([]), "spreadCheapestFree([])");
        Assert.That(() => BasketDiscount.Spread(Eur(1m), []), Throws.ArgumentException);
    }

    [Test]
    public void Lines_of_another_currency_bear_nothing_of_it() =>
        Assert.Throws<CurrencyMismatchException>(() => BasketDiscount.Spread(Eur(1m), [Eur(1m), new Money(1m, new Currency("PLN"))]));

    private static void Check(decimal[] expected, IReadOnlyList<Money> formula, string rules)
    {
        Assert.That(formula, Is.EqualTo(expected.Select(amount => Eur(amount))), "C#");
        Assert.That(RuleFormula.Value("for s in " + rules + ": s.share"), Is.EqualTo(expected), "rules");
    }
}
