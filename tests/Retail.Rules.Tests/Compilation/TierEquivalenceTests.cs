using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Tests.Generation;

namespace Retail.Rules.Tests.Compilation;

/// <summary>The compiled tier is held to the interpreted one, which is the plain reading of the language.</summary>
[TestFixture]
public class TierEquivalenceTests
{
    /// <summary>Rulesets; each judges several sets of facts.</summary>
    private const int Cases = 600;

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void Compiled_rules_decide_as_interpreted_ones_do(GeneratedCase generated)
    {
        var interpreted = Compile(generated, ExecutionTier.Interpreted);
        var compiled = Compile(generated, ExecutionTier.Compiled);
        foreach (var facts in generated.Facts)
            Assert.That(compiled.Evaluate(FactSet.FromJson(facts)).ToJson(), Is.EqualTo(interpreted.Evaluate(FactSet.FromJson(facts)).ToJson()));
    }

    [FsCheck.NUnit.Property(MaxTest = Cases, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void Indexed_rules_and_tables_decide_and_explain_as_those_judged_in_turn(GeneratedCase generated)
    {
        var inTurn = Compile(generated, ExecutionTier.Interpreted, int.MaxValue);
        var indexed = Compile(generated, ExecutionTier.Interpreted, 1);
        var compiled = Compile(generated, ExecutionTier.Compiled, 1);
        foreach (var facts in generated.Facts.Select(text => FactSet.FromJson(text)))
        {
            var expected = inTurn.Explain(facts).ToJson();
            Assert.That(indexed.Explain(facts).ToJson(), Is.EqualTo(expected));
            Assert.That(compiled.Explain(facts).ToJson(), Is.EqualTo(expected));
            var decided = inTurn.Evaluate(facts).ToJson();
            Assert.That(indexed.Evaluate(facts).ToJson(), Is.EqualTo(decided));
            Assert.That(compiled.Evaluate(facts).ToJson(), Is.EqualTo(decided));
        }
    }

    /// <summary>A cell that reads a define stood beside one that an index tests: the explanation did not show the define.</summary>
    [Test]
    public void An_explanation_shows_what_rows_read_that_an_index_leaves_out() =>
        Indexed_rules_and_tables_decide_and_explain_as_those_judged_in_turn(GeneratedCase.Of(356004220));

    private static RuleSet Compile(GeneratedCase generated, ExecutionTier tier, int rowsWorthIndexing = 8)
    {
        var result = RuleSet.Compile(generated.Definition, new RuleSetOptions { Tier = tier, RowsWorthIndexing = rowsWorthIndexing });
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
        return result.RuleSet!;
    }
}
