using System;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Release.Tests;

/// <summary>A gate judges every stage, draws the verdicts together, and lets nothing pass that a stage did not give.</summary>
[TestFixture]
internal sealed class ReleaseGateTests
{
    private readonly ReleaseGate gate = Gates.Gate();

    [Test]
    public void Every_stage_is_judged_in_order_and_each_region_by_itself()
    {
        var decision = gate.Judge(Gates.Good());
        Assert.That(
            decision.Stages.Select(stage => stage.Stage + " " + stage.Region),
            Is.EqualTo(new[] { "pricing ", "stock North", "stock West", "windows North", "windows West", "finance " }));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Approve));
        Assert.That(decision.WaitsFor, Is.Empty);
    }

    [Test]
    public void A_region_opens_by_its_own_clocks()
    {
        // New York is four hours behind UTC on these days, Phoenix seven; the last day ends at midnight or when the channel closes.
        Assert.That(
            gate.Judge(Gates.Good()).Plan.Select(row => $"{row.Region} {row.Channel} {row.Start:yyyy-MM-dd HH:mm} {row.End:yyyy-MM-dd HH:mm} {row.Units} {row.Status}"),
            Is.EqualTo(new[]
            {
                "North stores 2026-10-16 10:00 2026-10-19 04:00 50 Ready",
                "North ecom 2026-10-16 04:01 2026-10-19 02:00 50 Ready",
                "West stores 2026-10-16 13:00 2026-10-19 07:00 40 Ready",
                "West ecom 2026-10-16 07:01 2026-10-19 05:00 40 Ready",
            }));
    }

    [Test]
    public void A_held_region_does_not_hold_the_others()
    {
        var decision = gate.Judge(Gates.Request("""{ "price": 12, "cost": 8 }""", """{ "onHand": 50 }""", """{ "onHand": 0 }"""));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Hold));
        Assert.That(decision.Regions, Is.EqualTo(new[] { new RegionVerdict("North", Verdict.Approve), new RegionVerdict("West", Verdict.Hold) }));
        Assert.That(decision.Plan.Where(row => row.Region == "North").Select(row => row.Status), Is.All.EqualTo(ActivationStatus.Ready));
        Assert.That(decision.Plan.Where(row => row.Region == "West").Select(row => row.Status), Is.All.EqualTo(ActivationStatus.Waiting));
    }

    [Test]
    public void A_verdict_on_the_promotion_touches_every_region_and_no_stage_is_skipped()
    {
        var decision = gate.Judge(Gates.Request("""{ "price": 7, "cost": 8 }""", """{ "onHand": 50 }""", """{ "onHand": 5 }"""));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Reject));
        Assert.That(decision.Regions.Select(region => region.Verdict), Is.All.EqualTo(Verdict.Reject));
        Assert.That(decision.Plan.Select(row => row.Status), Is.All.EqualTo(ActivationStatus.Stopped));
        Assert.That(decision.Stages, Has.Count.EqualTo(6));
        Assert.That(decision.WaitsFor.Select(point => point.Name), Is.EqualTo(new[] { "5 left, -1.00 each" }));
    }

    [Test]
    public void What_an_incomplete_stage_does_not_give_is_missing_in_the_next()
    {
        var decision = gate.Judge(Gates.Request("""{ "price": 12, "cost": 8 }""", """{ "onHand": 50 }""", "{}"));
        Assert.That(
            decision.WaitsFor.Select(point => $"{point.Kind} {point.Name} {point.Stage} {point.Region}"),
            Is.EqualTo(new[] { "Fact onHand stock West", "Fact stock.units windows West" }));
        Assert.That(decision.Regions.Select(region => region.Verdict), Is.All.EqualTo(Verdict.Incomplete), "finance, for all regions, cannot be judged either");
        Assert.That(decision.Plan.Select(row => row.Region), Is.All.EqualTo("North"));
    }

    [Test]
    public void Acknowledgements_signatures_and_conditions_are_waited_for()
    {
        var decision = gate.Judge(Gates.Request("""{ "price": 8.5, "cost": 8 }""", """{ "onHand": 9 }""", """{ "onHand": 40, "acknowledged": false }"""));
        Assert.That(
            decision.WaitsFor.Select(point => $"{point.Kind} {point.Name} {point.Stage} {point.Region} {string.Join(",", point.Rules)}"),
            Is.EqualTo(new[]
            {
                "Approval Buyer pricing  P2",
                "Condition 9 left, 0.50 each stock North S2",
                "Acknowledgement POS stock West ",
            }));
    }

    [Test]
    public void A_region_that_is_approved_waits_for_its_acknowledgements()
    {
        var asks = new ReleaseGate([Gates.Stage("asks", StageScope.Region, """
            ruleset test.asks version "1"
            type Opening { channel, wave : text, start, end : instant }
            input openings : list of Opening
            input systems  : list of text
            rule Q1 "Nothing opens" when openings is empty then reject
            output awaiting = systems only if systems is not empty
            output plan     = for o in openings: { channel: o.channel, wave: o.wave, start: o.start, end: o.end }
            """)]);
        var decision = asks.Judge(Gates.Request("{}", """{ "systems": ["POS"] }""", """{ "systems": [] }"""));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Approve));
        Assert.That(decision.Plan.Where(row => row.Region == "North").Select(row => row.Status), Is.All.EqualTo(ActivationStatus.Waiting));
        Assert.That(decision.Plan.Where(row => row.Region == "West").Select(row => row.Status), Is.All.EqualTo(ActivationStatus.Ready));
    }

    [Test]
    public void A_stage_without_rules_approves_nothing()
    {
        var silent = new ReleaseGate([Gates.Stage("silent", StageScope.Region, "ruleset test.silent version \"1\"\ninput onHand : number\noutput twice = 2 * onHand\n")]);
        Assert.That(silent.Judge(Gates.Request("{}", """{ "onHand": 1 }""", """{ "onHand": 2 }""")).Verdict, Is.EqualTo(Verdict.Incomplete));
    }

    [Test]
    public void A_fact_given_twice_is_refused() =>
        Assert.That(
            () => gate.Judge(Gates.Request("""{ "price": 7, "cost": 8, "price": 12 }""", "{}", "{}")),
            Throws.InstanceOf<Exception>().With.Message.Contains("price"));

    [Test]
    public void A_null_among_regions_is_refused()
    {
        var good = Gates.Good();
        Assert.That(() => gate.Judge(good with { Regions = [null!] }), Throws.ArgumentException.With.Message.Contains("a region, channel or wave is null"));
    }

    [Test]
    public void The_same_request_has_the_same_id_and_another_has_another()
    {
        var id = gate.Judge(Gates.Good()).Id;
        Assert.That(id, Has.Length.EqualTo(32));
        Assert.That(Gates.Gate().Judge(Gates.Good()).Id, Is.EqualTo(id));
        Assert.That(gate.Judge(Gates.Request("""{ "price": 12, "cost": 8 }""", """{ "onHand": 51 }""", """{ "onHand": 40 }""")).Id, Is.Not.EqualTo(id));
    }

    [Test]
    public void The_decision_as_json_holds_every_stage_in_full()
    {
        using var json = JsonDocument.Parse(gate.Judge(Gates.Good()).ToJson());
        var root = json.RootElement;
        Assert.That(root.GetProperty("verdict").GetString(), Is.EqualTo("approve"));
        Assert.That(root.GetProperty("regions").GetRawText(), Is.EqualTo("""{"North":"approve","West":"approve"}"""));
        Assert.That(root.GetProperty("stages")[0].GetProperty("decision").GetProperty("outputs").GetRawText(), Is.EqualTo("""{"margin":4}"""));
        Assert.That(
            root.GetProperty("plan")[0].GetRawText(),
            Is.EqualTo("""{"region":"North","channel":"stores","wave":"Fri","start":"2026-10-16T10:00:00Z","end":"2026-10-19T04:00:00Z","units":50,"status":"ready"}"""));
    }

    [TestCase("""{ "stock": { "units": 99 } }""", "`stock` stands among the facts of region North; only the gate gives it")]
    [TestCase("""{ "region": "South" }""", "`region` stands among the facts of region North; only the gate gives it")]
    [TestCase("[]", "the facts of region North are no object")]
    public void A_result_written_by_hand_is_refused(string north, string message) =>
        Assert.That(
            () => gate.Judge(Gates.Request("{}", north, "{}")),
            Throws.ArgumentException.With.Message.StartsWith("the release request cannot be judged: " + message));

    [Test]
    public void A_request_that_makes_no_sense_is_refused()
    {
        var good = Gates.Good();
        Assert.That(() => gate.Judge(good with { Regions = [] }), Throws.ArgumentException.With.Message.Contains("it names no region"));
        Assert.That(() => gate.Judge(good with { To = good.From.AddDays(-1) }), Throws.ArgumentException.With.Message.Contains("it ends before it starts"));
        Assert.That(() => gate.Judge(good with { Regions = [good.Regions[0], good.Regions[0]] }), Throws.ArgumentException.With.Message.Contains("it names the region North twice"));
        Assert.That(() => gate.Judge(good with { To = good.From }), Throws.ArgumentException.With.Message.Contains("the wave Sat lies outside its days"));
        Assert.That(() => gate.Judge(good with { Regions = [good.Regions[0] with { Zone = "America/Gotham" }] }), Throws.ArgumentException.With.Message.Contains("America/Gotham"));
    }

    [Test]
    public void A_member_that_no_request_has_is_an_error()
    {
        var problem = Assert.Throws<JsonException>(() => ReleaseRequest.Parse("""{ "promotion": "P", "form": "2026-10-16" }"""));
        Assert.That(problem!.Message, Does.Contain("form"));
    }

    [Test]
    public void A_gate_has_stages_and_each_its_own_name()
    {
        var price = gate.Stages[0];
        Assert.That(() => new ReleaseGate([]), Throws.ArgumentException.With.Message.StartsWith("a gate needs at least one stage"));
        Assert.That(() => new ReleaseGate([price, price]), Throws.ArgumentException.With.Message.Contains("`pricing`"));
        Assert.That(() => new ReleaseGate([Gates.Stage("waves", StageScope.Promotion, Gates.Price)]), Throws.ArgumentException.With.Message.Contains("`waves`"));
    }

    [Test]
    public void A_plan_of_another_form_is_a_mistake_of_the_rules()
    {
        var odd = new ReleaseGate([Gates.Stage("odd", StageScope.Region, """
            ruleset test.odd version "1"
            input onHand : number
            output plan = for n in [1, 2]: { channel: "stores", wave: "Fri", units: n * onHand }
            """)]);
        Assert.That(
            () => odd.Judge(Gates.Good()),
            Throws.InvalidOperationException.With.Message.EqualTo("the output `plan` of the stage odd is not records with channel, wave, start and end"));
    }
}
