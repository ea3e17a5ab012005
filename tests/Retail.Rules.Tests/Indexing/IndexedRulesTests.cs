using System;
using System.Globalization;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Binding;
using Retail.Rules.Diagnostics;
using Retail.Rules.Evaluation;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Text;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Indexing;

/// <summary>What an index saves, and that it loses nothing.</summary>
[TestFixture]
public class IndexedRulesTests
{
    private const string CategoryThenMargin = """{ "op": "=", "left": "category", "right": { "text": "C@" } }, { "op": "<", "left": "margin", "right": "5%" }""";
    private const string MarginThenCategory = """{ "op": "<", "left": "margin", "right": "5%" }, { "op": "=", "left": "category", "right": { "text": "C@" } }""";

    [TestCase(10)]
    [TestCase(1_000)]
    [TestCase(10_000)]
    public void As_many_rows_are_examined_as_ask_for_the_codes_of_the_facts_however_many_rules_there_are(int count)
    {
        var plan = Planner.Plan(Binder.Bind(Definition(count, CategoryThenMargin), new BindingOptions(), out _));
        var evaluator = new Evaluator(plan);
        var frame = new Frame(plan, long.MaxValue);
        frame.Reset(Tier.Interpreted);
        foreach (var (slot, value) in new[] { (0, new Value("C7")), (1, new Value(10m)), (2, new Value(9.9m)) })
            frame.Give(slot, value);
        evaluator.JudgeRules(frame);

        Assert.That(frame.Outcome.Firings.Select(firing => plan.Rules[firing.Rule].Id), Is.EqualTo(new[] { "R00007" }));
        Assert.That(frame.SearchOf(plan.OrdinaryIndex!).RowsExamined, Is.EqualTo(1));
    }

    [Test]
    public void Judging_an_object_by_thousands_of_rules_allocates_nothing_once_warm()
    {
        var rules = Compile(10_000, CategoryThenMargin);
        var map = rules.MapFacts<Offer>().GetValueOrThrow();
        var judgement = rules.CreateJudgement();
        var offer = new Offer { Category = "C4711", Price = 10m, Cost = 9.9m };

        Assert.That(Allocations.OfHundredOnceWarm(() => judgement.Judge(map, offer)), Is.Zero);
        Assert.That(judgement.RuleOf(0), Is.EqualTo("R04711"));
    }

    /// <summary>A price of 0 makes the margin one that cannot be computed: only rules that get as far as the margin are not judged.</summary>
    [TestCase(CategoryThenMargin, "C3", new[] { "R00003" })]
    [TestCase(CategoryThenMargin, "none", new string[0])]
    [TestCase(MarginThenCategory, "none", new[] { "R00000", "R00001", "R00002", "R00003", "R00004", "R00005", "R00006", "R00007", "R00008", "R00009" })]
    public void A_rule_cannot_be_judged_where_judging_in_turn_cannot_judge_it(string condition, string category, string[] expected)
    {
        var decision = Compile(10, condition).Evaluate(FactSet.FromJson("""{"category":"@","price":0,"cost":1}""".Replace("@", category, StringComparison.Ordinal)));

        Assert.That(decision.Rules, Is.EqualTo(expected));
        Assert.That(decision.Verdict, Is.EqualTo(expected.Length == 0 ? Verdict.Approve : Verdict.Incomplete));
        Assert.That(decision.Reasons.Select(reason => reason.Text), Is.All.EqualTo("cannot be judged: division by zero in margin"));
    }

    private static RuleSet Compile(int count, string condition) => RuleSet.Compile(Definition(count, condition)).GetValueOrThrow();

    private static RuleSetDefinition Definition(int count, string condition)
    {
        var rules = Enumerable.Range(0, count).Select(i => """
            , { "rule": "R#", "title": "Margin", "clauses": [ { "when": { "and": [ $ ] }, "then": [ { "effect": "reject" } ] } ] }
            """.Replace("#", i.ToString("00000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$", condition.Replace("@", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), StringComparison.Ordinal));
        var read = RuleSetJson.Read(new SourceText("""
            { "schemaVersion": 1, "ruleset": "test.margin", "version": "1", "declarations": [
              { "input": ["category"], "type": "text" }, { "input": ["price", "cost"], "type": "money" },
              { "define": "margin", "type": "percent", "value": { "op": "/", "left": { "op": "-", "left": "price", "right": "cost" }, "right": "price" } }
            """ + string.Concat(rules) + "] }"));
        Assert.That(read.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
        return read.Definition!;
    }

    private sealed class Offer
    {
        public string Category { get; init; } = "";

        public decimal Price { get; init; }

        public decimal Cost { get; init; }
    }
}
