using System;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads a column of positions in a dictionary, each entry of which is found out once a batch.</summary>
internal sealed class DictionaryColumn : SingleColumn
{
    private readonly ColumnReader entries;
    private readonly ArrowTypeId indexType;
    private ArrayData? dictionary;
    private Value[] known = [];
    private bool[] isKnown = [];

    /// <param name="entries">Reads the dictionary.</param>
    /// <param name="indexType">What positions are written as.</param>
    public DictionaryColumn(ColumnReader entries, ArrowTypeId indexType)
    {
        this.entries = entries;
        this.indexType = indexType;
    }

    public override void Bind(ArrayData data)
    {
        base.Bind(data);
        if (ReferenceEquals(dictionary, data.Dictionary))
            return;
        dictionary = data.Dictionary;
        entries.Bind(dictionary);
        if (known.Length < dictionary.Length)
            (known, isKnown) = (new Value[dictionary.Length], new bool[dictionary.Length]);
        System.Array.Clear(isKnown);
    }

    protected override void Load(int start, Span<Value> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            if (IsNull(start + i))
                into[i] = Value.Absent;
            else
                into[i] = IndexAt(start + i) is var index && index >= 0 && index < isKnown.Length && isKnown[index] ? known[index] : Later;
        }
    }

    protected override Value ReadNow(int row, Frame frame)
    {
        var index = IndexAt(row);
        if (index < 0 || index >= dictionary!.Length)
        {
            frame.FactLog.Refuse(FormattableString.Invariant($"{index} is no position in the column's dictionary"));
            return Value.Unknown;
        }
        var log = frame.FactLog;
        var said = log.Errors.Count + log.Warnings.Count;
        entries.Load((int)index, 1);
        var value = entries.Read((int)index, frame);
        // What something is said about is read anew in each row, so that each decision says it.
        if (said == log.Errors.Count + log.Warnings.Count)
            (known[index], isKnown[index]) = (value, true);
        return value;
    }

    private long IndexAt(int row)
    {
        var raw = Data.Buffers[1].Span;
        var at = Data.Offset + row;
        return indexType switch
        {
            ArrowTypeId.Int32 => MemoryMarshal.Cast<byte, int>(raw)[at],
            ArrowTypeId.Int8 => (sbyte)raw[at],
            ArrowTypeId.UInt8 => raw[at],
            ArrowTypeId.Int16 => MemoryMarshal.Cast<byte, short>(raw)[at],
            ArrowTypeId.UInt16 => MemoryMarshal.Cast<byte, ushort>(raw)[at],
            ArrowTypeId.UInt32 => MemoryMarshal.Cast<byte, uint>(raw)[at],
            ArrowTypeId.UInt64 => (long)Math.Min(long.MaxValue, MemoryMarshal.Cast<byte, ulong>(raw)[at]),
            _ => MemoryMarshal.Cast<byte, long>(raw)[at],
        };
    }
}
