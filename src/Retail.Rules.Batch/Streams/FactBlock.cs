namespace Retail.Rules.Batch;

/// <summary>Some rows of a stream. Reused; belongs to one thread at a time.</summary>
internal abstract class FactBlock
{
    /// <summary>How many rows of the stream are before it.</summary>
    public long Before { get; set; }

    public int Count { get; set; }

    /// <summary>Makes a row ready to be judged, by any number of rulesets.</summary>
    public virtual void Open(int row)
    {
    }

    /// <summary>The row was judged.</summary>
    public virtual void Close()
    {
    }
}

/// <summary>Gives the rows of a stream to one ruleset. Not thread-safe.</summary>
internal abstract class RowReader
{
    /// <summary>Judges a row that is open.</summary>
    public abstract void Judge(FactBlock block, int row, Judgement judgement);
}
