using System;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>Work that would not end in time ends as incomplete, in either tier.</summary>
[TestFixture]
public sealed class LimitTests
{
    private static string Numbers(int count, int first = 0) => "[" + string.Join(",", Enumerable.Range(first, count)) + "]";

    private static Decision Judge(string rules, string facts, ExecutionTier tier, long maxSteps) =>
        RulesText.Compile(new SourceText("ruleset test.limits version \"1\"\n" + rules), new RuleSetOptions { Tier = tier, Limits = new RuleSetLimits { MaxSteps = maxSteps } })
            .GetValueOrThrow().Evaluate(FactSet.FromJson(facts));

    [Test]
    public void A_list_searched_for_every_item_of_another_counts_as_work([Values(ExecutionTier.Interpreted, ExecutionTier.Compiled)] ExecutionTier tier)
    {
        const string Rules = "input a, b : list of number\nrule R \"r\"\n  when a subset of b then reject\n";
        var facts = "{\"a\":" + Numbers(1000) + ",\"b\":" + Numbers(1000) + "}";
        Assert.That(Judge(Rules, facts, tier, 2_000_000).Verdict, Is.EqualTo(Verdict.Reject));
        var decision = Judge(Rules, facts, tier, 500_000);
        Assert.Multiple(() =>
        {
            Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
            Assert.That(decision.Problems.Single().Message, Is.EqualTo("more than 500000 steps"));
        });
    }

    [Test]
    public void Items_that_cannot_be_judged_use_up_the_steps_and_the_first_without_any_speaks_for_the_rest([Values(ExecutionTier.Interpreted, ExecutionTier.Compiled)] ExecutionTier tier)
    {
        const string Rules = "input a : list of number\nrule R \"r\"\n  for each n in a\n  when 1 / (n * 0) > 1 then reject\n";
        var decision = Judge(Rules, "{\"a\":" + Numbers(10_000) + "}", tier, 100_000);
        Assert.Multiple(() =>
        {
            Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
            Assert.That(decision.Problems.Select(problem => problem.Message), Is.EqualTo(new[] { "division by zero", "more than 100000 steps" }));
        });
    }

    [Test]
    public void A_text_that_uses_up_the_steps_leaves_the_reasons_of_exclusions_and_the_decision([Values(ExecutionTier.Interpreted, ExecutionTier.Compiled)] ExecutionTier tier)
    {
        const string Rules = "type It { id : text, v : number }\ninput its : list of It\ndefine from(k : number) = for f in its where f.v >= k: f\n"
            + "select s from f in from(0) key f.id\n  exclude X1 \"High\" when f.v > 3\n  rank by f.v\n"
            + "rule R \"r\"\n  when s.best is known then note \"{count a in its where (any b in its where b.v + 100000 < a.v)}\"\noutput n = s.best.f.id\n";
        var items = "{\"its\":[" + string.Join(",", Enumerable.Range(0, 200).Select(n => FormattableString.Invariant($"{{\"id\":\"i{n}\",\"v\":{n}}}"))) + "]}";
        var decision = Judge(Rules, items, tier, 45_000);
        Assert.Multiple(() =>
        {
            Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
            Assert.That(decision.Problems.Select(problem => problem.Message), Is.EqualTo(new[] { "more than 45000 steps" }));
            Assert.That(decision.Reasons.Count(reason => reason.Rule == "X1"), Is.EqualTo(196));
        });
    }

    [Test]
    public void Defines_that_call_each_other_twice_end([Values(ExecutionTier.Interpreted, ExecutionTier.Compiled)] ExecutionTier tier)
    {
        var rules = new StringBuilder("input x : number\ndefine f0(q : number) = q + x\n");
        for (var i = 1; i <= 40; i++)
            rules.Append(FormattableString.Invariant($"define f{i}(q : number) = f{i - 1}(q) + f{i - 1}(q + 1)\n"));
        rules.Append("output y = f40(x)\n");
        var decision = Judge(rules.ToString(), "{\"x\":1}", tier, 100_000);
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
    }

    /// <summary>The rule takes 20 steps and the output as many: one of the two is over the limit, whether the decision is explained or not.</summary>
    [Test]
    public void Explaining_grants_a_decision_no_steps()
    {
        var rules = RulesText.Compile(new SourceText("""
            ruleset shop.steps version "1"
            input xs, ys : list of number
            rule R1 "Each" for each x in xs when x > 100 then reject
            output total = sum of y for y in ys
            """), new RuleSetOptions { Limits = new RuleSetLimits { MaxSteps = 30 } }).GetValueOrThrow();
        var twenty = "[" + string.Join(",", Enumerable.Repeat("1", 20)) + "]";
        var facts = FactSet.FromJson($$"""{"xs":{{twenty}},"ys":{{twenty}}}""");

        Assert.That(rules.Evaluate(facts).Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(rules.Explain(facts).Decision.ToJson(), Is.EqualTo(rules.Evaluate(facts).ToJson()));
    }
}
