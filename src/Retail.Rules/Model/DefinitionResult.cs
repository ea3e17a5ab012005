using System;
using System.Collections.Generic;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Model;

/// <summary>What reading a ruleset gave: the model, as far as it could be made out, and what is wrong with it. Immutable and thread-safe.</summary>
public sealed class DefinitionResult
{
    /// <summary>Wraps a result.</summary>
    /// <param name="definition">The model; null if not even a header could be made out.</param>
    /// <param name="diagnostics">What was found, in the order of the text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="diagnostics"/> is null.</exception>
    public DefinitionResult(RuleSetDefinition? definition, IReadOnlyList<Diagnostic> diagnostics)
    {
        Definition = definition;
        Diagnostics = diagnostics ?? throw new ArgumentNullException(nameof(diagnostics));
        foreach (var diagnostic in diagnostics)
            HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        HasErrors |= definition is null;
    }

    /// <summary>The model; null if not even a header could be made out. With errors it holds what could be read and must not be compiled.</summary>
    public RuleSetDefinition? Definition { get; }

    /// <summary>What was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is no model, or an error among the diagnostics.</summary>
    public bool HasErrors { get; }
}
