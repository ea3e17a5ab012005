using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Facts;

/// <summary>What facts that are missing or contradict each other make of a decision.</summary>
public class FactOutcomeTests
{
    private static RuleDeclaration MissingRule(EffectKind effect) => new()
    {
        Kind = RuleKind.Stop,
        Id = Rules.Id("A00"),
        Title = Rules.Id("Facts complete"),
        Clauses =
        [
            new Clause
            {
                When = new IsExpression { Operand = Rules.Name("missing"), Test = StateTest.Empty, IsNegated = true },
                Effects = [new Effect { Kind = effect }],
            },
        ],
    };

    [TestCase(EffectKind.Incomplete, "incomplete")]
    [TestCase(EffectKind.Reject, "reject")]
    public void Missing_facts_are_the_reason_of_the_rule_that_names_the_check_and_nothing_else_is_judged(EffectKind effect, string verdict)
    {
        var rules = new Rules().Input("price: money", "note: text?").Declare(MissingRule(effect)).Compile();
        Assert.That(rules.Evaluate(FactSet.FromJson("{}")).ToJson(), Does.EndWith(
            ",\"verdict\":\"" + verdict + "\",\"rules\":[\"A00\"],\"approvers\":{},\"conditions\":[],"
            + "\"reasons\":[{\"rule\":\"A00\",\"title\":\"Facts complete\",\"effect\":\"" + verdict + "\",\"text\":\"missing: price\",\"operands\":{}}],"
            + "\"missing\":[\"price\"],\"outputs\":{}}"));
    }

    [Test]
    public void Problems_and_warnings_come_in_the_order_of_paths_whatever_the_order_of_the_facts()
    {
        var rules = new Rules().Input("a: number?", "b: number?", "c: percent?").Compile();
        var decision = rules.Evaluate(FactSet.FromJson("""{"weather": 1, "c": 20, "b": "x", "a": "x"}"""));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "a: \"x\" is not a number", "b: \"x\" is not a number" }));
        Assert.That(decision.WarningLines(), Is.EqualTo(new[] { "c: 20 is 2000.0%; write percents as fractions: 0.25 is 25%", "weather: the ruleset does not know it" }));
        Assert.That(rules.Evaluate(FactSet.FromJson("""{"a": "x", "b": "x", "c": 20, "weather": 1}""")).ToJson(), Is.EqualTo(decision.ToJson()));
    }

    [Test]
    public void Two_items_with_one_select_key_make_the_decision_incomplete_and_are_named()
    {
        var rules = new Rules().Type("Candidate", "sku: text", "rate: number").Input("candidates: list of Candidate").Declare(
            new SelectDeclaration
            {
                Name = Rules.Id("pick"),
                Item = Rules.Id("item"),
                Source = Rules.Name("candidates"),
                Key = Rules.Member("item", "sku"),
                RankKeys = [new RankKey { Value = Rules.Member("item", "rate") }],
            },
            new OutputDeclaration { Name = Rules.Id("best"), Value = new MemberExpression { Target = Rules.Member("pick", "best"), Member = Rules.Id("item") } }).Compile();
        var decision = rules.Evaluate(FactSet.FromJson("""{"candidates": [{"sku": "a", "rate": 1}, {"sku": "b", "rate": 2}, {"sku": "a", "rate": 3}]}"""));
        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.ProblemLines(), Is.EqualTo(new[] { "pick: two items of select pick have the key a" }));
        Assert.That(decision.Outputs.Keys, Is.EqualTo(new[] { "candidates" }));
    }
}
