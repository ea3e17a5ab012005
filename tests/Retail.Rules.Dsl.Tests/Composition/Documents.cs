using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Composition;

/// <summary>Several documents written in one text, each under a line <c>// file NAME</c>; the first is the one that is compiled.</summary>
internal sealed class Documents
{
    private const string Separator = "// file ";

    private readonly List<(string Path, DefinitionResult Read)> documents = [];

    public Documents(string text, Func<DefinitionResult, DefinitionResult>? through = null)
    {
        foreach (var piece in text.ReplaceLineEndings("\n").Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var path = piece[..piece.IndexOf('\n', StringComparison.Ordinal)];
            var read = RulesText.Parse(new SourceText(piece[(path.Length + 1)..], path));
            documents.Add((path, through is null ? read : through(read)));
        }
    }

    public DefinitionResult this[string path] => documents.Single(document => document.Path == path).Read;

    public RuleSetLibrary Library => RuleSetLibrary.Of(documents.Skip(1).Select(document => document.Read).ToArray());

    public CompilationResult Compile(ExecutionTier tier = ExecutionTier.Interpreted) =>
        RuleSet.Compile(documents[0].Read, new RuleSetOptions { Library = Library, Tier = tier });

    public RuleSet Compiled(ExecutionTier tier = ExecutionTier.Interpreted)
    {
        var result = Compile(tier);
        Assert.That(result.Diagnostics.Select(found => found.ToString()), Is.Empty);
        return result.GetValueOrThrow();
    }

    /// <summary>Every finding, a line each.</summary>
    public string Findings() => string.Concat(Compile().Diagnostics.Select(found => found + "\n"));

    /// <summary>What checking a document says that need not be a ruleset; the others are its library.</summary>
    public string Check(string path)
    {
        var library = RuleSetLibrary.Of(documents.Where(document => document.Path != path).Select(document => document.Read).ToArray());
        return string.Concat(RuleSet.Check(this[path], new RuleSetOptions { Library = library }).Select(found => found + "\n"));
    }

    /// <summary>Asserts that the examples pass in both tiers, as text and as JSON, from files and as one bundle; gives the hash, which is one.</summary>
    public static string Run(string text)
    {
        var hashes = new HashSet<string>();
        foreach (var documents in new[] { new Documents(text), new Documents(text, ThroughJson) })
        {
            foreach (var tier in new[] { ExecutionTier.Interpreted, ExecutionTier.Compiled })
            {
                var composed = documents.Compiled(tier);
                var bundle = RuleSet.Compile(RuleSetJson.Read(new SourceText(RuleSetJson.Write(composed.Definition), "bundle.json")), new RuleSetOptions { Tier = tier }).GetValueOrThrow();
                var rewritten = RulesText.Compile(new SourceText(RulesText.Write(composed.Definition), "bundle.rules"), new RuleSetOptions { Tier = tier }).GetValueOrThrow();
                foreach (var ruleSet in new[] { composed, bundle, rewritten })
                {
                    hashes.Add(ruleSet.Hash);
                    var cases = RuleSuite.FromExamples(ruleSet.Definition).Run(ruleSet);
                    Assert.That(cases, Is.Not.Empty);
                    Assert.That(cases.SelectMany(one => one.Mismatches.Select(member => one.Case.Id + ": " + member.Path + " expected " + member.Expected + ", got " + member.Got).Concat(one.BrokenNevers)), Is.Empty);
                }
            }
        }
        return hashes.Single();
    }

    private static DefinitionResult ThroughJson(DefinitionResult read) =>
        RuleSetJson.Read(new SourceText(RuleSetJson.Write(read.Definition!), read.Definition!.Source.Path));
}
