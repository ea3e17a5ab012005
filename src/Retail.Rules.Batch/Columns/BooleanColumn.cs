using System;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads a column of bits.</summary>
internal sealed class BooleanColumn : SingleColumn
{
    protected override void Load(int start, Span<Value> into)
    {
        var bits = Data.Buffers[1].Span;
        for (var i = 0; i < into.Length; i++)
        {
            var bit = Data.Offset + start + i;
            into[i] = IsNull(start + i) ? Value.Absent : Value.Of((bits[bit >> 3] & (1 << (bit & 7))) != 0);
        }
    }

    protected override Value ReadNow(int row, Frame frame) => throw new InvalidOperationException("a bit is always read ahead");
}
