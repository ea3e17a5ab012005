using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Cli.Output;
using Retail.Rules.Comparison;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Testing;

/// <summary>A ruleset in the tiers to be tested. Immutable.</summary>
internal sealed class TestSubject(IReadOnlyList<(ExecutionTier Tier, RuleSet RuleSet)> tiers)
{
    public RuleSetDefinition Definition => tiers[0].RuleSet.Definition;

    /// <summary>Runs a case in every tier; it passes if it does in all of them and the decisions are the same, byte for byte.</summary>
    public CaseOutcome Run(SuiteCase one, WarningLog warnings)
    {
        var results = tiers.Select(tier => (tier.Tier, Result: one.Run(tier.RuleSet))).ToArray();
        warnings.Add(results[0].Result.Decision);
        var failures = new List<Failure>();
        foreach (var group in results.GroupBy(run => string.Join('\n', Failures(run.Result))))
            failures.AddRange(Failures(group.First().Result).Select(failure => failure with { Tier = group.Count() == tiers.Count ? null : group.First().Tier }));
        var decisions = results.Select(run => run.Result.Decision.ToJson()).ToArray();
        for (var i = 1; i < decisions.Length; i++)
        {
            if (!string.Equals(decisions[0], decisions[i], StringComparison.Ordinal))
                failures.Add(new Failure("the tiers decide differently", decisions[0], decisions[i], null));
        }
        return new CaseOutcome(one, failures);
    }

    private static IEnumerable<Failure> Failures(CaseResult result) =>
        result.Mismatches.Select(mismatch => new Failure(mismatch.Path, mismatch.Expected, mismatch.Got ?? "nothing", null))
            .Concat(result.BrokenNevers.Select(never => new Failure("breaks `" + never + "`", null, null, null)))
            .Concat(result.FactErrors.Select(problem => new Failure(problem.Path + ": " + problem.Message, null, null, null)));
}

/// <summary>A case with what failed; nothing if it passed.</summary>
internal sealed record CaseOutcome(SuiteCase Case, IReadOnlyList<Failure> Failures);

/// <summary>One thing that failed: a member or a sentence, what was expected and what came, and the tier if not all agree.</summary>
internal sealed record Failure(string What, string? Expected, string? Got, ExecutionTier? Tier);
