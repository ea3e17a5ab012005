using System.Linq;
using NUnit.Framework;
using Retail.Rules.Binding;
using Retail.Rules.Compilation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Compilation;

/// <summary>What is too large for one delegate is still judged, from its plan nodes.</summary>
[TestFixture]
public class LargePlanTests
{
    [TestCase(199)]
    [TestCase(200)]
    [TestCase(201)]
    [TestCase(1000)]
    public void A_table_of_any_length_finds_its_row(int rows)
    {
        var table = new TableDeclaration
        {
            Name = Id("level"),
            HitPolicy = HitPolicy.First,
            Inputs = [new Column { Head = Name("n") }],
            Outputs = [new Column { Head = Name("out") }],
            Rows = Enumerable.Range(0, rows).Select(i => Row(i)).ToArray(),
        };
        var compiled = Compile(Definition(Input("n", "number"), table, Output("level", Name("level"))), ExecutionTier.Compiled);
        Assert.That(Outputs(compiled, "{ \"n\": " + (rows - 1) + " }"), Is.EqualTo("level " + (rows - 1) * 10));
    }

    [Test]
    public void A_condition_of_thousands_of_operands_is_judged()
    {
        var either = Or(Enumerable.Range(0, 5_000).Select(i => Binary(Name("n"), BinaryOperator.Equal, Number(i))).ToArray());
        var rules = Compile(Definition(Input("n", "number"), Rule("R1", either)), ExecutionTier.Compiled);
        Assert.That(rules.Evaluate(FactSet.FromJson("""{ "n": 4999 }""")).Verdict, Is.EqualTo(Verdict.Reject));
        Assert.That(rules.Evaluate(FactSet.FromJson("""{ "n": 5000 }""")).Verdict, Is.EqualTo(Verdict.Approve));
    }

    [Test]
    public void A_condition_of_a_thousand_operands_is_one_delegate()
    {
        var either = Or(Enumerable.Range(0, 600).Select(i => Binary(Name("n"), BinaryOperator.Equal, Number(i))).ToArray());
        var rules = Compile(Definition(Input("n", "number"), Rule("R1", either)), ExecutionTier.Compiled);
        Assert.That(rules.Evaluate(FactSet.FromJson("""{ "n": 599 }""")).Verdict, Is.EqualTo(Verdict.Reject));
    }

    [Test]
    public void Rules_that_differ_in_constants_share_their_code()
    {
        var rules = Enumerable.Range(0, 10_000).Select(i => (Declaration)Rule("R" + i, Binary(Name("n"), BinaryOperator.Equal, Number(i)))).ToArray();
        var plan = Planner.Plan(Binder.Bind(Definition([Input("n", "number"), .. rules]), new BindingOptions(), out _));
        var tier = PlanCompiler.Compile(plan);
        Assert.That(tier.Rules!.Select(rule => rule.Target).OfType<EmittedCode<int>>().Count(), Is.EqualTo(10_000), "none is left to its plan nodes");

        var compiled = Compile(Definition([Input("n", "number"), .. rules]), ExecutionTier.Compiled);
        Assert.That(compiled.Evaluate(FactSet.FromJson("""{ "n": 9876 }""")).Rules, Is.EqualTo(new[] { "R9876" }));
    }

    private static TableRow Row(int i) =>
        new() { Cells = [new Cell { Tests = [new CellTest { Value = Number(i) }] }], Values = [Number(i * 10)] };
}
