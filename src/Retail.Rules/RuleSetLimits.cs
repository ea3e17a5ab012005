namespace Retail.Rules;

/// <summary>
/// Bounds that keep a hostile ruleset or hostile facts from hanging or crashing the host. Immutable and thread-safe. The defaults are far
/// above what books of retail rules need.
/// </summary>
public sealed class RuleSetLimits
{
    /// <summary>The defaults.</summary>
    public static RuleSetLimits Default { get; } = new();

    /// <summary>How deeply expressions, JSON values and facts may nest; default 100. Defines that use defines may nest four times as deep, 400 at most.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>How many UTF-16 code units a file may have; default 4 Mi.</summary>
    public int MaxFileLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many items a list among the facts may have; default 1,000,000.</summary>
    public int MaxListItems { get; init; } = 1_000_000;

    /// <summary>How many steps (items looked at, calls, tables) one evaluation may take; default 50 million.</summary>
    public long MaxSteps { get; init; } = 50_000_000;
}
