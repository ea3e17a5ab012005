using System;
using System.Collections.Generic;
using System.Threading;
using Retail.Rules.Batches;

namespace Retail.Rules.Batch;

/// <summary>Judges streams of facts: one result for each row, in order, with any number of threads, in memory that does not grow with the stream.</summary>
public static class StreamJudging
{
    /// <summary>Judges all rows of a stream, which is read as results are asked for.</summary>
    /// <typeparam name="TResult">What is kept of a row.</typeparam>
    /// <param name="ruleSet">The ruleset.</param>
    /// <param name="facts">The rows; read once.</param>
    /// <param name="tell">What is kept of each row.</param>
    /// <param name="options">Threads, rows in memory and progress; null for the defaults.</param>
    /// <param name="cancellation">Ends it between blocks, with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The results, in order; to be enumerated once. What reading or <paramref name="tell"/> throws is thrown at its row's block.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The stream was read before.</exception>
    public static IEnumerable<TResult> Judge<TResult>(
        this RuleSet ruleSet, FactStream facts, RowResult<TResult> tell, BatchOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(tell);
        options ??= BatchOptions.Default;
        options.RequireValid();
        facts.Take();
        return Judge();

        IEnumerable<TResult> Judge()
        {
            var done = 0L;
            var blocks = new OrderedBlocks<JudgedBlock<TResult>>(() => new JudgedBlock<TResult>(facts.CreateBlock(options.RowsPerBlock)), block => facts.Read(block.Facts), CreateWorker);
            try
            {
                foreach (var block in blocks.Run(options.ThreadCount, cancellation))
                {
                    for (var i = 0; i < block.Facts.Count; i++)
                        yield return block.Results[i];
                    done += block.Facts.Count;
                    options.Progress?.Report(done);
                }
            }
            finally
            {
                facts.End();
            }
        }

        Action<JudgedBlock<TResult>> CreateWorker()
        {
            var judgement = ruleSet.CreateJudgement();
            var reader = facts.Bind(ruleSet);
            return block => block.Judge(reader, judgement, tell);
        }
    }
}

/// <summary>Rows, and what was kept of each.</summary>
internal sealed class JudgedBlock<TResult>
{
    private TResult[] results = [];

    public JudgedBlock(FactBlock facts) => Facts = facts;

    public FactBlock Facts { get; }

    /// <summary>By row; as many as there are rows count.</summary>
    public TResult[] Results => results;

    public void Judge(RowReader reader, Judgement judgement, RowResult<TResult> tell)
    {
        if (results.Length < Facts.Count)
            Array.Resize(ref results, Facts.Count);
        for (var i = 0; i < Facts.Count; i++)
        {
            Facts.Open(i);
            try
            {
                reader.Judge(Facts, i, judgement);
                results[i] = tell(Facts.Before + i + 1, judgement);
            }
            finally
            {
                Facts.Close();
            }
        }
    }
}
