namespace Retail.Rules.Batches;

/// <summary>Some rows of a batch, and what was kept of each. Reused; belongs to one thread at a time.</summary>
internal sealed class RowBlock<T, TResult>
{
    public RowBlock(int length)
    {
        Rows = new T[length];
        Results = new TResult[length];
    }

    public T[] Rows { get; }

    public TResult[] Results { get; }

    public int Count { get; set; }

    /// <summary>How many rows were read before it.</summary>
    public long Before { get; set; }
}

/// <summary>A range of rows of a list. Reused; belongs to one thread at a time.</summary>
internal sealed class RowRange
{
    public int Start { get; set; }

    public int End { get; set; }
}
