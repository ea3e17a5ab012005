using System;
using System.Collections.Generic;
using System.Linq;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Retail.Rules.Batch.Tests;

/// <summary>Columns and batches for tests.</summary>
internal static class Columns
{
    public static RecordBatch Batch(params (string Name, IArrowArray Column)[] columns)
    {
        var schema = new Schema(columns.Select(column => new Field(column.Name, column.Column.Data.DataType, true)), null);
        return new RecordBatch(schema, columns.Select(column => column.Column), columns[0].Column.Length);
    }

    public static FactStream Stream(params RecordBatch[] batches) => FactStream.FromColumns(batches[0].Schema, batches);

    public static Decimal128Array Decimals(int scale, params decimal?[] values)
    {
        var builder = new Decimal128Array.Builder(new Decimal128Type(38, scale));
        foreach (var value in values)
            _ = value is { } known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    public static StringArray Texts(params string?[] values)
    {
        var builder = new StringArray.Builder();
        foreach (var value in values)
            builder.Append(value);
        return builder.Build();
    }

    public static DictionaryArray Dictionary(string?[] entries, params int?[] indices)
    {
        var builder = new Int32Array.Builder();
        foreach (var index in indices)
            builder.Append(index);
        return new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, false), builder.Build(), Texts(entries));
    }

    public static Int64Array Longs(params long?[] values)
    {
        var builder = new Int64Array.Builder();
        foreach (var value in values)
            builder.Append(value);
        return builder.Build();
    }

    public static BooleanArray Booleans(params bool?[] values)
    {
        var builder = new BooleanArray.Builder();
        foreach (var value in values)
            _ = value is { } known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    public static Date32Array Dates(params DateTime?[] values)
    {
        var builder = new Date32Array.Builder();
        foreach (var value in values)
            _ = value is { } known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    public static TimestampArray Instants(TimeUnit unit, string? zone, params DateTimeOffset?[] values)
    {
        var builder = new TimestampArray.Builder(new TimestampType(unit, zone));
        foreach (var value in values)
            _ = value is { } known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    public static DurationArray Durations(params long?[] microseconds)
    {
        var builder = new DurationArray.Builder(DurationType.Microsecond);
        foreach (var value in microseconds)
            _ = value is { } known ? builder.Append(known) : builder.AppendNull();
        return builder.Build();
    }

    public static StructArray Structs(int length, params (string Name, IArrowArray Column)[] members)
    {
        var type = new StructType([.. members.Select(member => new Field(member.Name, member.Column.Data.DataType, true))]);
        return new StructArray(type, length, members.Select(member => member.Column), ArrowBuffer.Empty, 0);
    }

    public static ListArray Lists(IArrowArray items, params int[] offsets)
    {
        var buffer = new ArrowBuffer.Builder<int>();
        buffer.AppendRange(offsets);
        return new ListArray(new ListType(items.Data.DataType), offsets.Length - 1, buffer.Build(), items, ArrowBuffer.Empty, 0);
    }

    public static IEnumerable<RecordBatch> Slices(RecordBatch batch, params int[] lengths)
    {
        var start = 0;
        foreach (var length in lengths)
        {
            yield return batch.Slice(start, length);
            start += length;
        }
    }
}
