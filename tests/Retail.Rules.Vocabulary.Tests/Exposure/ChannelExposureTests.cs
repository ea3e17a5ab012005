using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>Safety stock, fences, buffers, presentation and tripwires, by the numbers of the launch book.</summary>
[TestFixture]
internal sealed class ChannelExposureTests
{
    private static readonly Percent FivePercent = Percent.FromPoints(5m);

    [Test]
    public void The_most_specific_safety_stock_counts_and_zero_is_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SafetyStock.Of(3m, 5m, 10m), Is.EqualTo(3m));
            Assert.That(SafetyStock.Of(null, 5m, 10m), Is.EqualTo(5m));
            Assert.That(SafetyStock.Of(null, null, 10m), Is.EqualTo(10m));
            Assert.That(SafetyStock.Of(null, 0m, 10m), Is.Zero, "0 switches it off");
            Assert.That(SafetyStock.Of(null, null, null), Is.Zero);
        });
        Assert.That(
            RulesForm.Exposure.Of("safetyStock(3, 5, 10)", "safetyStock(unknown, 5, 10)", "safetyStock(unknown, unknown, 10)", "safetyStock(unknown, 0, 10)", "safetyStock(unknown, unknown, unknown)"),
            Is.EqualTo(new object[] { 3m, 5m, 10m, 0m, 0m }));
    }

    [Test]
    public void Sterling_takes_the_safety_stock_of_each_node_off_its_own_supply()
    {
        // Two nodes with 5 and 6 and safety stocks of 1 and 2 have (5 − 1) + (6 − 2) = 8; a network value of 5 leaves 5 + 6 − 5 = 6.
        Assert.That((5m - SafetyStock.Of(null, 1m, 5m)) + (6m - SafetyStock.Of(null, 2m, 5m)), Is.EqualTo(8m));
        Assert.That(5m + 6m - SafetyStock.Of(null, null, 5m), Is.EqualTo(6m));
    }

    // South-East: ATP 5,600, fence 35%; West: 3,350 at 50%.
    [TestCase(5600, 35, 1960, 98, 1862)]
    [TestCase(6200, 45, 2790, 140, 2650)]
    [TestCase(7524, 45, 3385, 170, 3215)]
    [TestCase(100, 40, 40, 10, 30)]
    [TestCase(20, 40, 8, 10, 0)]
    [TestCase(0, 40, 0, 10, 0)]
    [TestCase(-500, 40, 0, 10, 0)]
    [TestCase(100, 0, 0, 10, 0)]
    [TestCase(200, 100, 200, 10, 190)]
    [TestCase(201, 100, 201, 11, 190)]
    public void A_channel_shows_its_fence_less_the_buffer(int atp, int share, int fence, int buffer, int exposable)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ChannelExposure.Fence(atp, Percent.FromPoints(share)), Is.EqualTo((decimal)fence));
            Assert.That(ChannelExposure.Buffer(fence, FivePercent, 10m), Is.EqualTo((decimal)buffer));
            Assert.That(ChannelExposure.Exposable(fence, FivePercent, 10m), Is.EqualTo((decimal)exposable));
        });
        Assert.That(
            RulesForm.Exposure.Of($"channelFence({atp}, {share}%)", $"channelBuffer({fence}, 5%, 10)", $"channelExposable({fence}, 5%, 10)"),
            Is.EqualTo(new object[] { (decimal)fence, (decimal)buffer, (decimal)exposable }));
    }

    [TestCase(7600, 9360, 9000, 6576)]
    [TestCase(7600, 8100, 9000, 7600)]
    [TestCase(7600, 8101, 9000, 7599)]
    [TestCase(7600, 0, 9000, 7600)]
    public void A_full_warehouse_scales_what_is_shown(int qty, int lines, int capacity, int expected)
    {
        Assert.That(ChannelExposure.WithinCapacity(qty, Percent.FromPoints(90m), lines, capacity), Is.EqualTo((decimal)expected));
        Assert.That(RulesForm.Exposure.Of($"withinCapacity({qty}, 90%, {lines}, {capacity})"), Is.EqualTo((decimal)expected));
    }

    [TestCase(10, 4, 6, true, true)]
    [TestCase(7, 4, 3, true, true)]
    [TestCase(6, 4, 2, true, false)]
    [TestCase(4, 4, 0, true, false)]
    [TestCase(3, 4, -1, false, false)]
    public void A_store_ships_and_hands_over_what_its_shelf_does_not_need(int onHand, int minimum, int spare, bool ships, bool handsOver)
    {
        Assert.Multiple(() =>
        {
            Assert.That(PresentationMinimum.Spare(onHand, minimum), Is.EqualTo((decimal)spare));
            Assert.That(PresentationMinimum.Covers(onHand, minimum, 0m), Is.EqualTo(ships));
            Assert.That(PresentationMinimum.Covers(onHand, minimum, 3m), Is.EqualTo(handsOver));
        });
        Assert.That(
            RulesForm.Exposure.Of($"spareStock({onHand}, {minimum})", $"coversPresentation({onHand}, {minimum}, 0)", $"coversPresentation({onHand}, {minimum}, 3)"),
            Is.EqualTo(new object[] { (decimal)spare, ships, handsOver }));
    }

    // After a quarter of the window: pace 3 with 25% left trips; the same pace with plenty left, and little left at a slow pace, do not.
    [TestCase(600, 800, 25, true)]
    [TestCase(500, 800, 25, false)]
    [TestCase(561, 800, 25, true)]
    [TestCase(560, 800, 25, false)]
    [TestCase(600, 800, 30, false)]
    [TestCase(600, 800, 29, true)]
    public void It_sells_out_early_when_fast_and_nearly_gone(int sold, int exposed, int elapsed, bool expected)
    {
        Assert.That(Tripwire.SellsOutEarly(sold, exposed, Percent.FromPoints(elapsed), 2.5m, Percent.FromPoints(30m)), Is.EqualTo(expected));
        Assert.That(RulesForm.Exposure.Of($"sellsOutEarly({sold}, {exposed}, {elapsed}%, 2.5, 30%)"), Is.EqualTo(expected));
    }

    [Test]
    public void Pace_caps_and_oversold_orders()
    {
        var half = Percent.FromPoints(0.5m);
        Assert.Multiple(() =>
        {
            Assert.That(Tripwire.Pace(600m, 800m, Percent.FromPoints(25m)), Is.EqualTo(3m));
            Assert.That(Tripwire.LoweredCap(1863m, Percent.FromPoints(50m)), Is.EqualTo(931m));
            Assert.That(Tripwire.IsOversold(-1m), Is.True);
            Assert.That(Tripwire.IsOversold(0m), Is.False);
            Assert.That(Tripwire.IsOversellIncident(6m, 1000m, half), Is.True);
            Assert.That(Tripwire.IsOversellIncident(5m, 1000m, half), Is.False);
        });
        Assert.That(
            RulesForm.Exposure.Of("sellingPace(600, 800, 25%)", "loweredCap(1863, 50%)", "isOversold(-1)", "isOversold(0)", "isOversellIncident(6, 1000, 0.5%)", "isOversellIncident(5, 1000, 0.5%)"),
            Is.EqualTo(new object[] { 3m, 931m, true, false, true, false }));
    }

    [Test]
    public void What_is_unknown_or_makes_no_sense_stays_unknown()
    {
        var quarter = Percent.FromPoints(25m);
        var above = Percent.FromPoints(101m);
        Assert.Multiple(() =>
        {
            Assert.That(ChannelExposure.Fence(null, quarter), Is.Null);
            Assert.That(ChannelExposure.Fence(10m, null), Is.Null);
            Assert.That(ChannelExposure.Fence(10m, above), Is.Null);
            Assert.That(ChannelExposure.Buffer(-1m, quarter, 10m), Is.Null);
            Assert.That(ChannelExposure.Exposable(null, quarter, 10m), Is.Null);
            Assert.That(ChannelExposure.Exposable(10m, quarter, null), Is.Null);
            Assert.That(ChannelExposure.WithinCapacity(10m, quarter, 1m, 0m), Is.Null);
            Assert.That(PresentationMinimum.Spare(null, 4m), Is.Null);
            Assert.That(PresentationMinimum.Covers(4m, -1m, 0m), Is.Null);
            Assert.That(Tripwire.Pace(1m, 0m, quarter), Is.Null);
            Assert.That(Tripwire.Pace(1m, 1m, default(Percent)), Is.Null, "before the start");
            Assert.That(Tripwire.SellsOutEarly(1m, 1m, null, 2.5m, quarter), Is.Null);
            Assert.That(Tripwire.LoweredCap(10m, above), Is.Null);
            Assert.That(Tripwire.IsOversold(null), Is.Null);
            Assert.That(Tripwire.IsOversellIncident(0m, 0m, quarter), Is.Null);
        });
        Assert.That(
            RulesForm.Exposure.Of("sellingPace(1, 0, 25%)", "sellsOutEarly(1, 1, 0%, 2.5, 30%)", "isOversellIncident(0, 0, 25%)", "exposureRatio(1, 0)"),
            Is.EqualTo(new object?[] { null, null, null, null }));
    }
}
