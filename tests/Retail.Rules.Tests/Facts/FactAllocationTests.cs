using System;
using System.Collections.Generic;
using NUnit.Framework;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;

namespace Retail.Rules.Tests.Facts;

public class FactAllocationTests
{
    private enum Market
    {
        GB,
    }

    private sealed class Funding
    {
        public string Id => "f1";

        public decimal? Rate => 0.2m;
    }

    private struct Facts
    {
        public decimal Price => 2.5m;

        public string Country => "GB";

        public Market[] Markets { get; init; }

        public IEnumerable<string> Skus { get; init; }

        public List<Funding> Funding { get; init; }

        public DateTime? Start => new DateTime(2026, 10, 16);
    }

    [Test]
    public void Reading_an_object_into_a_frame_allocates_nothing_once_warm()
    {
        var rules = new Rules().Enum("Country", "GB", "FR").TypeWithDefault("Agreement", "packs: number", Rules.Number(6m), "id: text", "rate: percent?")
            .Input("price: money", "country: Country", "markets: list of Country", "skus: list of text", "funding: list of Agreement", "start: date?").Compile();
        var map = rules.MapFacts<Facts>().GetValueOrThrow();
        var pool = new FramePool(Planner.Plan(Binder.Bind(rules.Definition, new BindingOptions(), out _)), long.MaxValue);
        var facts = new Facts { Markets = [Market.GB, Market.GB], Skus = new List<string> { "a", "b" }, Funding = [new Funding(), new Funding()] };

        Assert.That(Allocations.OfHundredOnceWarm(() => Read(map, facts, pool)), Is.Zero);
        Assert.That(pool.Rent().FactLog.Errors, Is.Empty);
    }

    [Test]
    public void Members_of_enums_are_the_instances_of_their_type_whatever_text_was_given()
    {
        var rules = new Rules().Enum("Country", "GB", "FR").Input("country: Country").Compile();
        var pool = new FramePool(Planner.Plan(Binder.Bind(rules.Definition, new BindingOptions(), out _)), long.MaxValue);
        var frame = pool.Rent();
        frame.Reset(Tier.Interpreted);
        new MappedFacts<Country>(rules.MapFacts<Country>().GetValueOrThrow(), new Country { Name = new string(['G', 'B']) }, null).Read(rules, frame);
        Assert.That(frame.Slots[0].Text, Is.SameAs(rules.Schema.Inputs[0].Type.Enum!.Members[0]));
    }

    private sealed class Country
    {
        [FactName("country")]
        public string Name { get; init; } = "";
    }

    private static void Read(FactMap<Facts> map, Facts facts, FramePool pool)
    {
        var frame = pool.Rent();
        frame.Reset(Tier.Interpreted);
        map.Read(ref facts, frame);
        pool.Return(frame);
    }
}
