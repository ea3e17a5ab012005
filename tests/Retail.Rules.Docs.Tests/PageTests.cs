using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Docs.Tests;

/// <summary>What README and the pages of <c>docs/</c> show is read, compiled, run and compared.</summary>
[TestFixture]
public sealed class PageTests
{
    private const string Header = "ruleset docs.fragment version \"1\"\n";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<Snippet> Snippets => Repository.Pages.SelectMany(Snippet.In);

    private static IEnumerable<Snippet> Rulesets => Snippets.Where(snippet => snippet.Language == "rules" && snippet.Options.Length == 0);

    private static IEnumerable<Snippet> Fragments => Snippets.Where(snippet => snippet.Language == "rules" && snippet.Options.Length > 0);

    private static IEnumerable<Snippet> Jsons => Snippets.Where(snippet => snippet.Language == "json");

    private static IEnumerable<Snippet> Programs => Snippets.Where(snippet => snippet.Language == "csharp");

    private static IEnumerable<string> Pages => Repository.Pages.Append("docs/diagnostics/README.md").Append("CHANGELOG.md");

    [TestCaseSource(nameof(Rulesets))]
    public void A_ruleset_checks_clean_and_its_examples_pass(Snippet snippet)
    {
        var result = snippet.Compile();
        Assert.That(result.Diagnostics, Is.Empty);

        var failed = RuleSuite.FromExamples(result.RuleSet!.Definition).Run(result.RuleSet).Where(one => !one.Passed);
        Assert.That(failed.SelectMany(one => one.Mismatches.Select(member => one.Case.Id + ": " + member.Path + " expected " + member.Expected + ", got " + member.Got).Concat(one.BrokenNevers)), Is.Empty);
    }

    /// <summary>Fragments are declarations without a header (<c>fragment</c>), a header alone, or an expression a line.</summary>
    [TestCaseSource(nameof(Fragments))]
    public void A_fragment_parses(Snippet snippet)
    {
        var text = snippet.Options switch
        {
            "fragment" => Header + snippet.Code,
            "fragment header" => snippet.Code,
            "expression" => Header + string.Concat(snippet.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => "define e" + i + " = " + line + "\n")),
            _ => throw new InvalidOperationException("fragments are marked fragment, fragment header or expression"),
        };

        Assert.That(RulesText.Parse(new SourceText(text, snippet.ToString())).Diagnostics, Is.Empty);
    }

    [TestCaseSource(nameof(Jsons))]
    public void Json_is_what_it_is_said_to_be(Snippet snippet)
    {
        var json = JsonNode.Parse(snippet.Code)!.AsObject();
        if (json.ContainsKey("schemaVersion"))
            Assert.That(snippet.Compile().RuleSet, Is.Not.Null);
        else if (json.ContainsKey("cases"))
            RunSuite(RuleSuite.Read(snippet.Source).GetValueOrThrow());
        else
            Assert.That(json.ToJsonString(Plain), Is.EqualTo(FirstExample(RulesetNamed((string)json["ruleset"]!))));
    }

    /// <summary>A program's lines that end in a comment write what the comment says.</summary>
    [TestCaseSource(nameof(Programs))]
    public void A_program_compiles_and_writes_what_its_comments_say(Snippet snippet)
    {
        var expected = Regex.Matches(snippet.Code, @"WriteLine\(.*\); *(?:// *(.*))?").Select(match => match.Groups[1].Value.Trim()).ToArray();

        var written = CSharpSnippet.Run(snippet);

        Assert.That(written, Has.Length.EqualTo(expected.Length));
        Assert.That(written.Zip(expected).Where(pair => pair.Second.Length > 0).Select(pair => pair.First), Is.EqualTo(expected.Where(line => line.Length > 0)));
    }

    [TestCaseSource(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var links = Regex.Matches(Regex.Replace(Repository.Read(page), "(?s)```.*?```|`[^`\n]*`", ""), @"\]\(([^)]+)\)").Select(match => match.Groups[1].Value).Where(link => !link.Contains("://"));
        var broken = links.Where(link => !LeadsSomewhere(page, link));

        Assert.That(broken, Is.Empty);
    }

    private static bool LeadsSomewhere(string page, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, parts[0])));
        return Repository.Has(target) && (parts.Length == 1 || Repository.Read(target).Split('\n').Where(line => line.StartsWith('#')).Select(AnchorOf).Contains(parts[1]));
    }

    private static string AnchorOf(string heading) =>
        Regex.Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "[^a-z0-9 -]", "").Replace(' ', '-');

    private static void RunSuite(RuleSuite suite)
    {
        var results = suite.Run(RulesetNamed(suite.RuleSet));
        Assert.That(results.SelectMany(one => one.Mismatches.Select(member => one.Case.Id + ": " + member.Path + " expected " + member.Expected + ", got " + member.Got)), Is.Empty);
        Assert.That(results.All(one => one.Passed), Is.True);
    }

    private static RuleSet RulesetNamed(string name) =>
        Rulesets.Select(snippet => snippet.Compile().GetValueOrThrow()).First(ruleSet => ruleSet.Name == name);

    private static string FirstExample(RuleSet ruleSet)
    {
        var example = RuleSuite.FromExamples(ruleSet.Definition).Cases[0];
        return JsonNode.Parse(ruleSet.Evaluate(example.Facts).ToJson())!.AsObject() is var decision && decision.Remove("case")
            ? decision.ToJsonString(Plain)
            : decision.ToJsonString(Plain);
    }
}
