using System.Collections.Generic;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Comparison;

/// <summary>What reading a suite gave: the suite, or what is wrong with it. Immutable and thread-safe.</summary>
public sealed class RuleSuiteResult
{
    internal RuleSuiteResult(RuleSuite? suite, IReadOnlyList<Diagnostic> diagnostics)
    {
        Suite = suite;
        Diagnostics = diagnostics;
    }

    /// <summary>The suite; null if there are errors: half a suite would pass for a whole one.</summary>
    public RuleSuite? Suite { get; }

    /// <summary>
    /// What was found, in the order of the text. Each has its place as line and column, and its message begins with the JSON path.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The suite, for hosts that cannot go on without it.</summary>
    /// <returns>The suite.</returns>
    /// <exception cref="RuleSetException">There are errors.</exception>
    public RuleSuite GetValueOrThrow() => Suite ?? throw new RuleSetException(Diagnostics);
}
