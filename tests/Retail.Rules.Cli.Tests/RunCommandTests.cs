using System;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class RunCommandTests : CommandLineFixture
{
    [Test]
    public void Text_tells_verdict_signature_conditions_reasons_and_outputs()
    {
        Write("facts.json", """{ "case": "P-1", "facts": """ + Facts + " }");
        Expect(Run("run", "price.rules", "--facts", "facts.json"), 0, """
            P-1: refer
              sign        Director  R1
              conditions  R2  check D1
              reasons     R1  refer    Thin margin: margin 5.0% is below least 10.0%; ask early
                          R2  require  Deals, deals[0]: d.rate 60.0% is above 50.0%
              outputs     asked   2026-08-03
                          margin  0.05
                          deals   id  rate
                                  D1   0.6
                                  D2  0.25


            """);
    }

    [Test]
    public void The_verdict_re_approve_is_written_with_its_hyphen()
    {
        Write("critical.rules", """
            ruleset test.critical version "1"
            currency EUR

            input price : money critical

            rule P1 "Approved with other facts"
              when changed is not empty then re-approve
            """);
        Write("facts.json", """[{ "price": 1.20, "approved": { "price": 1.50 } }, { "price": 1.20 }]""");

        var result = Run("run", "critical.rules", "--facts", "facts.json");

        Assert.That(result.Out, Does.StartWith("#1: re-approve\n"));
        Assert.That(result.Out, Does.Contain("P1  re-approve  Approved with other facts"));
        Assert.That(result.Out, Does.EndWith("2 decisions: 1 approve, 1 re-approve\n"));
    }

    [Test]
    public void Json_is_one_decision_a_line()
    {
        Write("facts.json", "[" + Facts + ",\n" + Facts + "]");
        var result = Run("run", "price.rules", "--facts", "facts.json", "--format", "json");
        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(lines, Has.Length.EqualTo(2));
            Assert.That(lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString()), Is.All.EqualTo("refer"));
        });
    }

    [Test]
    public void Several_facts_end_with_a_table()
    {
        var rows = """{"case":"North","facts":{"asOf":"2026-08-03","price":10,"cost":9.5}} {"case":"South","facts":{"asOf":"2026-08-03","price":20,"cost":5}}""";
        var result = RunWith(rows, "run", "price.rules", "--facts", "-");
        Assert.That(result.Out, Does.EndWith("""

            case   verdict  sign      rules  margin  asked
            North  refer    Director  R1       0.05  2026-08-03
            South  approve  -         -        0.75  2026-08-03

            2 decisions: 1 approve, 1 refer

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Any_number_of_facts_may_follow_each_other() =>
        Assert.That(Verdicts(Facts + "\n" + Facts + "\n\n" + Facts), Is.EqualTo(["refer", "refer", "refer"]));

    [Test]
    public void An_array_is_a_list_of_facts() =>
        Assert.That(Verdicts("[" + Facts + "," + Facts + "]"), Is.EqualTo(["refer", "refer"]));

    [Test]
    public void An_empty_array_has_no_facts_and_is_fine() => Assert.That(Verdicts(" [ ] "), Is.Empty);

    [Test]
    public void A_suite_is_a_list_of_facts()
    {
        var suite = """{ "ruleset": "test.price", "cases": [ { "id": "S-1", "given": """ + Facts + """, "expect": {} }, { "id": "S-2", "given": {} } ] }""";
        var decisions = RunWith(suite, "run", "price.rules", "--facts", "-", "--format", "json").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(decisions.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("case").GetString()), Is.EqualTo(["S-1", "S-2"]));
    }

    [Test]
    public void A_byte_order_mark_is_skipped() => Assert.That(Verdicts("\uFEFF" + Facts), Is.EqualTo(["refer"]));

    [Test]
    public void Facts_may_be_longer_than_any_buffer()
    {
        var deals = string.Join(",", Enumerable.Range(0, 50_000).Select(i => FormattableString.Invariant($$"""{"id":"D{{i}}","rate":0.1}""")));
        Assert.That(Verdicts("""{"asOf":"2026-08-03","price":10,"cost":1,"deals":[""" + deals + "]}\n" + Facts), Is.EqualTo(["approve", "refer"]));
    }

    [Test]
    public void Set_changes_a_param()
    {
        Assert.That(Verdicts(Facts, "--set", "least=5%"), Is.EqualTo(["refer"]));
        Assert.That(RunWith(Facts, "run", "price.rules", "--facts", "-", "--set", "least=5%").Out, Does.Contain("sign        Buyer"));
    }

    [TestCase("most=5%", "error: --set: there is no param `most` to set; its params are least\n")]
    [TestCase("least=", "--set(1,7): error RR0001: a value is expected here, not the end of the expression. write a name, a number, a text, or an expression in parentheses\n    1 | least=\n      |       ^\n")]
    [TestCase("least", "error: --set least: write name=value, such as maxDepth=40%\n")]
    public void A_param_that_cannot_be_set_is_wrong_usage(string setting, string error) =>
        Expect(RunWith(Facts, "run", "price.rules", "--facts", "-", "--set", setting), 2, "", error);

    [Test]
    public void A_param_outside_its_bounds_is_wrong_usage()
    {
        var result = RunWith(Facts, "run", "price.rules", "--facts", "-", "--set", "least=40%");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Out, Is.Empty);
            Assert.That(result.Error, Does.StartWith("error: --set: ").And.Contain("`least` is outside").And.EndWith("\n"));
        });
    }

    [Test]
    public void As_of_replaces_the_fact()
    {
        var result = RunWith(Facts, "run", "price.rules", "--facts", "-", "--as-of", "2026-08-20", "--format", "json");
        Assert.That(JsonDocument.Parse(result.Out).RootElement.GetProperty("outputs").GetProperty("asked").GetString(), Is.EqualTo("2026-08-20"));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public void As_of_gives_the_fact_where_it_is_missing() =>
        Assert.That(Verdicts("""{"price":10,"cost":1}""", "--as-of", "2026-08-20"), Is.EqualTo(["approve"]));

    [TestCase("2026-07-31", true)]
    [TestCase("2026-08-01", false)]
    [TestCase("2026-08-31", false)]
    [TestCase("2026-09-01", true)]
    public void A_date_outside_the_effective_window_is_warned_of(string date, bool isOutside)
    {
        var warning = isOutside ? "warning: --as-of: " + date + " is outside the effective window of test.price 1, which is from 2026-08-01 to before 2026-09-01\n" : "";
        var result = RunWith(Facts, "run", "price.rules", "--facts", "-", "--as-of", date);
        Assert.That(result.Error, Is.EqualTo(warning));
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public void A_date_among_the_facts_is_warned_of_once()
    {
        var row = """{"case":"old","facts":{"asOf":"2025-01-01","price":10,"cost":1}}""";
        Assert.That(RunWith(row + row, "run", "price.rules", "--facts", "-").Error,
            Is.EqualTo("warning: old: 2025-01-01 is outside the effective window of test.price 1, which is from 2026-08-01 to before 2026-09-01\n"));
    }

    [Test]
    public void A_date_that_is_none_is_wrong_usage() =>
        Expect(RunWith(Facts, "run", "price.rules", "--facts", "-", "--as-of", "tomorrow"), 2, "", "error: --as-of tomorrow: is not a date; write it as 2026-10-16\n");

    [Test]
    public void Facts_that_do_not_fit_are_told_and_the_rest_is_judged()
    {
        var result = RunWith("""{"asOf":"2026-08-03","price":"ten","cost":1} """ + Facts, "run", "price.rules", "--facts", "-");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Out, Does.StartWith("#1: incomplete\n").And.Contain("problems    price: \"ten\" is not an amount of money; write it as a number: 2.50\n"));
            Assert.That(result.Out, Does.Contain("\n#2: refer\n"));
        });
    }

    [Test]
    public void Facts_that_are_missing_are_no_failure_of_the_command()
    {
        var result = RunWith("""{"price":10}""", "run", "price.rules", "--facts", "-");
        Expect(result, 0, "#1: incomplete\n  missing     asOf, cost\n\n");
    }

    [Test]
    public void Unknown_facts_are_warned_of_once_a_name()
    {
        var row = """{"asOf":"2026-08-03","price":10,"cost":1,"dealz":1,"deals":[{"id":"a","rate":0.1,"x":1},{"id":"b","rate":0.1,"x":1}]}""";
        var lines = RunWith(row + row, "run", "price.rules", "--facts", "-").Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Is.EquivalentTo(["warning: dealz: the ruleset does not know it; did you mean `deals`?", "warning: deals[0].x: the ruleset does not know it"]));
    }

    [TestCase("", "error: standard input: holds no facts\n")]
    [TestCase("{\"price\":1,\n \"cost\":}", "error: standard input(2,9): is not JSON: '}' is an invalid start of a value\n")]
    [TestCase("{\"price\":1,}", "error: standard input(1,12): is not JSON: The JSON object contains a trailing comma at the end which is not supported in this mode\n")]
    [TestCase("""{"cases":[{"id":"a"}]}""", "error: standard input: case 1 has no `given`\n")]
    public void Facts_that_cannot_be_read_end_the_command(string facts, string error) =>
        Expect(RunWith(facts, "run", "price.rules", "--facts", "-"), 2, "", error);

    [Test]
    public void What_is_not_a_set_of_facts_is_judged_incomplete()
    {
        var result = RunWith("5 \"x\"", "run", "price.rules", "--facts", "-", "--format", "json");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
    }

    [Test]
    public void Facts_before_the_mistake_are_judged()
    {
        var result = RunWith(Facts + "\n{", "run", "price.rules", "--facts", "-", "--format", "json");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Out, Does.Contain("\"verdict\":\"refer\""));
            Assert.That(result.Error, Does.StartWith("error: standard input(2,2): is not JSON: "));
        });
    }

    [Test]
    public void Control_characters_in_facts_do_not_reach_the_terminal()
    {
        var result = RunWith("""{"case":"a\u001b[31m","facts":{"asOf":"2026-08-03","price":10,"cost":1,"deals":[{"id":"\u001b[2J","rate":0.9}]}}""", "run", "price.rules", "--facts", "-");
        Assert.That(result.Out, Does.Not.Contain("\u001b").And.Contain("check  [2J"));
    }

    [TestCase("tiered")]
    [TestCase("interpreted")]
    [TestCase("compiled")]
    public void Every_tier_decides_the_same(string tier) =>
        Assert.That(RunWith(Facts, "run", "price.rules", "--facts", "-", "--tier", tier).Out, Is.EqualTo(RunWith(Facts, "run", "price.rules", "--facts", "-").Out).And.Not.Empty);

    [Test]
    public void A_ruleset_with_errors_is_a_finding()
    {
        Write("bad.rules", "ruleset a.b version \"1\"\n\ninput price : money\n\nrule R1 \"x\"\n  when prise > 5 then reject\n");
        Expect(RunWith(Facts, "run", "bad.rules", "--facts", "-"), 1, "", """
            bad.rules(6,8): error RR0101: `prise` is not known here. did you mean `price`?
                6 |   when prise > 5 then reject
                  |        ^^^^^

            """);
    }

    private static string[] Verdicts(string facts, params string[] options)
    {
        var result = RunWith(facts, ["run", "price.rules", "--facts", "-", "--format", "json", .. options]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString()!)];
    }
}
