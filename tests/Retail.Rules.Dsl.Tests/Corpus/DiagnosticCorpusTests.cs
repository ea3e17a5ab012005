using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>
/// Rulesets full of mistakes, with every finding about them, word for word. Setting UPDATE_GOLDEN=1 rewrites the expectations; the change is
/// then read as a diff.
/// </summary>
[TestFixture]
public sealed class DiagnosticCorpusTests
{
    /// <summary>Cannot be in a file: a param that the host sets and the ruleset does not have, and what the host does not allow a decision to cost. Their pages have them.</summary>
    private static readonly string[] SetByTheHost = ["RR0123", "RR0690"];

    private static readonly string Folder = Path.Combine(Books.Root, "tests", "Retail.Rules.Dsl.Tests", "Corpus", "diagnostics");

    private static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.rules").Select(path => Path.GetFileNameWithoutExtension(path)!).OrderBy(name => name, StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void Findings(string name)
    {
        var source = new SourceText(File.ReadAllText(Path.Combine(Folder, name + ".rules")), name + ".rules");
        var actual = string.Concat(RulesText.Compile(source).Diagnostics.Select(diagnostic => diagnostic + "\n"));
        var expected = Path.Combine(Folder, name + ".diagnostics.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(expected, actual);
        Assert.That(actual, Is.EqualTo(File.ReadAllText(expected)));
    }

    /// <summary>What takes several files (RR060x to RR063x, sharing and layers) has its messages in the tests of Composition.</summary>
    [Test]
    public void Every_code_of_names_types_tables_and_governance_within_a_file_is_in_the_corpus()
    {
        var found = string.Concat(Names.Select(name => File.ReadAllText(Path.Combine(Folder, name + ".diagnostics.txt"))));
        var codes = Directory.GetFiles(Path.Combine(Books.Root, "docs", "diagnostics"), "RR0*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(code => code[2] == '0' && (code[3] is '1' or '2' or '3' || (code[3] == '6' && code[4] >= '4')));

        Assert.That(codes.Where(code => !found.Contains(" " + code + ": ", StringComparison.Ordinal)), Is.EquivalentTo(SetByTheHost));
    }
}
