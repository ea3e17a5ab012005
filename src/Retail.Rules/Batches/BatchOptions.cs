using System;

namespace Retail.Rules;

/// <summary>How a batch runs. The results are the same whatever is set here. Immutable once built and thread-safe.</summary>
public sealed class BatchOptions
{
    /// <summary>The defaults: as many threads as the machine has processors.</summary>
    public static BatchOptions Default { get; } = new();

    /// <summary>How many threads judge; 1 for the caller's alone, 0 (the default) for as many as the machine has processors.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// How many rows go to a thread at a time, at least 1; default 256. Memory holds no more than four times as many for each thread, read or
    /// judged and not yet taken.
    /// </summary>
    public int RowsPerBlock { get; init; } = 256;

    /// <summary>Told after each block how many rows are done, in order; on the thread that takes the results. Null for none.</summary>
    public IProgress<long>? Progress { get; init; }

    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void RequireValid()
    {
        if (Threads < 0)
            throw new ArgumentOutOfRangeException(nameof(Threads), Threads, "a batch runs on one thread or more; 0 is one for each processor");
        if (RowsPerBlock < 1)
            throw new ArgumentOutOfRangeException(nameof(RowsPerBlock), RowsPerBlock, "a block has at least one row");
    }
}

/// <summary>Takes from a judgement what is wanted of it. Called once for each row, from several threads at a time.</summary>
/// <typeparam name="TResult">What is kept of a row; a value that holds no reference costs no memory.</typeparam>
/// <param name="row">The row's number in its source, from 1.</param>
/// <param name="judgement">The row, judged. Valid during the call only.</param>
/// <returns>What is kept.</returns>
public delegate TResult RowResult<out TResult>(long row, Judgement judgement);
