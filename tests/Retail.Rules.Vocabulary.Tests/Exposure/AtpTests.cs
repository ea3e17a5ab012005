using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>The published example of each definition, in C# and in rules.</summary>
[TestFixture]
internal sealed class AtpTests
{
    /// <summary>Dynamics 365: 20 on hand on 1 February 2022, a week's horizon.</summary>
    private static readonly AtpPeriod[] Dynamics = Days(new DateOnly(2022, 2, 1), (0, 3), (0, 0), (10, 0), (0, 15), (1, 0), (3, 0), (0, 0));

    /// <summary>JD Edwards: 80 available, fixed order quantity of 60; the table's orders, which reproduce its row of ending available too.</summary>
    private static readonly AtpPeriod[] JdEdwards = Days(new DateOnly(2026, 1, 1), (0, 30), (0, 25), (60, 30), (0, 10), (0, 0), (60, 35), (0, 0), (0, 0));

    [Test]
    public void Dynamics_promises_the_least_of_what_is_to_come()
    {
        Expect(Dynamics, 20m, Atp.Projected, "projectedStock", 17, 17, 27, 12, 13, 16, 16);
        Expect(Dynamics, 20m, Atp.ForwardMin, "forwardMinAtp", 12, 12, 12, 12, 13, 16, 16);
    }

    [Test]
    public void A_supply_that_fails_to_arrive_takes_the_promise_along()
    {
        // 4 February: 17 on hand after the 3 were shipped, the 10 of the day before have not come, and the horizon has moved on.
        var late = Days(new DateOnly(2022, 2, 4), (0, 15), (1, 0), (3, 0), (0, 0), (0, 0), (0, 0), (0, 0));
        Expect(late, 17m, Atp.ForwardMin, "forwardMinAtp", 2, 3, 6, 6, 6, 6, 6);
    }

    [Test]
    public void JD_Edwards_carries_on_what_each_replenishment_leaves() =>
        Expect(JdEdwards, 80m, Atp.Cumulative, "cumulativeAtp", 25, 25, 45, 45, 45, 70, 70, 70);

    [Test]
    public void The_inputs_reproduce_JD_Edwards_own_rows()
    {
        // Orders before the planning fence, which lies after period 4, then the greater of orders and a forecast of 20: the row of ending available.
        decimal[] drain = [30m, 25m, 30m, 10m, 20m, 35m, 20m, 20m];
        var stock = 80m;
        var ending = JdEdwards.Select((period, index) => stock = stock + period.Supply - drain[index]).ToArray();
        Assert.That(ending, Is.EqualTo(new[] { 50m, 25m, 55m, 45m, 25m, 50m, 30m, 10m }));

        // ATP of the periods that a supply opens is what the cumulated row gains: 25, 20, 25.
        var cumulated = JdEdwards.Select(period => Atp.Cumulative(80m, JdEdwards, period.Date)!.Value).ToArray();
        Assert.That(new[] { cumulated[0], cumulated[2] - cumulated[1], cumulated[5] - cumulated[4] }, Is.EqualTo(new[] { 25m, 20m, 25m }));
    }

    [Test]
    public void Sterling_takes_all_demand_from_all_supply_of_the_range() =>
        // 20 + 10 − 3 on 3 February; the 15 that go a day later do not count, which is what the other modes guard against.
        Expect(Dynamics, 20m, (onHand, periods, day) => Atp.On(AtpMode.Simple, onHand, periods, day), "simple", 17, 17, 27, 12, 13, 16, 16);

    [TestCase("10", "-2, -1", false, "7")]
    [TestCase("10", "", false, "10")]
    [TestCase("2", "-5", false, "0")]
    [TestCase("10", "-2, 3", false, "11")]
    [TestCase("10", "-2", true, "0")]
    public void Fluent_sells_stock_on_hand_and_controls(string stock, string controls, bool excluded, string expected)
    {
        var list = controls.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        Assert.That(Atp.SellableNow(Number(stock), list, excluded), Is.EqualTo(Number(expected)));
        var rules = $"sellableNow({stock}, (for c in [0, {string.Join(", ", list.Append(0m).Select(Text))}] where c <> 0: c), {(excluded ? "true" : "false")})";
        Assert.That(RulesForm.Exposure.Of(rules), Is.EqualTo(Number(expected)));
    }

    [Test]
    public void The_same_stock_gives_four_numbers()
    {
        // On 2 January of the JD Edwards plan: what may be promised hangs on what is meant.
        var day = new DateOnly(2026, 1, 2);
        var modes = new[] { AtpMode.ForwardMin, AtpMode.Cumulative, AtpMode.Simple, AtpMode.SellableNow };
        Assert.That(modes.Select(mode => Atp.On(mode, 80m, JdEdwards, day)), Is.EqualTo(new decimal?[] { 25m, 25m, 25m, 80m }));
        var third = new DateOnly(2026, 1, 3);
        Assert.That(modes.Select(mode => Atp.On(mode, 80m, JdEdwards, third)), Is.EqualTo(new decimal?[] { 45m, 45m, 55m, 80m }));
        var rules = new[] { "forwardMin", "cumulative", "simple", "sellableNow" }.Select(mode => $"atpOn({mode}, 80, {Text(JdEdwards)}, 2026-01-03)").ToArray();
        Assert.That(RulesForm.Exposure.Of(rules), Is.EqualTo(new object[] { 45m, 45m, 55m, 80m }));
    }

    [Test]
    public void There_is_no_mode_by_default() =>
        Assert.That(() => Atp.On(default, 1m, [], new DateOnly(2026, 1, 1)), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void What_is_unknown_stays_unknown()
    {
        var day = new DateOnly(2026, 1, 1);
        Assert.Multiple(() =>
        {
            foreach (var mode in new[] { AtpMode.ForwardMin, AtpMode.Cumulative, AtpMode.Simple })
            {
                Assert.That(Atp.On(mode, null, [], day), Is.Null);
                Assert.That(Atp.On(mode, 1m, null, day), Is.Null);
                Assert.That(Atp.On(mode, 1m, [], null), Is.Null);
                Assert.That(Atp.On(mode, 1m, [], day), Is.EqualTo(1m), "a plan of nothing leaves the stock");
            }
            Assert.That(Atp.SellableNow(null, [], false), Is.Null);
            Assert.That(Atp.SellableNow(1m, null, false), Is.Null);
            Assert.That(Atp.SellableNow(1m, [], null), Is.Null);
            Assert.That(Atp.SellableNow(null, null, true), Is.Zero, "what may not be sold is 0 whatever there is");
        });
    }

    [Test]
    public void The_order_of_periods_does_not_matter_and_a_day_may_stand_twice()
    {
        var day = new DateOnly(2022, 2, 3);
        var split = Dynamics.Reverse().Append(new AtpPeriod { Date = day, Supply = 2m }).Append(new AtpPeriod { Date = day, Demand = 2m }).ToArray();
        Assert.That(Atp.ForwardMin(20m, split, day), Is.EqualTo(12m));
        Assert.That(Atp.Cumulative(80m, [.. JdEdwards.Reverse()], new DateOnly(2026, 1, 6)), Is.EqualTo(70m));
    }

    [FsCheck.NUnit.Property]
    public Property What_is_promised_forward_is_never_above_any_projection_to_come() => Prop.ForAll(Plans.ToArbitrary(), plan =>
        plan.Periods.All(day => plan.Periods.Where(later => later.Date >= day.Date)
            .All(later => Atp.ForwardMin(plan.OnHand, plan.Periods, day.Date) <= Atp.Projected(plan.OnHand, plan.Periods, later.Date))));

    [FsCheck.NUnit.Property]
    public Property It_equals_one_of_them_and_never_falls_from_day_to_day() => Prop.ForAll(Plans.ToArbitrary(), plan =>
    {
        var promised = plan.Periods.Select(day => Atp.ForwardMin(plan.OnHand, plan.Periods, day.Date)).ToArray();
        var projected = plan.Periods.Select(day => Atp.Projected(plan.OnHand, plan.Periods, day.Date)).ToArray();
        return promised.All(projected.Contains) && promised.Zip(promised.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [FsCheck.NUnit.Property]
    public Property Taking_all_that_is_promised_leaves_no_day_short() => Prop.ForAll(Plans.ToArbitrary(), plan => plan.Periods.All(day =>
    {
        var taken = Math.Max(0m, Atp.ForwardMin(plan.OnHand, plan.Periods, day.Date)!.Value);
        var after = plan.Periods.Append(new AtpPeriod { Date = day.Date, Demand = taken }).ToArray();
        return plan.Periods.Where(later => later.Date >= day.Date).All(later =>
            taken == 0m || Atp.Projected(plan.OnHand, after, later.Date) >= 0m);
    }));

    [Test]
    public void Rules_and_CSharp_agree_on_plans_of_chance()
    {
        var expressions = new List<string>();
        var expected = new List<object?>();
        foreach (var plan in Plans.Sample(12, 40))
        {
            var day = plan.Periods[plan.Periods.Length / 2].Date;
            var arguments = $"({Text(plan.OnHand)}, {Text(plan.Periods)}, {Text(day)})";
            expressions.AddRange(["projectedStock" + arguments, "forwardMinAtp" + arguments, "cumulativeAtp" + arguments]);
            expected.AddRange([Atp.Projected(plan.OnHand, plan.Periods, day), Atp.ForwardMin(plan.OnHand, plan.Periods, day), Atp.Cumulative(plan.OnHand, plan.Periods, day)]);
        }
        Assert.That(RulesForm.Exposure.Of([.. expressions]), Is.EqualTo(expected));
    }

    [Test]
    public void A_backorder_is_promised_for_the_first_day_that_covers_it()
    {
        DateOnly? On(decimal? qty, AtpMode mode = AtpMode.ForwardMin) => Backorder.PromiseDate(mode, 20m, Dynamics, qty);
        Assert.Multiple(() =>
        {
            Assert.That(On(12m), Is.EqualTo(new DateOnly(2022, 2, 1)), "stock covers it today");
            Assert.That(On(13m), Is.EqualTo(new DateOnly(2022, 2, 5)));
            Assert.That(On(14m), Is.EqualTo(new DateOnly(2022, 2, 6)));
            Assert.That(On(17m), Is.Null, "no day of the horizon covers it: refuse");
            Assert.That(On(20m, AtpMode.Simple), Is.EqualTo(new DateOnly(2022, 2, 3)), "the looser definition promises what a later demand needs");
            Assert.That(On(0m), Is.Null);
            Assert.That(On(null), Is.Null);
            Assert.That(Backorder.PromiseDate(AtpMode.ForwardMin, null, Dynamics, 1m), Is.Null);
            Assert.That(Backorder.PromiseDate(AtpMode.ForwardMin, 1m, null, 1m), Is.Null);
        });
        var plan = Text(Dynamics);
        Assert.That(
            RulesForm.Exposure.Of($"backorderPromise(forwardMin, 20, {plan}, 12)", $"backorderPromise(forwardMin, 20, {plan}, 13)", $"backorderPromise(forwardMin, 20, {plan}, 14)",
                $"backorderPromise(forwardMin, 20, {plan}, 17)", $"backorderPromise(simple, 20, {plan}, 20)", $"backorderPromise(forwardMin, 20, {plan}, 0)"),
            Is.EqualTo(new object?[] { new DateTime(2022, 2, 1), new DateTime(2022, 2, 5), new DateTime(2022, 2, 6), null, new DateTime(2022, 2, 3), null }));
    }

    private static Gen<Plan> Plans { get; } =
        from onHand in Gen.Choose(0, 50)
        from days in Gen.ArrayOf(Gen.Zip(Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 40))), Gen.Choose(0, 25))).Where(days => days.Length is > 0 and < 12)
        select new Plan(onHand, Days(new DateOnly(2026, 1, 1), days));

    private static void Expect(AtpPeriod[] periods, decimal onHand, Func<decimal?, IReadOnlyList<AtpPeriod>?, DateOnly?, decimal?> formula, string rules, params int[] expected)
    {
        var numbers = expected.Select(number => (decimal?)number).ToArray();
        Assert.That(periods.Select(period => formula(onHand, periods, period.Date)), Is.EqualTo(numbers), "C#");
        var expressions = periods.Select(period => (rules == "simple" ? "atpOn(simple, " : rules + "(") + $"{Text(onHand)}, {Text(periods)}, {Text(period.Date)})").ToArray();
        Assert.That(RulesForm.Exposure.Of(expressions), Is.EqualTo(numbers), "rules");
    }

    private static AtpPeriod[] Days(DateOnly first, params (int Supply, int Demand)[] days) =>
        [.. days.Select((day, index) => new AtpPeriod { Date = first.AddDays(index), Supply = day.Supply, Demand = day.Demand })];

    private static string Text(IEnumerable<AtpPeriod> periods) =>
        "[" + string.Join(", ", periods.Select(period => $"{{ date: {Text(period.Date)}, supply: {Text(period.Supply)}, demand: {Text(period.Demand)} }}")) + "]";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Plan(decimal OnHand, AtpPeriod[] Periods);
}
