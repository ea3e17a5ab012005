using System;
using System.Globalization;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Loading;

/// <summary>
/// What a large ruleset costs from its text to its first answer, in bytes: a little more than half of each bound is measured, and what would
/// be needed for every rule to be told, or bound trees and texts that are kept, would take several times the bound.
/// </summary>
[TestFixture]
public sealed class LoadCostTests
{
    private const string Facts = """{ "category": "C01", "region": "R01", "price": 2.00, "cost": 1.99, "funding": 0.00 }""";

    [Test]
    public void Compiling_allocates_little_for_each_rule()
    {
        var text = TextOf(1_000);
        Answer(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Answer(text);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(bytes / 1_000, Is.LessThan(22_000));
    }

    [Test]
    public void A_compiled_ruleset_keeps_little_for_each_rule()
    {
        var text = TextOf(2_000);
        Answer(text);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rules = Answer(text);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.That(bytes / 2_000, Is.LessThan(2_200));
        Assert.That(rules.Definition.Declarations, Has.Count.EqualTo(2_003));
    }

    [Test]
    public void Values_and_names_that_rules_repeat_are_one_string()
    {
        var rules = RulesText.Parse(new SourceText(TextOf(81))).Definition!.Declarations.OfType<Model.RuleDeclaration>().ToArray();

        Assert.That(Value(rules[80]), Is.SameAs(Value(rules[40])).And.EqualTo("C00"));

        static string Value(Model.RuleDeclaration rule) =>
            ((Model.TextLiteral)((Model.BinaryExpression)((Model.LogicalExpression)rule.Clauses[0].When).Operands[0]).Right).Value;
    }

    private static RuleSet Answer(string text)
    {
        var rules = RulesText.Compile(new SourceText(text), new RuleSetOptions { Tier = ExecutionTier.Interpreted }).GetValueOrThrow();
        Assert.That(rules.Evaluate(FactSet.FromJson(Facts)).Rules, Has.Count.EqualTo(1));
        return rules;
    }

    /// <summary>A rule for each pair of 40 categories and 25 regions, and then again.</summary>
    private static string TextOf(int rules)
    {
        var text = new StringBuilder("""
            ruleset test.load version "1"
            input category, region : text
            input price, cost, funding : money
            define margin : percent = (price + funding - cost) / price

            """);
        for (var i = 0; i < rules; i++)
        {
            // Only the pair of the facts is ever below its limit, and only once.
            var limit = i == 41 ? "15" : "0." + (i % 7).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"rule R{i:00000} \"Margin of category {i % 40} in region {i / 40 % 25}\"\n")
                .Append(CultureInfo.InvariantCulture, $"  when category = \"C{i % 40:00}\" and region = \"R{i / 40 % 25:00}\" and margin < {limit}% then reject\n");
        }
        return text.ToString();
    }
}
