using System;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads structs as records. A member of another name is left out.</summary>
internal sealed class RecordColumn : ColumnReader
{
    private readonly RecordType type;

    /// <summary>By field of the record: the position of the child, and its reader; null where no child gives it.</summary>
    private readonly (int Child, ColumnReader Reader)?[] members;

    public RecordColumn(RecordType type, (int Child, ColumnReader Reader)?[] members)
    {
        this.type = type;
        this.members = members;
    }

    public override void Bind(ArrayData data)
    {
        base.Bind(data);
        foreach (var member in members)
            member?.Reader.Bind(data.Children[member.Value.Child]);
    }

    public override void Load(int start, int count)
    {
        foreach (var member in members)
            member?.Reader.Load(Data.Offset + start, count);
    }

    public override Value Read(int row, Frame frame)
    {
        if (IsNull(row))
            return Value.Absent;
        var log = frame.FactLog;
        var record = RecordCompletion.Rent(type, frame);
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i] is not { } member)
                continue;
            log.Enter(type.Fields[i].Name);
            record.Items[i] = member.Reader.Read(Data.Offset + row, frame);
            log.Leave();
        }
        RecordCompletion.Complete(record, type, log);
        return new Value(record);
    }
}

/// <summary>Reads structs of an amount and a currency as money.</summary>
internal sealed class MoneyColumn : ColumnReader
{
    private readonly RuleType type;
    private readonly (int Child, ColumnReader Reader) amount;
    private readonly (int Child, ColumnReader Reader) currency;

    public MoneyColumn(RuleType type, (int Child, ColumnReader Reader) amount, (int Child, ColumnReader Reader) currency)
    {
        this.type = type;
        this.amount = amount;
        this.currency = currency;
    }

    public override void Bind(ArrayData data)
    {
        base.Bind(data);
        amount.Reader.Bind(data.Children[amount.Child]);
        currency.Reader.Bind(data.Children[currency.Child]);
    }

    public override void Load(int start, int count)
    {
        amount.Reader.Load(Data.Offset + start, count);
        currency.Reader.Load(Data.Offset + start, count);
    }

    public override Value Read(int row, Frame frame) =>
        IsNull(row) ? Value.Absent : FactMoney.Of(Member(FactMoney.Amount, amount.Reader, row, frame), Member(FactMoney.Currency, currency.Reader, row, frame), type, frame);

    private Value Member(string name, ColumnReader reader, int row, Frame frame)
    {
        frame.FactLog.Enter(name);
        var value = reader.Read(Data.Offset + row, frame);
        frame.FactLog.Leave();
        return value;
    }
}

/// <summary>Reads lists.</summary>
internal sealed class ListColumn : ColumnReader
{
    /// <summary>More items than these are not read ahead for all rows of a block, but for one at a time.</summary>
    private const int MostAhead = 65_536;

    private readonly ColumnReader items;
    private readonly bool isLarge;
    private readonly int maxItems;
    private bool isAhead;

    public ListColumn(ColumnReader items, bool isLarge, int maxItems)
    {
        this.items = items;
        this.isLarge = isLarge;
        this.maxItems = maxItems;
    }

    public override void Bind(ArrayData data)
    {
        base.Bind(data);
        items.Bind(data.Children[0]);
    }

    public override void Load(int start, int count)
    {
        // A column without rows may have no offsets at all.
        if (count == 0)
            return;
        var first = ItemsBefore(Data.Offset + start);
        var length = ItemsBefore(Data.Offset + start + count) - first;
        isAhead = length <= MostAhead;
        if (isAhead)
            items.Load((int)first, (int)length);
    }

    public override Value Read(int row, Frame frame)
    {
        if (IsNull(row))
            return Value.Absent;
        var log = frame.FactLog;
        var start = ItemsBefore(Data.Offset + row);
        var count = ItemsBefore(Data.Offset + row + 1) - start;
        if (count > maxItems)
            return FactProblems.RefuseLength(log, maxItems);
        var list = frame.Arena.Rent((int)count);
        if (!isAhead)
            items.Load((int)start, (int)count);
        for (var i = 0; i < count; i++)
        {
            log.Enter(i);
            var value = items.Read((int)start + i, frame);
            if (value.IsAbsent)
                FactProblems.RefuseItem(isNull: true, log);
            list.Add(value);
            log.Leave();
        }
        return new Value(list);
    }

    private long ItemsBefore(int at)
    {
        var offsets = Data.Buffers[1].Span;
        return isLarge ? MemoryMarshal.Cast<byte, long>(offsets)[at] : MemoryMarshal.Cast<byte, int>(offsets)[at];
    }
}

/// <summary>A column that holds nothing but nulls.</summary>
internal sealed class NullColumn : ColumnReader
{
    public override Value Read(int row, Frame frame) => Value.Absent;
}

/// <summary>A column whose type does not fit: whatever it holds cannot be used.</summary>
internal sealed class RefusedColumn : ColumnReader
{
    public RefusedColumn(string why) => Why = why;

    /// <summary>What is wrong with it.</summary>
    public string Why { get; }

    public override Value Read(int row, Frame frame)
    {
        if (IsNull(row))
            return Value.Absent;
        frame.FactLog.Refuse(Why);
        return Value.Unknown;
    }
}
