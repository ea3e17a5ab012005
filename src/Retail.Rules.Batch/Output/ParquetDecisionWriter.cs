using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Parquet;
using Parquet.Schema;

namespace Retail.Rules.Batch;

/// <summary>
/// Writes a table of decisions as Apache Parquet: row numbers as INT64, numbers as DECIMAL(38, the output's places), dates as DATE, instants as
/// timestamps in microseconds, everything else as UTF-8. Holds one row group at a time. Not thread-safe.
/// </summary>
public sealed class ParquetDecisionWriter : IAsyncDisposable
{
    /// <summary>Enough for the encodings to pay, little enough for memory.</summary>
    private const int RowsPerGroup = 65_536;

    private readonly ParquetWriter writer;
    private readonly ParquetCells[] columns;
    private int count;

    private ParquetDecisionWriter(ParquetWriter writer, ParquetCells[] columns)
    {
        this.writer = writer;
        this.columns = columns;
    }

    /// <summary>Begins a file.</summary>
    /// <param name="output">Where to write; stays open.</param>
    /// <param name="table">The table.</param>
    /// <returns>The writer; the file is complete once it is disposed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static async Task<ParquetDecisionWriter> CreateAsync(Stream output, DecisionTable table)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Kinds.Select(ParquetCells.For).ToArray();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), output).ConfigureAwait(false);
        return new ParquetDecisionWriter(writer, columns);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row, of the same table.</param>
    /// <returns>Done when the row is taken; now and then that is when a row group is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    public async ValueTask WriteAsync(DecisionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        for (var i = 0; i < columns.Length; i++)
            columns[i].Add(row.Cells[i]);
        if (++count == RowsPerGroup)
            await FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Writes what is left and ends the file.</summary>
    /// <returns>Done when the file is complete.</returns>
    public async ValueTask DisposeAsync()
    {
        if (count > 0)
            await FlushAsync().ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task FlushAsync()
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in columns)
            await column.FlushAsync(group).ConfigureAwait(false);
        group.CompleteValidate();
        count = 0;
    }
}

/// <summary>The cells of one column of a row group. Not thread-safe.</summary>
internal abstract class ParquetCells
{
    /// <summary>As many digits as Parquet's decimals of 16 bytes have.</summary>
    private const int Digits = 38;

    protected ParquetCells(DataField field) => Field = field;

    public DataField Field { get; }

    public static ParquetCells For(DecisionColumn column) => column.Kind switch
    {
        CellKind.Row => new RequiredCells<long>(new DataField(column.Name, typeof(long), isNullable: false)),
        CellKind.Number => new OptionalCells<decimal>(new DecimalDataField(column.Name, Digits, column.Places, isNullable: true)),
        CellKind.Boolean => new OptionalCells<bool>(new DataField(column.Name, typeof(bool), isNullable: true)),
        CellKind.Date => new OptionalCells<DateTime>(new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true)),
        CellKind.Instant => new OptionalCells<DateTime>(new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true)),
        _ => new TextCells(new DataField(column.Name, typeof(string), isNullable: true)),
    };

    public abstract void Add(object? cell);

    /// <summary>Writes the cells and forgets them.</summary>
    public abstract Task FlushAsync(ParquetRowGroupWriter group);

    private sealed class RequiredCells<T>(DataField field) : ParquetCells(field)
        where T : struct
    {
        private readonly List<T> cells = [];

        public override void Add(object? cell) => cells.Add((T)cell!);

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync<T>(Field, cells.ToArray()).ConfigureAwait(false);
            cells.Clear();
        }
    }

    private sealed class OptionalCells<T>(DataField field) : ParquetCells(field)
        where T : struct
    {
        private readonly List<T?> cells = [];

        public override void Add(object? cell) => cells.Add(cell is DateTimeOffset instant ? (T)(object)instant.UtcDateTime : (T?)cell);

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync<T>(Field, (ReadOnlyMemory<T?>)cells.ToArray()).ConfigureAwait(false);
            cells.Clear();
        }
    }

    private sealed class TextCells(DataField field) : ParquetCells(field)
    {
        private readonly List<string?> cells = [];

        public override void Add(object? cell) => cells.Add((string?)cell);

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            await group.WriteAsync(Field, cells!).ConfigureAwait(false);
            cells.Clear();
        }
    }
}
