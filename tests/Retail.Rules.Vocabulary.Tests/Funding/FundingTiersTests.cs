using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>0.15 up to 50,000 units, 0.30 up to 100,000, 0.40 above.</summary>
[TestFixture]
internal sealed class FundingTiersTests
{
    private static readonly FundingTier[] Tiers = [Tier(0m, 0.15m), Tier(50_000m, 0.30m), Tier(100_000m, 0.40m)];

    [TestCase(TierMode.Marginal, 125_000, 32_500)]
    [TestCase(TierMode.Retroactive, 125_000, 50_000)]
    [TestCase(TierMode.Marginal, 100_000, 22_500)]
    [TestCase(TierMode.Retroactive, 100_000, 30_000)]
    [TestCase(TierMode.Retroactive, 100_001, 40_000.40)]
    [TestCase(TierMode.Marginal, 50_000, 7_500)]
    [TestCase(TierMode.Retroactive, 50_000, 7_500)]
    [TestCase(TierMode.Marginal, 0, 0)]
    [TestCase(TierMode.Retroactive, 0, 0)]
    [TestCase(TierMode.Marginal, -1, null)]
    public void The_mode_decides_what_the_same_words_pay(TierMode mode, decimal units, decimal? expected) =>
        Check(expected, FundingTiers.Earned(Tiers, mode, units), $"tieredFunding({RuleLiteral.Of(Tiers)}, {NameOf(mode)}, {units})");

    [Test]
    public void The_order_of_the_tiers_does_not_matter() =>
        Check(32_500m, FundingTiers.Earned([Tiers[2], Tiers[0], Tiers[1]], TierMode.Marginal, 125_000m), $"tieredFunding({RuleLiteral.Of(Tiers.Reverse())}, marginal, 125_000)");

    [TestCase(TierMode.Marginal, 40_000, 0)]
    [TestCase(TierMode.Marginal, 60_000, 3_000)]
    [TestCase(TierMode.Retroactive, 40_000, 0)]
    [TestCase(TierMode.Retroactive, 60_000, 18_000)]
    public void Below_the_first_tier_nothing_is_earned(TierMode mode, decimal units, decimal expected) =>
        Check(expected, FundingTiers.Earned([Tiers[1]], mode, units), $"tieredFunding([{RuleLiteral.Of(Tiers[1])}], {NameOf(mode)}, {units})");

    [Test]
    public void Tiers_that_cannot_be_read_earn_nothing_that_is_known()
    {
        Check(null, FundingTiers.Earned(Tiers, null, 1m), $"tieredFunding({RuleLiteral.Of(Tiers)}, unknown, 1)");
        Check(null, FundingTiers.Earned(new List<FundingTier>(), TierMode.Marginal, 1m), $"tieredFunding([], marginal, 1)");
        Check(null, FundingTiers.Earned([Tiers[0], Tiers[0]], TierMode.Marginal, 1m), $"tieredFunding([{RuleLiteral.Of(Tiers[0])}, {RuleLiteral.Of(Tiers[0])}], marginal, 1)");
        Check(null, FundingTiers.Earned([Tier(-1m, 1m)], TierMode.Marginal, 1m), $"tieredFunding([{{ from: -1, rate: 1.00 }}], marginal, 1)");
        Check(null, FundingTiers.Earned([new FundingTier { From = 0m }], TierMode.Marginal, 1m), $"tieredFunding([{{ from: 0 }}], marginal, 1)");
        Assert.That(FundingTiers.Earned((IReadOnlyList<FundingTier>?)null, TierMode.Marginal, 1m), Is.Null);
        Assert.That(FundingTiers.Earned(Tiers, TierMode.Marginal, null), Is.Null);
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Marginal_pays_no_more_than_retroactive_where_rates_rise((ushort, byte)[] steps, ushort units)
    {
        // Widths and rises add up, so that each tier begins later and pays more than the one before.
        var (from, rate) = (0m, 0m);
        var tiers = steps.Select(step => new RateTier(from += step.Item1 + 1m, Eur(rate += step.Item2 / 100m))).ToList();
        return Prop.When(() => FundingTiers.Earned(tiers, TierMode.Marginal, units) <= FundingTiers.Earned(tiers, TierMode.Retroactive, units), tiers.Count > 0);
    }

    private static FundingTier Tier(decimal from, decimal rate) => new() { From = from, Rate = Eur(rate) };
}
