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
        Check(expected, FundingCap.Apply(Eur(claimed), FundingCap.Remaining(Eur(cap), Eur(used))), $"capped({claimed}, capRemaining({cap}, {used}))");

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
        var paid = FundingCap.Pay(Eur(cap), [Eur(6_000m), Eur(4_000m)], order);
        var rule = order == CapOrder.Proportional ? "paidInProportion" : "paidInOrder";
        const string Claims = "[{ place: 1, amount: 6_000 }, { place: 2, amount: 4_000 }]";

        Check(first, paid[0], $"{rule}({{ place: 1, amount: 6_000 }}, {Claims}, {cap})");
        Check(second, paid[1], $"{rule}({{ place: 2, amount: 4_000 }}, {Claims}, {cap})");
    }

    [Test]
    public void Proportions_come_out_in_whole_cents() =>
        Assert.That(FundingCap.Pay(Eur(10m), [Eur(20m), Eur(20m), Eur(20m)], CapOrder.Proportional), Is.EqualTo(new[] { Eur(3.34m), Eur(3.33m), Eur(3.33m) }));

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

    [TestCase(CapOrder.Proportional, 6_000, 2_500, 1_500)]
    [TestCase(CapOrder.Waterfall, 10_000, 0, 0)]
    public void Suppliers_share_a_total_each_up_to_its_cap(CapOrder order, decimal first, decimal second, decimal uncovered)
    {
        var split = SupplierSplit.Of(Eur(10_000m), [new SupplierShare("S1", Pct(60m)), new SupplierShare("S2", Pct(40m), Eur(2_500m))], order);

        Assert.That(split.Paid.Select(share => (share.Item.Supplier, share.Amount.Amount)), Is.EqualTo(new[] { ("S1", first), ("S2", second) }));
        Assert.That(split.Uncovered, Is.EqualTo(Eur(uncovered)));
    }

    [Test]
    public void In_order_the_next_supplier_bears_what_the_first_cannot()
    {
        var split = SupplierSplit.Of(Eur(10_000m), [new SupplierShare("S1", Pct(60m), Eur(7_000m)), new SupplierShare("S2", Pct(40m), Eur(2_500m))], CapOrder.Waterfall);

        Assert.That(split.Paid.Select(share => share.Amount.Amount), Is.EqualTo(new[] { 7_000m, 2_500m }));
        Assert.That(split.Uncovered, Is.EqualTo(Eur(500m)));
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
}
