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

    private static RuleSet Compile(GeneratedCase generated, ExecutionTier tier)
    {
        var result = RuleSet.Compile(generated.Definition, new RuleSetOptions { Tier = tier });
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
        return result.RuleSet!;
    }
}
