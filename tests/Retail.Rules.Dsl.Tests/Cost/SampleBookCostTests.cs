using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Tests;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Cost;

/// <summary>The decisions of the sample books never take more steps than their books were said to cost.</summary>
[TestFixture]
public sealed class SampleBookCostTests
{
    private const int StepsOfFault = 1_000;

    private static IEnumerable<string> Paths =>
        Directory.GetFiles(Path.Combine(Books.Root, "samples"), "*.rules", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Books.Root, path)).OrderBy(path => path, StringComparer.Ordinal);

    [TestCaseSource(nameof(Paths))]
    public void Decisions_take_no_more_steps_than_the_bound(string path)
    {
        var read = RulesText.Parse(Books.Read(path));
        if (read.Definition!.Kind is not (DocumentKind.RuleSet or DocumentKind.Layer))
            return;
        var rules = Compile(read, path, RuleSetLimits.Default.MaxSteps);
        var judgement = rules.CreateJudgement();
        var bounded = new Dictionary<long, RuleSet>();
        foreach (var given in Cases(path))
        {
            var facts = FactSet.FromJson(given);
            judgement.Judge(facts);
            var faults = judgement.HasProblems ? judgement.FiringCount : 0;
            var steps = rules.Cost.Steps.At(ListLengths.Of(given), 0) + StepsOfFault * faults;
            if (!bounded.TryGetValue(steps, out var same))
                bounded.Add(steps, same = Compile(read, path, steps));
            Assert.That(same.Evaluate(facts).ToJson(), Is.EqualTo(judgement.ToDecision().ToJson()), rules.Cost.Steps.ToString());
        }
    }

    private static RuleSet Compile(DefinitionResult read, string path, long maxSteps)
    {
        var folder = Path.GetDirectoryName(path)!;
        var library = Directory.GetFiles(Path.Combine(Books.Root, folder), "*.rules").Select(file => RulesText.Parse(Books.Read(Path.Combine(folder, Path.GetFileName(file)))));
        return RuleSet.Compile(read, new RuleSetOptions { Library = RuleSetLibrary.Of([.. library]), Tier = ExecutionTier.Interpreted, Limits = new RuleSetLimits { MaxSteps = maxSteps } }).GetValueOrThrow();
    }

    private static IEnumerable<JsonElement> Cases(string path) =>
        Directory.GetFiles(Path.Combine(Books.Root, Path.GetDirectoryName(path)!), "*.suite.json").OrderBy(file => file, StringComparer.Ordinal)
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("given")));
}
