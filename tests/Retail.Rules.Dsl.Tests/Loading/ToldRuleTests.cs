using System.Linq;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Loading;

/// <summary>
/// A rule is bound and planned once more when it is told: its items, the arguments of its calls and those of the tables that it reads find
/// their places again.
/// </summary>
[TestFixture(ExecutionTier.Interpreted)]
[TestFixture(ExecutionTier.Compiled)]
public sealed class ToldRuleTests(ExecutionTier tier)
{
    private const string Text = """
        ruleset test.told version "1"

        input xs : list of number
        input n  : number

        define scaled(x : number, by : number) : number = x * by
        define large : boolean = scaled(n, 2) > 5

        table size hit first
          | scaled(n, 3) + (sum of scaled(x, n) for x in xs) || word    |
          | <= 10                                            || "small" |
          | -                                                || "big"   |

        rule T1 "Calls in calls, and an item"
          when scaled(scaled(n, 2), scaled(n, 3)) > 50 and (sum of scaled(x, 2) for x in xs) > 1 then reject

        rule T2 "Each item"
          for each y in xs
          only if scaled(y, 2) > 2
          when (sum of scaled(x, y) for x in xs where x < y) >= scaled(y, 1) then note

        rule T3 "A table of calls"
          when size = "big" then note

        rule T4 "A define of a call"
          when large then note

        rule T5 "An item of an item"
          when any x in xs where (count z in xs where z < x) = 2 then note
        """;

    [Test]
    public void What_rules_tell_has_the_numbers_that_decided()
    {
        var rules = RulesText.Compile(new SourceText(Text), new RuleSetOptions { Tier = tier }).GetValueOrThrow();
        var facts = FactSet.FromJson("""{ "xs": [1, 2, 3], "n": 3 }""");

        var decision = rules.Evaluate(facts);

        Assert.That(decision.Reasons.Select(reason => reason.Rule + ": " + reason.Text), Is.EqualTo(new[]
        {
            "T1: scaled(scaled(n, 2), scaled(n, 3)) 54 is above 50, sum of scaled(x, 2) for x in xs 12 is above 1",
            "T2: sum of scaled(x, y) for x in xs where x < y 2 is at least scaled(y, 1) 2",
            "T2: sum of scaled(x, y) for x in xs where x < y 9 is at least scaled(y, 1) 3",
            "T3: size is big",
            "T4: large (scaled(n, 2) 6 is above 5)",
            "T5: any x in xs where (count z in xs where z < x) = 2",
        }));
        Assert.That(decision.Reasons[3].Operands.Select(operand => operand.Key + " " + operand.Value), Is.EqualTo(new[] { "size big", "scaled(n, 3) 9", "xs System.Object[]" }));
        Assert.That(rules.Evaluate(facts).ToJson(), Is.EqualTo(decision.ToJson()));
        Assert.That(rules.Explain(facts).Decision.ToJson(), Is.EqualTo(decision.ToJson()));
        Assert.That(rules.Explain(facts).ToJson(), Is.EqualTo(RulesText.Compile(new SourceText(Text)).GetValueOrThrow().Explain(facts).ToJson()));
    }
}
