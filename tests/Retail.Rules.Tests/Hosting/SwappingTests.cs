using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;
using Retail.Rules.Model;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Hosting;

/// <summary>Rules change by compiling anew and swapping one reference, while other threads judge.</summary>
[TestFixture]
public class SwappingTests
{
    private const int Readers = 3;

    /// <summary>The rule that changes: it fires or not, by the version.</summary>
    private const int Changing = 5_000;

    private static readonly FactSet Facts = FactSet.FromJson($$"""{ "n": {{Changing}} }""");

    private RuleSet current = null!;

    [Test]
    public void One_rule_of_10_000_is_swapped_under_load_and_each_decision_is_that_of_one_version()
    {
        var expected = new ConcurrentDictionary<string, string>();
        var known = new List<RuleSet>();
        Publish(CompileVersion(0));
        using var stop = new CancellationTokenSource();
        var judged = new long[Readers];
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Factory.StartNew(() => Read(reader), TaskCreationOptions.LongRunning)).ToArray();

        for (var version = 1; version <= 4; version++)
        {
            var before = Counts();
            var next = CompileVersion(version);
            Assert.That(SpinWait.SpinUntil(() => Counts().Zip(before, (now, then) => now > then).All(went => went), TimeSpan.FromMinutes(1)), Is.True, "readers go on while rules are compiled");
            Publish(next);
        }
        for (var swap = 0; swap < 2_000; swap++)
        {
            Volatile.Write(ref current, known[swap % known.Count]);
            if (swap % 100 == 0)
                WaitForAll();
        }
        WaitForAll();
        stop.Cancel();
        var mistakes = readers.SelectMany(reader => reader.Result).ToArray();

        Assert.That(mistakes, Is.Empty);
        Assert.That(expected.Values.Distinct().Count(), Is.EqualTo(5), "each version decides in its own way");

        // What it decides is known before any reader can meet it.
        void Publish(RuleSet next)
        {
            known.Add(next);
            expected[next.Hash] = next.Evaluate(Facts).ToJson();
            Volatile.Write(ref current, next);
        }

        List<string> Read(int reader)
        {
            var wrong = new List<string>();
            while (!stop.IsCancellationRequested)
            {
                var decision = Volatile.Read(ref current).Evaluate(Facts);
                if (expected[decision.Hash] != decision.ToJson())
                    wrong.Add(decision.ToJson());
                Interlocked.Increment(ref judged[reader]);
            }
            return wrong;
        }

        long[] Counts() => Enumerable.Range(0, Readers).Select(reader => Interlocked.Read(ref judged[reader])).ToArray();

        void WaitForAll()
        {
            var before = Counts();
            Assert.That(SpinWait.SpinUntil(() => Counts().Zip(before, (now, then) => now > then + 1).All(went => went), TimeSpan.FromMinutes(1)), Is.True, "readers go on");
        }
    }

    /// <summary>Old rulesets, with the code that was made of them, go once nobody reads them.</summary>
    [TestCase(ExecutionTier.Interpreted)]
    [TestCase(ExecutionTier.Compiled)]
    [TestCase(ExecutionTier.Tiered)]
    public void A_thousand_swaps_leave_memory_flat(ExecutionTier tier)
    {
        const long Slack = 2 * 1024 * 1024;
        var old = new List<WeakReference>(1_100);
        Swap(100, tier, old);
        var before = Retained();
        Swap(1_000, tier, old);
        var after = Retained();

        Assert.That(old.Count(reference => reference.IsAlive), Is.LessThanOrEqualTo(1), "only the ruleset in use is kept");
        Assert.That(after - before, Is.LessThan(Slack), "nothing is kept of a ruleset that is swapped out");
        Assert.That(current.Evaluate(Facts).Verdict, Is.EqualTo(Verdict.Approve));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Swap(int times, ExecutionTier tier, List<WeakReference> old)
    {
        for (var i = 0; i < times; i++)
        {
            var next = Compile(Version(rules: 20, changed: 7, i), tier);
            Volatile.Write(ref current, next);
            old.Add(new WeakReference(next));
            // Enough for a tiered ruleset to be compiled in the background.
            for (var decision = 0; decision < 60; decision++)
                current.Evaluate(Facts);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Retained()
    {
        // Code that was made at run time is freed by finalizers, a round after its ruleset.
        for (var round = 0; round < 4; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static RuleSet CompileVersion(int version) => Compile(Version(rules: 10_000, Changing, version), ExecutionTier.Tiered);

    /// <summary>Rules that each ask for one number; the changed one asks for another with every version, and a version says which it is.</summary>
    private static RuleSetDefinition Version(int rules, int changed, int version) => Definition(
    [
        Input("n", "number"),
        .. Enumerable.Range(0, rules).Select(i => (Declaration)Rule("R" + i, Binary(Name("n"), BinaryOperator.Equal, Number(i == changed ? changed + version % 2 : i)))),
        Output("version", Number(version)),
    ]);
}
