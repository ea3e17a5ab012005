using System.IO;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

/// <summary>The three books of the repository: all their examples, worked cases and boundary probes, in both tiers.</summary>
[TestFixture]
internal sealed class SampleBooksTests : CommandLineFixture
{
    private static readonly string Samples = FindSamples();

    [Test]
    public void The_books_have_no_findings() => Expect(Run("check", Samples), 0, "3 rulesets: 0 errors, 0 warnings\n");

    [Test]
    public void Every_worked_case_and_boundary_probe_passes()
    {
        var result = Run("test", Samples);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Out);
            Assert.That(result.Error, Is.Empty);
            foreach (var line in new[] { "promotion_approval.suite.json: 14 of 14", "promotion_approval.boundaries.suite.json: 18 of 18", "weekend_launch.suite.json: 13 of 13", "weekend_launch.boundaries.suite.json: 6 of 6", "substitution.suite.json: 12 of 12", "substitution.boundaries.suite.json: 8 of 8" })
                Assert.That(result.Out, Does.Contain(line + " passed\n"));
            Assert.That(result.Out, Does.Match(@"\n\d+ passed, 0 failed\n$"));
        });
    }

    private static string FindSamples()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Retail.Rules.sln")))
                return Path.Combine(folder.FullName, "samples");
        }
        throw new DirectoryNotFoundException("the tests run outside the repository");
    }
}
