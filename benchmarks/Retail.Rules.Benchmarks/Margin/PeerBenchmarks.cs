using System.Linq;
using BenchmarkDotNet.Attributes;
using RulesEngine.Models;

namespace Retail.Rules.Benchmarks;

/// <summary>One fact against N rules beside Microsoft RulesEngine 6.0.1 in its fastest settings, and beside one compiled delegate for each rule.</summary>
public class PeerBenchmarks
{
    private MarginFacts[] facts = null!;
    private RuleParameter[][] parameters = null!;
    private int[] fired = null!;
    private MarginBenchmarks.Subject rules = null!;
    private HandWritten.Delegates delegates = null!;
    private RulesEngine.RulesEngine microsoft = null!;
    private int next;

    /// <summary>How many rules.</summary>
    [Params(1, 10, 100, 1_000, 10_000)]
    public int N { get; set; }

    /// <summary>Makes the rules in every form; RulesEngine compiles its own at the first call.</summary>
    [GlobalSetup]
    public void Load()
    {
        facts = MarginFacts.Thousand(N);
        fired = new int[N];
        parameters = facts.Select(fact => new[] { new RuleParameter("facts", fact) }).ToArray();
        rules = new MarginBenchmarks.Subject(MarginRules.Text(N));
        delegates = new HandWritten.Delegates(MarginRules.Of(N));
        microsoft = new RulesEngine.RulesEngine([MarginRules.Workflow(N)], new ReSettings { UseFastExpressionCompiler = true, EnableScopedParams = false, EnableFormattedErrorMessage = false });
        Microsoft();
    }

    /// <summary>Rules of ours.</summary>
    [Benchmark(Baseline = true)]
    public int Rules() => rules.Fired(Next());

    /// <summary>A delegate for each rule, compiled from an expression tree.</summary>
    [Benchmark]
    public int Delegates() => delegates.Collect(Next(), fired);

    /// <summary>Microsoft RulesEngine.</summary>
    [Benchmark]
    public int Microsoft()
    {
        next = next + 1 == facts.Length ? 0 : next + 1;
        var results = microsoft.ExecuteAllRulesAsync("margin", parameters[next]).AsTask().GetAwaiter().GetResult();
        return results.Count(result => result.IsSuccess);
    }

    private MarginFacts Next()
    {
        next = next + 1 == facts.Length ? 0 : next + 1;
        return facts[next];
    }
}
