using System;
using System.Globalization;
using System.Linq;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>The launch book's regions, wave by wave: North-East, South-East, Mid-West, West and their variants.</summary>
[TestFixture]
internal sealed class LaunchWavesTests
{
    private const string WavesInRules = "[{ index: 0, date: 2026-10-16, share: 30% }, { index: 1, date: 2026-10-17, share: 40% }, { index: 2, date: 2026-10-18, share: 30% }]";

    private static readonly DateOnly Friday = new(2026, 10, 16);
    private static readonly Percent Half = Percent.FromPoints(50m);

    private static readonly LaunchWave[] Waves =
    [
        new() { Index = 0, Date = Friday, Share = Percent.FromPoints(30m) },
        new() { Index = 1, Date = Friday.AddDays(1), Share = Percent.FromPoints(40m) },
        new() { Index = 2, Date = Friday.AddDays(2), Share = Percent.FromPoints(30m) },
    ];

    [TestCase("80", "0.8416")]
    [TestCase("90", "1.2816")]
    [TestCase("95", "1.6449")]
    [TestCase("99", null)]
    [TestCase("50", null)]
    public void Normal_quantiles_are_those_that_are_stated(string level, string? z)
    {
        decimal? expected = z is null ? null : Number(z);
        Assert.That(DemandQuantile.Z(Percent.FromPoints(Number(level))), Is.EqualTo(expected));
        Assert.That(RulesForm.Exposure.Of($"normalZ({level}%)"), Is.EqualTo(expected));
    }

    [Test]
    public void The_forecasters_own_quantile_is_preferred()
    {
        var ninety = Percent.FromPoints(90m);
        Assert.Multiple(() =>
        {
            Assert.That(DemandQuantile.Of(null, 4000m, 0.30m, ninety), Is.EqualTo(5537.92m));
            Assert.That(DemandQuantile.Of(7000m, 4000m, 0.30m, ninety), Is.EqualTo(7000m), "promotions skew right");
            Assert.That(DemandQuantile.Of(7000m, null, null, null), Is.EqualTo(7000m));
            Assert.That(DemandQuantile.Of(null, 4000m, null, ninety), Is.Null);
            Assert.That(DemandQuantile.Of(null, 4000m, 0.30m, Percent.FromPoints(99m)), Is.Null);
            Assert.That(DemandQuantile.Of(null, -1m, 0.30m, ninety), Is.Null);
            Assert.That(DemandQuantile.Of(-1m, 4000m, 0.30m, ninety), Is.Null);
        });
        Assert.That(
            RulesForm.Exposure.Of("demandQuantile(unknown, 4000, 0.3, 90%)", "demandQuantile(7000, 4000, 0.3, 90%)", "demandQuantile(unknown, 4000, 0.3, 99%)"),
            Is.EqualTo(new object?[] { 5537.92m, 7000m, null }));
    }

    [Test]
    public void Half_of_the_skipped_demand_comes_back()
    {
        Assert.That(Enumerable.Range(0, 3).Select(index => LaunchWaves.DemandShare(Waves, index, Half)!.Value.Points), Is.EqualTo(new[] { 100m, 85m, 65m }));
        Assert.That(
            RulesForm.Exposure.Of($"waveDemandShare({WavesInRules}, 0, 50%)", $"waveDemandShare({WavesInRules}, 1, 50%)", $"waveDemandShare({WavesInRules}, 2, 50%)"),
            Is.EqualTo(new object[] { 1m, 0.85m, 0.65m }));
    }

    // Region of the book, its stock, an inbound receipt on the dock on Friday (0 for none), demand P50, cv; what the book states for Fri, Sat, Sun.
    [TestCase(9000, 100, 600, 400, 0, "4500", "0.25", "8000, 7700, 7400", "5942, 5051, 3863", "0.7428, 0.6560, 0.5220", TestName = "B-01 North-East")]
    [TestCase(6400, 100, 500, 300, 0, "4000", "0.30", "5600, 5300, 5000", "5538, 4708, 3600", "0.9889, 0.8883, 0.7200", TestName = "B-02 South-East")]
    [TestCase(4600, 100, 400, 200, 1425, "3600", "0.30", "4000, 5125, 4825", "4985, 4237, 3240", "1.2463, 0.8267, 0.6715", TestName = "B-03 Mid-West")]
    [TestCase(4200, 100, 500, 350, 0, "3400", "0.35", "3350, 3050, 2750", "4926, 4187, 3202", "1.4704, 1.3728, 1.1644", TestName = "B-04 West")]
    [TestCase(9000, 80, 600, 400, 0, "4500", "0.25", "6200, 5900, 5600", "5942, 5051, 3863", "0.9584, 0.8561, 0.6898", TestName = "B-07 an old reading")]
    public void The_book_states_atp_demand_and_exposure_of_every_wave(
        int onHand, int trust, int safety, int reserved, int inboundFromSaturday, string p50, string cv, string atps, string demands, string ratios)
    {
        var available = LaunchWaves.Available(onHand, Percent.FromPoints(trust), safety, reserved, 0m);
        var quantile = DemandQuantile.Of(null, Number(p50), Number(cv), Percent.FromPoints(90m));
        var atp = Waves.Select(wave => LaunchWaves.Atp(available, wave.Index, 300m, wave.Index > 0 ? inboundFromSaturday : 0m)).ToArray();
        var demand = Waves.Select(wave => LaunchWaves.Demand(quantile, LaunchWaves.DemandShare(Waves, wave.Index, Half))).ToArray();
        var ratio = demand.Zip(atp, (units, stock) => Round(ExposureRatio.Of(units, stock))).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(atp, Is.EqualTo(Numbers(atps)));
            Assert.That(demand, Is.EqualTo(Numbers(demands)));
            Assert.That(ratio, Is.EqualTo(Numbers(ratios)));
        });
        string Atp(int index) => $"waveAtp(availableStock({onHand}, {trust}%, {safety}, {reserved}, 0), {index}, 300, {(index > 0 ? inboundFromSaturday : 0)})";
        string Demand(int index) => $"waveDemand(q, waveDemandShare({WavesInRules}, {index}, 50%))";
        string Results(Func<int, string> form, int first) => string.Concat(Enumerable.Range(0, 3).Select(index => $"output r{first + index} = {form(index)}\n"));
        var declarations = $"define q = demandQuantile(unknown, {p50}, {cv}, 90%) otherwise 0\n"
            + Results(Atp, 0) + Results(Demand, 3) + Results(index => $"round(exposureRatio({Demand(index)}, {Atp(index)}) otherwise 0, 4)", 6);
        Assert.That(RulesForm.Exposure.Run(declarations, "{}", 9), Is.EqualTo(atp.Concat(demand).Concat(ratio)));
    }

    // Ratios of Fri, Sat, Sun (- for none), the region's limits, and what the book decides.
    [TestCase("0.7428 0.6560 0.5220", "80 100 130", ExposureMode.Launch, 0)]
    [TestCase("0.9889 0.8883 0.7200", "85 100 130", ExposureMode.LaunchCapped, 0)]
    [TestCase("1.2463 0.8267 0.6715", "85 105 135", ExposureMode.Stagger, 1)]
    [TestCase("1.2463 0.9000 0.6715", "85 105 135", ExposureMode.StaggerCapped, 1)]
    [TestCase("1.4704 1.3728 1.1644", "75 95 120", ExposureMode.Hold, null)]
    [TestCase("1.2463 1.1451 0.9529", "85 105 135", ExposureMode.Hold, null)]
    [TestCase("1.2463 - 0.5000", "85 105 135", ExposureMode.Hold, null)]
    [TestCase("- 0.5000 0.5000", "85 105 135", ExposureMode.Hold, null)]
    [TestCase("0.80 0.80 0.80", "80 100 130", ExposureMode.Launch, 0)]
    [TestCase("1.00 0.80 0.80", "80 100 130", ExposureMode.LaunchCapped, 0)]
    [TestCase("1.30 1.00 0.80", "80 100 130", ExposureMode.StaggerCapped, 1)]
    [TestCase("1.30 1.0001 0.80", "80 100 130", ExposureMode.Hold, null)]
    [TestCase("1.3001 0.5 0.5", "80 100 130", ExposureMode.Hold, null)]
    public void A_region_opens_with_the_first_wave_that_fits(string ratios, string limits, ExposureMode mode, int? wave)
    {
        var exposures = ratios.Split(' ').Select((ratio, index) => new WaveExposure(index, ratio == "-" ? null : Number(ratio))).ToArray();
        var limit = limits.Split(' ').Select(text => Percent.FromPoints(Number(text))).ToArray();
        Assert.That(LaunchWaves.Decide(exposures, limit[0], limit[1], limit[2], 1), Is.EqualTo(new LaunchPlan(mode, wave)));
        Assert.That(LaunchWaves.Decide([.. exposures.Reverse()], limit[0], limit[1], limit[2], 1), Is.EqualTo(new LaunchPlan(mode, wave)), "in any order");

        var list = "[" + string.Join(", ", exposures.Select(exposure => $"{{ index: {exposure.Index}, ratio: {exposure.Ratio?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} }}")) + "]";
        var shares = limit.Select(percent => percent.Fraction.ToString(CultureInfo.InvariantCulture)).ToArray();
        var declarations = $"define w : list of WaveExposure = {list}\noutput r0 = exposureMode(w, {string.Join(", ", shares)}, 1)\noutput r1 = openingWave(w, exposureMode(w, {string.Join(", ", shares)}, 1), {shares[1]}, 1)\n";
        var name = char.ToLowerInvariant(mode.ToString()[0]) + mode.ToString()[1..];
        Assert.That(RulesForm.Exposure.Run(declarations, "{}", 2), Is.EqualTo(new object?[] { name, (decimal?)wave }));
    }

    [Test]
    public void What_is_unknown_holds()
    {
        WaveExposure[] fine = [new(0, 0.1m)];
        var limit = Percent.Hundred;
        var hold = new LaunchPlan(ExposureMode.Hold, null);
        Assert.Multiple(() =>
        {
            Assert.That(LaunchWaves.Decide(null, limit, limit, limit, 1), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Decide([], limit, limit, limit, 1), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Decide(fine, null, limit, limit, 1), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Decide(fine, limit, null, limit, 1), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Decide(fine, limit, limit, null, 1), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Decide(fine, limit, limit, limit, null), Is.EqualTo(hold));
            Assert.That(LaunchWaves.Available(1m, null, 0m, 0m, 0m), Is.Null);
            Assert.That(LaunchWaves.Available(1m, limit, null, 0m, 0m), Is.Null);
            Assert.That(LaunchWaves.Atp(1m, null, 1m, 1m), Is.Null);
            Assert.That(LaunchWaves.DemandShare(null, 0, Half), Is.Null);
            Assert.That(LaunchWaves.DemandShare(Waves, 0, Percent.FromPoints(101m)), Is.Null);
            Assert.That(LaunchWaves.Demand(null, Half), Is.Null);
            Assert.That(LaunchWaves.Demand(1m, null), Is.Null);
            Assert.That(ExposureRatio.Of(1m, 0m), Is.Null);
            Assert.That(ExposureRatio.Of(1m, -1m), Is.Null);
            Assert.That(ExposureRatio.Of(null, 1m), Is.Null);
            Assert.That(ExposureRatio.Of(0m, 1m), Is.Zero);
        });
    }

    private static decimal? Round(decimal? number) => number is { } value ? decimal.Round(value, 4, MidpointRounding.AwayFromZero) : null;

    private static decimal?[] Numbers(string list) => [.. list.Split(", ").Select(text => (decimal?)Number(text))];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
