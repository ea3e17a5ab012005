using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads the items of lists.</summary>
internal abstract class ListReader<TList, T> : ClrReader<TList>
{
    private readonly ClrReader<T> items;
    private readonly int maxItems;

    protected ListReader(ClrReader<T> items, int maxItems)
    {
        this.items = items;
        this.maxItems = maxItems;
    }

    public sealed override Value Read(ref TList list, Frame frame)
    {
        if (list is null)
            return Value.Absent;
        var depth = frame.FactLog.Depth;
        try
        {
            return ReadItems(list, frame);
        }
        catch (Exception thrown)
        {
            frame.FactLog.RefuseThrown(thrown, depth);
            return Value.Unknown;
        }
    }

    protected abstract Value ReadItems(TList list, Frame frame);

    /// <summary>Reads by index, so that no enumerator is allocated; a struct or array is not boxed for it either.</summary>
    protected Value ReadByIndex<TIndexed>(TIndexed list, Frame frame)
        where TIndexed : IReadOnlyList<T>
    {
        var count = list.Count;
        if (count > maxItems)
            return FactProblems.RefuseLength(frame.FactLog, maxItems);
        var read = frame.Arena.Rent(count);
        for (var i = 0; i < count; i++)
            AddItem(list[i], read, frame);
        return new Value(read);
    }

    protected Value ReadInTurn(IEnumerable<T> sequence, Frame frame)
    {
        var read = frame.Arena.Rent(0);
        foreach (var item in sequence)
        {
            if (read.Count == maxItems)
                return FactProblems.RefuseLength(frame.FactLog, maxItems);
            AddItem(item, read, frame);
        }
        return new Value(read);
    }

    private void AddItem(T item, Composite read, Frame frame)
    {
        var log = frame.FactLog;
        log.Enter(read.Count);
        var value = items.Read(ref item, frame);
        if (value.IsAbsent)
            FactProblems.RefuseItem(item is null, log);
        read.Add(value);
        log.Leave();
    }
}

/// <summary>A list that is known to have an indexer: an array, a list, an immutable array.</summary>
internal sealed class IndexedListReader<TList, T> : ListReader<TList, T>
    where TList : IReadOnlyList<T>
{
    public IndexedListReader(ClrReader<T> items, int maxItems)
        : base(items, maxItems)
    {
    }

    protected override Value ReadItems(TList list, Frame frame) => ReadByIndex(list, frame);
}

/// <summary>Anything enumerable; most lists declared so turn out to have an indexer.</summary>
internal sealed class SequenceReader<TList, T> : ListReader<TList, T>
    where TList : IEnumerable<T>
{
    public SequenceReader(ClrReader<T> items, int maxItems)
        : base(items, maxItems)
    {
    }

    protected override Value ReadItems(TList list, Frame frame) =>
        list is IReadOnlyList<T> indexed ? ReadByIndex(indexed, frame) : ReadInTurn(list, frame);
}
