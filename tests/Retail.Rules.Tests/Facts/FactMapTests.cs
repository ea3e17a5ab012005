using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Facts;

public class FactMapTests
{
    private static readonly RuleSet Prices = new Rules().Input("price: money", "note: text?").Compile();
    private static readonly RuleSet Lists = new Rules().Input("skus: list of text?").Limit(maxListItems: 3).Compile();

    private static Decision Judge<T>(RuleSet rules, T facts) => rules.Evaluate(rules.MapFacts<T>().GetValueOrThrow(), facts);

    private sealed record Priced(decimal Price, string? Note = null);

    private readonly record struct PricedStruct(int Price, string? Note);

    private interface IPriced
    {
        decimal? Price { get; }
    }

    private interface INoted : IPriced
    {
        string? Note { get; }
    }

    private sealed class Noted : INoted
    {
        decimal? IPriced.Price => 2.5m;

        string? INoted.Note => "n";
    }

    private abstract class Base
    {
        public virtual decimal Price => 1m;

        public object? Note => null;
    }

    private class Derived : Base
    {
        public override decimal Price => 2.5m;

        public new string Note => "n";
    }

    private sealed class Named
    {
        [FactName("PRICE")]
        public decimal Regular => 2.5m;

        [FactName("something else")]
        public decimal Price => throw new InvalidOperationException();

        public string this[int index] => throw new InvalidOperationException();

        public string Note
        {
            set => throw new InvalidOperationException(value);
        }

        public static string Static => throw new InvalidOperationException();
    }

    [Test]
    public void Records_structs_interfaces_and_inherited_properties_give_facts_by_name_ignoring_case()
    {
        const string Outputs = "\"outputs\":{\"price\":2.5,\"note\":\"n\"}}";
        Assert.That(Judge(Prices, new Priced(2.5m, "n")).ToJson(), Does.EndWith(Outputs));
        Assert.That(Judge(Prices, new PricedStruct(2, "n")).ToJson(), Does.EndWith("\"outputs\":{\"price\":2,\"note\":\"n\"}}"));
        Assert.That(Judge<INoted>(Prices, new Noted()).ToJson(), Does.EndWith(Outputs));
        Assert.That(Judge(Prices, new Derived()).ToJson(), Does.EndWith(Outputs));
        Assert.That(Judge(Prices, new { PRICE = 2.5m, note = "n", Other = new object() }).ToJson(), Does.EndWith(Outputs));
    }

    [Test]
    public void An_attribute_names_the_fact_and_only_readable_properties_of_the_object_count() =>
        Assert.That(Judge(Prices, new Named()).ToJson(), Does.EndWith("\"outputs\":{\"price\":2.5}}"));

    [Test]
    public void A_null_or_blank_property_is_absent()
    {
        Assert.That(Judge(Prices, new { Price = (decimal?)null, Note = " " }).Missing, Is.EqualTo(new[] { "price" }));
        Assert.That(Judge(Prices, new { Price = 1m, Note = " " }).Outputs.Keys, Is.EqualTo(new[] { "price" }));
    }

    [Test]
    public void The_case_is_repeated_and_the_explanation_is_of_the_same_decision()
    {
        var map = Prices.MapFacts<Priced>().GetValueOrThrow();
        var facts = new Priced(2.5m);
        Assert.That(Prices.Evaluate(map, facts, "A-02").Case, Is.EqualTo("A-02"));
        Assert.That(Prices.Explain(map, facts, "A-02").Decision.ToJson(), Is.EqualTo(Prices.Evaluate(map, facts, "A-02").ToJson()));
        Assert.That(map.RuleSet, Is.SameAs(Prices));
    }

    private sealed class SelfCounting : Collection<string>;

    private static IEnumerable<TestCaseData> StringLists()
    {
        var items = new[] { "a", "b" };
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = items }))).SetArgDisplayNames("array");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = items.ToList() }))).SetArgDisplayNames("List");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = (IReadOnlyList<string>)items }))).SetArgDisplayNames("IReadOnlyList");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = (IList<string>)items }))).SetArgDisplayNames("IList");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = (IEnumerable<string>)items.ToList() }))).SetArgDisplayNames("IEnumerable of a list");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = items.Select(item => item) }))).SetArgDisplayNames("IEnumerable of a query");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = items.ToImmutableArray() }))).SetArgDisplayNames("ImmutableArray");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = (ImmutableArray<string>?)items.ToImmutableArray() }))).SetArgDisplayNames("ImmutableArray?");
        yield return new TestCaseData(new Func<RuleSet, Decision>(rules => Judge(rules, new { Skus = new SelfCounting { "a", "b" } }))).SetArgDisplayNames("class of one's own");
    }

    [TestCaseSource(nameof(StringLists))]
    public void Whatever_can_be_enumerated_is_a_list(Func<RuleSet, Decision> judge) =>
        Assert.That(judge(Lists).ToJson(), Does.EndWith("\"outputs\":{\"skus\":[\"a\",\"b\"]}}"));

    [Test]
    public void Items_that_cannot_be_used_are_named_by_their_place()
    {
        Assert.That(Judge(Lists, new { Skus = new[] { "a", null } }).ProblemLines(), Is.EqualTo(new[] { "skus[1]: null cannot be an item of a list" }));
        Assert.That(Judge(Lists, new { Skus = new[] { " " } }).ProblemLines(), Is.EqualTo(new[] { "skus[0]: a blank text cannot be an item of a list" }));
        Assert.That(Judge(Lists, new { Skus = new[] { "a", "b", "c", "d" } }).ProblemLines(), Is.EqualTo(new[] { "skus: has more items than the limit of 3" }));
        Assert.That(Judge(Lists, new { Skus = Enumerable.Repeat("a", int.MaxValue).Where(item => item == "a") }).ProblemLines(), Is.EqualTo(new[] { "skus: has more items than the limit of 3" }));
        Assert.That(Judge(Lists, new { Skus = default(ImmutableArray<string>) }).ProblemLines(), Is.EqualTo(new[] { "skus: reading it threw InvalidOperationException" }));
        Assert.That(Judge(Lists, new { Skus = (string[]?)null }).Problems, Is.Empty);
    }

    private sealed class Failing
    {
        public decimal Price => throw new TimeoutException("with words that a decision must not repeat");

        public string Note => "n";
    }

    [Test]
    public void A_property_that_throws_makes_the_decision_incomplete_and_never_reaches_the_host()
    {
        var decision = Judge(Prices, new Failing());
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "price: reading it threw TimeoutException" }));
        Assert.That(decision.Missing, Is.Empty);

        var rules = new Rules().Type("Line", "price: money").Input("lines: list of Line").Compile();
        Assert.That(Judge(rules, new { Lines = new[] { new Failing() } }).ProblemLines(), Is.EqualTo(new[] { "lines[0].price: reading it threw TimeoutException" }));
        Assert.That(Judge(rules, new { Lines = FailingSequence() }).ProblemLines(), Is.EqualTo(new[] { "lines: reading it threw TimeoutException" }));
    }

    private static IEnumerable<Priced> FailingSequence()
    {
        yield return new Priced(1m);
        throw new TimeoutException();
    }

    private enum Market
    {
        Gb,
        FR = 7,
        France = 7,

        [FactName("infant-formula")]
        Infant,
    }

    [Test]
    public void Members_of_a_CSharp_enum_are_those_of_the_enum_ignoring_case()
    {
        var rules = new Rules().Enum("Country", "GB", "FR", "infant-formula").Enum(EnumKind.Open, "Claim", "gb").Input("market: Country", "claims: list of Claim").Compile();
        Assert.That(Judge(rules, new { Market = Market.Gb, Claims = new[] { Market.Gb, Market.Infant } }).ToJson(), Does.EndWith("\"outputs\":{\"market\":\"GB\",\"claims\":[\"gb\",\"infant-formula\"]}}"));
        Assert.That(Judge(rules, new { Market = Market.France, Claims = Array.Empty<Market>() }).ToJson(), Does.EndWith("\"outputs\":{\"market\":\"FR\",\"claims\":[]}}"));
        Assert.That(Judge(rules, new { Market = (Market)9, Claims = Array.Empty<Market>() }).ProblemLines(), Is.EqualTo(new[] { "market: \"9\" is not a member of Country; members are GB, FR, infant-formula" }));
        Assert.That(Judge(rules, new { Market = (Market?)null, Claims = Array.Empty<Market>() }).Missing, Is.EqualTo(new[] { "market" }));
        Assert.That(Judge(rules, new { Market = "Gb", Claims = new[] { "x" } }).ProblemLines(), Is.EqualTo(new[] { "market: \"Gb\" is not a member of Country; did you mean `GB`?" }));
    }

    private struct Rate
    {
        public decimal? Value { get; set; }
    }

    private sealed class Funding
    {
        public string? Id { get; set; }

        public Rate? Rate { get; set; }

        public Rate[]? Steps { get; set; }
    }

    [Test]
    public void Records_are_read_at_every_depth_and_what_they_lack_is_missing_by_path()
    {
        var rules = new Rules().Type("Step", "value: number").Type("Claim", "id: text", "rate: Step?", "steps: list of Step").Input("funding: list of Claim", "main: Claim?").Compile();
        Assert.That(Judge(rules, new { Funding = new List<Funding> { new() { Id = "a", Steps = [new Rate { Value = 1m }] } }, Main = new Funding { Id = "b", Rate = new Rate { Value = 2m }, Steps = [] } }).ToJson(),
            Does.EndWith("""
                "outputs":{"funding":[{"id":"a","steps":[{"value":1}]}],"main":{"id":"b","rate":{"value":2},"steps":[]}}}
                """.Trim()));
        Assert.That(Judge(rules, new { Funding = new List<Funding> { new() { Id = "a", Steps = [default] }, new() }, Main = new Funding { Rate = default(Rate), Id = "" } }).Missing,
            Is.EqualTo(new[] { "funding[0].steps[0].value", "funding[1].id", "funding[1].steps", "main.id", "main.rate.value", "main.steps" }));
    }

    [Test]
    public void Dates_instants_and_durations_are_read_as_from_any_source()
    {
        var rules = new Rules().Input("d: date", "i: instant", "u: duration").Compile();
        const string Outputs = """
            "outputs":{"d":"2026-10-16","i":"2026-10-16T06:00:00Z","u":"PT1H"}}
            """;
        var (day, time) = (new DateTime(2026, 10, 16), new DateTime(2026, 10, 16, 6, 0, 0, DateTimeKind.Utc));
        Assert.That(Judge(rules, new { D = day, I = time, U = TimeSpan.FromHours(1) }).ToJson(), Does.EndWith(Outputs.Trim()));
        Assert.That(Judge(rules, new { D = new DateOnly(2026, 10, 16), I = (DateTimeOffset?)new DateTimeOffset(time), U = TimeSpan.FromHours(1) }).ToJson(), Does.EndWith(Outputs.Trim()));
        Assert.That(Judge(rules, new { D = time, I = day, U = TimeSpan.Zero }).ProblemLines(), Is.EqualTo(new[]
        {
            "d: 2026-10-16T06:00:00 has a time of day; a date has none",
            "i: 2026-10-16 is not in UTC; use a DateTimeOffset, or a DateTime of kind Utc",
        }));
    }

    [Test]
    public void A_map_of_another_ruleset_is_refused_even_one_of_the_same_text()
    {
        var twin = new Rules().Input("price: money", "note: text?").Compile();
        var map = twin.MapFacts<Priced>().GetValueOrThrow();
        Assert.That(() => Prices.Evaluate(map, new Priced(1m)),
            Throws.ArgumentException.With.Message.StartsWith("the map was made by another ruleset (shop.facts 1); call MapFacts of the ruleset that judges").And.Property("ParamName").EqualTo("map"));
        Assert.That(() => Prices.Explain(map, new Priced(1m)), Throws.ArgumentException);
    }

    [Test]
    public void No_map_and_no_object_are_argument_errors()
    {
        var map = Prices.MapFacts<Priced>().GetValueOrThrow();
        Assert.That(() => Prices.Evaluate((FactMap<Priced>)null!, new Priced(1m)), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("map"));
        Assert.That(() => Prices.Evaluate(map, null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("facts"));
    }
}
