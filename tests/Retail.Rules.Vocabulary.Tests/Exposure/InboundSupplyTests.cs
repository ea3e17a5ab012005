using System;
using System.Globalization;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests;

[TestFixture]
internal sealed class InboundSupplyTests
{
    private static readonly DateOnly Friday = new(2026, 10, 16);
    private static readonly DateOnly Before = new(2026, 10, 14);

    [TestCase(ReceiptStatus.Received, 1.00)]
    [TestCase(ReceiptStatus.Asn, 0.95)]
    [TestCase(ReceiptStatus.Confirmed, 0.80)]
    [TestCase(ReceiptStatus.Planned, 0)]
    [TestCase(ReceiptStatus.Overdue, 0)]
    public void A_receipt_counts_by_how_sure_it_is(ReceiptStatus status, decimal share)
    {
        Assert.That(InboundSupply.Confidence(status), Is.EqualTo(Percent.FromFraction(share)));
        Assert.That(RulesForm.Exposure.Of($"receiptConfidence({Text(status)})"), Is.EqualTo(share));
    }

    [Test]
    public void A_status_that_is_none_is_refused() =>
        Assert.That(() => InboundSupply.Confidence((ReceiptStatus)9), Throws.TypeOf<ArgumentOutOfRangeException>());

    // Radial: 2 days of grace; what was due on 28 November drops out from 1 December.
    [TestCase("2025-11-27", 2, true)]
    [TestCase("2025-11-28", 2, true)]
    [TestCase("2025-11-30", 2, true)]
    [TestCase("2025-12-01", 2, false)]
    [TestCase("2025-12-02", 2, false)]
    [TestCase("2025-11-28", 0, true)]
    [TestCase("2025-11-29", 0, false)]
    public void An_overdue_receipt_drops_out_after_the_days_of_grace(string today, int graceDays, bool expected)
    {
        var due = new DateOnly(2025, 11, 28);
        Assert.Multiple(() =>
        {
            Assert.That(InboundSupply.Counts(ReceiptStatus.Asn, due, Day(today), graceDays), Is.EqualTo(expected));
            Assert.That(InboundSupply.Counts(ReceiptStatus.Received, due, Day(today), graceDays), Is.True, "what is on the dock is not overdue");
        });
        var grace = graceDays.ToString(CultureInfo.InvariantCulture);
        Assert.That(
            RulesForm.Exposure.Of($"receiptCounts(asn, 2025-11-28, {today}, {grace})", $"receiptCounts(received, 2025-11-28, {today}, {grace})"),
            Is.EqualTo(new object[] { expected, true }));
    }

    [TestCase(ReceiptStatus.Asn, "2026-10-16", 1, "2026-10-14", "2026-10-17")]
    [TestCase(ReceiptStatus.Asn, "2026-10-16", 0, "2026-10-14", "2026-10-16")]
    [TestCase(ReceiptStatus.Asn, "2026-10-12", 1, "2026-10-14", "2026-10-15")]
    [TestCase(ReceiptStatus.Received, "2026-10-12", 1, "2026-10-14", "2026-10-13")]
    public void It_can_be_sold_when_it_is_put_away_and_never_before_it_can_come(ReceiptStatus status, string dock, int days, string today, string expected)
    {
        Assert.That(InboundSupply.SellableFrom(status, Day(dock), days, Day(today)), Is.EqualTo(Day(expected)));
        var rules = $"receiptSellableFrom({Text(status)}, {dock}, {days.ToString(CultureInfo.InvariantCulture)}, {today})";
        Assert.That(RulesForm.Exposure.Of(rules), Is.EqualTo(Day(expected).ToDateTime(TimeOnly.MinValue)));
    }

    // The Mid-West of the launch book: 1,500 on the dock on Friday, 1 day of put-away.
    [TestCase(ReceiptStatus.Asn, 0, 0)]
    [TestCase(ReceiptStatus.Asn, 1, 1425)]
    [TestCase(ReceiptStatus.Confirmed, 1, 1200)]
    [TestCase(ReceiptStatus.Planned, 1, 0)]
    [TestCase(ReceiptStatus.Received, 1, 1500)]
    public void The_launch_book_counts_receipts_of_the_day_before(ReceiptStatus status, int days, int expected)
    {
        Receipt[] receipts = [new() { Qty = 1500m, Dock = Friday, Status = status }];
        var day = Friday.AddDays(days);
        Assert.That(InboundSupply.By(receipts, day, Before, 1, 0), Is.EqualTo((decimal)expected));
        var rules = $"inboundSupply([{{ qty: 1500, unit: EA, dock: 2026-10-16, status: {Text(status)} }}], {Text(day)}, 2026-10-14, 1, 0)";
        Assert.That(RulesForm.Exposure.Of(rules), Is.EqualTo((decimal)expected));
    }

    [Test]
    public void Each_receipt_is_rounded_down_states_its_own_put_away_or_has_the_usual()
    {
        Receipt[] receipts =
        [
            new() { Qty = 11m, Dock = Friday, Status = ReceiptStatus.Asn, PutAwayDays = 3 },
            new() { Qty = 11m, Dock = Friday, Status = ReceiptStatus.Asn },
            new() { Qty = 1m, Dock = Friday, Status = ReceiptStatus.Confirmed },
            new() { Qty = 100m, Dock = Before.AddDays(-3), Status = ReceiptStatus.Asn },
        ];
        // floor(10.45) = 10; floor(0.80) = 0; three days late with two of grace: nothing.
        Assert.That(InboundSupply.By(receipts, Friday.AddDays(1), Before, 1, 2), Is.EqualTo(10m));
        Assert.That(InboundSupply.By(receipts, Friday.AddDays(3), Before, 1, 2), Is.EqualTo(20m));
        Assert.That(InboundSupply.By(receipts, Friday.AddDays(3), Before, 1, 3), Is.EqualTo(115m), "with three of grace its 95 count");
        const string List = "[{ qty: 11, unit: EA, dock: 2026-10-16, status: asn, putAwayDays: 3 }, { qty: 11, unit: EA, dock: 2026-10-16, status: asn }, "
            + "{ qty: 1, unit: EA, dock: 2026-10-16, status: confirmed }, { qty: 100, unit: EA, dock: 2026-10-11, status: asn }]";
        Assert.That(
            RulesForm.Exposure.Of($"inboundSupply({List}, 2026-10-17, 2026-10-14, 1, 2)", $"inboundSupply({List}, 2026-10-19, 2026-10-14, 1, 2)", $"inboundSupply({List}, 2026-10-19, 2026-10-14, 1, 3)"),
            Is.EqualTo(new object[] { 10m, 20m, 115m }));
    }

    [Test]
    public void What_is_unknown_or_makes_no_sense_stays_unknown()
    {
        Receipt[] receipts = [new() { Qty = 1m, Dock = Friday, Status = ReceiptStatus.Asn }];
        Receipt[] wrong = [new() { Qty = 1m, Dock = Friday, Status = ReceiptStatus.Asn, PutAwayDays = -1 }];
        Receipt[] mixed = [.. receipts, new() { Qty = 1m, Unit = UnitOfMeasure.Case, Dock = Friday, Status = ReceiptStatus.Asn }];
        Assert.Multiple(() =>
        {
            Assert.That(InboundSupply.Confidence(null), Is.Null);
            Assert.That(InboundSupply.Counts(null, Friday, Friday, 0), Is.Null);
            Assert.That(InboundSupply.Counts(ReceiptStatus.Asn, null, Friday, 0), Is.Null);
            Assert.That(InboundSupply.Counts(ReceiptStatus.Asn, Friday, Friday, -1), Is.Null);
            Assert.That(InboundSupply.SellableFrom(ReceiptStatus.Asn, Friday, -1, Friday), Is.Null);
            Assert.That(InboundSupply.By(null, Friday, Friday, 1, 0), Is.Null);
            Assert.That(InboundSupply.By(receipts, null, Friday, 1, 0), Is.Null);
            Assert.That(InboundSupply.By(receipts, Friday, Friday, null, 0), Is.Null);
            Assert.That(InboundSupply.By(receipts, Friday, Friday, 1, -1), Is.Null);
            Assert.That(InboundSupply.By(wrong, Friday, Friday, 1, 0), Is.Null);
            Assert.That(InboundSupply.By([], Friday, Friday, 1, 0), Is.Zero);
            Assert.That(() => InboundSupply.By(mixed, Friday, Friday, 1, 0), Throws.InvalidOperationException);
        });
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(ReceiptStatus status) => status.ToString().ToLowerInvariant();
}
