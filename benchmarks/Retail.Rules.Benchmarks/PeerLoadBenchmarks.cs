using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Retail.Rules.Dsl;
using Retail.Rules.Text;
using RulesEngine.Models;

namespace Retail.Rules.Benchmarks;

/// <summary>Load and first answer beside Microsoft RulesEngine 6.0.1, which compiles each rule before it answers.</summary>
public class PeerLoadBenchmarks
{
    private static readonly MarginFacts Facts = new() { Category = "CATEGORY-000", Region = "REGION-00", PromoPrice = 2.00m, UnitCost = 1.99m };

    private SourceText source = null!;
    private FactSet facts = null!;

    /// <summary>How many rules.</summary>
    [Params(5, 100, 1_000)]
    public int Rules { get; set; }

    /// <summary>Writes the text.</summary>
    [GlobalSetup]
    public void Write()
    {
        source = new SourceText(MarginRules.Text(Rules), "bench.rules");
        facts = FactSet.FromJson(MarginRules.Facts);
    }

    /// <summary>Text to the first decision.</summary>
    [Benchmark(Baseline = true)]
    public Decision RetailRules() => RulesText.Compile(source).GetValueOrThrow().Evaluate(facts);

    /// <summary>Workflow objects to the first result; its JSON is not even read.</summary>
    [Benchmark]
    public List<RuleResultTree> MicrosoftRulesEngine()
    {
        var engine = new RulesEngine.RulesEngine([MarginRules.Workflow(Rules)], new ReSettings { UseFastExpressionCompiler = true });
        return engine.ExecuteAllRulesAsync("margin", new RuleParameter("facts", Facts)).AsTask().GetAwaiter().GetResult();
    }
}
