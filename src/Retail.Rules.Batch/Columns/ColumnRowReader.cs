using System.Collections.Generic;
using Apache.Arrow;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules.Batch;

/// <summary>Gives rows of columns to a ruleset: a block is read column by column, then judged row by row. Not thread-safe.</summary>
internal sealed class ColumnRowReader : RowReader
{
    private readonly Column[] columns;
    private RecordBatch? bound;
    private ColumnBlock? loaded;
    private long loadedBefore;

    /// <param name="schema">The columns.</param>
    /// <param name="ruleSet">The ruleset.</param>
    /// <param name="problems">Where it is noted what does not fit.</param>
    public ColumnRowReader(Schema schema, RuleSet ruleSet, List<DecisionProblem> problems)
    {
        var readers = new ColumnReaders(ruleSet.Limits, problems);
        var named = new HashSet<int>();
        var found = new List<Column>();
        for (var i = 0; i < schema.FieldsList.Count; i++)
        {
            var field = schema.FieldsList[i];
            if (ruleSet.Schema.Find(field.Name) is not { IsRead: true } input)
                continue;
            var isRepeated = !named.Add(input.Slot);
            if (isRepeated)
                problems.Add(new DecisionProblem(input.Name, "is given twice"));
            found.Add(new Column(i, input.Slot, input.Name, readers.Find(input.Name, field.DataType, input.Type), isRepeated));
        }
        columns = [.. found];
    }

    public override void Judge(FactBlock block, int row, Judgement judgement)
    {
        var range = (ColumnBlock)block;
        if (!ReferenceEquals(loaded, range) || loadedBefore != range.Before)
            Load(range);
        judgement.JudgeFrom(new Row(columns, range.Start + row));
    }

    private void Load(ColumnBlock range)
    {
        var isNew = !ReferenceEquals(bound, range.Batch);
        foreach (var column in columns)
        {
            if (isNew)
                column.Reader.Bind(range.Batch.Column(column.Index).Data);
            column.Reader.Load(range.Start, range.Count);
        }
        (bound, loaded, loadedBefore) = (range.Batch, range, range.Before);
    }

    private sealed record Column(int Index, int Slot, string Name, ColumnReader Reader, bool IsRepeated)
    {
        /// <summary>The reader of values most of which need no log; null if there is none.</summary>
        public SingleColumn? Single { get; } = IsRepeated ? null : Reader as SingleColumn;
    }

    private readonly struct Row(Column[] columns, int row) : IFactSource
    {
        public string? Case => null;

        public void Read(RuleSet ruleSet, Frame frame)
        {
            var log = frame.FactLog;
            foreach (var column in columns)
            {
                if (column.Single is { } single && single.TryRead(row, out var value))
                {
                    frame.Give(column.Slot, value);
                    continue;
                }
                log.Enter(column.Name);
                if (column.IsRepeated)
                    FactProblems.RefuseRepetition(log);
                frame.Give(column.Slot, column.Reader.Read(row, frame));
                log.Leave();
            }
        }
    }
}
