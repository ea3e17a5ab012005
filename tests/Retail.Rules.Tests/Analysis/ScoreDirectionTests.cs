using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Analysis;

/// <summary>
/// What the search for loosening scores lets pass never loosens: whatever the facts, the verdict with the score is no better than without it.
/// A fact that only the score's condition reads switches it.
/// </summary>
[TestFixture]
public class ScoreDirectionTests
{
    private static readonly string[] Findings = ["RR0672", "RR0673", "RR0674", "RR0675"];

    [FsCheck.NUnit.Property(MaxTest = 1500, Arbitrary = [typeof(ScoredCases)], QuietOnSuccess = true)]
    public void A_score_that_passes_never_makes_a_verdict_better(ScoredCase scored)
    {
        if (Passing(scored) is not { } rules)
            return;
        foreach (var (facts, with, without) in Decisions(scored, rules))
            Assert.That(with.Verdict!.Value, Is.GreaterThanOrEqualTo(without.Verdict!.Value), facts);
    }

    [Test]
    public void Enough_of_these_cases_pass_and_have_a_score_at_work()
    {
        var passing = Enumerable.Range(1, 400).Select(seed => (Case: ScoredCase.Of(seed), Rules: Passing(ScoredCase.Of(seed)))).Where(found => found.Rules is not null).ToArray();
        var moved = passing.SelectMany(found => Decisions(found.Case, found.Rules!)).Where(found => !found.With.Rules.SequenceEqual(found.Without.Rules));

        Assert.That(passing, Has.Length.GreaterThan(20));
        Assert.That(moved.Count(), Is.GreaterThan(10));
    }

    /// <summary>The ruleset, if it compiles and nothing is said against its score.</summary>
    private static RuleSet? Passing(ScoredCase scored)
    {
        var compiled = RuleSet.Compile(scored.Definition);
        return compiled.Diagnostics.Any(found => Findings.Contains(found.Code)) ? null : compiled.RuleSet;
    }

    /// <summary>Decisions with and without the score, where both worlds can be compared: what cannot be computed with it is as bad as can be.</summary>
    private static IEnumerable<(string Facts, Decision With, Decision Without)> Decisions(ScoredCase scored, RuleSet rules)
    {
        foreach (var facts in scored.Facts)
        {
            var with = rules.Evaluate(FactSet.FromJson(Switched(facts, true)));
            var without = rules.Evaluate(FactSet.FromJson(Switched(facts, false)));
            if (with.Problems.Count == 0 && with.Missing.Count == 0 && !without.Problems.Any(IsOfLimits))
                yield return (facts, with, without);
        }
    }

    /// <summary>Numbers and dates beyond what can be computed with, and steps beyond the limit, are not what the search is about.</summary>
    private static bool IsOfLimits(DecisionProblem problem) =>
        problem.Message.Contains("too large", StringComparison.Ordinal) || problem.Message.Contains("steps", StringComparison.Ordinal) || problem.Message.Contains("years", StringComparison.Ordinal);

    private static string Switched(string facts, bool isOn)
    {
        var json = JsonNode.Parse(facts)!.AsObject();
        json["scoreCounts"] = isOn;
        return json.ToJsonString();
    }
}

/// <summary>A generated ruleset with a score in it, and facts for it.</summary>
public sealed class ScoredCase
{
    public required GeneratedCase Generated { get; init; }

    public required RuleSetDefinition Definition { get; init; }

    public IReadOnlyList<string> Facts => Generated.Facts;

    /// <summary>What FsCheck shows of a failing case.</summary>
    public override string ToString() => RuleSetJson.Write(Definition) + "\n" + string.Join("\n", Facts);

    public static ScoredCase Of(int seed)
    {
        var choices = new Choices(seed);
        var generated = GeneratedCase.Of(seed);
        return new ScoredCase { Generated = generated, Definition = Scored(generated.Definition, new ScoredRules(choices)) };
    }

    private static RuleSetDefinition Scored(RuleSetDefinition definition, ScoredRules rules) => new()
    {
        Source = definition.Source,
        Name = definition.Name,
        Version = definition.Version,
        Currency = definition.Currency,
        OutputPlaces = definition.OutputPlaces,
        Declarations = [.. definition.Declarations.Select(rules.Rewrite), .. rules.Declarations()],
    };
}

/// <summary>Where FsCheck gets scored cases from.</summary>
public static class ScoredCases
{
    public static Arbitrary<ScoredCase> Any() => Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(ScoredCase.Of));
}
