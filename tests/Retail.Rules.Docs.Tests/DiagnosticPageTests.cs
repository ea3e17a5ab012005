using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Docs.Tests;

/// <summary>Each page's title, message and snippets are what the packages say and do. UPDATE_GOLDEN=1 rewrites the messages.</summary>
[TestFixtureSource(typeof(Descriptors), nameof(Descriptors.All))]
public sealed class DiagnosticPageTests(DiagnosticDescriptor descriptor)
{
    private string[] Lines => Repository.Read(descriptor.HelpPage).Split('\n');

    [Test]
    public void It_has_the_parts_of_a_page()
    {
        Assert.That(Lines[0], Is.EqualTo("# " + descriptor.Code + ": " + descriptor.Title));
        Assert.That(
            Lines.Where(line => line.StartsWith("## ", System.StringComparison.Ordinal) && line != "## Ruleset"),
            Is.EqualTo(new[] { "## Why", "## Avoid", "## Prefer" }));
    }

    [Test]
    public void What_to_avoid_gives_exactly_this_diagnostic()
    {
        var found = Check("Avoid");

        Assert.That(found.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { descriptor.Code }), string.Join("\n", found));
        var message = found[0].Severity + ": " + found[0].Message + ". " + found[0].Advice;
        if (Repository.UpdatesGolden)
            Repository.Write(descriptor.HelpPage, string.Join("\n", Lines.Select((line, i) => i == 2 ? message : line)));
        Assert.That(Lines[2], Is.EqualTo(message));
    }

    [Test]
    public void What_to_prefer_gives_none() => Assert.That(Check("Prefer"), Is.Empty);

    private Diagnostic[] Check(string section)
    {
        var snippets = Snippet.In(descriptor.HelpPage);
        var snippet = snippets.Single(candidate => candidate.Section == section);
        var found = snippet switch
        {
            { Language: "csharp" } => CSharpSnippet.MapFacts(snippets.Single(candidate => candidate.Section == "Ruleset").Compile().GetValueOrThrow(), snippet),
            { Options: "suite" } => RuleSuite.Read(snippet.Source).Diagnostics,
            _ => snippet.Compile().Diagnostics,
        };
        return found.ToArray();
    }
}
