using System;
using System.Linq;
using System.Threading;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>However a ruleset spreads its depth over declarations, checking and judging it take a bounded stack.</summary>
[TestFixture]
public sealed class DepthTests
{
    private const int SmallStack = 1024 * 1024;

    [Test]
    public void A_long_chain_of_defines_is_one_finding()
    {
        var result = OnSmallStack(() => Compile(Chain(20_000)));

        Assert.That(result.Diagnostics.Select(found => found.Code), Is.EqualTo(new[] { "RR0121" }));
    }

    [Test]
    public void A_long_chain_of_requirements_is_refused()
    {
        var inputs = string.Concat(Enumerable.Range(1, 20_000).Reverse().Select(i => "input a" + i + " : number required when a" + (i - 1) + " is known\n"));

        var result = OnSmallStack(() => Compile(inputs + "input a0 : number?\nrule A01 \"Last\" when a20000 is known then note\n"));

        Assert.That(result.RuleSet, Is.Null);
        Assert.That(result.Diagnostics.Select(found => found.Code), Has.Some.EqualTo("RR0121"));
    }

    [TestCase(ExecutionTier.Interpreted)]
    [TestCase(ExecutionTier.Compiled)]
    public void The_deepest_chain_that_is_allowed_is_judged(ExecutionTier tier)
    {
        var decision = OnSmallStack(() => Compile(Chain(200), tier).GetValueOrThrow().Evaluate(FactSet.FromJson("""{ "a0": 1 }""")));

        Assert.That(decision.Outputs["a199"], Is.EqualTo(200m));
    }

    private static string Chain(int length) =>
        "input a0 : number\n" + string.Concat(Enumerable.Range(1, length - 1).Select(i => "define a" + i + " = a" + (i - 1) + " + 1\n")) + "output a" + (length - 1) + "\n";

    private static CompilationResult Compile(string declarations, ExecutionTier tier = ExecutionTier.Interpreted) =>
        RulesText.Compile(new SourceText("ruleset corpus.depth version \"1\"\n" + declarations), new RuleSetOptions { Tier = tier });

    private static T OnSmallStack<T>(Func<T> run)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = run();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.That(failure, Is.Null);
        return result!;
    }
}
