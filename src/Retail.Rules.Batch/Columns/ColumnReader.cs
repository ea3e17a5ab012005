using Apache.Arrow;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads one column, batch after batch, as values of one type of the language. Not thread-safe.</summary>
internal abstract class ColumnReader
{
    /// <summary>The column within the present batch.</summary>
    protected ArrayData Data { get; private set; } = null!;

    /// <summary>Goes on with the column of another batch, of the same type.</summary>
    public virtual void Bind(ArrayData data) => Data = data;

    /// <summary>Reads rows ahead, all in one go, where that is faster.</summary>
    public virtual void Load(int start, int count)
    {
    }

    /// <summary>A value of those read ahead: absent for null and blank, unknown for what does not fit, which is logged.</summary>
    /// <param name="row">The row's position in the batch.</param>
    /// <param name="frame">Where lists and records live and problems go.</param>
    public abstract Value Read(int row, Frame frame);

    protected bool IsNull(int row)
    {
        var validity = Data.Buffers[0].Span;
        var bit = Data.Offset + row;
        return !validity.IsEmpty && (validity[bit >> 3] & (1 << (bit & 7))) == 0;
    }
}

/// <summary>
/// Reads single values ahead, in one loop over the column. What cannot be used, or is used with a warning, is left to be read again when its
/// row is judged, since only then there is a log.
/// </summary>
internal abstract class SingleColumn : ColumnReader
{
    private static readonly object LaterMark = new();

    /// <summary>Stands for a value that is to be read when its row is judged.</summary>
    protected static readonly Value Later = new(LaterMark);

    private Value[] values = [];
    private int first;

    public sealed override void Load(int start, int count)
    {
        if (values.Length < count)
            values = new Value[count];
        first = start;
        Load(start, System.MemoryExtensions.AsSpan(values, 0, count));
    }

    /// <summary>The value, unless there is something to say about it.</summary>
    public bool TryRead(int row, out Value value)
    {
        value = values[row - first];
        return !ReferenceEquals(value.Reference, LaterMark);
    }

    public sealed override Value Read(int row, Frame frame) => TryRead(row, out var value) ? value : ReadNow(row, frame);

    protected abstract void Load(int start, System.Span<Value> into);

    protected abstract Value ReadNow(int row, Frame frame);
}
