using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>
/// Turns values of one C# type into values of one type of the language: absent for null and blank, unknown for what does not fit, which is
/// logged. Made once by <see cref="FactMapper"/>; reads without reflection and without allocation. Immutable and thread-safe.
/// </summary>
/// <remarks>Takes its value by reference, since the getters of a struct do.</remarks>
internal abstract class ClrReader<T>
{
    public abstract Value Read(ref T value, Frame frame);
}

/// <summary>A single value: a number, a date, a text.</summary>
internal sealed class SingleReader<T> : ClrReader<T>
{
    private readonly RuleType type;
    private readonly Func<T, RuleType, FactLog, Value> convert;

    public SingleReader(RuleType type, Func<T, RuleType, FactLog, Value> convert)
    {
        this.type = type;
        this.convert = convert;
    }

    public override Value Read(ref T value, Frame frame) => convert(value, type, frame.FactLog);
}

/// <summary>A value that may be null.</summary>
internal sealed class NullableReader<T> : ClrReader<T?>
    where T : struct
{
    private readonly ClrReader<T> inner;

    public NullableReader(ClrReader<T> inner) => this.inner = inner;

    public override Value Read(ref T? value, Frame frame)
    {
        if (value is not { } known)
            return Value.Absent;
        return inner.Read(ref known, frame);
    }
}

/// <summary>A member of a C# enum.</summary>
internal sealed class EnumReader<T> : ClrReader<T>
    where T : struct, Enum
{
    private readonly EnumType type;
    private readonly Dictionary<T, Value> members;

    public EnumReader(EnumType type, Dictionary<T, Value> members)
    {
        this.type = type;
        this.members = members;
    }

    public override Value Read(ref T value, Frame frame)
    {
        if (members.TryGetValue(value, out var member))
            return member;
        FactProblems.RefuseMember(value.ToString(), type, frame.FactLog);
        return Value.Unknown;
    }
}

/// <summary>An object as a record.</summary>
internal sealed class RecordReader<T> : ClrReader<T>
{
    private readonly RecordType type;

    /// <summary>By field; null where no property gives it.</summary>
    private readonly PropertyReader<T>?[] properties;

    public RecordReader(RecordType type, PropertyReader<T>?[] properties)
    {
        this.type = type;
        this.properties = properties;
    }

    public override Value Read(ref T value, Frame frame)
    {
        if (value is null)
            return Value.Absent;
        var record = RecordCompletion.Rent(type, frame);
        for (var i = 0; i < properties.Length; i++)
        {
            if (properties[i] is { } property)
                record.Items[i] = property.Read(ref value, frame);
        }
        RecordCompletion.Complete(record, type, frame.FactLog);
        return new Value(record);
    }
}
