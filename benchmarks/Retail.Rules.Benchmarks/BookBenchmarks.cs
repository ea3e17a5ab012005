using BenchmarkDotNet.Attributes;

namespace Retail.Rules.Benchmarks;

/// <summary>One whole decision of each book, JSON facts in, reasons and hashes included: the mean over the worked cases of its suite.</summary>
public class BookBenchmarks
{
    private RuleSet ruleSet = null!;
    private FactSet[] facts = null!;
    private int next;

    /// <summary>The book.</summary>
    [Params("freshmart.promotion_approval", "homegoods.weekend_launch", "grocer.substitution")]
    public string Book { get; set; } = "";

    /// <summary>How it runs.</summary>
    [Params(ExecutionTier.Interpreted, ExecutionTier.Compiled)]
    public ExecutionTier Tier { get; set; }

    /// <summary>Loads the book.</summary>
    [GlobalSetup]
    public void Load()
    {
        ruleSet = Books.Load(Book, Tier);
        facts = Books.Facts(Book);
    }

    /// <summary>The next case, decided.</summary>
    [Benchmark]
    public Decision Decide()
    {
        next = next + 1 == facts.Length ? 0 : next + 1;
        return ruleSet.Evaluate(facts[next]);
    }
}
