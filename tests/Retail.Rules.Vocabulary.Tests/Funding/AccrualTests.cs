using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>Between earning and payment.</summary>
[TestFixture]
internal sealed class AccrualTests
{
    [TestCase(12_000, 7_500, 4_500)]
    [TestCase(7_000, 7_500, -500)]
    public void A_period_adds_what_earlier_ones_have_not(decimal toDate, decimal before, decimal expected) =>
        Check(expected, Accrual.OfPeriod(Eur(toDate), Eur(before)), $"accrualOfPeriod({toDate}, {before})");

    [TestCase(50_000, 50_000, 125_000, 20_000)]
    [TestCase(50_000, 130_000, 125_000, 50_000)]
    [TestCase(50_000, 0, 125_000, 0)]
    [TestCase(50_000, -1, 125_000, null)]
    [TestCase(50_000, 1, 0, null)]
    public void An_expected_sum_accrues_with_the_units(decimal expectedSum, decimal sold, decimal all, decimal? expected) =>
        Check(expected, Accrual.ProRata(Eur(expectedSum), sold, all), $"accrualProRata({expectedSum}, {sold}, {all})");

    [Test]
    public void A_claim_differs_from_its_accrual() =>
        Check(-200m, Accrual.ClaimVariance(Eur(14_800m), Eur(15_000m)), $"claimVarianceOf(14_800, 15_000)");

    // 110,000 units instead of 125,000: 44,000 retroactively; 95,000 miss the last tier: 28,500.
    [TestCase(50_000, 44_000, 6_000)]
    [TestCase(50_000, 28_500, 21_500)]
    [TestCase(28_500, 50_000, 0)]
    public void A_missed_target_is_paid_back(decimal paid, decimal earned, decimal expected) =>
        Check(expected, Accrual.Clawback(Eur(paid), Eur(earned)), $"clawbackOf({paid}, {earned})");

    [Test]
    public void Unknown_gives_unknown()
    {
        Assert.That(Accrual.OfPeriod(null, Eur(1m)), Is.Null);
        Assert.That(Accrual.ProRata(null, 1m, 1m), Is.Null);
        Assert.That(Accrual.ClaimVariance(Eur(1m), null), Is.Null);
        Assert.That(Accrual.Clawback(Eur(1m), null), Is.Null);
    }
}
