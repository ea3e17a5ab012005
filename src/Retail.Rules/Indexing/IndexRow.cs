namespace Retail.Rules.Indexing;

/// <summary>What is known about a row of an index. Immutable.</summary>
internal readonly struct IndexRow
{
    public IndexRow(int target, short clause, Verdict verdict, bool isPlain)
    {
        Target = target;
        Clause = clause;
        Verdict = verdict;
        IsPlain = isPlain;
    }

    /// <summary>The rule or row of the table that it belongs to.</summary>
    public int Target { get; }

    /// <summary>The clause that holds if it matches; -1 if the target must be judged.</summary>
    public short Clause { get; }

    /// <summary>What a rule says that fires.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether its rule fires if it matches, and firing takes no more than noting it.</summary>
    public bool IsPlain { get; }
}
