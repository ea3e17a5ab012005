using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Retail.Rules.Batches;

namespace Retail.Rules;

/// <summary>
/// Judges many objects: in the order of the input, with any number of threads, without allocating for a row. A row that is null, or whose
/// properties throw, is judged as incomplete and never lost.
/// </summary>
public static class RowBatches
{
    /// <summary>Judges a list, one result for each row at its place.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <typeparam name="TResult">What is kept of a row.</typeparam>
    /// <param name="map">How the rows give facts; the ruleset that made it judges.</param>
    /// <param name="rows">The rows. Read from several threads: do not change them meanwhile.</param>
    /// <param name="results">Where the results go: as many as there are rows, or longer.</param>
    /// <param name="tell">What is kept of each row.</param>
    /// <param name="options">Threads and progress; null for the defaults.</param>
    /// <param name="cancellation">Ends it between blocks.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are fewer places than rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; some results are filled.</exception>
    public static void Judge<T, TResult>(
        this FactMap<T> map, IReadOnlyList<T> rows, TResult[] results, RowResult<TResult> tell, BatchOptions? options = null, CancellationToken cancellation = default)
    {
        Require(map, rows, tell);
        if (results is null)
            throw new ArgumentNullException(nameof(results));
        if (results.Length < rows.Count)
            throw new ArgumentException("there are more rows than places for results", nameof(results));
        var chosen = Valid(options);
        var count = rows.Count;
        var next = 0;
        var blocks = new OrderedBlocks<RowRange>(() => new RowRange(), Read, CreateWorker);
        foreach (var range in blocks.Run(chosen.ThreadCount, cancellation))
            chosen.Progress?.Report(range.End);

        bool Read(RowRange range)
        {
            range.Start = next;
            range.End = next = Math.Min(count, next + Math.Min(chosen.RowsPerBlock, count - next));
            return range.Start < range.End;
        }

        Action<RowRange> CreateWorker()
        {
            var judgement = map.RuleSet.CreateJudgement();
            return range =>
            {
                for (var i = range.Start; i < range.End; i++)
                    results[i] = Judge(map, rows[i], i + 1L, judgement, tell);
            };
        }
    }

    /// <summary>Judges a sequence of any length, which is read as results are asked for.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <typeparam name="TResult">What is kept of a row.</typeparam>
    /// <param name="map">How the rows give facts; the ruleset that made it judges.</param>
    /// <param name="rows">The rows. Enumerated by one thread at a time; a row must not change until its result was taken.</param>
    /// <param name="tell">What is kept of each row.</param>
    /// <param name="options">Threads, rows in memory and progress; null for the defaults.</param>
    /// <param name="cancellation">Ends it between blocks, with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One result for each row, in order. What the sequence or <paramref name="tell"/> throws is thrown at its row's block.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<TResult> Judge<T, TResult>(
        this FactMap<T> map, IEnumerable<T> rows, RowResult<TResult> tell, BatchOptions? options = null, CancellationToken cancellation = default)
    {
        Require(map, rows, tell);
        return JudgeInTurn(map, rows, tell, Valid(options), cancellation);
    }

    /// <summary>Judges a span on the caller's thread, one result for each row at its place.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <typeparam name="TResult">What is kept of a row.</typeparam>
    /// <param name="map">How the rows give facts; the ruleset that made it judges.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="results">Where the results go: as many as there are rows, or longer.</param>
    /// <param name="tell">What is kept of each row.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are fewer places than rows.</exception>
    public static void Judge<T, TResult>(this FactMap<T> map, ReadOnlySpan<T> rows, Span<TResult> results, RowResult<TResult> tell)
    {
        Require(map, map, tell);
        if (results.Length < rows.Length)
            throw new ArgumentException("there are more rows than places for results", nameof(results));
        var judgement = map.RuleSet.CreateJudgement();
        for (var i = 0; i < rows.Length; i++)
            results[i] = Judge(map, rows[i], i + 1L, judgement, tell);
    }

    private static IEnumerable<TResult> JudgeInTurn<T, TResult>(FactMap<T> map, IEnumerable<T> rows, RowResult<TResult> tell, BatchOptions options, CancellationToken cancellation)
    {
        using var source = new RowSource<T>(rows);
        var done = 0L;
        var blocks = new OrderedBlocks<RowBlock<T, TResult>>(() => new RowBlock<T, TResult>(options.RowsPerBlock), Read, CreateWorker);
        foreach (var block in blocks.Run(options.ThreadCount, cancellation))
        {
            for (var i = 0; i < block.Count; i++)
                yield return block.Results[i];
            done += block.Count;
            options.Progress?.Report(done);
        }

        bool Read(RowBlock<T, TResult> block)
        {
            block.Before = source.Taken;
            block.Count = source.Fill(block.Rows);
            return block.Count > 0;
        }

        Action<RowBlock<T, TResult>> CreateWorker()
        {
            var judgement = map.RuleSet.CreateJudgement();
            return block =>
            {
                for (var i = 0; i < block.Count; i++)
                    block.Results[i] = Judge(map, block.Rows[i], block.Before + i + 1, judgement, tell);
            };
        }
    }

    private static TResult Judge<T, TResult>(FactMap<T> map, T row, long number, Judgement judgement, RowResult<TResult> tell)
    {
        if (row is null)
            judgement.JudgeFrom(new RefusedRow("row " + number.ToString(CultureInfo.InvariantCulture) + " is null"));
        else
            judgement.Judge(map, row);
        return tell(number, judgement);
    }

    private static BatchOptions Valid(BatchOptions? options)
    {
        options ??= BatchOptions.Default;
        options.RequireValid();
        return options;
    }

    private static void Require(object map, object rows, object tell)
    {
        if (map is null)
            throw new ArgumentNullException(nameof(map));
        if (rows is null)
            throw new ArgumentNullException(nameof(rows));
        if (tell is null)
            throw new ArgumentNullException(nameof(tell));
    }
}
