using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Retail.Rules.Batch;

/// <summary>Writes a table of decisions as CSV (RFC 4180, lines end with LF). Not thread-safe.</summary>
public sealed class CsvDecisionWriter
{
    private readonly TextWriter output;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Where to write; stays open.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CsvDecisionWriter(TextWriter output, DecisionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.output = output ?? throw new ArgumentNullException(nameof(output));
        WriteLine(table.Columns);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row, of the same table.</param>
    /// <exception cref="ArgumentNullException"><paramref name="row"/> is null.</exception>
    public void Write(DecisionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        WriteLine(row.Cells);
    }

    private void WriteLine(IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                output.Write(',');
            WriteCell(cells[i]);
        }
        output.Write('\n');
    }

    private void WriteCell(object? cell)
    {
        var text = cell switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)cell,
        };
        if (text.AsSpan().ContainsAny(",\"\r\n"))
            output.Write("\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");
        else
            output.Write(text);
    }
}
