using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Cost;

/// <summary>Bounds worked out by hand, and the steps that the worst facts really take.</summary>
[TestFixture]
public sealed class CostBoundTests
{
    private const int Length = 20;

    private static readonly Dictionary<string, int> None = [];

    /// <summary>Facts for every case: lists of 20 items, of which the last one alone is what a search looks for.</summary>
    private static readonly string Facts =
        $$"""{ "n": 20, "flag": true, "xs": [{{Items(i => i)}}], "ys": [{{Items(i => i)}}], "orders": [{{Items(i => $$"""{ "id": "o{{i}}", "lines": [{{Items(j => j)}}] }""")}}], "zs": [{{Items(i => i)}}], "approved": { "zs": [{{Items(i => i)}}] } }""";

    private const string Inputs = """
        ruleset test.cost version "1"
        enum Role { Buyer, Director }
        type Order {
          id    : text
          lines : list of number
        }
        input n      : number
        input flag   : boolean
        input xs, ys : list of number
        input orders : list of Order

        """;

    [TestCase("rule R1 '' when n > 1 then reject", "1")]
    [TestCase("rule R1 '' when any x in xs where x in [21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36] then reject", "1 + xs")]
    [TestCase("rule R1 '' when any x in xs where x in [21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37] then reject", "1 + 19*xs")]
    [TestCase("rule R1 '' when n in xs then reject", "2 + xs")]
    [TestCase("rule R1 '' when xs subset of ys then reject", "1 + xs + xs*ys")]
    [TestCase("rule R1 '' when (count x in xs where x > 0) > 0 then reject", "1 + xs")]
    [TestCase("rule R1 '' when any x in xs where x = 20 then reject", "1 + xs")]
    [TestCase("rule R1 '' when (sum of x for x in xs) > 0 then reject", "1 + xs")]
    [TestCase("rule R1 '' when any x in xs where (any y in ys where x + y = 40) then reject", "1 + xs + xs*ys")]
    [TestCase("rule R1 '' for each x in xs when x > 0 then note '{x}'", "xs")]
    [TestCase("rule R1 '' for each order in orders when any line in order.lines where line > 20 then reject", "orders + orders*orders.lines")]
    [TestCase("define total = sum of x for x in xs\nrule R1 '' when total > 1 then reject\nrule R2 '' when total > 2 then reject", "2 + xs")]
    [TestCase("define twice(x : number) = x * 2\nrule R1 '' when twice(twice(n)) > 1 then reject", "3")]
    [TestCase("define longest(of : list of number) = max of x for x in of\nrule R1 '' when longest(xs) is known then reject", "2 + xs")]
    [TestCase("define pair = { all: xs, first: n }\nrule R1 '' when any x in pair.all where x = 20 then reject", "1 + xs")]
    [TestCase("define doubled = for x in xs: x * 2\nrule R1 '' when any x in doubled where x = 40 then reject", "1 + 2*xs")]
    [TestCase("table level hit first\n  | n   || out |\n  | < 5 || 1 |\n  | -   || 2 |\nrule R1 '' when level > 1 then reject", "2")]
    [TestCase("table levels hit collect\n  | n   || out |\n  | > 1 || 1 |\n  | > 2 || sum of x for x in xs |\nrule R1 '' when (count l in levels where l > 0) > 1 then reject", "4 + xs")]
    [TestCase("input zs : list of number critical\nrule R1 '' when changed is not empty then reject", "2 + zs")]
    [TestCase("rule R1 '' when n > 1 then refer to Buyer\nfinal rule F1 '' when Buyer in approvers then reject", "2")]
    public void A_bound_is_what_it_was_worked_out_to_be_and_what_the_worst_facts_take(string rules, string formula)
    {
        var cost = Cost(rules);
        Assert.That(cost.Steps.ToString(), Is.EqualTo(formula));
        Assert.That(StepsOf(rules), Is.EqualTo(cost.Steps.At(None, Length)));
    }

    /// <summary>What is computed for a stop rule is forgotten when it fires; what reads the outcome, when the outcome changes.</summary>
    [TestCase("define total = sum of x for x in xs\nstop rule S1 '' when total > 0 then reject\noutput total", "1 + 2*xs")]
    [TestCase("define all = count x in xs where verdict > approve\nrule R1 '' when n > 1 then hold\nfinal rule F1 '' when all > 1 then reject\noutput all", "2 + 2*xs")]
    public void What_is_computed_anew_counts_again(string rules, string formula)
    {
        var cost = Cost(rules);
        Assert.That(cost.Steps.ToString(), Is.EqualTo(formula));
        Assert.That(StepsOf(rules), Is.EqualTo(cost.Steps.At(None, Length)));
    }

    [TestCase("define picked = if flag then xs else ys\nrule R1 '' when any x in picked where x = 20 then reject", "1 + xs + ys", 21, Description = "either list, not both")]
    [TestCase("table level hit first\n  | n  || out |\n  | xs || 1 |\n  | -  || sum of y for y in ys |\nrule R1 '' when level > 1 then reject", "3 + xs + ys", 23, Description = "the first row matches, so that the second is not computed")]
    [TestCase("rule R1 '' for each x in xs when any y in ys where y > 20 then reject", "xs + xs*ys", 40, Description = "the planner asks once what is the same for each item")]
    [TestCase("select pick from order in orders key order.id\n  exclude X1 '' when any line in order.lines where line > 20\n  rank by order.id\nrule R1 '' when pick.best is known then reject",
        "1 + orders + 0.5*orders^2 + orders*orders.lines", 611, Description = "190 pairs of keys, not 200")]
    [TestCase("define shares = split n over x in xs by x\nrule R1 '' when any s in shares where s.share > 100 then reject", "2 + 23*xs", 112, Description = "10 units from a heap of 5 levels: 20 + 10 * 5 + 1, not 20 * 21 + 1")]
    public void A_bound_is_never_below_what_is_taken(string rules, string formula, long taken)
    {
        var cost = Cost(rules);
        Assert.That(cost.Steps.ToString(), Is.EqualTo(formula));
        Assert.That(StepsOf(rules), Is.EqualTo(taken).And.LessThanOrEqualTo(cost.Steps.At(None, Length)));
    }

    [Test]
    public void A_rule_that_cannot_be_judged_costs_a_thousand_steps_more()
    {
        const string Rules = "rule R1 '' for each x in xs when n / (x - x) > 1 then reject\nrule R2 '' when n > 1 then reject";
        var cost = Cost(Rules);
        Assert.That(cost.JudgedRules.ToString(), Is.EqualTo("1 + xs"));
        Assert.That(cost.WorstCase.ToString(), Is.EqualTo("1001 + 1001*xs"));
        Assert.That(StepsOf(Rules), Is.EqualTo(20 * 1_001 + 1));
    }

    [Test]
    public void Parts_name_the_declarations_and_add_up()
    {
        var cost = Cost("define total = sum of x for x in xs\ntable level hit first\n  | n || out |\n  | - || 1 |\nrule R1 '' when total > level then reject\noutput best = max of y for y in ys");
        Assert.That(cost.Parts.Select(part => part.Declaration + ": " + part.Steps), Is.EqualTo(new[] { "rule R1: 1", "define total: xs", "table level: 1", "output best: ys" }));
        Assert.That(cost.Steps.ToString(), Is.EqualTo("2 + xs + ys"));
    }

    [Test]
    public void Calls_that_double_have_no_bound_that_can_be_told()
    {
        var defines = Enumerable.Range(1, 40).Select(i => $"define d{i}(x : number) = d{i - 1}(x) + d{i - 1}(x + 1)\n");
        var cost = Cost("define d0(x : number) = x\n" + string.Concat(defines) + "rule R1 '' when d40(n) > 1 then reject");
        Assert.That(cost.Steps.IsBounded, Is.False);
        Assert.That(cost.Steps.At(None, 0), Is.EqualTo(long.MaxValue));
    }

    [Test]
    public void Rules_that_nest_too_deeply_for_a_thread_have_no_bound_there_and_harm_nothing()
    {
        var defines = Enumerable.Range(1, 120).Select(i => $"define d{i} = if d{i - 1} > {i} then d{i - 1} else {i}\n");
        var rules = Compile("define d0 = n\n" + string.Concat(defines) + "rule R1 '' when d120 > 1 then reject", RuleSetLimits.Default.MaxSteps);
        var found = "";
        var thread = new Thread(() => found = Ask(), maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(found, Is.EqualTo("1").Or.EqualTo("without bound").Or.EqualTo("no stack"));

        string Ask()
        {
            try
            {
                return rules.Cost.Steps.ToString();
            }
            catch (InsufficientExecutionStackException)
            {
                return "no stack";
            }
        }
    }

    private static RuleSetCost Cost(string rules) => Compile(rules, RuleSetLimits.Default.MaxSteps).Cost;

    /// <summary>The least limit with which the decision does not run out of steps.</summary>
    private static long StepsOf(string rules)
    {
        var (below, enough) = (-1L, 1L);
        while (RunsOut(rules, enough))
            (below, enough) = (enough, enough * 2);
        while (enough - below > 1)
        {
            var middle = (below + enough) / 2;
            if (RunsOut(rules, middle))
                below = middle;
            else
                enough = middle;
        }
        return enough;
    }

    private static bool RunsOut(string rules, long maxSteps) =>
        Compile(rules, maxSteps).Evaluate(FactSet.FromJson(Facts)).Problems.Any(problem => problem.Message.EndsWith(" steps", StringComparison.Ordinal));

    private static RuleSet Compile(string rules, long maxSteps) =>
        RulesText.Compile(new SourceText(Inputs + rules.Replace("''", "\"\"").Replace('\'', '"'), "cost.rules"), new RuleSetOptions { Tier = ExecutionTier.Interpreted, Limits = new RuleSetLimits { MaxSteps = maxSteps } }).GetValueOrThrow();

    private static string Items(Func<int, object> item) => string.Join(", ", Enumerable.Range(1, Length).Select(item));
}
