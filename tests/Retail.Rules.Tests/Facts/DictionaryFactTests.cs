using System;
using System.Collections;
using System.Collections.Generic;
using System.Dynamic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Facts;

public class DictionaryFactTests
{
    private static readonly RuleSet Everything = new Rules()
        .Enum("Country", "GB", "FR", "infant-formula")
        .Enum(EnumKind.Open, "Claim", "vegan")
        .Type("Funding", "id: text", "rate: percent?")
        .Input("n: number?", "p: percent?", "m: money?", "d: date?", "i: instant?", "u: duration?", "b: boolean?", "t: text?", "c: Country?", "o: Claim?", "l: list of text?", "f: list of Funding?", "r: Funding?")
        .Compile();

    private enum Market
    {
        GB,
        Fr,

        [FactName("infant-formula")]
        InfantFormula,
        Mars,
    }

    private static Decision Judge(string name, object? value) => Everything.Evaluate(FactSet.FromDictionary(new Dictionary<string, object?> { [name] = value }));

    private static IEnumerable<TestCaseData> Fitting()
    {
        yield return new TestCaseData("n", 1.50m, "1.5");
        yield return new TestCaseData("n", -0.0m, "0");
        yield return new TestCaseData("n", (sbyte)-5, "-5");
        yield return new TestCaseData("n", (byte)5, "5");
        yield return new TestCaseData("n", (short)-5, "-5");
        yield return new TestCaseData("n", (ushort)5, "5");
        yield return new TestCaseData("n", -5, "-5");
        yield return new TestCaseData("n", 5u, "5");
        yield return new TestCaseData("n", long.MinValue, "-9223372036854775808");
        yield return new TestCaseData("n", ulong.MaxValue, "18446744073709551615");
        yield return new TestCaseData("n", "1e2", "100");
        yield return new TestCaseData("p", 0, "0");
        yield return new TestCaseData("m", 5, "5");
        yield return new TestCaseData("d", new DateTime(2026, 10, 16, 0, 0, 0, DateTimeKind.Local), "\"2026-10-16\"");
        yield return new TestCaseData("d", new DateOnly(2026, 10, 16), "\"2026-10-16\"");
        yield return new TestCaseData("d", "2026-10-16", "\"2026-10-16\"");
        yield return new TestCaseData("i", new DateTime(2026, 10, 16, 6, 0, 0, DateTimeKind.Utc), "\"2026-10-16T06:00:00Z\"");
        yield return new TestCaseData("i", new DateTimeOffset(2026, 10, 16, 6, 0, 0, TimeSpan.FromHours(2)), "\"2026-10-16T04:00:00Z\"");
        yield return new TestCaseData("u", TimeSpan.FromMinutes(90), "\"PT1H30M\"");
        yield return new TestCaseData("b", false, "false");
        yield return new TestCaseData("t", "a", "\"a\"");
        yield return new TestCaseData("t", " ", null);
        yield return new TestCaseData("t", null, null);
        yield return new TestCaseData("c", "FR", "\"FR\"");
        yield return new TestCaseData("c", Market.Fr, "\"FR\"");
        yield return new TestCaseData("c", Market.InfantFormula, "\"infant-formula\"");
        yield return new TestCaseData("o", Market.Mars, "\"Mars\"");
        yield return new TestCaseData("l", new[] { "a", "b" }, """["a","b"]""");
        yield return new TestCaseData("l", new ArrayList { "a" }, """["a"]""");
        yield return new TestCaseData("l", Enumerable.Range(1, 2).Select(i => "x" + i), """["x1","x2"]""");
        yield return new TestCaseData("r", new Dictionary<string, object?> { ["id"] = "a" }, """{"id":"a"}""");
        yield return new TestCaseData("r", JsonDocument.Parse("""{"id": "a", "rate": 0.1}""").RootElement, """{"id":"a","rate":0.1}""");
        yield return new TestCaseData("f", new List<object> { new SortedList<string, object?> { ["id"] = "a" } }, """[{"id":"a"}]""");
    }

    [TestCaseSource(nameof(Fitting))]
    public void What_fits_is_read(string name, object? value, string? expected)
    {
        var decision = Judge(name, value);
        Assert.That(decision.ProblemLines(), Is.Empty);
        using var written = JsonDocument.Parse(decision.ToJson());
        var shown = written.RootElement.GetProperty("outputs").TryGetProperty(name, out var output) ? output.GetRawText() : null;
        Assert.That(shown, Is.EqualTo(expected));
    }

    private static IEnumerable<TestCaseData> Unfitting()
    {
        yield return new TestCaseData("n", 0.1, "n: a double is not exact; write it as decimal");
        yield return new TestCaseData("m", 0.1f, "m: a float is not exact; write it as decimal");
        yield return new TestCaseData("n", true, "n: true is not a number");
        yield return new TestCaseData("n", 'x', "n: a char is not a number");
        yield return new TestCaseData("n", DayOfWeek.Friday, "n: a DayOfWeek is not a number");
        yield return new TestCaseData("t", 1.50m, "t: 1.5 is not a text");
        yield return new TestCaseData("t", 0.1, "t: a double is not a text");
        yield return new TestCaseData("t", Market.GB, "t: a Market is not a text");
        yield return new TestCaseData("t", "\ud800", "t: the text is not valid Unicode");
        yield return new TestCaseData("d", new DateTime(2026, 10, 16, 6, 30, 0), "d: 2026-10-16T06:30:00 has a time of day; a date has none");
        yield return new TestCaseData("d", new DateTimeOffset(2026, 10, 16, 6, 0, 0, TimeSpan.FromHours(2)), "d: 2026-10-16T04:00:00Z is not a date; write it as 2026-10-16");
        yield return new TestCaseData("i", new DateTime(2026, 10, 16, 6, 0, 0, DateTimeKind.Unspecified), "i: 2026-10-16T06:00:00 is not in UTC; use a DateTimeOffset, or a DateTime of kind Utc");
        yield return new TestCaseData("i", new DateTime(2026, 10, 16, 0, 0, 0, DateTimeKind.Local), "i: 2026-10-16 is not in UTC; use a DateTimeOffset, or a DateTime of kind Utc");
        yield return new TestCaseData("i", new DateOnly(2026, 10, 16), "i: a DateOnly is not an instant; write it as 2026-10-16T06:00:00Z, with its offset");
        yield return new TestCaseData("u", 90, "u: 90 is not a duration; write it as ISO 8601 does: P1D is a day, PT90M are 90 minutes");
        yield return new TestCaseData("c", Market.Mars, "c: \"Mars\" is not a member of Country; members are GB, FR, infant-formula");
        yield return new TestCaseData("c", (Market)99, "c: \"99\" is not a member of Country; members are GB, FR, infant-formula");
        yield return new TestCaseData("o", (Market)99, "o: \"99\" is not a member of Claim; members are vegan");
        yield return new TestCaseData("c", "fr", "c: \"fr\" is not a member of Country; did you mean `FR`?");
        yield return new TestCaseData("l", "a", "l: \"a\" is not a list");
        yield return new TestCaseData("l", new Dictionary<string, object?>(), "l: a record is not a list");
        yield return new TestCaseData("l", new object?[] { "a", null }, "l[1]: null cannot be an item of a list");
        yield return new TestCaseData("l", new object?[] { " " }, "l[0]: a blank text cannot be an item of a list");
        yield return new TestCaseData("r", new[] { "a" }, "r: a list is not a record with id, rate");
        yield return new TestCaseData("r", new Version(1, 2), "r: a Version is not a record with id, rate");
        yield return new TestCaseData("f", new object[] { new Dictionary<string, object?> { ["id"] = 5 } }, "f[0].id: 5 is not a text");
        yield return new TestCaseData("l", Throwing(1), "l: reading it threw TimeoutException");
        yield return new TestCaseData("r", ThrowingMembers(), "r: reading it threw TimeoutException");
    }

    [TestCaseSource(nameof(Unfitting))]
    public void What_does_not_fit_makes_the_decision_incomplete_and_is_named(string name, object value, string problem)
    {
        var decision = Judge(name, value);
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { problem }));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
    }

    [Test]
    public void A_dictionary_that_throws_makes_the_decision_incomplete() =>
        Assert.That(Everything.Evaluate(FactSet.FromDictionary(ThrowingMembers())).ProblemLines(), Is.EqualTo(new[] { ": reading it threw TimeoutException" }));

    [Test]
    public void A_name_given_twice_is_refused_even_where_one_is_null()
    {
        var facts = new KeyValuePair<string, object?>[] { new("n", null), new("n", 5) };
        Assert.That(Everything.Evaluate(FactSet.FromDictionary(facts)).ProblemLines(), Is.EqualTo(new[] { "n: is given twice" }));
    }

    [Test]
    public void A_percent_that_was_probably_not_divided_by_100_warns() =>
        Assert.That(Judge("p", 20).WarningLines(), Is.EqualTo(new[] { "p: 20 is 2000.0%; write percents as fractions: 0.25 is 25%" }));

    [Test]
    public void Names_the_ruleset_does_not_know_warn_with_what_may_have_been_meant()
    {
        var rules = new Rules().Type("Line", "sku: text").Input("promoPrice: money?", "line: Line?").Compile();
        var decision = rules.Evaluate(FactSet.FromDictionary(new Dictionary<string, object?> { ["PromoPrice"] = 5m, ["line"] = new Dictionary<string, object?> { ["sku"] = "a", ["brand"] = 1 } }));
        Assert.That(decision.WarningLines(), Is.EqualTo(new[]
        {
            "PromoPrice: the ruleset does not know it; did you mean `promoPrice`?",
            "line.brand: the ruleset does not know it",
        }));
    }

    [Test]
    public void An_ExpandoObject_is_a_dictionary_at_every_depth()
    {
        dynamic facts = new ExpandoObject();
        facts.n = 5;
        facts.r = new ExpandoObject();
        facts.r.id = "a";
        Decision decision = Everything.Evaluate(FactSet.FromDictionary(facts, "case 7"));
        Assert.That(decision.Case, Is.EqualTo("case 7"));
        Assert.That(decision.Problems, Is.Empty);
        Assert.That(((DecisionRecord)decision.Outputs["r"])["id"], Is.EqualTo("a"));
    }

    [Test]
    public void An_endless_list_is_read_to_the_limit_only()
    {
        var rules = new Rules().Input("skus: list of text").Limit(maxListItems: 3).Compile();
        var decision = rules.Evaluate(FactSet.FromDictionary(new Dictionary<string, object?> { ["skus"] = Endless() }));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "skus: has more items than the limit of 3" }));
    }

    [Test]
    public void Facts_that_hold_themselves_are_read_only_as_deep_as_the_ruleset_goes()
    {
        var facts = new Dictionary<string, object?> { ["n"] = 1 };
        facts["self"] = facts;
        facts["id"] = facts;
        facts["r"] = facts;
        Assert.That(Everything.Evaluate(FactSet.FromDictionary(facts)).ProblemLines(), Is.EqualTo(new[] { "r.id: a record is not a text" }));
    }

    [Test]
    public void Nothing_depends_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.That(Judge("n", "-1.5").ToJson(), Does.Contain("\"outputs\":{\"n\":-1.5}"));
            Assert.That(Judge("t", -1.5m).ProblemLines(), Is.EqualTo(new[] { "t: -1.5 is not a text" }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void No_facts_at_all_is_an_argument_error() => Assert.That(() => FactSet.FromDictionary(null!), Throws.ArgumentNullException);

    private static IEnumerable<string> Throwing(int after)
    {
        for (var i = 0; i < after; i++)
            yield return "a";
        throw new TimeoutException();
    }

    private static IEnumerable<KeyValuePair<string, object?>> ThrowingMembers()
    {
        yield return new KeyValuePair<string, object?>("id", "a");
        throw new TimeoutException();
    }

    private static IEnumerable<string> Endless()
    {
        while (true)
            yield return "a";
    }
}
