using BenchmarkDotNet.Attributes;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// One fact against N rules, collecting all that fire: rules and a table of ours beside three ways to write them by hand. Means over a thousand
/// facts.
/// </summary>
public class MarginBenchmarks
{
    private MarginFacts[] facts = null!;
    private int[] fired = null!;
    private HandWritten.NestedDictionary dictionary = null!;
    private HandWritten.Loop loop = null!;
    private Subject subject = null!;

    /// <summary>How many rules.</summary>
    [Params(1, 10, 100, 1_000, 10_000, 100_000)]
    public int N { get; set; }

    /// <summary>Makes the facts and the dictionaries.</summary>
    [GlobalSetup(Target = nameof(NestedDictionary))]
    public void LoadDictionary()
    {
        LoadFacts();
        dictionary = new HandWritten.NestedDictionary(MarginRules.Of(N));
    }

    /// <summary>Makes the facts and the array.</summary>
    [GlobalSetup(Target = nameof(Loop))]
    public void LoadLoop()
    {
        LoadFacts();
        loop = new HandWritten.Loop(MarginRules.Of(N));
    }

    /// <summary>Makes the facts and the rules.</summary>
    [GlobalSetup(Target = nameof(Rules))]
    public void LoadRules() => subject = Load(MarginRules.Text(N));

    /// <summary>Makes the facts and the stop rules.</summary>
    [GlobalSetup(Target = nameof(FirstRule))]
    public void LoadStopRules() => subject = Load(MarginRules.StopText(N));

    /// <summary>Makes the facts and the table.</summary>
    [GlobalSetup(Target = nameof(Table))]
    public void LoadTable() => subject = Load(MarginRules.TableText(N, "collect"));

    /// <summary>Makes the facts and the table that gives one row.</summary>
    [GlobalSetup(Target = nameof(FirstRow))]
    public void LoadFirstRow() => subject = Load(MarginRules.TableText(N, "first"));

    private void LoadFacts()
    {
        facts = MarginFacts.Thousand(N);
        fired = new int[N];
    }

    private Subject Load(string text)
    {
        LoadFacts();
        return new Subject(text);
    }

    /// <summary>By hand: dictionaries by category and region, thresholds sorted.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 1000)]
    public int NestedDictionary()
    {
        var count = 0;
        foreach (var fact in facts)
            count += dictionary.Collect(fact, fired);
        return count;
    }

    /// <summary>By hand: a loop over an array.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int Loop()
    {
        var count = 0;
        foreach (var fact in facts)
            count += loop.Collect(fact, fired);
        return count;
    }

    /// <summary>Rules, all that fire.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int Rules()
    {
        var count = 0;
        foreach (var fact in facts)
            count += subject.Fired(fact);
        return count;
    }

    /// <summary>Stop rules, the first that fires.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int FirstRule()
    {
        var count = 0;
        foreach (var fact in facts)
            count += subject.Fired(fact);
        return count;
    }

    /// <summary>A table that collects the ids of all rows that match.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int Table()
    {
        var count = 0;
        foreach (var fact in facts)
            count += subject.Collected(fact);
        return count;
    }

    /// <summary>A table that gives the first row.</summary>
    [Benchmark(OperationsPerInvoke = 1000)]
    public int FirstRow()
    {
        var count = 0;
        foreach (var fact in facts)
            count += subject.HasRow(fact);
        return count;
    }

    /// <summary>A ruleset with its map and a judgement that is used over and over.</summary>
    internal sealed class Subject
    {
        /// <summary>100,000 rules are more than a file may usually have.</summary>
        private static readonly RuleSetOptions Options = new() { Tier = ExecutionTier.Compiled, Limits = new RuleSetLimits { MaxFileLength = 64 * 1024 * 1024 } };

        private readonly FactMap<MarginFacts> map;
        private readonly Judgement judgement;

        public Subject(string text)
        {
            var ruleSet = RulesText.Compile(new SourceText(text, "bench.rules"), Options).GetValueOrThrow();
            map = ruleSet.MapFacts<MarginFacts>().GetValueOrThrow();
            judgement = ruleSet.CreateJudgement();
        }

        public int Fired(MarginFacts facts)
        {
            judgement.Judge(map, facts);
            return judgement.FiringCount;
        }

        public int Collected(MarginFacts facts)
        {
            judgement.Judge(map, facts);
            return judgement.CountOf(0);
        }

        public int HasRow(MarginFacts facts)
        {
            judgement.Judge(map, facts);
            return judgement.HasOutput(0) ? 1 : 0;
        }
    }
}
