using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;

namespace Retail.Rules;

/// <summary>What compiling gave: a ruleset, or the errors that stand in its way. Immutable and thread-safe.</summary>
public sealed class CompilationResult
{
    internal CompilationResult(RuleSet? ruleSet, IReadOnlyList<Diagnostic> diagnostics)
    {
        RuleSet = ruleSet;
        Diagnostics = diagnostics;
    }

    /// <summary>The ruleset; null if there are errors.</summary>
    public RuleSet? RuleSet { get; }

    /// <summary>Everything that was found, in the order of the text: errors, warnings, hints.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The ruleset, for hosts that cannot go on without it.</summary>
    /// <returns>The ruleset.</returns>
    /// <exception cref="RuleSetException">There are errors.</exception>
    public RuleSet GetValueOrThrow() => RuleSet ?? throw new RuleSetException(Diagnostics);
}

/// <summary>A ruleset or a mapping of facts was needed and has errors. The message lists them all, a line each.</summary>
public sealed class RuleSetException : Exception
{
    /// <summary>Wraps the diagnostics.</summary>
    /// <param name="diagnostics">What was found; warnings are not part of the message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="diagnostics"/> is null.</exception>
    public RuleSetException(IReadOnlyList<Diagnostic> diagnostics)
        : base(MessageOf(diagnostics ?? throw new ArgumentNullException(nameof(diagnostics)))) => Diagnostics = diagnostics;

    /// <summary>Everything that was found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string MessageOf(IReadOnlyList<Diagnostic> diagnostics) =>
        string.Join("\n", diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()));
}
