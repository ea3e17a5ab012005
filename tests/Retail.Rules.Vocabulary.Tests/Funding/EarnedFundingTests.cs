using System.Collections.Generic;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>What agreements earn by their terms.</summary>
[TestFixture]
internal sealed class EarnedFundingTests
{
    private static readonly EarningBasis Basis = new()
    {
        UnitsBought = 30_000m, UnitsSold = 22_000m, UnitsPerRateUnit = 12m, Cost = Eur(33_000m), AdvertisingCost = Eur(8_000m), Coupons = 3_000m, Performed = true,
    };

    private static readonly FundingTier[] Tiers = [new() { From = 0m, Rate = Eur(0.10m) }, new() { From = 20_000m, Rate = Eur(0.20m) }];

    [TestCase(0.20, 22_000, 4_400)]
    [TestCase(0.20, 0, 0)]
    [TestCase(0.50, 3_000, 1_500)]
    [TestCase(0.20, -1, null)]
    public void A_rate_pays_for_units(decimal rate, decimal units, decimal? expected)
    {
        Check(expected, EarnedFunding.OfUnits(Eur(rate), units), $"unitFunding({rate}, {units})");
        Check(expected, EarnedFunding.OfManufacturerCoupon(Eur(rate), units), $"unitFunding({rate}, {units})");
    }

    [TestCase(50, 8_000, 4_000)]
    [TestCase(0, 8_000, 0)]
    [TestCase(100, 8_000, 8_000)]
    [TestCase(101, 8_000, null)]
    [TestCase(-1, 8_000, null)]
    [TestCase(50, -1, null)]
    public void A_part_pays_of_an_amount(decimal points, decimal basis, decimal? expected) =>
        Check(expected, EarnedFunding.OfPart(Pct(points), Eur(basis)), $"partFunding({points}%, {basis})");

    [TestCase(true, 5_000)]
    [TestCase(false, 0)]
    public void A_lump_sum_is_earned_by_performance(bool performed, decimal expected) =>
        Check(expected, EarnedFunding.OfLumpSum(Eur(5_000m), performed), $"lumpSumFunding(5_000, {RuleLiteral.Of(performed)})");

    [TestCase(24_000, 40_000, 0.60)]
    [TestCase(15_000, 40_000, 0.375)]
    [TestCase(15_000, 0, null)]
    public void Funding_per_unit_falls_above_the_cap(decimal earned, decimal units, decimal? expected) =>
        Check(expected, EarnedFunding.PerUnit(Eur(earned), units), $"fundingPerUnitOf({earned}, {units})");

    [Test]
    public void Unknown_gives_unknown()
    {
        Assert.That(EarnedFunding.OfUnits(null, 1m), Is.Null);
        Assert.That(EarnedFunding.OfUnits(Eur(1m), null), Is.Null);
        Assert.That(EarnedFunding.OfPart(null, Eur(1m)), Is.Null);
        Assert.That(EarnedFunding.OfLumpSum(Eur(1m), null), Is.Null);
        Assert.That(EarnedFunding.PerUnit(null, 1m), Is.Null);
        Assert.That(EarnedFunding.OfAgreement(null, Basis), Is.Null);
        Assert.That(EarnedFunding.OfAgreement(new SupplierFunding { Type = FundingType.Lump }, null), Is.Null);
    }

    private static IEnumerable<TestCaseData> Agreements()
    {
        yield return Case("off-invoice on units bought", new() { Type = FundingType.OffInvoice, Rate = Eur(0.10m) }, 3_000m);
        yield return Case("scan-back on units sold", new() { Type = FundingType.Scanback, Rate = Eur(0.20m) }, 4_400m);
        yield return Case("bill-back on units sold", new() { Type = FundingType.Billback, Rate = Eur(0.20m) }, 4_400m);
        yield return Case("bill-back on units bought", new() { Type = FundingType.Billback, Rate = Eur(0.20m), BuyFrom = new(2026, 8, 1) }, 6_000m);
        yield return Case("0.60 per case of 12", new() { Type = FundingType.OffInvoice, Rate = Eur(0.60m), RateUnit = UnitOfMeasure.Case }, 1_500m);
        yield return Case("5% of cost", new() { Type = FundingType.Scanback, RateOfCost = Pct(5m) }, 1_650m);
        yield return Case("marginal tiers", new() { Type = FundingType.VolumeRebate, Tiers = [.. Tiers], TierMode = TierMode.Marginal }, 4_000m);
        yield return Case("retroactive tiers", new() { Type = FundingType.VolumeRebate, Tiers = [.. Tiers], TierMode = TierMode.Retroactive }, 6_000m);
        yield return Case("tiers without a mode", new() { Type = FundingType.VolumeRebate, Tiers = [.. Tiers] }, null);
        yield return Case("lump sum", new() { Type = FundingType.Lump, Amount = Eur(5_000m) }, 5_000m);
        yield return Case("lump sum of unknown amount", new() { Type = FundingType.Lump }, null);
        yield return Case("half the cost of advertising", new() { Type = FundingType.Coop, RateOfCost = Pct(50m) }, 4_000m);
        yield return Case("co-op of a fixed amount", new() { Type = FundingType.Coop, Amount = Eur(2_500m) }, 2_500m);
        yield return Case("coupons", new() { Type = FundingType.ManufacturerCoupon, Amount = Eur(0.50m) }, 1_500m);
        yield return Case("capped", new() { Type = FundingType.Scanback, Rate = Eur(0.20m), Cap = Eur(6_000m), CapUsed = Eur(2_000m) }, 4_000m);
        yield return Case("cap of unknown use", new() { Type = FundingType.Scanback, Rate = Eur(0.20m), Cap = Eur(6_000m) }, null);
        yield return Case("capped in units", new() { Type = FundingType.Scanback, Rate = Eur(0.20m), CapBasis = CapBasis.Units, CapUnits = 10_000m }, 2_000m);
        yield return Case("capped in unknown units", new() { Type = FundingType.Scanback, Rate = Eur(0.20m), CapBasis = CapBasis.Units }, null);
        yield return Case("no terms", new() { Type = FundingType.Scanback }, null);
    }

    [TestCaseSource(nameof(Agreements))]
    public void An_agreement_earns_by_its_terms(SupplierFunding agreement, decimal? expected) =>
        Check(expected, EarnedFunding.OfAgreement(agreement, Basis), $"earnedByTerms({RuleLiteral.Of(agreement)}, {RuleLiteral.Of(Basis)})");

    [TestCaseSource(nameof(Agreements))]
    public void What_is_not_known_to_have_happened_earns_nothing_that_is_known(SupplierFunding agreement, decimal? expected)
    {
        Check(null, EarnedFunding.OfAgreement(agreement, new EarningBasis()), $"earnedByTerms({RuleLiteral.Of(agreement)}, {{ }})");
        Assert.That(expected, Is.Null.Or.GreaterThan(0m));
    }

    [Test]
    public void A_lump_sum_without_performance_is_zero() =>
        Check(0m, EarnedFunding.OfAgreement(new SupplierFunding { Type = FundingType.Coop, RateOfCost = Pct(50m) }, Basis with { Performed = false }),
            $"earnedByTerms({{ type: coop, rateOfCost: 50% }}, {RuleLiteral.Of(Basis with { Performed = false })})");

    [TestCase(30_000, 20_000, 20_000)]
    [TestCase(10_000, 20_000, 10_000)]
    public void Off_invoice_pays_up_to_the_limit_of_forward_buying(decimal bought, decimal limit, decimal expected) =>
        Check(expected, OffInvoice.UnitsWithin(bought, limit), $"unitsWithinLimit({bought}, {limit})");

    [TestCase(30_000, 22_000, 8_000)]
    [TestCase(20_000, 22_000, 0)]
    public void Units_bought_ahead_are_those_not_sold(decimal bought, decimal sold, decimal expected) =>
        Check(expected, OffInvoice.UnitsAhead(bought, sold), $"unitsBoughtAhead({bought}, {sold})");

    [TestCase(0.10, 0.03, 560)]
    [TestCase(0.10, 0.12, -160)]
    public void Buying_ahead_is_worth_the_allowance_less_holding(decimal rate, decimal holding, decimal expected) =>
        Check(expected, OffInvoice.WorthOfBuyingAhead(8_000m, Eur(rate), Eur(holding)), $"worthOfBuyingAhead(8_000, {rate}, {holding})");

    [TestCase(1.90, 0.00)]
    [TestCase(1.80, -0.10)]
    [TestCase(2.00, 0.10)]
    public void An_allowance_taken_twice_or_forgotten_shows_on_the_invoice(decimal invoiced, decimal expected) =>
        Check(expected, OffInvoice.InvoiceVariance(Eur(2.00m), Eur(0.10m), Eur(invoiced)), $"invoiceVariance(2.00, 0.10, {invoiced})");

    private static TestCaseData Case(string name, SupplierFunding agreement, decimal? expected) => new TestCaseData(agreement, expected).SetArgDisplayNames(name);
}
