using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

internal sealed partial class DocumentWriter
{
    private JsonPiece Table(TableDeclaration table)
    {
        var piece = JsonPiece.Object().Add("table", table.Name.Text);
        if (table.Parameters.Count > 0)
            piece.Add("parameters", Parameters(table.Parameters));
        if (IsCanonical || table.HitPolicyIsWritten || table.HitPolicy != HitPolicy.Unique)
            piece.Add("hit", JsonWords.Of(JsonWords.HitPolicies, (table.HitPolicy, table.Aggregation)));
        AddOverriders(piece, table.OverridableBy);
        AddEffective(piece, table.Effective);
        AddLines(piece, table.Inputs, table.Outputs, table.Rows);
        AddNotes(piece, table, table.Documentation);
        return piece;
    }

    private JsonPiece SetTable(SetTableDeclaration item)
    {
        var piece = JsonPiece.Object().Add("setTable", item.Name.Text);
        AddLines(piece, item.Inputs, item.Outputs, item.Rows);
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private void AddLines(JsonPiece piece, IReadOnlyList<Column> inputs, IReadOnlyList<Column> outputs, IReadOnlyList<TableRow> rows)
    {
        if (inputs.Count > 0)
            piece.Add("inputs", JsonPiece.Array(inputs.Select(column => Column("value", column))));
        piece.Add("outputs", JsonPiece.Array(outputs.Select(column => Column("name", column))));
        piece.Add("rows", JsonPiece.Array(rows.Select(Row)));
    }

    private JsonPiece Column(string headName, Column column)
    {
        var piece = JsonPiece.Object().Add(headName, Expression(column.Head));
        if (column.Type is not null)
            piece.Add("type", TypeText(column.Type));
        if (!IsCanonical)
            AddOptional(piece, "within", column.Within);
        return piece;
    }

    private JsonPiece Row(TableRow row)
    {
        var piece = JsonPiece.Object();
        if (row.IsOtherwise)
            piece.Add("otherwise", JsonPiece.True);
        else if (row.Cells.Count > 0)
            piece.Add("cells", JsonPiece.Array(row.Cells.Select(Cell)));
        piece.Add("values", JsonPiece.Array(row.Values.Select(value => value is null ? JsonPiece.Text("-") : Expression(value))));
        AddEffective(piece, row.Effective);
        AddNotes(piece, row);
        return piece;
    }

    private JsonPiece Cell(Cell cell)
    {
        if (cell.Tests.Count == 0)
            return JsonPiece.Text("-");
        if (cell.Tests.Count == 1 && !cell.IsNegated)
            return Test(cell.Tests[0]);
        return JsonPiece.Object().Add(cell.IsNegated ? "noneOf" : "anyOf", JsonPiece.Array(cell.Tests.Select(Test)));
    }

    /// <summary>A comparison as one string where its value is one too, as in the text: <c>"&lt;= 15%"</c>.</summary>
    private JsonPiece Test(CellTest test)
    {
        if (test.Operator is not { } op)
            return Expression(test.Value);
        var word = ExpressionText.Of(op);
        return IsOneString(test.Value)
            ? JsonPiece.Text(word + " " + ExpressionText.OfSum(test.Value))
            : JsonPiece.Object().Add("compare", word).Add("with", Expression(test.Value));
    }
}
