using System;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Tests.Generation;

namespace Retail.Rules.Tests.Analysis;

/// <summary>No decision takes more steps than its ruleset was said to cost: with just as many it never runs out of them.</summary>
[TestFixture]
public class CostSoundnessTests
{
    private const int StepsOfFault = 1_000;

    [FsCheck.NUnit.Property(MaxTest = 150, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void Interpreted_decisions_take_no_more_steps_than_the_bound(GeneratedCase generated) => Hold(generated, ExecutionTier.Interpreted);

    [FsCheck.NUnit.Property(MaxTest = 30, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void Compiled_decisions_take_no_more_steps_than_the_bound(GeneratedCase generated) => Hold(generated, ExecutionTier.Compiled);

    private static void Hold(GeneratedCase generated, ExecutionTier tier)
    {
        var free = Compile(generated, tier, RuleSetLimits.Default.MaxSteps);
        Assert.That(free.Cost.Steps.IsBounded, Is.True);
        var judgement = free.CreateJudgement();
        foreach (var json in generated.Facts)
        {
            var facts = FactSet.FromJson(json);
            judgement.Judge(facts);
            using var document = JsonDocument.Parse(json);
            var lengths = ListLengths.Of(document.RootElement);
            // Which rules could not be judged is not told one by one; those that fired are at least as many.
            var faults = judgement.HasProblems ? judgement.FiringCount : 0;
            Assert.That(faults, Is.LessThanOrEqualTo(free.Cost.JudgedRules.At(lengths, 0)));

            var steps = free.Cost.Steps.At(lengths, 0) + StepsOfFault * faults;
            var bounded = Compile(generated, tier, steps).Evaluate(facts);
            Assert.That(bounded.Problems.Where(problem => problem.Message.EndsWith(" steps", StringComparison.Ordinal)).Select(problem => problem.Path + " " + problem.Message), Is.Empty, free.Cost.Steps.ToString());
            Assert.That(bounded.ToJson(), Is.EqualTo(judgement.ToDecision().ToJson()));
        }
    }

    private static RuleSet Compile(GeneratedCase generated, ExecutionTier tier, long maxSteps)
    {
        var result = RuleSet.Compile(generated.Definition, new RuleSetOptions { Tier = tier, Limits = new RuleSetLimits { MaxSteps = maxSteps } });
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()), Is.Empty);
        return result.RuleSet!;
    }
}
