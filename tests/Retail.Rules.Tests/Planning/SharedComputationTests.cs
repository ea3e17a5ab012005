using System.Linq;
using NUnit.Framework;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Values;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Planning;

/// <summary>
/// What is written several times is computed once. Counted in steps: an item looked at is one, a rule (or an item of it) judged is one.
/// </summary>
[TestFixture(ExecutionTier.Interpreted)]
[TestFixture(ExecutionTier.Compiled)]
public class SharedComputationTests(ExecutionTier tier)
{
    private const string TenNumbers = """{ "xs": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }""";

    [Test]
    public void An_aggregate_in_several_rules_looks_at_its_items_once() =>
        AssertSteps(rules: 3, items: 10,
            Input("xs", "number", isList: true),
            Rule("R1", Above(Sum("xs"), 100m)),
            Rule("R2", Above(Sum("xs"), 200m)),
            Rule("R3", Above(Sum("xs"), 300m)));

    [Test]
    public void The_name_of_an_item_does_not_matter() =>
        AssertSteps(rules: 2, items: 10,
            Input("xs", "number", isList: true),
            Rule("R1", Above(Sum("xs", "one"), 100m)),
            Rule("R2", Above(Sum("xs", "other"), 200m)));

    [Test]
    public void An_aggregate_inside_another_is_computed_once_not_for_each_item() =>
        AssertSteps(rules: 1, items: 20,
            Input("xs", "number", isList: true),
            Rule("R1", Above(Sum("xs", "x", Binary(Name("x"), BinaryOperator.Multiply, Sum("xs", "y"))), 10_000m)));

    [Test]
    public void An_aggregate_in_a_rule_for_each_item_is_computed_once() =>
        AssertSteps(rules: 10, items: 10,
            Input("xs", "number", isList: true),
            Rule("R1", Above(Binary(Name("x"), BinaryOperator.Add, Sum("xs", "y")), 1_000m), each: Each("x", "xs")));

    [Test]
    public void Aggregates_that_differ_are_not_taken_for_each_other()
    {
        var rules = Compile(Definition(
            Input("xs", "number", isList: true),
            Output("sum", Sum("xs")),
            Output("twice", Sum("xs", "x", Binary(Name("x"), BinaryOperator.Multiply, Number(2m)))),
            Output("sumAgain", Sum("xs"))));
        Assert.That(Outputs(rules, TenNumbers), Is.EqualTo("sum 55, twice 110, sumAgain 55"));
    }

    [Test]
    public void What_reads_the_item_is_computed_for_each()
    {
        var large = Above(Binary(Name("x"), BinaryOperator.Multiply, Name("factor")), 10m);
        var rules = Compile(Definition(
            Input("factor", "number"),
            Input("xs", "number", isList: true),
            Rule("R1", large, EffectKind.Note, each: Each("x", "xs")),
            Rule("R2", large, EffectKind.Note, each: Each("x", "xs"))));
        var decision = rules.Evaluate(FactSet.FromJson("""{ "factor": 2, "xs": [1, 5, 6, 7] }"""));
        Assert.That(decision.Reasons.Select(reason => reason.Rule), Is.EqualTo(new[] { "R1", "R1", "R2", "R2" }));
    }

    [Test]
    public void What_is_not_reached_is_not_computed()
    {
        var quotient = Above(Binary(Number(1m), BinaryOperator.Divide, Name("n")), 0m);
        var rules = Compile(Definition(
            Input("n", "number"),
            Input("asked", "boolean"),
            Rule("R1", And(Name("asked"), quotient)),
            Rule("R2", And(Name("asked"), quotient))));
        var decision = rules.Evaluate(FactSet.FromJson("""{ "n": 0, "asked": false }"""));
        Assert.That(decision.Problems, Is.Empty);
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Approve));
    }

    [Test]
    public void A_fault_is_that_of_each_rule_that_writes_the_computation()
    {
        var quotient = Above(Binary(Number(1m), BinaryOperator.Divide, Name("n")), 0m);
        var rules = Compile(Definition(Input("n", "number"), Rule("R1", quotient), Rule("R2", quotient)));
        var decision = rules.Evaluate(FactSet.FromJson("""{ "n": 0 }"""));
        Assert.That(decision.Problems.Select(problem => problem.Path + ": " + problem.Message), Is.EqualTo(new[] { "R1: division by zero", "R2: division by zero" }));
    }

    [Test]
    public void A_fault_of_a_define_inside_is_reported_once()
    {
        var shared = Above(Binary(Name("share"), BinaryOperator.Add, Name("n")), 0m);
        var rules = Compile(Definition(
            Input("n", "number"),
            Define("share", Binary(Number(1m), BinaryOperator.Divide, Name("n"))),
            Rule("R1", shared),
            Rule("R2", shared)));
        var decision = rules.Evaluate(FactSet.FromJson("""{ "n": 0 }"""));
        Assert.That(decision.Problems.Select(problem => problem.Path + ": " + problem.Message), Is.EqualTo(new[] { "share: division by zero" }));
        Assert.That(decision.Rules, Is.EqualTo(new[] { "R1", "R2" }));
    }

    [Test]
    public void What_reads_the_outcome_is_computed_anew_when_the_outcome_changes()
    {
        var signers = Aggregate(AggregateKind.Count, "role", Name("approvers"));
        var rules = Compile(Definition(
            Roles,
            Input("n", "number"),
            Rule("F1", Binary(signers, BinaryOperator.Equal, Number(0m)), EffectKind.Refer, RuleKind.Final),
            Output("signers", signers)));
        Assert.That(Outputs(rules, """{ "n": 1 }"""), Is.EqualTo("signers 1"));
    }

    [Test]
    public void Constants_are_told_apart_whatever_they_contain()
    {
        Assert.That(Key("a", "b"), Is.Not.EqualTo(Key("a',1'b")));
        Assert.That(Key("a", "b"), Is.EqualTo(Key("a", "b")));

        static string Key(params string[] texts)
        {
            var list = new Composite(texts.Length);
            foreach (var text in texts)
                list.Add(new Value(text));
            return StructuralKeys.OfConstant(new Value(list));
        }
    }

    private RuleSet Compile(RuleSetDefinition definition, long maxSteps = 1_000_000) => TestRules.Compile(definition, tier, maxSteps);

    /// <summary>The decision needs exactly so many steps: with one less something faults.</summary>
    private void AssertSteps(int rules, int items, params Declaration[] declarations)
    {
        var facts = FactSet.FromJson(TenNumbers);
        Assert.That(Compile(Definition(declarations), rules + items).Evaluate(facts).Problems, Is.Empty);
        Assert.That(Compile(Definition(declarations), rules + items - 1).Evaluate(facts).Problems, Is.Not.Empty);
    }
}
