using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Retail.Rules.Docs.Tests;

/// <summary>What <c>docs/coverage.md</c> points to is there: tests by class and method, cases by suite and id.</summary>
[TestFixture]
public sealed partial class CoverageTests
{
    private const string Page = "docs/coverage.md";

    private static readonly string[] Rows = Repository.Read(Page).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what", StringComparison.Ordinal)).ToArray();

    [Test]
    public void Every_row_names_what_serves_it_and_what_shows_it()
    {
        Assert.That(Rows, Has.Length.GreaterThan(30), "the table was not read");
        Assert.That(Rows.Where(row => !TestName().IsMatch(ShownBy(row)) && !SuiteLink().IsMatch(ShownBy(row))), Is.Empty);
    }

    [Test]
    public void Its_tests_exist()
    {
        var missing = Rows.SelectMany(row => TestName().Matches(ShownBy(row))).Select(match => match.Groups[1].Value).Distinct().Where(name => !Tests.Contains(name));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Its_cases_exist()
    {
        var missing = new List<string>();
        foreach (Match link in SuiteLink().Matches(string.Join("\n", Rows)))
        {
            using var suite = JsonDocument.Parse(Repository.Read(Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, "docs", link.Groups[2].Value)))));
            var ids = suite.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToHashSet();
            missing.AddRange(link.Groups[1].Value.Split(' ').Where(id => !ids.Contains(id)).Select(id => link.Groups[2].Value + " has no " + id));
        }
        Assert.That(missing, Is.Empty);
    }

    private static HashSet<string> Tests { get; } = ReadTests();

    /// <summary>Class and method of every test in the sources.</summary>
    private static HashSet<string> ReadTests()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories))
        {
            var type = Path.GetFileNameWithoutExtension(file);
            foreach (Match method in Method().Matches(File.ReadAllText(file)))
                names.Add(type + "." + method.Groups[1].Value);
        }
        return names;
    }

    private static string ShownBy(string row) => row.Split(" | ")[^1];

    [GeneratedRegex("`([A-Z][A-Za-z]*Tests\\.[A-Z][A-Za-z0-9]*_\\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex("\\[([^\\]]+)\\]\\(([^)]+\\.suite\\.json)\\)")]
    private static partial Regex SuiteLink();

    [GeneratedRegex("public (?:async )?(?:void|bool|Task|Property) ([A-Z][A-Za-z0-9]*_\\w+)\\(")]
    private static partial Regex Method();
}
