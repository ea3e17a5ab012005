using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Cli.Tests;

/// <summary>The books of the repository: all their examples, worked cases and boundary probes, in both tiers.</summary>
[TestFixture]
internal sealed class SampleBooksTests : CommandLineFixture
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "samples");

    private static IEnumerable<string> Folders => Directory.GetDirectories(Samples)
        .Where(folder => Directory.GetFiles(folder, "*.rules").Length > 0)
        .Select(folder => Path.GetFileName(folder)!)
        .OrderBy(folder => folder, System.StringComparer.Ordinal);

    [TestCaseSource(nameof(Folders))]
    public void The_books_have_no_findings(string folder)
    {
        var count = Directory.GetFiles(Path.Combine(Samples, folder), "*.rules").Length;
        var result = Run("check", Path.Combine(Samples, folder));
        Assert.That(result.Out, Does.Match("^" + count + " (ruleset|document)s?: 0 errors, 0 warnings\n$"), result.Error);
        Assert.That(result.ExitCode, Is.Zero);
    }

    [TestCaseSource(nameof(Folders))]
    public void Every_example_worked_case_and_boundary_probe_passes(string folder)
    {
        var result = Run("test", Path.Combine(Samples, folder));
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Out);
            Assert.That(result.Error, Is.Empty);
            foreach (var suite in Directory.GetFiles(Path.Combine(Samples, folder), "*.suite.json"))
            {
                using var json = JsonDocument.Parse(File.ReadAllText(suite));
                var cases = json.RootElement.GetProperty("cases").GetArrayLength();
                Assert.That(result.Out, Does.Contain(Path.GetFileName(suite) + ": " + cases + " of " + cases + " passed\n"));
            }
            Assert.That(result.Out, Does.Match(@"(^|\n)\d+ passed, 0 failed\n$"));
        });
    }

    [Test]
    public void Each_of_the_three_large_books_has_its_published_suites() =>
        Assert.That(
            Directory.GetFiles(Samples, "*.suite.json", SearchOption.AllDirectories).Select(Path.GetFileName),
            Is.SupersetOf(new[]
            {
                "freshmart.promotion_approval.suite.json", "freshmart.promotion_approval.boundaries.suite.json",
                "homegoods.weekend_launch.suite.json", "homegoods.weekend_launch.boundaries.suite.json",
                "grocer.substitution.suite.json", "grocer.substitution.boundaries.suite.json",
            }));

    [Test]
    public void The_readme_shows_what_its_commands_print() =>
        ExpectShown(
            "Judge a launch",
            2,
            "run samples/homegoods/homegoods.weekend_launch.rules --facts samples/homegoods/regions.json",
            Run("run", Path.Combine(Samples, "homegoods", "homegoods.weekend_launch.rules"), "--facts", Path.Combine(Samples, "homegoods", "regions.json")));

    [Test]
    public void The_release_sample_prints_what_the_readme_shows() =>
        ExpectShown(
            "Release a promotion",
            1,
            "release samples/release/release.gate.json --request samples/release/autumn-home-weekend.json",
            Run("release", Path.Combine(Samples, "release", "release.gate.json"), "--request", Path.Combine(Samples, "release", "autumn-home-weekend.json")));

    private static void ExpectShown(string section, int blocks, string command, CommandResult result)
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var text = Regex.Match(readme, "\n## " + section + "\n(.*?)\n## ", RegexOptions.Singleline).Groups[1].Value;
        var shown = Regex.Matches(text, "```text\n(.*?)```", RegexOptions.Singleline);
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain(command));
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(shown, Has.Count.EqualTo(blocks));
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
