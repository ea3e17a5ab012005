using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Binding;

namespace Retail.Rules.Comparison;

/// <summary>Facts, and what a decision on them must say. Immutable and thread-safe.</summary>
public sealed class SuiteCase
{
    private readonly JsonElement expect;

    internal SuiteCase(string id, string? title, JsonElement given, JsonElement expect)
    {
        Id = id;
        Title = title;
        Facts = FactSet.FromJson(given, id);
        this.expect = expect;
    }

    /// <summary>What the case goes by: its id, which is unique in its suite, or the title of the example.</summary>
    public string Id { get; }

    /// <summary>What it shows, in a line; null if its suite does not say, or if the id is the title.</summary>
    public string? Title { get; }

    /// <summary>The facts.</summary>
    public FactSet Facts { get; }

    /// <summary>Judges the facts and compares the decision, in its JSON form, with what is expected.</summary>
    /// <param name="ruleSet">The ruleset.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ruleSet"/> is null.</exception>
    public CaseResult Run(RuleSet ruleSet)
    {
        if (ruleSet is null)
            throw new ArgumentNullException(nameof(ruleSet));
        var decision = ruleSet.EvaluateCase(Facts, out var brokenNevers);
        using var got = JsonDocument.Parse(decision.ToJson());
        return new CaseResult(this, decision, DecisionComparison.Compare(expect, got.RootElement), brokenNevers, UnexpectedFactErrors(decision));
    }

    /// <summary>
    /// Facts that do not fit, which make a decision incomplete: a case that says so expects them; any other must not pass for what it still
    /// happens to show.
    /// </summary>
    private IReadOnlyList<DecisionProblem> UnexpectedFactErrors(Decision decision)
    {
        var isExpected = expect.TryGetProperty("problems", out _)
            || (expect.TryGetProperty("verdict", out var verdict) && verdict.ValueKind == JsonValueKind.String && verdict.GetString() == VerdictNames.Of(Verdict.Incomplete));
        return isExpected ? [] : decision.Problems.Where(problem => problem.IsFactError).ToArray();
    }
}
