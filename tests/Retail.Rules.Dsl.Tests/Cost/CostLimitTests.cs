using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Cost;

/// <summary>A host refuses rulesets that may cost too much, before they judge anything.</summary>
[TestFixture]
public sealed class CostLimitTests
{
    /// <summary>1 + 2*xs + xs^2 in all: worst case 1001 + 2*xs + xs^2.</summary>
    private const string Rules = """
        ruleset test.limit version "1"
        input xs : list of number
        input n  : number
        define pairs = sum of (count y in xs where y < x) for x in xs
        define most  = max of x for x in xs
        rule R1 "Many" when pairs > n and most is known then hold

        """;

    [Test]
    public void The_default_does_not_ask() => Assert.That(Found(new RuleSetLimits()), Is.Empty);

    [Test]
    public void A_ruleset_within_the_limit_compiles()
    {
        var limits = new RuleSetLimits { MaxListItems = 100, MaxCost = 1_001 + 200 + 10_000 };
        Assert.That(Found(limits), Is.Empty);
        Assert.That(RulesText.Compile(Text, new RuleSetOptions { Limits = limits }).RuleSet!.Cost.WorstCase.ToString(), Is.EqualTo("1001 + 2*xs + xs^2"));
    }

    [Test]
    public void One_beyond_it_does_not_and_is_told_what_costs_most() => Assert.That(
        Found(new RuleSetLimits { MaxListItems = 100, MaxCost = 11_200 }),
        Is.EqualTo(new[]
        {
            "limit.rules(1,9): error RR0690: in the worst case one decision of `test.limit` takes 11201 steps, more than the 11200 that the host allows. most of it is `define pairs`, xs + xs^2: "
            + "go through fewer lists inside of lists; or have the host allow longer decisions (`MaxCost`) or shorter lists (`ListItems`)",
        }));

    [Test]
    public void Lists_are_as_long_as_the_host_says() =>
        Assert.That(Found(new RuleSetLimits { MaxCost = 1_001 + 20 + 100, ListItems = new Dictionary<string, int> { ["xs"] = 10 } }), Is.Empty);

    [Test]
    public void A_list_of_which_it_says_nothing_is_as_long_as_any_may_be() =>
        Assert.That(Found(new RuleSetLimits { MaxCost = 1_000_000, ListItems = new Dictionary<string, int> { ["x"] = 10 } }).Single(), Does.Contain("takes 1000002001001 steps"));

    [Test]
    public void Rules_that_cannot_be_judged_may_be_what_costs_most() =>
        Assert.That(Found(new RuleSetLimits { MaxListItems = 1, MaxCost = 1_000 }).Single(), Does.Contain("takes 1004 steps").And.Contain("most of it is what rules cost that cannot be judged, 1000 steps for each of 1: "));

    [Test]
    public void A_ruleset_with_errors_is_told_those_alone() => Assert.That(
        RulesText.Compile(new SourceText(Rules + "output nobody", "limit.rules"), new RuleSetOptions { Limits = new RuleSetLimits { MaxCost = 1 } }).Diagnostics.Select(found => found.Code),
        Is.EqualTo(new[] { "RR0101" }));

    private static SourceText Text => new(Rules, "limit.rules");

    private static string[] Found(RuleSetLimits limits)
    {
        var options = new RuleSetOptions { Limits = limits };
        var found = RulesText.Compile(Text, options).Diagnostics.Select(one => one.ToString()).ToArray();
        Assert.That(RuleSet.Check(RulesText.Parse(Text), options).Select(one => one.ToString()), Is.EqualTo(found), "checking finds what compiling does");
        return found;
    }
}
