using System;
using System.Threading;
using Retail.Rules.Batches;

namespace Retail.Rules.Batch;

/// <summary>Compares what two rulesets decide about the same facts, in one pass.</summary>
public static class RuleSetDiff
{
    /// <summary>Judges every row by both rulesets and tells what differs. Memory does not grow with the rows.</summary>
    /// <param name="oldRules">The ruleset that was.</param>
    /// <param name="newRules">The ruleset that is to be; it need not have the same name or facts.</param>
    /// <param name="facts">The rows; read once.</param>
    /// <param name="options">Measure, examples, threads; null for the defaults.</param>
    /// <param name="cancellation">Ends it between blocks.</param>
    /// <returns>What differs.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Neither ruleset has the measure, or it is not a number, percent or amount.</exception>
    /// <exception cref="InvalidOperationException">The stream was read before.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="OverflowException">A sum needs more digits than a decimal has.</exception>
    public static DiffReport Compare(RuleSet oldRules, RuleSet newRules, FactStream facts, DiffOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(oldRules);
        ArgumentNullException.ThrowIfNull(newRules);
        ArgumentNullException.ThrowIfNull(facts);
        options ??= DiffOptions.Default;
        options.Batch.RequireValid();
        var subject = new DiffSubject(oldRules, newRules, options.Measure);
        facts.Take();
        var tally = new DiffTally(subject, options.Examples);
        var blocks = new OrderedBlocks<ComparedBlock>(
            () => new ComparedBlock(facts.CreateBlock(options.Batch.RowsPerBlock)),
            block => facts.Read(block.Facts),
            () => new RowComparison(subject, facts).Compare);
        try
        {
            foreach (var block in blocks.Run(options.Batch.ThreadCount, cancellation))
            {
                tally.Add(block);
                options.Batch.Progress?.Report(tally.Rows);
            }
        }
        finally
        {
            facts.End();
        }
        return tally.ToReport();
    }
}
