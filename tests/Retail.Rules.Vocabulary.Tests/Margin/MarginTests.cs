using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Margin;

/// <summary>Tax, margin, markup, cost waterfall, break-even and markdown.</summary>
[TestFixture]
internal sealed class MarginTests
{
    [TestCase(2.40, 20, 2.00)]
    [TestCase(2.40, 0, 2.40)]
    [TestCase(1.99, 19, 1.6723)]
    [TestCase(0.00, 20, 0.00)]
    public void A_net_price_has_no_tax(decimal price, decimal points, decimal expected) =>
        Check(expected, NetPrice.Of(Eur(price), Pct(points)), $"netOfTax({price}, {points}%)");

    [Test]
    public void A_tax_below_zero_or_unknown_gives_no_net_price()
    {
        Assert.That(NetPrice.Of(Eur(2.40m), Pct(-5m)), Is.Null);
        Assert.That(NetPrice.Of(Eur(2.40m), null), Is.Null);
        Assert.That(NetPrice.Of(null, Pct(20m)), Is.Null);
    }

    [Test]
    public void Who_forgets_the_tax_takes_37_5_percent_for_25()
    {
        Check(25m, GrossMargin.Rate(NetPrice.Of(Eur(2.40m), Pct(20m)), Eur(1.50m)), $"marginRateOf(netOfTax(2.40, 20%), 1.50)");
        Check(37.5m, GrossMargin.Rate(Eur(2.40m), Eur(1.50m)), $"marginRateOf(2.40, 1.50)");
    }

    [Test]
    public void Margin_and_markup_of_the_same_unit_differ()
    {
        Check(0.50m, GrossMargin.Of(Eur(2.00m), Eur(1.50m)), $"marginOf(2.00, 1.50)");
        Check(33.3333m, GrossMargin.Markup(Eur(2.00m), Eur(1.50m)), $"markupOf(2.00, 1.50)");
    }

    // The mechanics of a regular price of 4.00 and a cost of 2.10, all units in the deal and 70% of them.
    [TestCase(2.00, -0.10, -5.0)]
    [TestCase(2.60, 0.50, 19.2308)]
    [TestCase(3.00, 0.90, 30.0)]
    [TestCase(3.30, 1.20, 36.3636)]
    public void Participation_matters_more_than_depth(decimal average, decimal margin, decimal points)
    {
        Check(margin, GrossMargin.Of(Eur(average), Eur(2.10m)), $"marginOf({average}, 2.10)");
        Check(points, GrossMargin.Rate(Eur(average), Eur(2.10m)), $"marginRateOf({average}, 2.10)");
    }

    [TestCase(0.00)]
    [TestCase(-1.00)]
    public void A_price_that_is_not_above_zero_has_no_rate_of_margin(decimal price)
    {
        Check((decimal?)null, GrossMargin.Rate(Eur(price), Eur(1m)), $"marginRateOf({price}, 1.00)");
        Check((decimal?)null, GrossMargin.RateAfterFunding(Eur(price), Eur(1m), Eur(5m)), $"marginRateAfterFunding({price}, 1.00, 5.00)");
        Check((decimal?)null, GrossMargin.Markup(Eur(1m), Eur(price)), $"markupOf(1.00, {price})");
    }

    [Test]
    public void Funding_adds_to_the_margin_and_unknown_funding_hides_it()
    {
        Check(0.75m, GrossMargin.AfterFunding(Eur(2.00m), Eur(1.50m), Eur(0.25m)), $"marginAfterFunding(2.00, 1.50, 0.25)");
        Check(37.5m, GrossMargin.RateAfterFunding(Eur(2.00m), Eur(1.50m), Eur(0.25m)), $"marginRateAfterFunding(2.00, 1.50, 0.25)");
        Assert.That(GrossMargin.AfterFunding(Eur(2.00m), Eur(1.50m), null), Is.Null);
        Assert.That(GrossMargin.Rate(Eur(2.00m), null), Is.Null);
    }

    [Test]
    public void The_waterfall_runs_from_list_to_promotion()
    {
        var costs = CostWaterfall.Of(new CostTerms(Eur(2.00m), Eur(0.10m), Pct(2m), Pct(3m), Eur(0.25m)))!;
        const string Terms = "{ list: 2.00, offInvoice: 0.10, permanentOfList: 2%, backMarginOfInvoice: 3%, scanBack: 0.25 }";

        Assert.That(costs.List, Is.EqualTo(Eur(2.00m)));
        Check(1.90m, costs.NetInvoice, $"netInvoiceOf({Terms})");
        Check(1.803m, costs.NetNet, $"netNetOf({Terms})");
        Check(1.553m, costs.PromoNetNet, $"promoNetNetOf({Terms})");
    }

    [Test]
    public void An_unknown_scan_back_hides_the_promotion_cost_only()
    {
        var costs = CostWaterfall.Of(new CostTerms(Eur(2.00m), Eur(0.10m), Pct(2m), Pct(3m), null))!;

        Assert.That(costs.NetNet, Is.EqualTo(Eur(1.803m)));
        Check(null, costs.PromoNetNet, $"promoNetNetOf({{ list: 2.00, offInvoice: 0.10, permanentOfList: 2%, backMarginOfInvoice: 3% }})");
        Assert.That(CostWaterfall.Of(null), Is.Null);
    }

    [TestCase(1.10, 0.60, 83.3333)]
    [TestCase(1.00, 1.00, 0)]
    [TestCase(0.60, 1.20, -50)]
    [TestCase(1.10, 0.00, null)]
    [TestCase(1.10, -0.10, null)]
    public void Break_even_needs_more_units(decimal regular, decimal promo, decimal? points) =>
        Check(points, BreakEvenUplift.Of(Eur(regular), Eur(promo)), $"breakEvenUpliftOf({regular}, {promo})");

    [TestCase(12_000, 1.10, 0.60, 22_000)]
    [TestCase(0, 1.10, 0.60, 0)]
    [TestCase(12_000, 1.10, 0.00, null)]
    public void Break_even_in_units(decimal baseline, decimal regular, decimal promo, decimal? expected) =>
        Check(expected, BreakEvenUplift.Units(baseline, Eur(regular), Eur(promo)), $"breakEvenUnitsOf({baseline}, {regular}, {promo})");

    [TestCase(500, 10.00, 6.00, 7.00, 2000, 1500, -500, 500)]
    [TestCase(500, 10.00, 8.00, 7.00, 1000, 1500, 500, 0)]
    [TestCase(0, 10.00, 6.00, 7.00, 0, 0, 0, 0)]
    public void A_markdown_lowers_what_the_stock_is_worth(decimal units, decimal old, decimal now, decimal cost, decimal lost, decimal before, decimal after, decimal writeDown)
    {
        var effect = MarkdownEffect.Of(units, Eur(old), Eur(now), Eur(cost))!;

        Check(lost, effect.RetailValueLost, $"markdownEffectOf({units}, {old}, {now}, {cost}).retailValueLost");
        Check(before, effect.MarginBefore, $"markdownEffectOf({units}, {old}, {now}, {cost}).marginBefore");
        Check(after, effect.MarginAfter, $"markdownEffectOf({units}, {old}, {now}, {cost}).marginAfter");
        Check(writeDown, effect.WriteDown, $"markdownEffectOf({units}, {old}, {now}, {cost}).writeDown");
    }

    [Test]
    public void A_markdown_of_unknown_or_negative_stock_has_no_effect_that_is_known()
    {
        Assert.That(MarkdownEffect.Of(null, Eur(10m), Eur(6m), Eur(7m)), Is.Null);
        Assert.That(MarkdownEffect.Of(-1m, Eur(10m), Eur(6m), Eur(7m)), Is.Null);
        Assert.That(MarkdownEffect.Of(1m, Eur(10m), Eur(6m), null), Is.Null);
    }

    [FsCheck.NUnit.Property]
    public Property Selling_the_break_even_units_earns_what_would_have_been_earned(PositiveInt baseline, PositiveInt regular, PositiveInt promo)
    {
        var (before, after) = (Eur(regular.Get / 100m), Eur(promo.Get / 100m));
        var units = BreakEvenUplift.Units(baseline.Get, before, after)!.Value;
        return ((after * units).Round(8) == (before * baseline.Get).Round(8)).ToProperty();
    }
}
