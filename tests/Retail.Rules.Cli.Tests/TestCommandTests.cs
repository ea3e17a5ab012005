using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class TestCommandTests : CommandLineFixture
{
    private const string Suite = """
        { "ruleset": "test.price", "cases": [
          { "id": "S-1", "title": "Thin", "given": { "asOf": "2026-08-03", "price": 10, "cost": 9.5 }, "expect": { "verdict": "refer", "outputs": { "margin": 0.05 } } },
          { "id": "S-2", "title": "Fat", "given": { "asOf": "2026-08-03", "price": 10, "cost": 1 }, "expect": { "verdict": "refer", "outputs": { "margin": 0.9 } } }
        ] }
        """;

    [Test]
    public void Examples_that_hold_pass() => Expect(Run("test", "price.rules"), 0, "price.rules: 1 of 1 passed\n1 passed, 0 failed\n");

    [Test]
    public void A_failure_shows_case_member_expected_and_got()
    {
        Write("price.suite.json", Suite);
        Expect(Run("test", "price.rules", "--suite", "price.suite.json"), 1, """
            price.rules: 1 of 1 passed
            failed  price.suite.json: S-2: Fat
              verdict
                expected  "refer"
                got       "approve"
            price.suite.json: 1 of 2 passed
            2 passed, 1 failed

            """);
    }

    [Test]
    public void A_failing_example_goes_by_its_title()
    {
        Write("price.rules", PriceRules.Replace("margin: 0.3 ", "margin: 0.4 ", System.StringComparison.Ordinal));
        Expect(Run("test", "price.rules"), 1, """
            failed  price.rules: Fine
              outputs.margin
                expected  0.4
                got       0.3
            price.rules: 0 of 1 passed
            0 passed, 1 failed

            """);
    }

    [Test]
    public void A_broken_never_fails_the_case()
    {
        Write("price.suite.json", """{ "ruleset": "test.price", "cases": [ { "id": "N", "given": { "asOf": "2026-08-03", "price": 1, "cost": 3 }, "expect": {} } ] }""");
        Expect(Run("test", "price.rules", "--suite", "price.suite.json"), 1, """
            price.rules: 1 of 1 passed
            failed  price.suite.json: N
              breaks `never refer when margin < -100%`
            price.suite.json: 0 of 1 passed
            1 passed, 1 failed

            """);
    }

    [Test]
    public void Facts_that_do_not_fit_fail_the_case()
    {
        Write("price.suite.json", """{ "ruleset": "test.price", "cases": [ { "id": "N", "given": { "asOf": "2026-08-03", "price": "x", "cost": 3 }, "expect": {} } ] }""");
        Assert.That(Run("test", "price.rules", "--suite", "price.suite.json").Out, Does.Contain("failed  price.suite.json: N\n  price: \"x\" is not an amount of money; write it as a number: 2.50\n"));
    }

    [Test]
    public void A_folder_runs_every_ruleset_with_the_suites_that_name_it()
    {
        Write("books/price.rules", PriceRules);
        Write("books/suites/price.suite.json", Suite.Replace("\"refer\", \"outputs\": { \"margin\": 0.9", "\"approve\", \"outputs\": { \"margin\": 0.9", System.StringComparison.Ordinal));
        Expect(Run("test", "books"), 0, """
            books/price.rules: 1 of 1 passed
            books/suites/price.suite.json: 2 of 2 passed
            3 passed, 0 failed

            """);
    }

    [Test]
    public void A_suite_for_no_ruleset_does_not_pass_unseen()
    {
        Write("other.suite.json", """{ "ruleset": "test.other", "cases": [] }""");
        Expect(Run("test", "price.rules", "--suite", "other.suite.json"), 2, "price.rules: 1 of 1 passed\n1 passed, 0 failed\n",
            "error: other.suite.json: is for test.other, which is not among the rulesets given\n");
    }

    [Test]
    public void A_suite_that_cannot_be_read_is_bad_input_and_the_rest_runs()
    {
        Write("bad.suite.json", """{ "ruleset": "test.price", "casez": [] }""");
        Expect(Run("test", "price.rules", "bad.suite.json"), 2, "price.rules: 1 of 1 passed\n1 passed, 0 failed\n", """
            bad.suite.json(1,29): error RR0406: $: `casez` is not a member of a suite. did you mean `cases`?
                1 | { "ruleset": "test.price", "casez": [] }
                  |                             ^^^^^

            """);
    }

    [Test]
    public void A_ruleset_with_errors_counts_as_failed()
    {
        Write("bad.rules", "ruleset a.b version \"1\"\n\ninput price : monney\n");
        var result = Run("test", "bad.rules", "price.rules");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Out, Is.EqualTo("failed  bad.rules: has errors\nprice.rules: 1 of 1 passed\n1 passed, 1 failed\n"));
            Assert.That(result.Error, Does.StartWith("bad.rules(3,15): error RR0105: "));
        });
    }

    [TestCase("interpreted")]
    [TestCase("compiled")]
    [TestCase("both")]
    public void Every_tier_can_be_asked_for(string tier) =>
        Expect(Run("test", "price.rules", "--tier", tier), 0, "price.rules: 1 of 1 passed\n1 passed, 0 failed\n");

    [Test]
    public void A_ruleset_without_examples_and_suites_passes_nothing()
    {
        Write("a.rules", "ruleset a.b version \"1\"\n\ninput price : money\n\noutput price\n");
        Expect(Run("test", "a.rules"), 0, "0 passed, 0 failed\n");
    }
}
