using System;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Comparison;

[TestFixture]
internal sealed class RuleSuiteTests
{
    [Test]
    public void A_case_whose_decision_is_as_expected_passes()
    {
        var result = RunOne("""{ "id": "P-1", "title": "Thin", "given": { "price": 10, "cost": 9.5 }, "expect": { "verdict": "refer", "rules": ["R2"], "outputs": { "margin": 0.050 } } }""");
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.True);
            Assert.That(result.Case.Id, Is.EqualTo("P-1"));
            Assert.That(result.Case.Title, Is.EqualTo("Thin"));
            Assert.That(result.Decision.Case, Is.EqualTo("P-1"));
        });
    }

    [Test]
    public void A_case_tells_every_member_that_differs()
    {
        var result = RunOne("""{ "id": "P-1", "given": { "price": 10, "cost": 7 }, "expect": { "verdict": "refer", "rules": ["R2"], "outputs": { "margin": 0.3 } } }""");
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.False);
            Assert.That(result.Mismatches.Select(found => found.Path + " " + found.Expected + " " + found.Got), Is.EqualTo(["verdict \"refer\" \"approve\"", "rules [\"R2\"] []"]));
        });
    }

    [Test]
    public void A_broken_never_fails_a_case_that_expects_the_rest()
    {
        var result = RunOne("""{ "id": "P-1", "given": { "price": 10, "cost": 21 }, "expect": { "verdict": "refer" } }""");
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.False);
            Assert.That(result.Mismatches, Is.Empty);
            Assert.That(result.BrokenNevers, Is.EqualTo(["never refer when margin < -100%"]));
        });
    }

    [Test]
    public void A_never_that_holds_is_kept() =>
        Assert.That(RunOne("""{ "id": "P-1", "given": { "price": 10, "cost": 20 }, "expect": { "verdict": "refer" } }""").Passed, Is.True);

    [Test]
    public void A_fact_that_does_not_fit_fails_a_case_that_does_not_speak_of_it()
    {
        var result = RunOne("""{ "id": "P-1", "given": { "price": "ten", "cost": 7 }, "expect": { "rules": [] } }""");
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.False);
            Assert.That(result.Mismatches, Is.Empty);
            Assert.That(result.FactErrors.Select(problem => problem.Path), Is.EqualTo(["price"]));
        });
    }

    [TestCase("""{ "verdict": "incomplete" }""")]
    [TestCase("""{ "problems": [ { "path": "price", "message": "\"ten\" is not an amount of money; write it as a number: 2.50" } ] }""")]
    public void A_case_may_expect_facts_that_do_not_fit(string expect) =>
        Assert.That(RunOne("""{ "id": "P-1", "given": { "price": "ten", "cost": 7 }, "expect": """ + expect + " }").Passed, Is.True);

    [Test]
    public void A_value_that_cannot_be_computed_is_not_an_error_of_facts() =>
        Assert.That(RunOne("""{ "id": "P-1", "given": { "price": 0, "cost": 7 }, "expect": { "rules": ["R10", "R2"] } }""").FactErrors, Is.Empty);

    [Test]
    public void A_suite_runs_all_its_cases_in_order()
    {
        var suite = Read("""{ "ruleset": "test.price", "cases": [ { "id": "b", "given": {}, "expect": {} }, { "id": "a", "given": {}, "expect": { "verdict": "approve" } } ] }""").GetValueOrThrow();
        Assert.That(suite.Run(PriceBook.Compiled()).Select(result => result.Case.Id + " " + result.Passed), Is.EqualTo(["b True", "a False"]));
    }

    [Test]
    public void A_suite_refuses_a_ruleset_of_another_name()
    {
        var suite = Read("""{ "ruleset": "test.other", "cases": [] }""").GetValueOrThrow();
        Assert.That(() => suite.Run(PriceBook.Compiled()), Throws.ArgumentException.With.Message.StartsWith("the suite is for `test.other`, not for `test.price`"));
    }

    [Test]
    public void Comments_are_skipped_and_a_schema_may_be_named() =>
        Assert.That(Read("""{ "$schema": "x", /* ours */ "ruleset": "test.price", "cases": [ { "id": "a", "given": { "price": 1 /* one */ }, "expect": {} } ] // end""" + "\n}").Diagnostics, Is.Empty);

    [TestCase("""{ "ruleset": "r", "cases": [ { "id": "a", "givn": {}, "expect": {} } ] }""",
        "s.json(1,44): error RR0406: $.cases[0]: `givn` is not a member of a case. did you mean `given`?", TestName = "A misspelt member is told once, with the right name")]
    [TestCase("""{ "ruleset": "r", "case": [] }""",
        "s.json(1,20): error RR0406: $: `case` is not a member of a suite. did you mean `cases`?", TestName = "So is one of the suite")]
    [TestCase("""{ "ruleset": "r", "cases": [ { "id": "a", "given": {}, "expect": { "verdicts": "hold" } } ] }""",
        "s.json(1,69): error RR0406: $.cases[0].expect: `verdicts` is not a member of a decision. did you mean `verdict`?", TestName = "So is one of a decision")]
    [TestCase("""{ "ruleset": "r", "cases": [ { "id": "a", "expect": {} } ] }""",
        "s.json(1,30): error RR0408: $.cases[0]: a case needs `given`. add it", TestName = "A case needs facts")]
    [TestCase("""{ "ruleset": "r", "cases": [ { "id": "a", "given": {} } ] }""",
        "s.json(1,30): error RR0408: $.cases[0]: a case needs `expect`. add it", TestName = "A case needs an expectation")]
    [TestCase("""{ "ruleset": "r", "cases": [ { "id": 1, "given": {}, "expect": {} } ] }""",
        "s.json(1,38): error RR0409: $.cases[0].id: a text is expected here, not a number. see `RuleSuite.Read`", TestName = "An id is a text")]
    [TestCase("""{ "ruleset": "r", "cases": [ { "id": "a", "given": [], "expect": {} } ] }""",
        "s.json(1,52): error RR0409: $.cases[0].given: an object of facts is expected here, not an array. see `RuleSuite.Read`", TestName = "Facts are an object")]
    [TestCase("[]", "s.json(1,1): error RR0409: $: a suite, an object, is expected here, not an array. see `RuleSuite.Read`", TestName = "A suite is an object")]
    [TestCase("""{ "ruleset": "r", "cases": [] """,
        "s.json(1,31): error RR0401: this is not JSON at line 1, column 31: the text ends too early. close every bracket and quote", TestName = "A suite is JSON")]
    public void What_is_wrong_with_a_suite_is_told_with_its_place(string json, string message)
    {
        var read = Read(json);
        Assert.Multiple(() =>
        {
            Assert.That(read.Suite, Is.Null);
            Assert.That(read.Diagnostics.Select(found => found.ToString()), Is.EqualTo([message]));
            Assert.That(() => read.GetValueOrThrow(), Throws.TypeOf<RuleSetException>());
        });
    }

    [Test]
    public void Ids_are_unique()
    {
        var read = Read("{ \"ruleset\": \"r\", \"cases\": [\n  { \"id\": \"a\", \"given\": {}, \"expect\": {} },\n  { \"id\": \"a\", \"given\": {}, \"expect\": {} } ] }");
        Assert.That(read.Diagnostics.Select(found => found.ToString()), Is.EqualTo(
            ["s.json(3,11): error RR0430: $.cases[1].id: `a` is already the id of the case on line 2. give one of them another id: results name a case by its id"]));
    }

    [FsCheck.NUnit.Property]
    public void Reading_never_throws(int position, char letter)
    {
        const string Valid = """{ "ruleset": "r", "cases": [ { "id": "a", "title": "t", "given": { "x": [1, "\u00e9"] }, "expect": { "outputs": { "y": null } } } ] }""";
        var at = (int)((uint)position % Valid.Length);
        Assert.That(() => Read(Valid[..at] + letter + Valid[(at + 1)..]), Throws.Nothing);
        Assert.That(() => Read(Valid[..at]), Throws.Nothing);
    }

    private static RuleSuiteResult Read(string json) => RuleSuite.Read(new SourceText(json, "s.json"));

    private static CaseResult RunOne(string oneCase) =>
        Read("""{ "ruleset": "test.price", "cases": [ """ + oneCase + " ] }").GetValueOrThrow().Run(PriceBook.Compiled()).Single();
}
