using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>Caps, of one agreement and of several that share one, and suppliers that share a deal.</summary>
[TestFixture]
internal sealed class FundingCapTests
{
    [TestCase(15_000, 0, 24_000, 15_000)]
    [TestCase(15_000, 5_000, 24_000, 10_000)]
    [TestCase(15_000, 16_000, 24_000, 0)]
    [TestCase(15_000, 0, 4_400, 4_400)]
    public void A_claim_ends_at_the_cap(decimal cap, decimal used, decimal claimed, decimal expected) =>
        Check(expected, FundingCap.Apply(Eur(claimed), FundingCap.Remaining(Eur(cap), Eur(used))), $"claimUpTo({claimed}, capRemaining({cap}, {used}))");

    [Test]
    public void An_unknown_cap_or_claim_pays_nothing_that_is_known()
    {
        Assert.That(FundingCap.Remaining(Eur(1m), null), Is.Null);
        Assert.That(FundingCap.Apply(Eur(1m), null), Is.Null);
        Assert.That(FundingCap.Apply(null, Eur(1m)), Is.Null);
    }

    [TestCase(CapOrder.Proportional, 5_000, 3_000, 2_000)]
    [TestCase(CapOrder.Waterfall, 5_000, 5_000, 0)]
    [TestCase(CapOrder.Waterfall, 8_000, 6_000, 2_000)]
    [TestCase(CapOrder.Proportional, 12_000, 6_000, 4_000)]
    [TestCase(CapOrder.Waterfall, 12_000, 6_000, 4_000)]
    [TestCase(CapOrder.Proportional, 0, 0, 0)]
    public void The_order_decides_who_is_paid(CapOrder order, decimal cap, decimal first, decimal second)
    {
        Assert.That(Pay(order, cap, 6_000m, 4_000m), Is.EqualTo(new[] { first, second }));
    }

    [Test]
    public void Proportions_come_out_in_whole_cents() =>
        Assert.That(Pay(CapOrder.Proportional, 10m, 20m, 20m, 20m), Is.EqualTo(new[] { 3.34m, 3.33m, 3.33m }));

    // 1.005 is claimed as 1.01, and of a cap of 1.999 only 1.99 is paid.
    [TestCase(CapOrder.Proportional, 1.00, 0.99)]
    [TestCase(CapOrder.Waterfall, 1.01, 0.98)]
    public void Claims_are_rounded_and_caps_are_cut(CapOrder order, decimal first, decimal second) =>
        Assert.That(Pay(order, 1.999m, 1.005m, 1.005m), Is.EqualTo(new[] { first, second }));

    [Test]
    public void No_claims_are_paid_nothing() => Assert.That(Pay(CapOrder.Proportional, 10m), Is.Empty);

    [Test]
    public void Claims_and_caps_below_zero_are_refused()
    {
        Assert.That(() => FundingCap.Pay(Eur(-1m), [], CapOrder.Waterfall), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => FundingCap.Pay(Eur(1m), [Eur(-1m)], CapOrder.Waterfall), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property A_cap_is_never_exceeded_nor_a_claim(NonNegativeInt cap, NonNegativeInt[] claims, bool waterfall)
    {
        // Tenths of a cent, so that rounding has something to do.
        var (limit, asked) = (Eur(cap.Get / 1000m), claims.Select(claim => Eur(claim.Get / 1000m)).ToArray());
        var paid = FundingCap.Pay(limit, asked, waterfall ? CapOrder.Waterfall : CapOrder.Proportional);
        var total = paid.Sum(part => part.Amount);
        var due = asked.Sum(claim => claim.Round().Amount);
        return (total <= limit.Amount && total == Math.Min(due, Math.Floor(limit.Amount * 100m) / 100m)).ToProperty()
            .And(paid.Zip(asked).All(pair => pair.First.Amount >= 0m && pair.First <= pair.Second.Round()));
    }

    [TestCase(CapOrder.Proportional, null, 2_500, 6_000, 2_500, 1_500)]
    [TestCase(CapOrder.Waterfall, null, 2_500, 10_000, 0, 0)]
    [TestCase(CapOrder.Waterfall, 7_000, 2_500, 7_000, 2_500, 500)]
    [TestCase(CapOrder.Waterfall, 7_000, null, 7_000, 3_000, 0)]
    [TestCase(CapOrder.Proportional, 1_000.009, null, 1_000, 4_000, 5_000)]
    public void Suppliers_bear_a_total_each_up_to_its_cap(CapOrder order, decimal? firstCap, decimal? secondCap, decimal first, decimal second, decimal uncovered)
    {
        SupplierShare[] shares = [new("S1", Pct(60m), Eur(firstCap)), new("S2", Pct(40m), Eur(secondCap))];
        var split = SupplierSplit.Of(Eur(10_000m), shares, order);
        var inRules = string.Join(", ", shares.Select((share, place) => RuleLiteral.Of(new { Place = place, share.Supplier, share.Share, share.Remaining })));

        Assert.That(split.Paid.Select(share => (share.Item.Supplier, share.Amount.Amount)), Is.EqualTo(new[] { ("S1", first), ("S2", second) }));
        Assert.That(split.Uncovered, Is.EqualTo(Eur(uncovered)));
        Assert.That(RuleFormula.Value($"for s in {(order == CapOrder.Proportional ? "splitByShares" : "splitInOrder")}(10_000, [{inRules}]): s.share"), Is.EqualTo(new[] { first, second }));
    }

    [TestCase(new[] { 60.0, 40 }, true)]
    [TestCase(new[] { 33.33, 33.33, 33.33 }, true)]
    [TestCase(new[] { 33.3, 33.3, 33.3 }, false)]
    [TestCase(new[] { 60.0, 40.02 }, false)]
    [TestCase(new double[0], false)]
    public void Shares_make_a_whole_within_a_ten_thousandth(double[] points, bool expected)
    {
        Percent[] shares = [.. points.Select(point => Pct((decimal)point))];
        Check(expected, SupplierSplit.AddUp(shares), $"sharesAddUp({RuleLiteral.Of(shares)})");
    }

    [Test]
    public void Shares_that_make_no_whole_are_refused()
    {
        Assert.That(() => SupplierSplit.Of(Eur(1m), [new SupplierShare("S1", Pct(60m))], CapOrder.Waterfall), Throws.ArgumentException.With.Message.StartsWith("the suppliers' shares do not add up to 100%"));
        Assert.That(SupplierSplit.AddUp(null), Is.Null);
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property What_suppliers_pay_and_what_nobody_does_add_up(NonNegativeInt cents, (byte, ushort)[] suppliers, bool waterfall)
    {
        var sum = suppliers.Sum(supplier => supplier.Item1 + 1m);
        var shares = suppliers.Select(supplier => new SupplierShare("S", Percent.FromFraction((supplier.Item1 + 1m) / sum), supplier.Item2 % 2 == 0 ? null : Eur(supplier.Item2 / 10m))).ToArray();
        return Prop.When(() =>
        {
            var split = SupplierSplit.Of(Eur(cents.Get / 100m), shares, waterfall ? CapOrder.Waterfall : CapOrder.Proportional);
            return split.Paid.Sum(share => share.Amount.Amount) + split.Uncovered.Amount == cents.Get / 100m
                && split.Uncovered.Amount >= 0m
                && split.Paid.All(share => share.Amount.Amount >= 0m && (share.Item.Remaining is not { } cap || share.Amount <= cap));
        }, suppliers.Length > 0);
    }

    /// <summary>What is paid by the formula of C#, found equal to that of rules.</summary>
    private static decimal[] Pay(CapOrder order, decimal cap, params decimal[] claims)
    {
        var paid = FundingCap.Pay(Eur(cap), [.. claims.Select(claim => Eur(claim))], order).Select(part => part.Amount).ToArray();
        var inRules = string.Join(", ", claims.Select((claim, place) => RuleLiteral.Of(new { Place = place, Amount = claim })));
        Assert.That(RuleFormula.Value($"for c in {(order == CapOrder.Proportional ? "paidInProportion" : "paidInOrder")}([{inRules}], {RuleLiteral.Of(cap)}): c.share"), Is.EqualTo(paid));
        return paid;
    }
}
