using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Tables: heads, rows and cells, with <c>-</c> and <c>&lt;= 15%</c> as in the text.</summary>
internal sealed partial class DocumentReader
{
    private TableDeclaration? ReadTable(JsonSyntax node)
    {
        var name = ReadName(node.Find("table"));
        var parameters = ReadParameters(node);
        var hit = node.Find("hit");
        var (policy, aggregation) = ReadWord(hit, JsonWords.HitPolicies, "a hit policy") ?? default;
        var overriders = ReadOverriders(node);
        var effective = ReadWindow(node.Find("effective"));
        var inputs = ReadItems(node.Find("inputs"), "a list of columns", ReadInputColumn);
        var outputs = ReadAll(Required(node, "outputs", "a table"), "a list of columns", 1, "`outputs`", ReadOutputColumn);
        var rows = ReadAll(Required(node, "rows", "a table"), "a list of rows", 1, "`rows`", ReadRow);
        return name is null || outputs is null || rows is null
            ? null
            : new TableDeclaration
            {
                Name = name, Parameters = parameters, HitPolicy = policy, HitPolicyIsWritten = hit is not null, Aggregation = aggregation, OverridableBy = overriders,
                Effective = effective, Inputs = inputs, Outputs = outputs, Rows = rows,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private SetTableDeclaration? ReadSetTable(JsonSyntax node)
    {
        var name = ReadName(node.Find("setTable"));
        var inputs = ReadItems(node.Find("inputs"), "a list of columns", ReadInputColumn);
        var outputs = ReadAll(Required(node, "outputs", "`setTable`"), "a list of columns", 1, "`outputs`", ReadOutputColumn);
        var rows = ReadAll(Required(node, "rows", "`setTable`"), "a list of rows", 1, "`rows`", ReadRow);
        return name is null || outputs is null || rows is null
            ? null
            : new SetTableDeclaration
            {
                Name = name, Inputs = inputs, Outputs = outputs, Rows = rows,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private Column? ReadInputColumn(JsonSyntax node)
    {
        if (!Open(node, "an input column", "value", "type"))
            return null;
        var value = ReadOptional(Required(node, "value", "an input column"));
        var type = ReadType(node.Find("type"));
        return value is null ? null : new Column { Head = value, Type = type, Span = node.Span };
    }

    private Column? ReadOutputColumn(JsonSyntax node)
    {
        if (!Open(node, "an output column", "name", "type", "within"))
            return null;
        var name = ReadName(Required(node, "name", "an output column"));
        var type = ReadType(node.Find("type"));
        var within = ReadOptional(node.Find("within"));
        return name is null
            ? null
            : new Column { Head = new NameExpression { Name = name.Text, Span = name.Span }, Type = type, Within = within, Span = node.Span };
    }

    private TableRow? ReadRow(JsonSyntax node)
    {
        if (!Open(node, "a row", ["cells", "otherwise", "values", "effective", .. JsonHeads.NoteMembers]))
            return null;
        HasBoth(node, "otherwise", "cells");
        var isOtherwise = ReadFlag(node.Find("otherwise"));
        var cells = ReadItems(node.Find("cells"), "a list of cells", ReadCell);
        var values = ReadValues(Required(node, "values", "a row"));
        var effective = ReadWindow(node.Find("effective"));
        return values is null
            ? null
            : new TableRow
            {
                IsOtherwise = isOtherwise, Cells = cells, Values = values, Effective = effective,
                Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private List<Expression?>? ReadValues(JsonSyntax? node)
    {
        if (node is null || !Is(node, JsonValueKind.Array, "a list of values"))
            return null;
        if (node.Children.Count == 0)
            reports.Add(JsonDiagnostics.TooFew, node, "`values`", "one item");
        return node.Children.Select(child => IsDash(child) ? null : ReadExpression(child)).ToList();
    }

    private static bool IsDash(JsonSyntax node) => node.Kind == JsonValueKind.String && node.Text.Trim() == "-";

    private Cell? ReadCell(JsonSyntax node)
    {
        if (IsDash(node))
            return new Cell { Tests = [], Span = node.Span };
        var isNegated = node.Find("noneOf") is not null;
        if (!isNegated && node.Find("anyOf") is null)
            return ReadTest(node) is { } test ? new Cell { Tests = [test], Span = node.Span } : null;
        var name = isNegated ? "noneOf" : "anyOf";
        Open(node, "a cell with `" + name + "`", name);
        var tests = ReadAll(node.Find(name), "a list of tests", 1, "`" + name + "`", ReadTest);
        return tests is null ? null : new Cell { IsNegated = isNegated, Tests = tests, Span = node.Span };
    }

    private CellTest? ReadTest(JsonSyntax node)
    {
        if (node.Kind == JsonValueKind.String)
            return ReadTestText(node);
        if (node.Find("compare") is null)
            return ReadExpression(node) is { } expression ? new CellTest { Value = expression, Span = node.Span } : null;
        Open(node, "a test", "compare", "with");
        var op = ReadWord(node.Find("compare"), JsonWords.Comparisons, "a comparison");
        var value = ReadOptional(Required(node, "with", "a test"));
        return op is null || value is null ? null : new CellTest { Operator = op, Value = value, Span = node.Span };
    }

    /// <summary>A comparison leads, if any: <c>&lt;= 15%</c>; what follows it is an expression like any other.</summary>
    private CellTest? ReadTestText(JsonSyntax node)
    {
        var text = node.Text.Trim();
        var span = Trimmed(node.Text, node.ContentSpan);
        var (word, op) = JsonWords.Comparisons.FirstOrDefault(entry => text.StartsWith(entry.Word, StringComparison.Ordinal));
        if (word is null)
            return ReadExpression(node) is { } value ? new CellTest { Value = value, Span = node.Span } : null;
        var isExact = span.Length == text.Length;
        var rest = text.Substring(word.Length);
        var restSpan = Trimmed(rest, isExact ? TextSpan.FromBounds(span.Start + word.Length, span.End) : span);
        return ReadExpressionText(node, rest.Trim(), restSpan) is { } operand
            ? new CellTest { Operator = op, Value = operand, Span = node.Span }
            : null;
    }
}
