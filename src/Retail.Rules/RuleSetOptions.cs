using System.Collections.Generic;
using Retail.Rules.Model;

namespace Retail.Rules;

/// <summary>How a ruleset runs. Every tier gives the same decisions, byte for byte.</summary>
public enum ExecutionTier
{
    /// <summary>Answers at once from the plan; compiles in the background once it is used often, and goes on compiled.</summary>
    Tiered,

    /// <summary>Always from the plan; for hosts that allow no dynamic code.</summary>
    Interpreted,

    /// <summary>Compiled before the first answer.</summary>
    Compiled,
}

/// <summary>What a compilation fixes besides the text. Immutable once built and thread-safe.</summary>
public sealed class RuleSetOptions
{
    /// <summary>The defaults.</summary>
    public static RuleSetOptions Default { get; } = new();

    /// <summary>
    /// Values for params of the ruleset, by name, in place of the declared ones; constants, inside the bounds that the ruleset sets. They count
    /// towards its hash.
    /// </summary>
    public IReadOnlyDictionary<string, Expression> Parameters { get; init; } = new Dictionary<string, Expression>();

    /// <summary>Where a ruleset finds what it uses; default <see cref="RuleSetLibrary.Empty"/>.</summary>
    public RuleSetLibrary Library { get; init; } = RuleSetLibrary.Empty;

    /// <summary>How the ruleset runs; default <see cref="ExecutionTier.Tiered"/>.</summary>
    public ExecutionTier Tier { get; init; }

    /// <summary>Bounds on facts and work.</summary>
    public RuleSetLimits Limits { get; init; } = RuleSetLimits.Default;

    /// <summary>From how many rules or rows of one kind on an index is made of them; tests compare with none at all.</summary>
    internal int RowsWorthIndexing { get; init; } = Indexing.RuleIndexes.DefaultRowsWorthIndexing;

    /// <summary>The same options with another library.</summary>
    internal RuleSetOptions With(RuleSetLibrary library) => new() { Parameters = Parameters, Library = library, Tier = Tier, Limits = Limits, RowsWorthIndexing = RowsWorthIndexing };
}
