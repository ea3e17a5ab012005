using System.Collections.Generic;

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

    /// <summary>How many steps (rules judged, items looked at, calls, tables) one evaluation may take; default 50 million.</summary>
    public long MaxSteps { get; init; } = 50_000_000;

    /// <summary>
    /// How many steps a decision of a ruleset may take in the worst case (<see cref="RuleSetCost.WorstCase"/>), its lists being as long as
    /// <see cref="ListItems"/> says; a ruleset that may take more does not compile (RR0690). Null, the default, does not ask.
    /// </summary>
    public long? MaxCost { get; init; }

    /// <summary>
    /// How many items lists among the facts have at most, by the names of <see cref="CostFormula.Lists"/> (<c>receipts</c>, <c>orders.lines</c>), for
    /// <see cref="MaxCost"/> alone: what the host promises, not what is refused while judging. Lists that it does not name count as <see cref="MaxListItems"/> long; default empty.
    /// </summary>
    public IReadOnlyDictionary<string, int> ListItems { get; init; } = new Dictionary<string, int>();
}
