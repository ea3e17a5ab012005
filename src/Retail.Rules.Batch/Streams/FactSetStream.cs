using System;
using System.Collections.Generic;
using System.Text.Json;
using Retail.Rules.Batches;

namespace Retail.Rules.Batch;

/// <summary>Facts that come one by one.</summary>
internal sealed class FactSetStream : FactStream
{
    private readonly IEnumerable<FactSet> facts;
    private RowSource<FactSet>? source;

    public FactSetStream(IEnumerable<FactSet> facts) => this.facts = facts;

    internal override FactBlock CreateBlock(int rows) => new Block(rows);

    internal override bool Read(FactBlock block)
    {
        source ??= new RowSource<FactSet>(facts);
        var target = (Block)block;
        target.Before = source.Taken;
        target.Count = source.Fill(target.Rows);
        return target.Count > 0;
    }

    internal override void End() => source?.Dispose();

    internal override RowReader Bind(RuleSet ruleSet) => Reader.Instance;

    private sealed class Block : FactBlock
    {
        public Block(int rows) => Rows = new FactSet[rows];

        public FactSet[] Rows { get; }
    }

    private sealed class Reader : RowReader
    {
        public static readonly Reader Instance = new();

        public override void Judge(FactBlock block, int row, Judgement judgement)
        {
            if (((Block)block).Rows[row] is { } facts)
                judgement.Judge(facts);
            else
                judgement.JudgeFrom(new RefusedRow(FormattableString.Invariant($"row {block.Before + row + 1} is null")));
        }
    }
}

/// <summary>JSON values one by one, each with memory of its own.</summary>
internal static class JsonValues
{
    public static IEnumerable<FactSet> Read(JsonValueReader reader)
    {
        while (reader.Read() is { } value)
        {
            JsonElement json;
            using (value)
                json = value.RootElement.Clone();
            yield return FactSet.FromJson(json);
        }
    }
}
