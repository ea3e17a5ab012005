using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;
using Why = Retail.Rules.Vocabulary.NotCountedReason;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>What counts today and why not, for a promotion of 2 to 15 September 2026 judged on 3 August.</summary>
[TestFixture]
internal sealed class CountableFundingTests
{
    private static readonly FundedEvent Promotion = new(Day(8, 3), Day(9, 2), Day(9, 15), Day(8, 20), Day(8, 28));

    private static readonly SupplierFunding ScanBack = new()
    {
        Type = FundingType.Scanback, Status = AgreementStatus.Signed, From = Day(8, 20), To = Day(9, 20), Rate = Eur(0.20m), Proof = ProofRequirement.ScanReport, ProofPlan = true,
    };

    private static readonly SupplierFunding OffInvoice = new()
    {
        Type = FundingType.OffInvoice, Status = AgreementStatus.Signed, BuyFrom = Day(8, 20), BuyTo = Day(8, 28), Rate = Eur(0.10m), Proof = ProofRequirement.None,
    };

    private static IEnumerable<TestCaseData> Agreements()
    {
        yield return Case("signed and covering", ScanBack);
        yield return Case("from the first day to the last", ScanBack with { From = Day(9, 2), To = Day(9, 15) });
        yield return Case("status unknown", ScanBack with { Status = null }, Why.StatusUnknown);
        yield return Case("draft", ScanBack with { Status = AgreementStatus.Draft }, Why.NotSigned);
        yield return Case("offered", ScanBack with { Status = AgreementStatus.Offered }, Why.NotSigned);
        yield return Case("disputed", ScanBack with { Status = AgreementStatus.Disputed }, Why.Disputed);
        yield return Case("expired", ScanBack with { Status = AgreementStatus.Expired }, Why.Expired);
        yield return Case("its last day has passed", ScanBack with { From = Day(7, 1), To = Day(8, 2) }, Why.Expired, Why.WindowEndsEarly);
        yield return Case("its last day is today", ScanBack with { From = Day(7, 1), To = Day(8, 3) }, Why.WindowEndsEarly);
        yield return Case("begins a day late", ScanBack with { From = Day(9, 3) }, Why.WindowStartsLate);
        yield return Case("ends a day early", ScanBack with { To = Day(9, 14) }, Why.WindowEndsEarly);
        yield return Case("no window", ScanBack with { From = null, To = null }, Why.WindowUnknown);
        yield return Case("half a window, late", ScanBack with { From = Day(9, 3), To = null }, Why.WindowUnknown, Why.WindowStartsLate);
        yield return Case("no terms", ScanBack with { Rate = null }, Why.TermsUnknown);
        yield return Case("tiers without a mode", ScanBack with { Rate = null, Tiers = [new FundingTier { From = 0m, Rate = Eur(0.15m) }] }, Why.TierModeUnknown);
        yield return Case("tiers with a mode", ScanBack with { Rate = null, Tiers = [new FundingTier { From = 0m, Rate = Eur(0.15m) }], TierMode = TierMode.Marginal });
        yield return Case("proof unknown", ScanBack with { Proof = null }, Why.ProofUnknown);
        yield return Case("proof not planned", ScanBack with { ProofPlan = false }, Why.ProofNotPlanned);
        yield return Case("no proof wanted", ScanBack with { Proof = ProofRequirement.None, ProofPlan = false });
        yield return Case("cap of unknown use", ScanBack with { Cap = Eur(15_000m) }, Why.CapUsedUnknown);
        yield return Case("cap with something left", ScanBack with { Cap = Eur(15_000m), CapUsed = Eur(14_999.99m) });
        yield return Case("cap used up", ScanBack with { Cap = Eur(15_000m), CapUsed = Eur(15_000m) }, Why.CapUsedUp);
        yield return Case("everything at once", new SupplierFunding { Type = FundingType.Lump }, Why.StatusUnknown, Why.WindowUnknown, Why.TermsUnknown, Why.ProofUnknown);
        yield return Case("off-invoice by its buying window", OffInvoice);
        yield return Case("off-invoice bought too early", OffInvoice with { BuyFrom = Day(8, 21) }, Why.WindowStartsLate);
        yield return Case("off-invoice without a buying window", OffInvoice with { BuyFrom = null, BuyTo = null, From = Day(8, 1), To = Day(9, 30) }, Why.WindowUnknown);
        yield return Case("bill-back on purchases", OffInvoice with { Type = FundingType.Billback, BuyTo = Day(8, 27) }, Why.WindowEndsEarly);
        yield return Case("bill-back on sales", OffInvoice with { Type = FundingType.Billback, From = Day(9, 2), To = Day(9, 15), BuyTo = Day(8, 1) });
    }

    [TestCaseSource(nameof(Agreements))]
    public void Counts_unless_something_stands_against_it(SupplierFunding agreement, Why[] expected)
    {
        var values = RuleFormula.Values(
            $"whyNotCounted({RuleLiteral.Of(agreement)}, {RuleLiteral.Of(Promotion)})",
            $"countsToday({RuleLiteral.Of(agreement)}, {RuleLiteral.Of(Promotion)})");

        Assert.That(CountableFunding.WhyNot(agreement, Promotion), Is.EqualTo(expected));
        Assert.That(CountableFunding.Counts(agreement, Promotion), Is.EqualTo(expected.Length == 0));
        Assert.That(values[0], Is.EqualTo(expected.Select(NameOf)));
        Assert.That(values[1], Is.EqualTo(expected.Length == 0));
    }

    [Test]
    public void Unknown_days_of_buying_count_nothing_that_is_earned_by_buying()
    {
        var promotion = Promotion with { BuyFrom = null, BuyTo = null };

        Assert.That(CountableFunding.WhyNot(OffInvoice, promotion), Is.EqualTo(new[] { Why.WindowUnknown }));
        Assert.That(RuleFormula.Value($"whyNotCounted({RuleLiteral.Of(OffInvoice)}, {RuleLiteral.Of(promotion)})"), Is.EqualTo(new[] { "windowUnknown" }));
    }

    [Test]
    public void Rules_know_the_same_reasons() =>
        Assert.That(RuleFormula.Values([.. Enum.GetValues<Why>().Select(reason => "NotCountedReason." + NameOf(reason))]), Is.EqualTo(Enum.GetValues<Why>().Select(NameOf)));

    private static TestCaseData Case(string name, SupplierFunding agreement, params Why[] expected) =>
        new TestCaseData(agreement, expected).SetArgDisplayNames(name);

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
