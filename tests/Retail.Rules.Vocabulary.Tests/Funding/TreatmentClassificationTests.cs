using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>How supplier money of 10,000 is booked.</summary>
[TestFixture]
internal sealed class TreatmentClassificationTests
{
    private static readonly SupplierMoney Plain = new() { Amount = Eur(10_000m), Type = FundingType.Scanback, DistinctService = false, ReimbursedCost = Eur(0m) };

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("by default", Plain, "COGS_REDUCTION 10000");
        yield return Case("a service worth more", Plain with { DistinctService = true, StandalonePrice = Eur(12_000m) }, "REVENUE_DISTINCT_SERVICE 10000");
        yield return Case("a service worth less", Plain with { DistinctService = true, StandalonePrice = Eur(7_500m) }, "REVENUE_DISTINCT_SERVICE 7500, COGS_REDUCTION 2500");
        yield return Case("a service worth nothing", Plain with { DistinctService = true, StandalonePrice = Eur(0m) }, "COGS_REDUCTION 10000");
        yield return Case("a service of unknown price", Plain with { DistinctService = true }, null);
        yield return Case("costs paid back in part", Plain with { Type = FundingType.Coop, ReimbursedCost = Eur(8_000m) }, "EXPENSE_OFFSET 8000, COGS_REDUCTION 2000");
        yield return Case("costs paid back in full", Plain with { Type = FundingType.Coop, ReimbursedCost = Eur(15_000m) }, "EXPENSE_OFFSET 10000");
        yield return Case("both at once", Plain with { DistinctService = true, StandalonePrice = Eur(1m), ReimbursedCost = Eur(1m) }, null);
        yield return Case("service unknown", Plain with { DistinctService = null }, null);
        yield return Case("costs unknown", Plain with { ReimbursedCost = null }, null);
        yield return Case("a coupon for any retailer", Plain with { Type = FundingType.ManufacturerCoupon, RedeemableAnywhere = true }, "MANUFACTURER_COUPON 10000");
        yield return Case("a coupon for this retailer only", Plain with { Type = FundingType.ManufacturerCoupon, RedeemableAnywhere = false }, "COGS_REDUCTION 10000");
        yield return Case("a coupon for nobody knows whom", Plain with { Type = FundingType.ManufacturerCoupon }, null);
        yield return Case("a probable rebate", Plain with { Type = FundingType.VolumeRebate, Probable = true }, "COGS_REDUCTION 10000");
        yield return Case("an improbable rebate", Plain with { Type = FundingType.VolumeRebate, Probable = false }, "");
        yield return Case("a rebate of unknown chance", Plain with { Type = FundingType.VolumeRebate }, null);
        yield return Case("no money", Plain with { Amount = Eur(0m) }, "");
    }

    [TestCaseSource(nameof(Cases))]
    public void Supplier_money_is_classified(SupplierMoney money, string? expected)
    {
        var parts = TreatmentClassification.OfSupplierMoney(money, AccountingStandard.UsGaap);
        var values = RuleFormula.Values($"for p in (treatmentPartsOf({RuleLiteral.Of(money)}) otherwise []): p.treatment", $"for p in (treatmentPartsOf({RuleLiteral.Of(money)}) otherwise []): p.amount", $"treatmentPartsOf({RuleLiteral.Of(money)}) is known");

        Assert.That(parts is null ? null : string.Join(", ", parts.Select(part => NameOf(part.Treatment) + " " + RuleLiteral.Of(decimal.Round(part.Amount.Amount)))), Is.EqualTo(expected));
        Assert.That(values[0], Is.EqualTo((parts ?? []).Select(part => NameOf(part.Treatment))));
        Assert.That(values[1], Is.EqualTo((parts ?? []).Select(part => part.Amount.Amount)));
        Assert.That(values[2], Is.EqualTo(parts is not null));
    }

    [Test]
    public void Each_part_names_the_text_that_it_rests_on()
    {
        var service = Plain with { DistinctService = true, StandalonePrice = Eur(7_500m) };
        var costs = Plain with { ReimbursedCost = Eur(8_000m) };

        Assert.That(Sources(service, AccountingStandard.UsGaap), Is.EqualTo(new[] { "ASC 705-20-25-2", "ASC 705-20-25-1" }));
        Assert.That(Sources(service, AccountingStandard.Ifrs), Is.EqualTo(new[] { "IFRS 15.22", "IAS 2.11" }));
        Assert.That(Sources(costs, AccountingStandard.Ifrs), Is.EqualTo(new[] { "IFRIC November 2004", "IAS 2.11" }));
        Assert.That(TreatmentClassification.OfRetailerDiscount(Eur(1m), AccountingStandard.UsGaap), Is.EqualTo(new TreatmentPart(AccountingTreatment.RevenueReduction, Eur(1m), "ASC 606-10-32-2")));
    }

    [Test]
    public void Money_below_zero_is_refused() =>
        Assert.That(() => TreatmentClassification.OfSupplierMoney(Plain with { Amount = Eur(-1m) }, AccountingStandard.UsGaap), Throws.InstanceOf<System.ArgumentOutOfRangeException>());

    private static IEnumerable<string> Sources(SupplierMoney money, AccountingStandard standard) =>
        TreatmentClassification.OfSupplierMoney(money, standard)!.Select(part => part.Source);

    private static TestCaseData Case(string name, SupplierMoney money, string? expected) => new TestCaseData(money, expected).SetArgDisplayNames(name);
}
