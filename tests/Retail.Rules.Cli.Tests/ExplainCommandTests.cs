using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class ExplainCommandTests : CommandLineFixture
{
    private const string Rows = """{"case":"A","facts":{"asOf":"2026-08-03","price":10,"cost":8.5}} {"case":"B","facts":""" + Facts + "}";

    [Test]
    public void Text_tells_of_every_rule_fired_or_not() =>
        Expect(RunWith(Rows, "explain", "price.rules", "--facts", "-", "--case", "A"), 0, """
            A: refer
              R1 Thin margin: fired
                  when margin < least
                    no: margin 15.0% is at least least 10.0%
                  when margin < 20%
                    yes: margin 15.0% is below 20.0%
              R2 Deals: nothing to judge
              values      margin  0.15
              outputs     asked   2026-08-03
                          margin  0.15
                          deals   none

            """);

    [Test]
    public void One_rule_can_be_asked_for() =>
        Expect(RunWith(Rows, "explain", "price.rules", "--facts", "-", "--case", "B", "--rule", "R2"), 0, """
            B: refer
              R2 Deals, deals[0]: fired
                  when d.rate > 50%
                    yes: d.rate 60.0% is above 50.0%
              R2 Deals, deals[1]: did not fire
                  when d.rate > 50%
                    no: d.rate 25.0% is at most 50.0%

            """);

    [Test]
    public void A_case_may_be_named_by_its_place() =>
        Assert.That(RunWith("[" + Facts + "]", "explain", "price.rules", "--facts", "-", "--case", "#1", "--rule", "R1").Out, Does.StartWith("#1: refer\n  R1 Thin margin: fired\n"));

    [Test]
    public void Json_is_one_explanation_a_line()
    {
        var result = RunWith(Rows, "explain", "price.rules", "--facts", "-", "--rule", "R1", "--format", "json");
        var lines = result.Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(line => line.GetProperty("decision").GetProperty("case").GetString()), Is.EqualTo(["A", "B"]));
            Assert.That(lines[1].GetProperty("rules").GetRawText(), Is.EqualTo(
                """[{"rule":"R1","title":"Thin margin","kind":"ordinary","judgements":[{"outcome":"fired","conditions":[{"when":"margin < least","holds":true,"text":"margin 5.0% is below least 10.0%","operands":{"margin":0.05,"least":0.1}}]}]}]"""));
        });
    }

    [Test]
    public void A_rule_outside_its_window_is_not_in_force()
    {
        Write("price.rules", PriceRules.Replace("rule R1 \"Thin margin\"", "rule R1 \"Thin margin\" effective until 2026-08-03", System.StringComparison.Ordinal));
        Expect(RunWith(Rows, "explain", "price.rules", "--facts", "-", "--case", "A", "--rule", "R1"), 0, """
            A: approve
              R1 Thin margin: not in force on 2026-08-03

            """);
    }

    [TestCase("--case", "C", "error: --case C: the facts have no such case\n")]
    [TestCase("--rule", "R9", "error: --rule R9: test.price has no such rule\n")]
    public void What_is_not_there_cannot_be_explained(string option, string value, string error) =>
        Expect(RunWith(Rows, "explain", "price.rules", "--facts", "-", option, value), 2, "", error);

    [Test]
    public void Facts_that_do_not_fit_are_told_where_no_rule_can_be_judged()
    {
        Write("facts.json", """{ "asOf": "2026-08-03", "price": "ten", "cost": 1 }""");
        var result = Run("explain", "price.rules", "--facts", "facts.json");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(2));
            Assert.That(result.Out, Does.Contain("\n  problems    price: \"ten\" is not an amount of money; write it as a number: 2.50\n"));
        });
    }
}
