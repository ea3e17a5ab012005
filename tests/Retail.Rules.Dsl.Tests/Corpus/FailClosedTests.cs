using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>Unknown never passes and a fault never counts as kept: what an attack on the language found.</summary>
[TestFixture]
public sealed class FailClosedTests
{
    private static CompilationResult Compile(string rules, ExecutionTier tier = ExecutionTier.Interpreted) =>
        RulesText.Compile(new SourceText("ruleset test.closed version \"1\"\n" + rules, "closed.rules"), new RuleSetOptions { Tier = tier });

    private static string[] Errors(string rules) => Compile(rules).Diagnostics.Select(found => found.ToString()).ToArray();

    [Test]
    public void A_member_of_a_declared_type_cannot_be_left_out_by_only_if() =>
        Assert.That(Errors("type Deal { price : money }\ninput cap : money?\ndefine deal : Deal = { price: cap only if cap is known }\noutput twice = deal.price * 2\n"), Is.EqualTo(new[]
        {
            "closed.rules(4,43): error RR0201: money is expected here, and `cap` is unknown where its `only if` does not hold. "
                + "declare member `price` of Deal as `money?`, or give both cases a value: `if ... then ... else ...`",
        }));

    [Test]
    public void A_column_of_percents_takes_no_bare_number() =>
        Assert.That(Errors("input aged : number\ntable most hit first\n  | aged || limit |\n  | < 2  || 50    |\n  | -    || 30%   |\noutput most\n"), Is.EqualTo(new[]
        {
            "closed.rules(5,13): error RR0202: `50` is a bare number where a percent stands. write `50%`",
        }));

    [Test]
    public void A_gap_is_told_where_other_rows_give_unknown_too() =>
        Assert.That(Errors("enum Role { A }\ninput loss : money\ntable signer hit first\n  | loss   || role |\n  | <= 50  || -    |\n  | <= 200 || A    |\nrule R \"r\"\n  when signer is known then refer to signer\n"), Is.EqualTo(new[]
        {
            "closed.rules(4,7): warning RR0301: table `signer` has no row for loss > 200.00. add a row, or a last row `| otherwise || ... |`",
        }));

    [Test]
    public void A_text_that_cannot_be_computed_makes_its_rule_incomplete([Values(ExecutionTier.Interpreted, ExecutionTier.Compiled)] ExecutionTier tier)
    {
        var decision = Compile("input cost, price : number\ndefine m = price / cost\nrule R \"margin\"\n  when price > 0 then note \"margin {m}\"\n", tier).GetValueOrThrow()
            .Evaluate(FactSet.FromJson("{\"cost\":0,\"price\":2}"));
        Assert.Multiple(() =>
        {
            Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
            Assert.That(decision.Reasons.Single().Text, Is.EqualTo("cannot be judged: division by zero in m"));
            Assert.That(decision.Problems.Single().Path, Is.EqualTo("m"));
        });
    }

    [Test]
    public void A_param_may_read_a_later_one()
    {
        var ruleSet = Compile("param a : number = b\nparam b : number = 3\noutput x = a\n").GetValueOrThrow();
        Assert.That(ruleSet.Evaluate(FactSet.FromJson("{}")).Outputs["x"], Is.EqualTo(3m));
    }

    [Test]
    public void A_param_cannot_read_itself() =>
        Assert.That(Errors("param a : number = b\nparam b : number = a\noutput x = a\n"), Is.EqualTo(new[]
        {
            "closed.rules(3,20): error RR0109: `a` depends on itself: a reads b reads a. break the circle: one of them has to be computed from facts alone",
        }));

    [Test]
    public void A_never_that_cannot_be_judged_is_broken()
    {
        var ruleSet = Compile("input x : number\nrule R \"r\"\n  when x > 3 then hold\nnever approve when 1 / x > 3\nexample \"e\"\n  given { x: 0 }\n  expect approve\n").GetValueOrThrow();
        var result = RuleSuite.FromExamples(ruleSet.Definition).Run(ruleSet).Single();
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.False);
            Assert.That(result.BrokenNevers, Is.EqualTo(new[] { "never approve when 1 / x > 3, which cannot be judged: division by zero" }));
        });
    }

    [Test]
    public void A_long_list_is_not_repeated_in_every_reason()
    {
        var ruleSet = Compile("input a : list of number\nrule R \"r\"\n  when 7 in a then note \"of {a}\"\n").GetValueOrThrow();
        var reason = ruleSet.Evaluate(FactSet.FromJson("{\"a\":[" + string.Join(",", Enumerable.Range(0, 200)) + "]}")).Reasons.Single();
        Assert.Multiple(() =>
        {
            Assert.That(reason.Note, Is.EqualTo("of " + string.Join(", ", Enumerable.Range(0, 20)) + " and 180 more"));
            Assert.That(reason.Operands.ContainsKey("a"), Is.False);
        });
    }

    [Test]
    public void The_check_for_missing_facts_is_explained_as_fired()
    {
        var ruleSet = Compile("input x : number\nstop rule M \"Missing\"\n  when missing is not empty then incomplete\nrule R \"r\"\n  when x > 3 then hold\n").GetValueOrThrow();
        var rules = ruleSet.Explain(FactSet.FromJson("{}")).Rules;
        Assert.That(rules.Select(rule => rule.Id + " " + rule.Judgements.Single().Outcome), Is.EqualTo(new[] { "M Fired", "R NotJudged" }));
    }
}
