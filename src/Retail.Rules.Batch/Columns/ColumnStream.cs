using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Apache.Arrow;
using Retail.Rules.Facts;

namespace Retail.Rules.Batch;

/// <summary>Facts from columns. Reading only cuts batches into ranges; the threads that judge read the columns.</summary>
internal sealed class ColumnStream : FactStream
{
    private readonly IEnumerable<RecordBatch> batches;
    private IEnumerator<RecordBatch>? source;
    private RecordBatch? batch;
    private int batchNumber;
    private int next;
    private long taken;

    public ColumnStream(Schema schema, IEnumerable<RecordBatch> batches)
    {
        Schema = schema;
        this.batches = batches;
    }

    public Schema Schema { get; }

    internal override FactBlock CreateBlock(int rows) => new ColumnBlock(rows);

    internal override bool Read(FactBlock block)
    {
        source ??= batches.GetEnumerator();
        while (batch is null || next == batch.Length)
        {
            if (!source.MoveNext())
                return false;
            batch = source.Current;
            next = 0;
            batchNumber++;
            RequireSchema(batch.Schema);
        }
        var target = (ColumnBlock)block;
        target.Before = taken;
        target.Batch = batch;
        target.Start = next;
        target.Count = Math.Min(target.Capacity, batch.Length - next);
        next += target.Count;
        taken += target.Count;
        return true;
    }

    internal override void End() => source?.Dispose();

    internal override RowReader Bind(RuleSet ruleSet) => new ColumnRowReader(Schema, ruleSet, []);

    private protected override IReadOnlyList<DecisionProblem> FindProblems(RuleSet ruleSet)
    {
        var problems = new List<DecisionProblem>();
        _ = new ColumnRowReader(Schema, ruleSet, problems);
        var log = new FactLog();
        foreach (var field in Schema.FieldsList)
        {
            if (ruleSet.Schema.Find(field.Name) is null)
                FactProblems.WarnUnknown(field.Name, ruleSet.Schema.Inputs.Select(input => input.Name), log);
        }
        return [.. problems, .. log.Warnings];
    }

    private void RequireSchema(Schema other)
    {
        if (ReferenceEquals(other, Schema))
            return;
        if (!ColumnTypes.AreSame(other.FieldsList, Schema.FieldsList))
            throw new InvalidDataException(FormattableString.Invariant($"batch {batchNumber} has other columns than the schema"));
    }
}

/// <summary>A range of rows of a batch. Reused; belongs to one thread at a time.</summary>
internal sealed class ColumnBlock : FactBlock
{
    public ColumnBlock(int capacity) => Capacity = capacity;

    public int Capacity { get; }

    public RecordBatch Batch { get; set; } = null!;

    public int Start { get; set; }
}
