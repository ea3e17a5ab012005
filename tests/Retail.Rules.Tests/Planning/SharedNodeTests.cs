using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Planning;

/// <summary>What rules have in common is in the plan once.</summary>
[TestFixture]
public class SharedNodeTests
{
    [Test]
    public void The_same_comparison_in_two_rules_is_one_node()
    {
        var rules = Rules(Above(Name("n"), 5m), Above(Name("n"), 5m));

        Assert.That(rules[0].Clauses[0].When, Is.SameAs(rules[1].Clauses[0].When));
    }

    [TestCase("n", "5", "n", "5.0", Description = "one number, written in two ways")]
    [TestCase("n", "5", "n", "6")]
    [TestCase("n", "5", "m", "5")]
    public void Comparisons_that_differ_are_two_nodes(string name, string limit, string otherName, string otherLimit)
    {
        var rules = Rules(Above(Name(name), Parse(limit)), Above(Name(otherName), Parse(otherLimit)));

        Assert.That(rules[0].Clauses[0].When, Is.Not.SameAs(rules[1].Clauses[0].When));
    }

    [Test]
    public void Effects_that_say_nothing_but_reject_are_the_same()
    {
        var rules = Rules(Above(Name("n"), 1m), Above(Name("m"), 2m));

        Assert.That(rules[0].Clauses[0].Effects, Is.SameAs(rules[1].Clauses[0].Effects));
        Assert.That(rules[0].Clauses[0].Effects.Select(effect => effect.Kind), Is.EqualTo(new[] { EffectKind.Reject }));
    }

    private static IReadOnlyList<RulePlan> Rules(Expression one, Expression other) =>
        Compile(Definition(Input("n", "number"), Input("m", "number"), Rule("R1", one), Rule("R2", other)), ExecutionTier.Interpreted).Plan.Rules;

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);
}
