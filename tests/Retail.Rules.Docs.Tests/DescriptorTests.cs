using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Docs.Tests;

/// <summary>The catalogue of diagnostics and the index of their pages are the same list.</summary>
[TestFixture]
public sealed class DescriptorTests
{
    private static readonly (string Range, string Title)[] Groups =
    [
        ("RR00", "Text of a ruleset"), ("RR01", "Names and declarations"), ("RR02", "Types"), ("RR03", "Tables"), ("RR04", "JSON form"),
        ("RR05", "Facts from C# types"), ("RR06", "Governance"),
    ];

    [Test]
    public void Codes_are_unique()
    {
        Assert.That(Descriptors.All, Has.Count.GreaterThan(100));
        Assert.That(Descriptors.All.Select(descriptor => descriptor.Code), Is.Unique);
    }

    [Test]
    public void Codes_belong_to_a_range() =>
        Assert.That(Descriptors.All.Where(descriptor => Groups.All(group => !descriptor.Code.StartsWith(group.Range, StringComparison.Ordinal))), Is.Empty);

    [Test]
    public void There_is_a_page_for_each_code_and_no_other()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "*.md").Select(path => Path.GetFileName(path)!).Where(name => name != "README.md");

        Assert.That(pages, Is.EquivalentTo(Descriptors.All.Select(descriptor => Path.GetFileName(descriptor.HelpPage))));
    }

    [Test]
    public void The_index_lists_every_code_with_severity_and_title()
    {
        var expected = new List<string>();
        foreach (var (range, title) in Groups)
        {
            expected.AddRange(["## " + range + "xx: " + title, "| code | severity | |", "|---|---|---|"]);
            expected.AddRange(Descriptors.All
                .Where(descriptor => descriptor.Code.StartsWith(range, StringComparison.Ordinal))
                .Select(found => "| [" + found.Code + "](" + found.Code + ".md) | " + found.Severity.ToString().ToLowerInvariant() + " | " + found.Title + " |"));
        }

        var index = Repository.Read("docs/diagnostics/README.md").Split('\n').Where(line => line.StartsWith("##", StringComparison.Ordinal) || line.StartsWith('|'));

        Assert.That(index, Is.EqualTo(expected));
    }

    [Test]
    public void Messages_are_one_line_without_a_full_stop([ValueSource(typeof(Descriptors), nameof(Descriptors.All))] DiagnosticDescriptor descriptor)
    {
        foreach (var text in new[] { descriptor.Title, descriptor.Message, descriptor.Advice })
        {
            Assert.That(text, Does.Not.Contain("\n"));
            Assert.That(text, Does.Not.EndWith("."));
        }
        Assert.That(char.IsUpper(descriptor.Title[0]) || !char.IsLetter(descriptor.Title[0]) || descriptor.Title.Contains(" "), Is.True, "a title begins like a sentence");
        Assert.That(char.IsUpper(descriptor.Message[0]), Is.False, "a message goes on after `error RR0000: `");
    }
}
