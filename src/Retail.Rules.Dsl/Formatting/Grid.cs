using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>
/// Lines whose cells stand below each other. Widths are rounded up to multiples of four, so that one longer cell rarely moves the others.
/// </summary>
internal static class Grid
{
    private const int Step = 4;

    /// <summary>The width of each column over all rows that have it.</summary>
    public static int[] Widths(IReadOnlyCollection<string[]> rows)
    {
        var widths = new int[rows.Count == 0 ? 0 : rows.Max(row => row.Length)];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                widths[i] = Math.Max(widths[i], RoundUp(row[i].Length));
        }
        return widths;
    }

    /// <summary>A row's cells, padded and with a blank between; nothing follows the last one.</summary>
    public static string Line(string[] row, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < row.Length; i++)
            line.Append(row[i]).Append(' ', Math.Max(0, widths[i] - row[i].Length)).Append(row[i].Length > 0 || widths[i] > 0 ? " " : "");
        return line.ToString().TrimEnd();
    }

    private static int RoundUp(int length) => (length + Step - 1) / Step * Step;
}
