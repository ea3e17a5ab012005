using System;
using System.Threading;
using NUnit.Framework;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Compilation;

/// <summary>A host can see which tier judges.</summary>
[TestFixture]
public class ExecutionTierTests
{
    private static readonly FactSet Facts = FactSet.FromJson("""{ "n": 2 }""");

    [Test]
    public void A_compiled_ruleset_is_compiled_before_it_judges() => Assert.That(Rules(ExecutionTier.Compiled).IsCompiled, Is.True);

    [Test]
    public void An_interpreted_ruleset_stays_interpreted()
    {
        var rules = Rules(ExecutionTier.Interpreted);
        for (var i = 0; i < 200; i++)
            rules.Evaluate(Facts);
        Assert.That(rules.IsCompiled, Is.False);
    }

    [Test]
    public void A_tiered_ruleset_compiles_once_it_is_used_and_decides_as_before()
    {
        var rules = Rules(ExecutionTier.Tiered);
        Assert.That(rules.IsCompiled, Is.False);
        var before = rules.Evaluate(Facts).ToJson();
        for (var i = 0; i < 100; i++)
            rules.Evaluate(Facts);
        Assert.That(SpinWait.SpinUntil(() => rules.IsCompiled, TimeSpan.FromMinutes(1)), Is.True);
        Assert.That(rules.Evaluate(Facts).ToJson(), Is.EqualTo(before));
    }

    private static RuleSet Rules(ExecutionTier tier) => Compile(Definition(Input("n", "number"), Rule("R1", Above(Name("n"), 1m))), tier);
}
