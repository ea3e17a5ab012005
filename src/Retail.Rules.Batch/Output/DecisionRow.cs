using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Batch;

/// <summary>A decision as a row of a <see cref="DecisionTable"/>. Immutable and thread-safe.</summary>
public sealed class DecisionRow
{
    internal DecisionRow(object?[] cells, Verdict? verdict, IReadOnlyList<DecisionProblem> problems, IReadOnlyList<DecisionProblem> warnings)
    {
        Cells = cells;
        Verdict = verdict;
        Problems = problems;
        Warnings = warnings;
    }

    /// <summary>The cells, in the order of the table's columns: text, decimal, bool, DateTime, DateTimeOffset, the row's number as long; null where there is none.</summary>
    public IReadOnlyList<object?> Cells { get; }

    /// <summary>The verdict; null for a ruleset without rules.</summary>
    public Verdict? Verdict { get; }

    /// <summary>Facts that cannot be used and values that could not be computed.</summary>
    public IReadOnlyList<DecisionProblem> Problems { get; }

    /// <summary>What looks odd about the facts and changed nothing.</summary>
    public IReadOnlyList<DecisionProblem> Warnings { get; }

    /// <summary>Whether a fact of the row cannot be used.</summary>
    public bool HasFactErrors => Problems.Any(problem => problem.IsFactError);
}
