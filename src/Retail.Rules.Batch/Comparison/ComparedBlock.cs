using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Rows, and what differs in them. Reused; belongs to one thread at a time.</summary>
internal sealed class ComparedBlock
{
    public ComparedBlock(FactBlock facts) => Facts = facts;

    public FactBlock Facts { get; }

    /// <summary>The rows that differ, in order.</summary>
    public List<RowDifference> Differences { get; } = [];

    public int Unusable { get; set; }
}

/// <summary>How a row differs.</summary>
internal sealed class RowDifference
{
    public long Row { get; private set; }

    public Verdict? Old { get; private set; }

    public Verdict? New { get; private set; }

    /// <summary>Positions of rules that fired in the old ruleset only, then in the new one only.</summary>
    public List<int> OldRules { get; } = [];

    public List<int> NewRules { get; } = [];

    public List<string> OldRoles { get; } = [];

    public List<string> NewRoles { get; } = [];

    /// <summary>Outputs that differ, and <c>missing</c>.</summary>
    public List<string> Members { get; } = [];

    public Value OldMeasure { get; set; } = Value.Unknown;

    public Value NewMeasure { get; set; } = Value.Unknown;

    /// <summary>Begins with a row; one in which nothing differs is not kept, so that the same object serves the next.</summary>
    public void Begin(long row, Verdict? before, Verdict? after) => (Row, Old, New) = (row, before, after);

    public bool IsFlip => Old != New;

    public bool IsEmpty => !IsFlip && OldRules.Count + NewRules.Count + OldRoles.Count + NewRoles.Count + Members.Count == 0;
}
