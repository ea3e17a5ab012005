using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>Headings, cells and values of tables as text, by which those of a layer are found in the table below it.</summary>
internal static class TableText
{
    public static bool HaveSameHeading(TableDeclaration table, SetTableDeclaration set) =>
        Heads(table.Inputs).SequenceEqual(Heads(set.Inputs), StringComparer.Ordinal) && Heads(table.Outputs).SequenceEqual(Heads(set.Outputs), StringComparer.Ordinal);

    /// <summary>The heading as the author would write it, without types: <c>| category || floor |</c>.</summary>
    public static string HeadingOf(TableDeclaration table) =>
        string.Concat(Heads(table.Inputs).Select(head => "| " + head + " ")) + "||" + string.Concat(Heads(table.Outputs).Select(head => " " + head + " |"));

    /// <summary>The cells and the window, in one way of writing.</summary>
    public static string CellsOf(TableRow row) => TestsOf(row) + WindowOf(row.Effective);

    private static string WindowOf(EffectiveWindow? window) => window is null
        ? ""
        : " effective " + (window.From is null ? "" : ExpressionText.Of(window.From)) + " until " + (window.Until is null ? "" : ExpressionText.Of(window.Until));

    private static string TestsOf(TableRow row) =>
        row.IsOtherwise ? "otherwise" : string.Join(" | ", row.Cells.Select(cell => (cell.IsNegated ? "not " : "") + string.Join(", ", cell.Tests.Select(TestOf))));

    public static string ValueOf(TableRow row, int column) => row.Values[column] is { } value ? ExpressionText.Of(value) : "-";

    private static IEnumerable<string> Heads(IEnumerable<Column> columns) => columns.Select(column => ExpressionText.Of(column.Head));

    private static string TestOf(CellTest test) => (test.Operator is { } op ? ExpressionText.Of(op) + " " : "") + ExpressionText.Of(test.Value);
}
