using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Margin;

/// <summary>Whether an event pays.</summary>
[TestFixture]
internal sealed class EventMarginTests
{
    [Test]
    public void The_capped_event_of_case_A_07_adds_5_400() =>
        Check(5_400m, EventMargin.Of(Plan(40_000m, 0.675m, 12_000m, 1.80m)), $"eventMarginOf({{ units: 40_000, unitMargin: 0.675, baselineUnits: 12_000, regularUnitMargin: 1.80 }})");

    [Test]
    public void Siblings_fixed_cost_and_lump_sums_count()
    {
        var plan = Plan(40_000m, 0.675m, 12_000m, 1.80m) with { LumpSums = Eur(3_000m), CannibalizedUnits = 2_000m, CannibalizedUnitMargin = Eur(0.90m), FixedCost = Eur(7_500m) };

        Check(-900m, EventMargin.Of(plan),
            $"eventMarginOf({{ units: 40_000, unitMargin: 0.675, lumpSums: 3_000, baselineUnits: 12_000, regularUnitMargin: 1.80, cannibalizedUnits: 2_000, cannibalizedUnitMargin: 0.90, fixedCost: 7_500 }})");
    }

    [Test]
    public void Anything_unknown_makes_it_unknown()
    {
        var plan = Plan(1m, 1m, 1m, 1m);

        Assert.That(EventMargin.Of(plan), Is.EqualTo(Eur(0m)));
        Assert.That(EventMargin.Of(null), Is.Null);
        Assert.That(EventMargin.Of(plan with { Units = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { UnitMargin = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { LumpSums = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { BaselineUnits = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { RegularUnitMargin = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { CannibalizedUnits = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { CannibalizedUnitMargin = null }), Is.Null);
        Assert.That(EventMargin.Of(plan with { FixedCost = null }), Is.Null);
    }

    [TestCase(22_000, 2.50, 2.25, 5_500)]
    [TestCase(0, 2.50, 2.25, 0)]
    [TestCase(100, 2.25, 2.50, -25)]
    public void The_reduction_costs_its_units(decimal units, decimal regular, decimal promo, decimal expected) =>
        Check(expected, EventMargin.DiscountCost(units, Eur(regular), Eur(promo)), $"discountCostOf({units}, {regular}, {promo})");

    // 40,000 units at 1.50 less cost 60,000: 24,000 bear 40%, capped at 15,000 they bear 25%.
    [TestCase(4_400, 5_500, 80)]
    [TestCase(24_000, 60_000, 40)]
    [TestCase(15_000, 60_000, 25)]
    [TestCase(6_000, 5_500, 109.0909)]
    [TestCase(6_000, 0, null)]
    [TestCase(6_000, -25, null)]
    public void Suppliers_bear_a_share(decimal funding, decimal cost, decimal? points) =>
        Check(points, EventMargin.FundingShare(Eur(funding), Eur(cost)), $"fundingShareOf({funding}, {cost})");

    [FsCheck.NUnit.Property]
    public Property It_is_linear_in_units_and_shifts_by_lump_sums(int cents, int units, int more, int lump)
    {
        var plan = Plan(units, cents / 100m, 1_000m, 0.80m);
        var one = EventMargin.Of(plan)!.Value;
        return (EventMargin.Of(plan with { Units = (decimal)units + more }) == one + Eur(cents / 100m * more)).ToProperty()
            .And(EventMargin.Of(plan with { LumpSums = Eur(lump) }) == one + Eur(lump));
    }

    private static EventPlan Plan(decimal units, decimal unitMargin, decimal baseline, decimal regularUnitMargin) => new()
    {
        Units = units, UnitMargin = Eur(unitMargin), LumpSums = Eur(0m), BaselineUnits = baseline, RegularUnitMargin = Eur(regularUnitMargin),
        CannibalizedUnits = 0m, CannibalizedUnitMargin = Eur(0m), FixedCost = Eur(0m),
    };
}
