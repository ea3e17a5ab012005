namespace Retail.Rules.Batch;

/// <summary>How two rulesets are compared. Immutable once built and thread-safe.</summary>
public sealed class DiffOptions
{
    /// <summary>The defaults: no measure, ten examples of a kind.</summary>
    public static DiffOptions Default { get; } = new();

    /// <summary>
    /// An output or input whose value is summed over the rows whose verdict flips: a number, percent or amount, which both or one of the rulesets
    /// has (an input must be read by it). An output goes before an input of the same name. Null (the default) for none.
    /// </summary>
    public string? Measure { get; init; }

    /// <summary>How many row numbers are kept as examples of each kind of difference, the first ones; default 10.</summary>
    public int Examples { get; init; } = 10;

    /// <summary>Threads and progress.</summary>
    public BatchOptions Batch { get; init; } = BatchOptions.Default;
}
