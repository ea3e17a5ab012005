using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>Which row of a table counts, in DMN's words.</summary>
public enum HitPolicy
{
    /// <summary>At most one row may match.</summary>
    Unique,

    /// <summary>The first row that matches.</summary>
    First,

    /// <summary>Several may match if they say the same.</summary>
    Any,

    /// <summary>The matching row whose outputs rank highest in their ordered enums.</summary>
    Priority,

    /// <summary>All matching rows, in the order of the text.</summary>
    RuleOrder,

    /// <summary>All matching rows, highest outputs first.</summary>
    OutputOrder,

    /// <summary>All matching rows, in the order of the text, or one aggregate of them.</summary>
    Collect,
}

/// <summary>What <see cref="HitPolicy.Collect"/> makes of the rows.</summary>
public enum CollectAggregation
{
    /// <summary>The list itself.</summary>
    None,

    /// <summary>The sum of the output column.</summary>
    Sum,

    /// <summary>The lowest value of the output column; unknown if no row matches.</summary>
    Min,

    /// <summary>The highest value of the output column; unknown if no row matches.</summary>
    Max,

    /// <summary>The number of rows that match.</summary>
    Count,
}

/// <summary>A decision table. Immutable.</summary>
public sealed class TableDeclaration : Declaration
{
    private IReadOnlyList<TableRow> rows = null!;

    /// <summary>The table's name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its parameters; empty for a table over the facts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Which row counts.</summary>
    public HitPolicy HitPolicy { get; init; }

    /// <summary>Whether the text wrote the hit policy out; <c>unique</c> is assumed where it did not.</summary>
    public bool HitPolicyIsWritten { get; init; }

    /// <summary>The aggregate of a collect table.</summary>
    public CollectAggregation Aggregation { get; init; }

    /// <summary>The owners of layers that may change values of its rows, inside <see cref="Column.Within"/>; empty if none may.</summary>
    public IReadOnlyList<Identifier> OverridableBy { get; init; } = [];

    /// <summary>The days on which it is in force; null if it always is. A table may be declared once for each of several windows.</summary>
    public EffectiveWindow? Effective { get; init; }

    /// <summary>The columns before the double bar; may be empty.</summary>
    public required IReadOnlyList<Column> Inputs { get; init; }

    /// <summary>The columns after the double bar; at least one.</summary>
    public required IReadOnlyList<Column> Outputs { get; init; }

    /// <summary>The rows in order, with the <c>otherwise</c> row last where there is one.</summary>
    public required IReadOnlyList<TableRow> Rows
    {
        get => rows;
        init => rows = value;
    }

    /// <summary>The same table with other rows.</summary>
    internal TableDeclaration With(IReadOnlyList<TableRow> others)
    {
        var copy = (TableDeclaration)MemberwiseClone();
        copy.rows = others;
        return copy;
    }
}

/// <summary><c>set table marginFloor</c>: a layer's values for rows of a table of what it lies over. Immutable.</summary>
public sealed class SetTableDeclaration : Declaration
{
    /// <summary>The table.</summary>
    public required Identifier Name { get; init; }

    /// <summary>The columns before the double bar, those of the table.</summary>
    public required IReadOnlyList<Column> Inputs { get; init; }

    /// <summary>The columns after the double bar, those of the table.</summary>
    public required IReadOnlyList<Column> Outputs { get; init; }

    /// <summary>The rows, each with the cells of a row of the table.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>A column's head. Immutable.</summary>
public sealed class Column : ModelNode
{
    /// <summary>For an output column its name, a <see cref="NameExpression"/>; for an input column the value it tests.</summary>
    public required Expression Head { get; init; }

    /// <summary>The declared type; null if inferred.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>For an output column the interval or list that its values must be in; null if any will do.</summary>
    public Expression? Within { get; init; }
}

/// <summary>A row: one cell per input column, one value per output column. Immutable.</summary>
public sealed class TableRow : ModelItem
{
    /// <summary>Whether this is the <c>otherwise</c> row, which has no cells.</summary>
    public bool IsOtherwise { get; init; }

    /// <summary>One cell per input column.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>One value per output column; null for <c>-</c>, unknown.</summary>
    public required IReadOnlyList<Expression?> Values { get; init; }

    /// <summary>The days on which it is in force; null if it always is.</summary>
    public EffectiveWindow? Effective { get; init; }
}

/// <summary>A cell before the double bar. Immutable.</summary>
public sealed class Cell : ModelNode
{
    /// <summary>Whether the cell is <c>not (…)</c>.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The tests, of which one must hold; empty for <c>-</c>, anything.</summary>
    public required IReadOnlyList<CellTest> Tests { get; init; }
}

/// <summary>One test of a cell: <c>&lt;= 15%</c>, <c>GB</c>, <c>[1..5]</c>, or a condition over <c>?</c>. Immutable.</summary>
public sealed class CellTest : ModelNode
{
    /// <summary>How the column compares with <see cref="Value"/>; null for equality, membership or a condition.</summary>
    public BinaryOperator? Operator { get; init; }

    /// <summary>What the column is compared with.</summary>
    public required Expression Value { get; init; }
}
