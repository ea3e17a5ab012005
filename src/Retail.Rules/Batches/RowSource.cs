using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;

namespace Retail.Rules.Batches;

/// <summary>Takes rows from a sequence, some at a time. What the sequence throws is thrown after the rows before it were handed on. Not thread-safe.</summary>
internal sealed class RowSource<T> : IDisposable
{
    private readonly IEnumerator<T> rows;
    private ExceptionDispatchInfo? failure;

    public RowSource(IEnumerable<T> rows) => this.rows = rows.GetEnumerator();

    /// <summary>How many rows were taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Fills an array from its start.</summary>
    /// <returns>How many rows there were; 0 at the end.</returns>
    public int Fill(T[] block)
    {
        failure?.Throw();
        var count = 0;
        try
        {
            while (count < block.Length && rows.MoveNext())
                block[count++] = rows.Current;
        }
        catch (Exception thrown) when (count > 0)
        {
            failure = ExceptionDispatchInfo.Capture(thrown);
        }
        Taken += count;
        return count;
    }

    public void Dispose() => rows.Dispose();
}
