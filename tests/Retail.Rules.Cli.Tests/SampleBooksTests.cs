using System.IO;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Cli.Tests;

/// <summary>The three books of the repository: all their examples, worked cases and boundary probes, in both tiers.</summary>
[TestFixture]
internal sealed class SampleBooksTests : CommandLineFixture
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "samples");

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

    [Test]
    public void The_readme_shows_what_its_commands_print()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var result = Run("run", Path.Combine(Samples, "homegoods", "homegoods.weekend_launch.rules"), "--facts", Path.Combine(Samples, "homegoods", "regions.json"));
        var shown = Regex.Matches(readme, "```text\n(.*?)```", RegexOptions.Singleline);
        Assert.Multiple(() =>
        {
            Assert.That(readme, Does.Contain("run samples/homegoods/homegoods.weekend_launch.rules --facts samples/homegoods/regions.json"));
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(shown, Has.Count.EqualTo(2));
            foreach (Match block in shown)
                Assert.That(result.Out, Does.Contain(block.Groups[1].Value));
        });
    }

    [Test]
    public void The_rules_and_the_suite_of_the_readme_pass()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        Write("price_cut.rules", Regex.Match(readme, "```rules\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        Write("price_cut.suite.json", Regex.Match(readme, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        Assert.That(Run("check", "price_cut.rules").Out, Is.EqualTo("1 ruleset: 0 errors, 0 warnings\n"));
        Assert.That(Run("test", "price_cut.rules", "--suite", "price_cut.suite.json").Out, Does.EndWith("\n3 passed, 0 failed\n"));
    }
}
