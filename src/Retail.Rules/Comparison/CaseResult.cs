using System.Collections.Generic;

namespace Retail.Rules.Comparison;

/// <summary>How a case came out. Immutable and thread-safe.</summary>
public sealed class CaseResult
{
    internal CaseResult(
        SuiteCase suiteCase, Decision decision, IReadOnlyList<Mismatch> mismatches, IReadOnlyList<string> brokenNevers, IReadOnlyList<DecisionProblem> factErrors)
    {
        Case = suiteCase;
        Decision = decision;
        Mismatches = mismatches;
        BrokenNevers = brokenNevers;
        FactErrors = factErrors;
    }

    /// <summary>The case.</summary>
    public SuiteCase Case { get; }

    /// <summary>What the ruleset decided.</summary>
    public Decision Decision { get; }

    /// <summary>Whether the decision is as expected, breaks no <c>never</c>, and the facts fit the ruleset.</summary>
    public bool Passed => Mismatches.Count == 0 && BrokenNevers.Count == 0 && FactErrors.Count == 0;

    /// <summary>Where the decision differs from what is expected, in the order of the expectation.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; }

    /// <summary>Each <c>never</c> of the ruleset that the decision breaks, as written.</summary>
    public IReadOnlyList<string> BrokenNevers { get; }

    /// <summary>
    /// Facts of the case that do not fit the ruleset. Empty if the case expects them, that is, if it expects the verdict <c>incomplete</c> or
    /// names <c>problems</c>.
    /// </summary>
    public IReadOnlyList<DecisionProblem> FactErrors { get; }
}

/// <summary>A place where a decision differs from what is expected. Immutable and thread-safe.</summary>
public sealed class Mismatch
{
    internal Mismatch(string path, string expected, string? got)
    {
        Path = path;
        Expected = expected;
        Got = got;
    }

    /// <summary>The member of the decision: <c>verdict</c>, <c>outputs.waves[1].atp</c>.</summary>
    public string Path { get; }

    /// <summary>What is expected there, as JSON without line breaks; <c>null</c> for nothing.</summary>
    public string Expected { get; }

    /// <summary>What the decision has there, as JSON without line breaks; null if it has nothing there.</summary>
    public string? Got { get; }
}
