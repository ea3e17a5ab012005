namespace Retail.Rules.Json;

/// <summary>How expressions are written in JSON. Names, paths and numbers are strings in both forms.</summary>
public enum ExpressionForm
{
    /// <summary>As trees, which the runtime package reads alone.</summary>
    Structured,

    /// <summary>As strings of the rule language, which take an <see cref="IExpressionReader"/> to read back.</summary>
    Text,
}

/// <summary>How <see cref="RuleSetJson"/> reads and writes. Immutable; thread-safe if its reader is.</summary>
public sealed class RuleSetJsonOptions
{
    /// <summary>The defaults.</summary>
    public static RuleSetJsonOptions Default { get; } = new();

    /// <summary>Reads expressions written as strings; null, the default, refuses all but names, paths and single values.</summary>
    public IExpressionReader? ExpressionReader { get; init; }

    /// <summary>How expressions are written; default <see cref="ExpressionForm.Structured"/>. Both are read.</summary>
    public ExpressionForm Expressions { get; init; }

    /// <summary>How long and how deep a document may be.</summary>
    public RuleSetLimits Limits { get; init; } = RuleSetLimits.Default;
}
