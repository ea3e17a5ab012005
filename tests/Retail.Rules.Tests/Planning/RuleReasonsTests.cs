using System.Linq;
using System.Threading.Tasks;
using NUnit.Framework;
using Retail.Rules.Model;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Planning;

/// <summary>What it takes to tell a rule is made when the rule is first told, and then kept.</summary>
[TestFixture]
public class RuleReasonsTests
{
    private const string Three = """{ "n": 3 }""";

    [Test]
    public void A_rule_that_never_fires_is_not_prepared_for_being_told()
    {
        var rules = Hundred();
        Assert.That(rules.Plan.Reasons.Prepared, Is.Zero);

        var first = rules.Evaluate(FactSet.FromJson(Three)).ToJson();

        // More than 0, 1 and 2.
        Assert.That(rules.Plan.Reasons.Prepared, Is.EqualTo(3));
        Assert.That(rules.Evaluate(FactSet.FromJson(Three)).ToJson(), Is.EqualTo(first));
        Assert.That(rules.Plan.Reasons.Prepared, Is.EqualTo(3));
    }

    [Test]
    public void An_explanation_tells_every_rule()
    {
        var rules = Hundred();

        var explanation = rules.Explain(FactSet.FromJson(Three));

        Assert.That(rules.Plan.Reasons.Prepared, Is.EqualTo(100));
        Assert.That(explanation.Rules[2].Judgements[0].Conditions[0].Text, Is.EqualTo("n 3 is above 2"));
        Assert.That(explanation.Rules[99].Judgements[0].Conditions[0].Text, Is.EqualTo("n 3 is at most 99"));
    }

    [Test]
    public void Threads_that_tell_a_rule_at_once_tell_the_same_and_prepare_it_once()
    {
        var rules = Hundred();

        var decisions = new string[64];
        Parallel.For(0, decisions.Length, i => decisions[i] = rules.Evaluate(FactSet.FromJson(i % 2 == 0 ? """{ "n": 50 }""" : """{ "n": 60 }""")).ToJson());

        Assert.That(decisions.Distinct().Count(), Is.EqualTo(2));
        Assert.That(rules.Plan.Reasons.Prepared, Is.EqualTo(60));
    }

    [Test]
    public void A_final_rule_that_asks_what_others_did_is_told()
    {
        var rules = Compile(Definition(
            Input("n", "number"),
            Rule("R1", Above(Name("n"), 1m)),
            Rule("R2", Above(Name("n"), 2m)),
            Rule("F1", Call("fired", Name("R2")), EffectKind.Note, RuleKind.Final)), ExecutionTier.Interpreted);

        var decision = rules.Evaluate(FactSet.FromJson(Three));

        Assert.That(decision.Reasons.Select(reason => reason.Rule + ": " + reason.Text), Is.EqualTo(new[] { "F1: fired(R2)", "R1: n 3 is above 1", "R2: n 3 is above 2" }));
    }

    private static RuleSet Hundred() => Compile(
        Definition([Input("n", "number"), .. Enumerable.Range(0, 100).Select(i => Rule("R" + i.ToString("00", null), Above(Name("n"), i)))]),
        ExecutionTier.Interpreted);
}
