namespace Retail.Rules.Diagnostics;

/// <summary>How much a diagnostic weighs. A ruleset with an error does not load; warnings and hints do not stop it.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing has to change.</summary>
    Info,

    /// <summary>Probably not what the author meant.</summary>
    Warning,

    /// <summary>The ruleset does not load.</summary>
    Error,
}
