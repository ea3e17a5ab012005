using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Tests.Generation;

[TestFixture]
public class WellTypedTests
{
    [FsCheck.NUnit.Property(MaxTest = 500, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void Every_generated_ruleset_compiles(GeneratedCase generated) =>
        Assert.That(RuleSet.Compile(generated.Definition).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
}
