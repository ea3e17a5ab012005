using System;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Facts;

public class JsonFactTests
{
    private static readonly RuleSet Everything = new Rules()
        .Enum("Country", "GB", "FR", "infant-formula")
        .Enum(EnumKind.Open, "Claim", "vegan")
        .Type("Funding", "id: text", "status: Claim", "rate: percent?")
        .Input("n: number?", "p: percent?", "m: money?", "d: date?", "i: instant?", "u: duration?", "b: boolean?", "t: text?", "c: Country?", "o: Claim?", "l: list of text?", "f: list of Funding?", "r: Funding?")
        .UnreadInput("unread: number?")
        .Compile();

    [TestCase("""{"n": "x"}""", "n: \"x\" is not a number")]
    [TestCase("""{"n": true}""", "n: true is not a number")]
    [TestCase("""{"n": [1]}""", "n: a list is not a number")]
    [TestCase("""{"n": " 1"}""", "n: \" 1\" is not a number")]
    [TestCase("""{"n": "1,000"}""", "n: \"1,000\" is not a number")]
    [TestCase("""{"n": "0x10"}""", "n: \"0x10\" is not a number")]
    [TestCase("""{"n": "NaN"}""", "n: \"NaN\" is not a number")]
    [TestCase("""{"n": "½"}""", "n: \"½\" is not a number")]
    [TestCase("""{"n": "1e"}""", "n: \"1e\" is not a number")]
    [TestCase("""{"n": "."}""", "n: \".\" is not a number")]
    [TestCase("""{"p": "20%"}""", "p: \"20%\" is not a percent; write it as a fraction: 0.25 is 25%")]
    [TestCase("""{"m": "GBP 5"}""", "m: \"GBP 5\" is not an amount of money; write it as a number: 2.50")]
    [TestCase("""{"m": {}}""", "m: a record is not an amount of money; write it as a number: 2.50")]
    [TestCase("""{"n": 1e400}""", "n: 1e400 needs more digits than a number may have (28)")]
    [TestCase("""{"n": 1e-400}""", "n: 1e-400 needs more digits than a number may have (28)")]
    [TestCase("""{"n": "1e400"}""", "n: 1e400 needs more digits than a number may have (28)")]
    [TestCase("""{"n": 6e-29}""", "n: 6e-29 needs more digits than a number may have (28)")]
    [TestCase("""{"n": 0.33333333333333333333333333333}""", "n: 0.33333333333333333333333333333 needs more digits than a number may have (28)")]
    [TestCase("""{"n": 1.00000000000000000000000000000000000000000000000000000000000000000001}""", "n: 1.00000000000000000000000000000000000000... needs more digits than a number may have (28)")]
    [TestCase("""{"d": "16/10/2026"}""", "d: \"16/10/2026\" is not a date; write it as 2026-10-16")]
    [TestCase("""{"d": "2026-02-30"}""", "d: \"2026-02-30\" is not a date; write it as 2026-10-16")]
    [TestCase("""{"d": "2026-10-16T00:00:00Z"}""", "d: \"2026-10-16T00:00:00Z\" is not a date; write it as 2026-10-16")]
    [TestCase("""{"d": 20261016}""", "d: 20261016 is not a date; write it as 2026-10-16")]
    [TestCase("""{"i": "2026-10-16"}""", "i: \"2026-10-16\" is not an instant; write it as 2026-10-16T06:00:00Z, with its offset")]
    [TestCase("""{"i": "2026-10-16T06:00:00"}""", "i: \"2026-10-16T06:00:00\" is not an instant; write it as 2026-10-16T06:00:00Z, with its offset")]
    [TestCase("""{"u": "P1M"}""", "u: \"P1M\" is not a duration; write it as ISO 8601 does: P1D is a day, PT90M are 90 minutes")]
    [TestCase("""{"u": 90}""", "u: 90 is not a duration; write it as ISO 8601 does: P1D is a day, PT90M are 90 minutes")]
    [TestCase("""{"b": "true"}""", "b: \"true\" is not true or false")]
    [TestCase("""{"b": 1}""", "b: 1 is not true or false")]
    [TestCase("""{"t": 5}""", "t: 5 is not a text")]
    [TestCase("""{"t": "\ud800"}""", "t: the text is not valid Unicode")]
    [TestCase("""{"c": "gb"}""", "c: \"gb\" is not a member of Country; did you mean `GB`?")]
    [TestCase("""{"c": "DE"}""", "c: \"DE\" is not a member of Country; members are GB, FR, infant-formula")]
    [TestCase("""{"c": 1}""", "c: 1 is not a member of Country; members are GB, FR, infant-formula")]
    [TestCase("""{"o": 1}""", "o: 1 is not a member of Claim; members are vegan")]
    [TestCase("""{"l": "a"}""", "l: \"a\" is not a list")]
    [TestCase("""{"l": {}}""", "l: a record is not a list")]
    [TestCase("""{"l": ["a", null]}""", "l[1]: null cannot be an item of a list")]
    [TestCase("""{"l": ["a", " "]}""", "l[1]: a blank text cannot be an item of a list")]
    [TestCase("""{"l": ["a", 5]}""", "l[1]: 5 is not a text")]
    [TestCase("""{"r": "a"}""", "r: \"a\" is not a record with id, status, rate")]
    [TestCase("""{"r": [1]}""", "r: a list is not a record with id, status, rate")]
    [TestCase("""{"f": [{"id": "a", "status": "x"}, {"id": 5, "status": "x"}]}""", "f[1].id: 5 is not a text")]
    [TestCase("""{"f": [null]}""", "f[0]: null cannot be an item of a list")]
    [TestCase("""{"n": 1, "n": 2}""", "n: is given twice")]
    [TestCase("""{"n": null, "n": 2}""", "n: is given twice")]
    [TestCase("""{"n": 2, "n": null}""", "n: is given twice")]
    [TestCase("""{"r": {"id": "a", "status": "b", "rate": null, "rate": 0.1}}""", "r.rate: is given twice")]
    [TestCase("[]", ": the facts are a list, not a JSON object")]
    [TestCase("5", ": the facts are 5, not a JSON object")]
    public void What_does_not_fit_makes_the_decision_incomplete_and_is_named(string json, string problem)
    {
        var decision = Everything.Evaluate(FactSet.FromJson(json));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { problem }));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.Outputs, Is.Empty);
    }

    [Test]
    public void Facts_that_are_no_JSON_at_all_are_refused_when_judged() =>
        Assert.That(Everything.Evaluate(FactSet.FromJson(default(JsonElement))).ProblemLines(), Is.EqualTo(new[] { ": the facts are nothing, not a JSON object" }));

    [TestCase("""{"n": "1.50"}""", "n", "1.5")]
    [TestCase("""{"n": "-1e3"}""", "n", "-1000")]
    [TestCase("""{"n": 1E+2}""", "n", "100")]
    [TestCase("""{"n": -0}""", "n", "0")]
    [TestCase("""{"n": -0.00}""", "n", "0")]
    [TestCase("""{"n": 0e400}""", "n", "0")]
    [TestCase("""{"n": 79228162514264337593543950335}""", "n", "79228162514264337593543950335")]
    [TestCase("""{"n": 1.00000000000000000000000000000000000000000000000000000000000000000000}""", "n", "1")]
    [TestCase("""{"n": 12345678901234567890.5}""", "n", "12345678901234567890.5")]
    [TestCase("""{"p": 0.2}""", "p", "0.2")]
    [TestCase("""{"m": 2.50}""", "m", "2.5")]
    [TestCase("""{"d": "2026-10-16"}""", "d", "\"2026-10-16\"")]
    [TestCase("""{"i": "2026-10-16T08:00:00+02:00"}""", "i", "\"2026-10-16T06:00:00Z\"")]
    [TestCase("""{"i": "2026-10-16T08:00-01:30"}""", "i", "\"2026-10-16T09:30:00Z\"")]
    [TestCase("""{"u": "PT36H"}""", "u", "\"P1DT12H\"")]
    [TestCase("""{"b": false}""", "b", "false")]
    [TestCase("""{"t": " a "}""", "t", "\" a \"")]
    [TestCase("""{"c": "infant-formula"}""", "c", "\"infant-formula\"")]
    [TestCase("""{"o": "halal"}""", "o", "\"halal\"")]
    [TestCase("""{"l": []}""", "l", "[]")]
    [TestCase("""{"f": [{"status": "x", "rate": "0.1", "id": "a"}]}""", "f", """[{"id":"a","status":"x","rate":0.1}]""")]
    [TestCase("""{"unread": "not looked at"}""", "n", null)]
    [TestCase("""{"n": null, "t": "", "c": " ", "r": "", "l": "\t", "b": ""}""", "t", null)]
    public void What_fits_is_read(string json, string output, string? expected)
    {
        var decision = Everything.Evaluate(FactSet.FromJson(json));
        Assert.That(decision.ProblemLines(), Is.Empty);
        using var written = JsonDocument.Parse(decision.ToJson());
        var shown = written.RootElement.GetProperty("outputs").TryGetProperty(output, out var value) ? value.GetRawText() : null;
        Assert.That(shown, Is.EqualTo(expected));
    }

    [TestCase("0.2", null)]
    [TestCase("1", null)]
    [TestCase("1.5", null)]
    [TestCase("1.99", null)]
    [TestCase("2", "p: 2 is 200.0%; write percents as fractions: 0.25 is 25%")]
    [TestCase("20.0", "p: 20 is 2000.0%; write percents as fractions: 0.25 is 25%")]
    [TestCase("\"20\"", "p: 20 is 2000.0%; write percents as fractions: 0.25 is 25%")]
    [TestCase("-12.5", "p: -12.5 is -1250.0%; write percents as fractions: 0.25 is 25%")]
    [TestCase("79228162514264337593543950335", "p: 79228162514264337593543950335 is 7922816251426433759354395033500%; write percents as fractions: 0.25 is 25%")]
    public void A_percent_that_was_probably_not_divided_by_100_warns_and_is_judged(string percent, string? warning)
    {
        var decision = Everything.Evaluate(FactSet.FromJson("{\"p\": " + percent + "}"));
        Assert.That(decision.WarningLines(), Is.EqualTo(warning is null ? Array.Empty<string>() : [warning]));
        Assert.That(decision.Problems, Is.Empty);
    }

    [Test]
    public void Names_the_ruleset_does_not_know_warn_with_what_may_have_been_meant()
    {
        var rules = new Rules().Type("Line", "sku: text").Input("promoPrice: money?", "line: Line?").Compile();
        var decision = rules.Evaluate(FactSet.FromJson("""{"promoprice": 5, "weather": "rain", "line": {"sku": "a", "skuu": "b"}, "\ud800": 1}"""));
        Assert.That(decision.WarningLines(), Is.EqualTo(new[]
        {
            "line.skuu: the ruleset does not know it; did you mean `sku`?",
            "promoprice: the ruleset does not know it; did you mean `promoPrice`?",
            "weather: the ruleset does not know it",
            "\uFFFD: the ruleset does not know it",
        }));
        Assert.That(decision.Outputs.ContainsKey("promoPrice"), Is.False);
    }

    [Test]
    public void Missing_facts_are_listed_by_path_with_the_members_of_records_that_are_there()
    {
        var rules = new Rules()
            .Type("Cap", "limit: money")
            .Type("Funding", "id: text", "status: text", "cap: Cap?")
            .Input("unitCost: money", "funding: list of Funding", "main: Funding", "spare: Funding?")
            .Compile();
        var decision = rules.Evaluate(FactSet.FromJson("""{"funding": [{"id": "a"}, {"id": "b", "status": " ", "cap": {}}, {"id": "c", "status": "x", "cap": {"limit": null}}], "main": {"id": "", "status": "x"}}"""));
        Assert.That(decision.Missing, Is.EqualTo(new[] { "funding[0].status", "funding[1].cap.limit", "funding[1].status", "funding[2].cap.limit", "main.id", "unitCost" }));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.Problems, Is.Empty);
    }

    [Test]
    public void A_fact_that_cannot_be_used_is_not_also_missing()
    {
        var rules = new Rules().Input("price: money", "cost: money").Compile();
        var decision = rules.Evaluate(FactSet.FromJson("""{"price": "x"}"""));
        Assert.That(decision.Missing, Is.EqualTo(new[] { "cost" }));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "price: \"x\" is not an amount of money; write it as a number: 2.50" }));
    }

    [Test]
    public void Defaults_fill_what_is_absent_and_count_towards_the_hash_like_the_value_itself()
    {
        var rules = new Rules().TypeWithDefault("Line", "packs: number", Rules.Number(6m), "sku: text").InputWithDefault("price: money", Rules.Number(2.5m)).Input("line: Line").Compile();
        var short1 = rules.Evaluate(FactSet.FromJson("""{"line": {"sku": "a"}}"""));
        var full = rules.Evaluate(FactSet.FromJson("""{"price": 2.50, "line": {"sku": "a", "packs": 6.0}}"""));
        Assert.That(short1.ToJson(), Is.EqualTo(full.ToJson()));
        Assert.That(short1.ToJson(), Does.EndWith("""
            "outputs":{"price":2.5,"line":{"packs":6,"sku":"a"}}}
            """.Trim()));
    }

    [Test]
    public void A_list_longer_than_the_limit_is_refused_and_one_as_long_is_not()
    {
        var rules = new Rules().Input("skus: list of text").Limit(maxListItems: 3).Compile();
        Assert.That(rules.Evaluate(FactSet.FromJson("""{"skus": ["a", "b", "c"]}""")).Problems, Is.Empty);
        Assert.That(rules.Evaluate(FactSet.FromJson("""{"skus": ["a", "b", "c", "d"]}""")).ProblemLines(), Is.EqualTo(new[] { "skus: has more items than the limit of 3" }));
    }

    [Test]
    public void Of_very_many_problems_the_first_hundred_are_listed()
    {
        var facts = "{\"l\": [" + string.Join(",", Enumerable.Repeat("5", 1_000)) + "], " + string.Join(",", Enumerable.Range(0, 1_000).Select(i => "\"x" + i + "\": 1")) + "}";
        var decision = Everything.Evaluate(FactSet.FromJson(facts));
        Assert.That(decision.Problems, Has.Count.EqualTo(101));
        Assert.That(decision.ProblemLines()[^2..], Is.EqualTo(new[] { "l[9]: 5 is not a text", ": more facts cannot be used; only the first 100 are listed" }));
        Assert.That(decision.ProblemLines(), Does.Contain("l[99]: 5 is not a text").And.Not.Contain("l[100]: 5 is not a text"));
        Assert.That(decision.Warnings, Has.Count.EqualTo(101));
        Assert.That(decision.WarningLines()[^1], Is.EqualTo(": more looks odd; only the first 100 are listed"));
    }

    [Test]
    public void Long_values_and_names_are_shortened_without_cutting_a_letter_in_two()
    {
        var long1 = new string('a', 39) + "😀" + new string('b', 100);
        var decision = Everything.Evaluate(FactSet.FromJson("{\"n\": \"" + long1 + "\", \"" + long1 + "\": 1}"));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "n: \"" + new string('a', 39) + "...\" is not a number" }));
        Assert.That(decision.WarningLines(), Is.EqualTo(new[] { new string('a', 39) + "...: the ruleset does not know it" }));
    }

    [Test]
    public void Text_that_is_not_JSON_is_a_JsonException()
    {
        Assert.That(() => FactSet.FromJson("{"), Throws.InstanceOf<JsonException>());
        Assert.That(() => FactSet.FromJson("{\"t\": \"\ud800\"}"), Throws.InstanceOf<JsonException>());
        Assert.That(() => FactSet.FromJson(string.Concat(Enumerable.Repeat("[", 200))), Throws.InstanceOf<JsonException>());
        Assert.That(() => FactSet.FromJson(null!), Throws.ArgumentNullException);
    }
}
