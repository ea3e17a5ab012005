using System.Linq;
using BenchmarkDotNet.Attributes;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Benchmarks;

/// <summary>From text to the first answer, in steps, in a warm process; beside Microsoft RulesEngine 6.0.1 on the same rules.</summary>
public class LoadBenchmarks
{
    private SourceText source = null!;
    private RuleSetDefinition definition = null!;
    private FactSet facts = null!;

    /// <summary>How many rules.</summary>
    [Params(5, 100, 1_000, 10_000)]
    public int Rules { get; set; }

    /// <summary>Writes the text.</summary>
    [GlobalSetup]
    public void Write()
    {
        source = new SourceText(MarginRules.Text(Rules), "bench.rules");
        definition = RulesText.Parse(source).Definition!;
        facts = FactSet.FromJson(MarginRules.Facts);
    }

    /// <summary>Text to model.</summary>
    [Benchmark]
    public RuleSetDefinition? Parse() => RulesText.Parse(source).Definition;

    /// <summary>Model to ruleset: names, types, tables, plan, hash.</summary>
    [Benchmark]
    public int Check() => RuleSet.Compile(definition).Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);

    /// <summary>Text to the first decision, from the plan.</summary>
    [Benchmark(Baseline = true)]
    public Decision FirstAnswer() => RulesText.Compile(source).GetValueOrThrow().Evaluate(facts);

    /// <summary>Text to the first decision, compiled before it.</summary>
    [Benchmark]
    public Decision FirstAnswerCompiled() => RulesText.Compile(source, new RuleSetOptions { Tier = ExecutionTier.Compiled }).GetValueOrThrow().Evaluate(facts);
}
