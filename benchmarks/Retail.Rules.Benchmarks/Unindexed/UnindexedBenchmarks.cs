using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace Retail.Rules.Benchmarks;

/// <summary>Rules that no equality can index, beside a loop over them as data and one compiled delegate for each.</summary>
public class UnindexedBenchmarks
{
    private MarginFacts[] facts = null!;
    private RangeRule[] data = null!;
    private Func<MarginFacts, bool>[] rangeDelegates = null!;
    private MarginBenchmarks.Subject ranges = null!;
    private MarginBenchmarks.Subject sums = null!;
    private int next;

    /// <summary>How many rules.</summary>
    [Params(100, 1_000, 10_000)]
    public int N { get; set; }

    /// <summary>Makes the rules in every form.</summary>
    [GlobalSetup]
    public void Load()
    {
        facts = MarginFacts.Thousand(N);
        data = [.. RangeRule.Of(N)];
        rangeDelegates = data.Select(Compile).ToArray();
        ranges = new MarginBenchmarks.Subject(RangeRule.RangeText(N));
        sums = new MarginBenchmarks.Subject(RangeRule.SumText(N));
    }

    /// <summary>Ranges by hand: a loop, the margin computed once.</summary>
    [Benchmark(Baseline = true)]
    public int RangesByHand()
    {
        var fact = Next();
        var margin = (fact.PromoPrice + fact.FundingPerUnit - fact.UnitCost) / fact.PromoPrice;
        var count = 0;
        foreach (var rule in data)
            count += rule.IsInRange(fact, margin) ? 1 : 0;
        return count;
    }

    /// <summary>Ranges, a delegate for each rule.</summary>
    [Benchmark]
    public int RangesByDelegates()
    {
        var fact = Next();
        var count = 0;
        foreach (var rule in rangeDelegates)
            count += rule(fact) ? 1 : 0;
        return count;
    }

    /// <summary>Ranges, as rules of ours.</summary>
    [Benchmark]
    public int Ranges() => ranges.Fired(Next());

    /// <summary>Sums by hand: a loop.</summary>
    [Benchmark]
    public int SumsByHand()
    {
        var fact = Next();
        var count = 0;
        foreach (var rule in data)
            count += rule.IsBelow(fact) ? 1 : 0;
        return count;
    }

    /// <summary>Sums, as rules of ours.</summary>
    [Benchmark]
    public int Sums() => sums.Fired(Next());

    private MarginFacts Next()
    {
        next = next + 1 == facts.Length ? 0 : next + 1;
        return facts[next];
    }

    private static Func<MarginFacts, bool> Compile(RangeRule rule)
    {
        System.Linq.Expressions.Expression<Func<MarginFacts, bool>> tree = facts =>
            facts.PromoPrice >= rule.LowPrice && facts.PromoPrice < rule.HighPrice && facts.UnitCost > rule.Cost
            && (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice < rule.Margin;
        return tree.Compile();
    }
}
