using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Dating;

/// <summary>What was approved, as hosts give it, and what it counts for.</summary>
[TestFixture]
public sealed class ApprovedFactsTests
{
    private const string Critical = """
        ruleset test.critical version "1"
        currency EUR

        input price  : money critical
        input stores : list of text = [] critical

        rule P1 "Approved with other facts"
          when changed is not empty then re-approve

        output changed
        output size = count s in stores
        """;

    private static readonly RuleSet Rules = Compile(Critical);

    private sealed record Promotion(decimal Price, string[]? Stores, Promotion? Approved);

    [Test]
    public void Every_source_of_facts_gives_what_was_approved()
    {
        var fromJson = Rules.Evaluate(FactSet.FromJson("""{ "price": 1.20, "stores": ["A"], "approved": { "price": 1.50, "stores": ["A"] } }"""));
        var fromDictionary = Rules.Evaluate(FactSet.FromDictionary(new Dictionary<string, object?>
        {
            ["price"] = 1.20m,
            ["stores"] = new[] { "A" },
            ["approved"] = new Dictionary<string, object?> { ["price"] = 1.50m, ["stores"] = new[] { "A" } },
        }));
        var fromObject = Rules.Evaluate(Rules.MapFacts<Promotion>().GetValueOrThrow(), new Promotion(1.20m, ["A"], new Promotion(1.50m, ["A"], null)));

        Assert.That(fromJson.Verdict, Is.EqualTo(Verdict.ReApprove));
        Assert.That(fromJson.Outputs["changed"], Is.EqualTo(new[] { "price" }));
        Assert.That(fromDictionary.ToJson(), Is.EqualTo(fromJson.ToJson()));
        Assert.That(fromObject.ToJson(), Is.EqualTo(fromJson.ToJson()));
    }

    [Test]
    public void What_was_approved_is_one_of_the_facts()
    {
        var description = Rules.Facts.Single(fact => fact.Name == "approved");

        Assert.That(description.Need, Is.EqualTo(FactNeed.Optional));
        Assert.That(
            Rules.Evaluate(FactSet.FromJson("""{ "price": 1.20, "approved": { "price": 1.20 } }""")).FactsHash,
            Is.Not.EqualTo(Rules.Evaluate(FactSet.FromJson("""{ "price": 1.20 }""")).FactsHash));
    }

    [Test]
    public void What_was_approved_must_fit()
    {
        var decision = Rules.Evaluate(FactSet.FromJson("""{ "price": 1.20, "approved": { "price": "cheap" } }"""));

        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.Problems.Single().Path, Is.EqualTo("approved.price"));
    }

    [Test]
    public void A_ruleset_with_another_critical_input_has_another_hash() =>
        Assert.That(Compile(Critical.Replace("[] critical", "[]", StringComparison.Ordinal)).Hash, Is.Not.EqualTo(Rules.Hash));

    [Test]
    public void Without_critical_inputs_its_names_are_free()
    {
        var rules = Compile("""
            ruleset test.free version "1"

            input approved : boolean
            define changed = not approved

            rule P1 "Changed"
              when changed then hold
            """);

        Assert.That(rules.Evaluate(FactSet.FromJson("""{ "approved": false }""")).Verdict, Is.EqualTo(Verdict.Hold));
    }

    private static RuleSet Compile(string text)
    {
        var result = RulesText.Compile(new SourceText(text));
        Assert.That(result.Diagnostics, Is.Empty);
        return result.GetValueOrThrow();
    }
}
