using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Retail.Rules.Metrics.Tests;

/// <summary>Percentiles, intervals and perfect orders against numbers from elsewhere.</summary>
[TestFixture]
internal sealed class MeasureTests
{
    // Nearest rank of a hundred values 1 to 100 is the percent itself; of one value it is that one.
    [TestCase(100, 50, 90, 95, 99, 100)]
    [TestCase(10, 5, 9, 10, 10, 10)]
    [TestCase(20, 10, 18, 19, 20, 20)]
    [TestCase(1, 1, 1, 1, 1, 1)]
    [TestCase(2, 1, 2, 2, 2, 2)]
    [TestCase(1000, 500, 900, 950, 990, 1000)]
    [TestCase(101, 51, 91, 96, 100, 101)]
    public void Percentiles_are_values_that_occurred(int count, int p50, int p90, int p95, int p99, int max) =>
        Assert.That(Distribution.Of([.. Enumerable.Range(1, count).Reverse().Select(value => (long)value)], 1), Is.EqualTo(new Distribution(count, p50, p90, p95, p99, max)));

    [Test]
    public void Of_nothing_there_is_no_percentile() => Assert.That(Distribution.Of([], 1), Is.Null);

    [FsCheck.NUnit.Property]
    public Property No_more_than_the_rest_exceed_a_percentile_and_no_smaller_value_would_do() => Prop.ForAll(Gen.NonEmptyListOf(Gen.Choose(0, 40)).ToArbitrary(), list =>
    {
        var p90 = Distribution.Of([.. list.Select(value => (long)value)], 1)!.P90;
        bool Suffices(decimal value) => list.Count(one => one <= value) * 100 >= 90 * list.Count;
        return Suffices(p90) && list.Where(value => value < p90).All(value => !Suffices(value));
    });

    // Computed by the published formula in another language.
    [TestCase(1, 10, "0.017876", "0.404150")]
    [TestCase(0, 10, "0", "0.277533")]
    [TestCase(10, 10, "0.722467", "1")]
    [TestCase(5, 10, "0.236593", "0.763407")]
    [TestCase(0, 1, "0", "0.793451")]
    [TestCase(50, 1000, "0.038130", "0.065314")]
    [TestCase(30, 100, "0.218949", "0.395849")]
    public void Wilson_bounds(int count, int of, string low, string high) =>
        Assert.That(WilsonInterval.Of(count, of), Is.EqualTo(new WilsonInterval(Number(low), Number(high))));

    [FsCheck.NUnit.Property]
    public Property Wilson_holds_the_rate_and_stays_between_0_and_1() => Prop.ForAll(Gen.Choose(1, 1_000_000).SelectMany(of => Gen.Choose(0, of).Select(count => (Count: count, Of: of))).ToArbitrary(), pair =>
    {
        var interval = WilsonInterval.Of(pair.Count, pair.Of);
        var rate = decimal.Round((decimal)pair.Count / pair.Of, 6, MidpointRounding.AwayFromZero);
        return interval.Low >= 0m && interval.High <= 1m && interval.Low <= rate && rate <= interval.High;
    });

    [Test]
    public void A_rate_of_nothing_has_no_interval()
    {
        Assert.That(() => WilsonInterval.Of(0, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => WilsonInterval.Of(2, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(false, "0.76")]
    [TestCase(true, "0.82")]
    public void Perfect_orders_multiplied_are_the_same_where_counted_ones_differ(bool failuresMeet, string counted)
    {
        // APQC's example: 98% on time, 97% complete, 99% undamaged, 82% with the right documents: 77.169708% multiplied, printed there as 77.16.
        // A hundred orders with just these rates may have 18 failing (all on the same orders) or 2 + 3 + 1 + 18 = 24 (none on the same).
        var metrics = new ProcessMetrics();
        for (var order = 0; order < 100; order++)
        {
            metrics.Add(new OrderRecord
            {
                At = DateTimeOffset.UnixEpoch, Order = "O" + order,
                OnTime = !(failuresMeet ? order < 2 : order is >= 18 and < 20),
                Complete = !(failuresMeet ? order < 3 : order is >= 20 and < 23),
                Undamaged = !(failuresMeet ? order < 1 : order is >= 23 and < 24),
                DocumentsRight = order >= 18,
            });
        }
        var orders = metrics.ToReport().Orders!;
        Assert.Multiple(() =>
        {
            Assert.That(orders.Multiplied, Is.EqualTo(0.771697m));
            Assert.That(orders.Counted.Value, Is.EqualTo(Number(counted)));
        });
    }

    [Test]
    public void A_node_differs_only_beyond_its_interval()
    {
        // 30% of 100 lines at N1, 4% of 900 elsewhere: the network has 66 of 1,000 = 6.6%, below N1's 21.9% to 39.6% and above N2's 2.9% to 5.5%.
        var metrics = new ProcessMetrics();
        for (var line = 0; line < 1000; line++)
        {
            metrics.Add(new AllocationRecord
            {
                At = DateTimeOffset.UnixEpoch, Order = "O", Line = line, Node = line < 100 ? "N1" : "N2",
                Outcome = line < 30 || line is >= 100 and < 136 ? AllocationOutcome.Manual : AllocationOutcome.Allocated,
            });
        }
        var allocation = metrics.ToReport().Allocation!;
        Assert.Multiple(() =>
        {
            Assert.That(allocation.Exceptions.Value, Is.EqualTo(0.066m));
            Assert.That(allocation.Nodes.Select(node => (node.Node, node.Differs)), Is.EqualTo(new[] { ("N1", "above"), ("N2", "below") }));
            Assert.That(allocation.Nodes[0].Interval, Is.EqualTo(new WilsonInterval(0.218949m, 0.395849m)));
            Assert.That(allocation.Reasons, Is.EqualTo(new Dictionary<string, long> { [""] = 66 }));
        });
    }

    [TestCase(-5, true)]
    [TestCase(5, true)]
    [TestCase(-6, false)]
    [TestCase(6, false)]
    public void An_activation_is_in_time_up_to_the_tolerance_either_way(int minutes, bool isCorrect)
    {
        var metrics = new ProcessMetrics();
        metrics.Add(Activation with { Seen = [Sighting with { At = Activation.PlannedAt.AddMinutes(minutes) }] });
        var result = metrics.ToReport().Activation!;
        Assert.That((result.Accuracy.Count, result.Early, result.Late), Is.EqualTo((isCorrect ? 1m : 0m, minutes == -6 ? 1L : 0L, minutes == 6 ? 1L : 0L)));
    }

    [Test]
    public void One_activation_may_be_wrong_in_several_ways_and_other_systems_do_not_matter()
    {
        var metrics = new ProcessMetrics();
        metrics.Add(Activation with
        {
            Systems = ["POS", "ECOM"],
            Seen = [Sighting with { Sku = "OTHER", Price = 9m, At = Activation.PlannedAt.AddHours(1) }, Sighting with { System = "BI", Price = 7m }],
        });
        metrics.Add(Activation with { Seen = [Sighting, Sighting with { System = "BI", Price = 7m }] });
        Assert.That(metrics.ToReport().Activation, Is.EqualTo(new ActivationAccuracy
        {
            ToleranceMinutes = 5m, Accuracy = new Rate(1, 2), Starts = new Rate(1, 2), Ends = new Rate(0, 0), Missing = 1, WrongItem = 1, WrongPrice = 1, Early = 0, Late = 1,
        }));
    }

    [Test]
    public void Nothing_counted_is_nothing_reported()
    {
        var report = new ProcessMetrics().ToReport();
        Assert.Multiple(() =>
        {
            Assert.That(report.Activation, Is.Null);
            Assert.That(report.Sync, Is.Null);
            Assert.That(report.Allocation, Is.Null);
            Assert.That(report.Orders, Is.Null);
            Assert.That(report.Claims, Is.Null);
            Assert.That(report.Rework, Is.Null);
            Assert.That(report.Interventions, Is.Null);
            Assert.That(report.Approvals, Is.Null);
            Assert.That(report.Tasks, Is.Null);
            Assert.That(report.Stock, Is.Null);
            Assert.That(report.AsOf, Is.Null);
        });
    }

    private static ActivationSighting Sighting { get; } = new() { System = "POS", At = DateTimeOffset.UnixEpoch, Sku = "S", Price = 1.00m };

    private static ActivationRecord Activation { get; } = new()
    {
        Sku = "S", Location = "L", Channel = "C", Boundary = ActivationBoundary.Start, PlannedAt = DateTimeOffset.UnixEpoch, Price = 1.00m, Systems = ["POS"], Seen = [],
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
