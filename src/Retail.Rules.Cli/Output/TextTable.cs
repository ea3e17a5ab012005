using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Retail.Rules.Cli.Output;

/// <summary>Cells in aligned columns, two blanks apart; columns of numbers to the right. A title may have several lines. Not thread-safe.</summary>
internal sealed class TextTable(params string[] head)
{
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    public void Add(params string[] row) => rows.Add(row);

    /// <summary>The lines, those of the head first if it has any words.</summary>
    /// <param name="maxWidth">How wide they may be; columns at the end that do not fit are left out, the first one never.</param>
    public IEnumerable<string> Lines(int maxWidth = int.MaxValue)
    {
        var heads = head.Select(title => title.Split('\n')).ToArray();
        var widths = heads.Select((title, column) => rows.Select(row => row[column].Length).Concat(title.Select(line => line.Length)).Max()).ToArray();
        var isNumeric = head.Select((_, column) => rows.All(row => IsNumberOrBlank(row[column]))).ToArray();
        var count = 1;
        for (var width = widths[0]; count < widths.Length && (width += Gap.Length + widths[count]) <= maxWidth; count++)
        {
        }
        var headLines = head.All(title => title.Length == 0) ? 0 : heads.Take(count).Max(title => title.Length);
        foreach (var row in Enumerable.Range(0, headLines).Select(line => HeadLine(heads, headLines, line)).Concat(rows))
        {
            var line = new StringBuilder();
            for (var column = 0; column < count; column++)
                line.Append(column > 0 ? Gap : "").Append(isNumeric[column] ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]));
            yield return line.ToString().TrimEnd();
        }
    }

    /// <summary>One line of the head; titles of fewer lines stand at its foot.</summary>
    private static string[] HeadLine(string[][] heads, int count, int line) =>
        [.. heads.Select(title => line < count - title.Length ? "" : title[line - (count - title.Length)])];

    private static bool IsNumberOrBlank(string cell) =>
        cell.Length == 0 || cell == "-" || decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
