using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Metrics.Tests;

/// <summary>The sample file, of which every number was worked out by hand; the working stands beside it.</summary>
[TestFixture]
internal sealed class WeekendSampleTests
{
    private static readonly string Sample = Path.Combine(RepositoryRoot.Path, "samples", "metrics", "weekend.jsonl");

    private static MetricsReport Report { get; } = Read(new MetricsOptions());

    [Test]
    public void Every_line_counts()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Report.Records, Is.EqualTo(File.ReadLines(Sample).Count()));
            Assert.That(Report.LeftOut, Is.Zero);
            Assert.That(Report.OutsidePeriod, Is.Zero);
            Assert.That(Report.AsOf, Is.EqualTo(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)), "the last instant that a line tells of");
        });
    }

    [Test]
    public void Activation_one_of_four_is_right_in_all_systems() =>
        // The second is 7 minutes late, the third shows the deal price after the end, the fourth nothing.
        Assert.That(Report.Activation, Is.EqualTo(new ActivationAccuracy
        {
            ToleranceMinutes = 5m, Accuracy = new Rate(1, 4), Starts = new Rate(1, 2), Ends = new Rate(0, 2), Missing = 1, WrongItem = 0, WrongPrice = 1, Early = 0, Late = 1,
        }));

    [Test]
    public void Sync_15_20_35_40_50_seconds_by_nearest_rank() =>
        // Rank ⌈50% × 5⌉ = 3 is 35; ⌈90% × 5⌉ = 5 is 50. One is not visible yet.
        Assert.That(Report.Sync, Is.EqualTo(new[] { new SyncLatency("S101", "web", new Distribution(5, 35m, 50m, 50m, 50m, 50m), 1) }));

    [Test]
    public void Allocation_two_of_six_lines_are_exceptions()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Report.Allocation!.Exceptions, Is.EqualTo(new Rate(2, 6)));
            Assert.That(Report.Allocation.Exceptions.Value, Is.EqualTo(0.333333m));
            Assert.That((Report.Allocation.Manual, Report.Allocation.Resourced), Is.EqualTo((1L, 1L)));
            Assert.That(Report.Allocation.Reasons, Is.EqualTo(new Dictionary<string, long> { ["address"] = 1, ["no stock"] = 1 }));

            // 25% of 4 and 50% of 2 look far apart; their intervals say that both may be the network's 33%.
            Assert.That(Report.Allocation.Nodes, Is.EqualTo(new[]
            {
                new NodeRate("N1", new Rate(1, 4), new WilsonInterval(0.045587m, 0.699358m), null),
                new NodeRate("N2", new Rate(1, 2), new WilsonInterval(0.094531m, 0.905469m), null),
            }));
        });
    }

    [Test]
    public void Orders_two_of_five_are_perfect_and_multiplying_says_38_percent()
    {
        // 3/5 × 4/5 × 5/5 × 4/5 = 0.384: order C broke two promises and is punished twice.
        Assert.Multiple(() =>
        {
            Assert.That(Report.Orders!.Counted, Is.EqualTo(new Rate(2, 5)));
            Assert.That(Report.Orders.Multiplied, Is.EqualTo(0.384m));
            Assert.That(new[] { Report.Orders.OnTime, Report.Orders.Complete, Report.Orders.Undamaged, Report.Orders.DocumentsRight }.Select(rate => rate.Count), Is.EqualTo(new[] { 3m, 4m, 5m, 4m }));
            Assert.That(Report.Orders.Nodes.Select(node => (node.Node, node.Rate.Count, node.Rate.Of)), Is.EqualTo(new[] { ("N1", 2m, 3m), ("N2", 0m, 1m) }));
        });
    }

    [Test]
    public void Interventions_two_orders_of_five_are_400_per_thousand() =>
        Assert.That(Report.Interventions, Is.EqualTo(new Interventions(2, 5, 400m)));

    [Test]
    public void Claims_took_10_and_24_days_and_one_is_62_days_old() =>
        Assert.That(Report.Claims, Is.EqualTo(new ClaimCycle(new Distribution(2, 10m, 24m, 24m, 24m, 24m), 1, 0, 0, 1, 0)));

    [Test]
    public void Rework_25_units_of_1500()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Report.Rework!.Rework, Is.EqualTo(new Rate(25, 1500)));
            Assert.That(Report.Rework.Rework.Value, Is.EqualTo(0.016667m));
            Assert.That(Report.Rework.Nodes, Is.EqualTo(new Dictionary<string, Rate> { ["DC1"] = new Rate(20, 1000), ["DC2"] = new Rate(5, 500) }));
        });
    }

    [Test]
    public void Approvals_waited_two_working_hours_and_one_over_the_clock_change() =>
        // Friday 16:00 to Monday 10:00 in London: 1 + 1. Friday 16:30 in summer time to Monday 09:30 in winter time: 0.5 + 0.5.
        Assert.That(Report.Approvals, Is.EqualTo(new[] { new ApprovalLatency("funding", "Finance", new Distribution(2, 1m, 2m, 2m, 2m, 2m), 1) }));

    [Test]
    public void Tasks_pauses_stop_the_clock_once()
    {
        // T-1 ran 270 minutes less 45 of two pauses that overlap: 225 of 240. T-2 ran all 270. T-3 is overdue for days; T-4 stands still after an hour.
        Assert.Multiple(() =>
        {
            Assert.That(Report.Tasks!.WithinSla, Is.EqualTo(new Rate(1, 2)));
            Assert.That((Report.Tasks.Open, Report.Tasks.OpenOverdue), Is.EqualTo((2L, 1L)));
            Assert.That(Report.Tasks.Roles, Is.EqualTo(new[] { new RoleSla("Finance", new Rate(0, 0), 2, 1), new RoleSla("InventoryControl", new Rate(1, 2), 0, 0) }));
            Assert.That(Report.Tasks.Roles[0].WithinSla.Value, Is.Null, "nothing closed is neither 0 nor 100%");
        });
    }

    [Test]
    public void Stock_5_units_of_18_differ() =>
        Assert.That(Report.Stock, Is.EqualTo(new[] { new StockMismatch("OMS", "POS", new Rate(5, 18), new Rate(2, 3)) }));

    [Test]
    public void A_period_takes_its_first_instant_and_not_its_last()
    {
        var from = new DateTimeOffset(2026, 10, 16, 10, 5, 0, TimeSpan.Zero);
        var report = Read(new MetricsOptions { From = from, To = from.AddMinutes(10) });
        Assert.Multiple(() =>
        {
            Assert.That(report.Sync!.Single().Seconds, Is.EqualTo(new Distribution(2, 15m, 50m, 50m, 50m, 50m)), "10:05 and 10:10; not 10:15");
            Assert.That(report.Records, Is.EqualTo(3), "and the calendar, which belongs to every period");
            Assert.That(report.OutsidePeriod, Is.EqualTo(Report.Records - 3));
            Assert.That(report.Orders, Is.Null);
            Assert.That(report.Interventions, Is.Null, "without orders there is no thousand of them");
            Assert.That(report.AsOf, Is.EqualTo(Report.AsOf), "the end of the file, not of the period");
        });
    }

    [Test]
    public void Open_work_is_aged_at_the_instant_that_is_asked_for()
    {
        var report = Read(new MetricsOptions { AsOf = new DateTimeOffset(2026, 10, 30, 16, 0, 0, TimeSpan.Zero) });
        Assert.Multiple(() =>
        {
            Assert.That(report.Tasks!.OpenOverdue, Is.Zero, "the 480 minutes of T-3 end at 16:00");
            Assert.That(report.Claims!.OpenTo60Days, Is.EqualTo(1), "59.7 days");
        });
    }

    [Test]
    public void The_report_is_json()
    {
        var json = JsonSerializer.SerializeToElement(Report, MetricJson.Default.MetricsReport);
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("orders").GetProperty("counted").GetRawText(), Is.EqualTo("""{"count":2,"of":5,"value":0.4}"""));
            Assert.That(json.GetProperty("asOf").GetString(), Is.EqualTo("2026-11-02T09:00:00Z"));
            Assert.That(json.TryGetProperty("from", out _), Is.False);
        });
    }

    private static MetricsReport Read(MetricsOptions options)
    {
        var metrics = new ProcessMetrics(options);
        using var stream = File.OpenRead(Sample);
        metrics.Read(stream);
        return metrics.ToReport();
    }
}
