using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Retail.Rules.Comparison;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>
/// What the language means: rulesets whose examples state what must come out, worked by hand, run in every tier; and the whole decisions,
/// with the words of their reasons, as golden files. Setting UPDATE_GOLDEN=1 rewrites those; the change is then read as a diff.
/// </summary>
[TestFixture]
public sealed class SemanticsTests
{
    private static readonly string Folder = Path.Combine(Books.Root, "tests", "Retail.Rules.Dsl.Tests", "Corpus", "semantics");

    private static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.rules").Select(path => Path.GetFileNameWithoutExtension(path)!).OrderBy(name => name, StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Examples =>
        from name in Names
        from tier in new[] { ExecutionTier.Interpreted, ExecutionTier.Compiled }
        let ruleSet = Load(name, tier)
        from example in RuleSuite.FromExamples(ruleSet.Definition).Cases
        select new TestCaseData(ruleSet, example).SetArgDisplayNames(name, tier.ToString(), example.Id);

    [TestCaseSource(nameof(Examples))]
    public void Example_comes_out_as_stated(RuleSet ruleSet, SuiteCase example)
    {
        var result = example.Run(ruleSet);
        var found = result.Mismatches.Select(mismatch => mismatch.Path + ": expected " + mismatch.Expected + ", got " + (mismatch.Got ?? "nothing"))
            .Concat(result.BrokenNevers).Concat(result.FactErrors.Select(problem => problem.Path + ": " + problem.Message));
        Assert.That(found, Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Decision_is_told_word_for_word(string name)
    {
        var interpreted = Decisions(Load(name, ExecutionTier.Interpreted));
        Assert.That(Decisions(Load(name, ExecutionTier.Compiled)), Is.EqualTo(interpreted));
        var golden = Path.Combine(Folder, name + ".decisions.jsonl");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(golden, interpreted);
        Assert.That(interpreted, Is.EqualTo(File.ReadAllText(golden)));
    }

    private static RuleSet Load(string name, ExecutionTier tier)
    {
        var result = RulesText.Compile(new SourceText(File.ReadAllText(Path.Combine(Folder, name + ".rules")), name + ".rules"), new RuleSetOptions { Tier = tier });
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
        return result.GetValueOrThrow();
    }

    /// <summary>One decision a line, without the hashes, which change with every word of the ruleset.</summary>
    private static string Decisions(RuleSet ruleSet)
    {
        var lines = new StringBuilder();
        foreach (var example in RuleSuite.FromExamples(ruleSet.Definition).Cases)
        {
            var json = JsonNode.Parse(example.Run(ruleSet).Decision.ToJson())!.AsObject();
            foreach (var hash in new[] { "hash", "factsHash", "id" })
                json.Remove(hash);
            lines.Append(json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })).Append('\n');
        }
        return lines.ToString();
    }
}
