using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

internal sealed partial class RulesWriter
{
    private void Table(TableDeclaration table)
    {
        writer.Write("table ").Write(table.Name.Text).Write(ParametersText(table.Parameters)).Write(HitText(table));
        if (table.OverridableBy.Count > 0)
            writer.Write(" ").Write(OverridableText(table.OverridableBy));
        writer.Write(WindowText(table.Effective, " "));
        writer.EndLine(table.TrailingComment);
        Lines(table.Inputs, table.Outputs, table.Rows);
    }

    private void SetTable(SetTableDeclaration item)
    {
        writer.Write("set table ").Write(item.Name.Text);
        writer.EndLine(item.TrailingComment);
        Lines(item.Inputs, item.Outputs, item.Rows);
    }

    private void Lines(IReadOnlyList<Column> inputs, IReadOnlyList<Column> outputs, IReadOnlyList<TableRow> tableRows)
    {
        var head = Line(inputs.Select(column => ExpressionFormatter.Format(column.Head, Precedence.Or)), outputs.Select(OutputText));
        var rows = tableRows.Select(row => Line(row.IsOtherwise ? ["otherwise"] : row.Cells.Select(CellText), row.Values.Select(ValueText))).ToArray();
        var inputWidths = Grid.Widths([head.Inputs, .. rows.Where((_, i) => !tableRows[i].IsOtherwise).Select(row => row.Inputs)]);
        var outputWidths = Grid.Widths([head.Outputs, .. rows.Select(row => row.Outputs)]);
        WriteLine(head, inputWidths, outputWidths, "", null);
        for (var i = 0; i < rows.Length; i++)
        {
            writer.Comments(tableRows[i].Comments, Indent);
            WriteLine(rows[i], inputWidths, outputWidths, WindowText(tableRows[i].Effective, " "), tableRows[i].TrailingComment);
        }
    }

    private static (string[] Inputs, string[] Outputs) Line(IEnumerable<string> inputs, IEnumerable<string> outputs) => (inputs.ToArray(), outputs.ToArray());

    private void WriteLine((string[] Inputs, string[] Outputs) line, int[] inputWidths, int[] outputWidths, string window, string? comment)
    {
        writer.Write("  ");
        if (inputWidths.Length > 0)
        {
            var isOtherwise = line.Inputs.Length < inputWidths.Length || line.Inputs is ["otherwise"];
            var cells = string.Join(" | ", line.Inputs.Select((cell, i) => isOtherwise ? cell : cell.PadRight(inputWidths[i])));
            writer.Write("| ").Write(isOtherwise ? cells.PadRight(inputWidths.Sum() + (3 * (inputWidths.Length - 1))) : cells).Write(" ");
        }
        writer.Write("|| ");
        for (var i = 0; i < line.Outputs.Length; i++)
            writer.Write(line.Outputs[i].PadRight(i < outputWidths.Length ? outputWidths[i] : 0)).Write(i + 1 < line.Outputs.Length ? " | " : " |");
        writer.Write(window);
        writer.EndLine(comment);
    }

    private static string HitText(TableDeclaration table)
    {
        if (!table.HitPolicyIsWritten && table.HitPolicy == HitPolicy.Unique)
            return "";
        return " hit " + table.HitPolicy switch
        {
            HitPolicy.First => "first",
            HitPolicy.Any => "any",
            HitPolicy.Priority => "priority",
            HitPolicy.RuleOrder => "rule order",
            HitPolicy.OutputOrder => "output order",
            HitPolicy.Collect => "collect" + AggregationText(table.Aggregation),
            _ => "unique",
        };
    }

    private static string AggregationText(CollectAggregation aggregation) => aggregation switch
    {
        CollectAggregation.Sum => " sum",
        CollectAggregation.Min => " min",
        CollectAggregation.Max => " max",
        CollectAggregation.Count => " count",
        _ => "",
    };

    private static string OutputText(Column column) =>
        ExpressionFormatter.Format(column.Head) + (column.Type is null ? "" : " : " + TypeText(column.Type))
        + (column.Within is null ? "" : " within " + ExpressionFormatter.Format(column.Within, Precedence.Primary));

    private static string CellText(Cell cell)
    {
        if (cell.Tests.Count == 0)
            return "-";
        var tests = string.Join(", ", cell.Tests.Select(TestText));
        return cell.IsNegated ? "not (" + tests + ")" : tests;
    }

    /// <summary>A test; one that begins with <c>not</c> is parenthesised, since a cell that does is the list form.</summary>
    private static string TestText(CellTest test)
    {
        if (test.Operator is { } op)
            return OperatorText.Of(op) + " " + ExpressionFormatter.Format(test.Value, Precedence.Sum);
        var text = ExpressionFormatter.Format(test.Value, Precedence.Or);
        return text.StartsWith("not ", System.StringComparison.Ordinal) ? "(" + text + ")" : text;
    }

    private static string ValueText(Expression? value) => value is null ? "-" : ExpressionFormatter.Format(value);
}
