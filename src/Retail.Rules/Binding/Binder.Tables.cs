using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Analysis;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Tables: columns, cells, values, and the type that follows from hit policy and completeness.</summary>
internal sealed partial class Binder
{
    /// <summary>For each table with a gap, an example of what no row matches.</summary>
    private readonly Dictionary<BoundTable, string> gaps = [];

    /// <summary>What no row of a table matches; null if it has no gap.</summary>
    private string? GapOf(ValueSymbol symbol) => symbol switch
    {
        TableSymbol { Table: { } table } => gaps.TryGetValue(table, out var gap) ? gap : null,
        DatedSymbol dated => dated.Versions.Select(GapOf).FirstOrDefault(gap => gap is not null),
        _ => null,
    };

    private void BindTable(TableSymbol symbol)
    {
        var syntax = symbol.Syntax;
        var at = DeclareParameters(symbol, syntax.Parameters);
        var isDated = asOf is not null && syntax.Rows.Any(row => row.Effective is not null);
        var inputs = syntax.Inputs.Select(column => BindInputColumn(column, at)).ToArray();
        var rows = new List<BoundRow>();
        var failed = inputs.Any(column => column.Type.IsError);
        var outputs = new OutputColumn[syntax.Outputs.Count];
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = new OutputColumn(syntax.Outputs[i], syntax.Outputs[i].Type is { } declared ? ResolveType(declared) : null);

        var around = source;
        foreach (var row in syntax.Rows)
        {
            source = definition.Origins.Find(row) ?? around;
            if (!Fits(syntax, row))
            {
                failed = true;
                continue;
            }
            var inside = at;
            var cells = new BoundCell?[row.Cells.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = BindCell(row.Cells[i], inputs[i], ref inside);
            var values = row.Values.Select((value, i) => BindOutputValue(value, outputs[i], inside)).ToArray();
            failed |= cells.Any(cell => cell is null) || values.Any(value => value is { Type.IsError: true });
            if (row is { IsOtherwise: true, Effective: not null })
                Report(WindowDiagnostics.DatedOtherwise, row.Effective, syntax.Name.Text);
            IReadOnlyList<BoundCell> tested = cells!;
            rows.Add(new BoundRow(row, isDated && !row.IsOtherwise ? [BindDayCell(row), .. tested] : tested, values));
        }
        source = around;
        failed |= outputs.Any(column => !UnifyColumn(column, rows, System.Array.IndexOf(outputs, column), syntax.Rows.Count));
        if (failed)
            return;

        var columns = outputs.Select(column => new BoundColumn(column.Name, null, new LocalSymbol(column.Name, column.Syntax.Span, column.Type!), column.Type!)).ToArray();
        var rowType = columns.Length == 1 ? columns[0].Type : RuleType.Of(new RecordType(null, columns.Select(column => new Field(column.Name, column.Type)).ToArray()));
        var table = new BoundTable(syntax, isDated ? [BindDayColumn(syntax), .. inputs] : inputs, columns, rows, rowType);
        symbol.Table = table;
        CheckRoles(syntax.OverridableBy);
        CheckBounds(table);
        symbol.Type = TableType(table, ReportFindings(table));
    }

    /// <summary>An output column while its rows are read.</summary>
    private sealed class OutputColumn
    {
        public OutputColumn(Column syntax, RuleType? declared)
        {
            Syntax = syntax;
            Declared = declared;
            Type = declared;
        }

        public Column Syntax { get; }

        public string Name => ExpressionText.Of(Syntax.Head);

        public RuleType? Declared { get; }

        /// <summary>Declared, or common to the rows read so far; null before the first value.</summary>
        public RuleType? Type { get; set; }
    }

    private bool Fits(TableDeclaration table, TableRow row)
    {
        if (row.IsOtherwise && table.Inputs.Count == 0)
        {
            Report(TableDiagnostics.OtherwiseWithoutInputs, row, table.Name.Text);
            return false;
        }
        if (row.IsOtherwise && !ReferenceEquals(row, table.Rows[table.Rows.Count - 1]))
        {
            Report(TableDiagnostics.OtherwiseNotLast, row, table.Name.Text);
            return false;
        }
        var cells = row.IsOtherwise ? table.Inputs.Count : row.Cells.Count;
        if (cells == table.Inputs.Count && row.Values.Count == table.Outputs.Count)
            return true;
        Report(TableDiagnostics.RowWidth, row, Plural(cells, "cell"), row.Values.Count, table.Inputs.Count, table.Outputs.Count);
        return false;
    }

    private BoundColumn BindInputColumn(Column column, Place at)
    {
        var value = column.Type is null ? Bind(column.Head, at) : BindAs(column.Head, at, ResolveType(column.Type));
        var type = value.Type;
        if (type.Kind is TypeKind.List or TypeKind.Record or TypeKind.Exclusions)
        {
            Report(TypeDiagnostics.NotComparable, column.Head, A(type), "a table cell", "test one of its members, or a value computed from it");
            type = RuleType.Error;
        }
        return new BoundColumn(ExpressionText.Of(column.Head), value, new LocalSymbol("?", column.Head.Span, type), type);
    }

    /// <summary>Binds a cell and adds what it proves for the cells and values after it; null if it failed.</summary>
    private BoundCell? BindCell(Cell cell, BoundColumn column, ref Place at)
    {
        var before = at;
        var tests = cell.Tests.Select(test => BindCellTest(test, column, before)).ToArray();
        if (tests.Any(test => test is null))
            return null;
        var bound = new BoundCell(cell, cell.IsNegated, tests!);
        at = at.With(AssumeCell(bound, column, at.Flow));
        return bound;
    }

    private BoundCellTest? BindCellTest(CellTest test, BoundColumn column, Place at)
    {
        if (column.Type.IsError)
            return null;
        var inside = at.WithColumn(column.Local);
        var subject = new BoundReference(new ColumnValueExpression { Span = test.Span }, column.Local, column.Type.AsKnown());
        if (test.Operator is { } op)
        {
            var value = Bind(test.Value, inside, column.Type);
            var compared = Compare(test.Value, op, subject, value);
            return compared is BoundComparison comparison ? new BoundCellTest(CellTestKind.Comparison, op, comparison.Right, null) : null;
        }
        if (test.Value is UnknownLiteral)
        {
            if (!column.Type.IsOptional)
                Report(TypeDiagnostics.AlwaysKnown, test, column.Name);
            return new BoundCellTest(CellTestKind.Unknown, default, null, null);
        }
        if (test.Value is IntervalExpression interval)
        {
            if (!column.Type.IsOrdered)
            {
                Report(TypeDiagnostics.NotOrdered, test, "in an interval", A(column.Type), "list the values: `a, b`");
                return null;
            }
            return BindInterval(interval, column.Type.AsKnown(), inside) is { } bound ? new BoundCellTest(CellTestKind.Interval, default, null, bound) : null;
        }
        if (ExpressionChildren.Any(test.Value, part => part is ColumnValueExpression))
        {
            var condition = BindCondition(test.Value, inside);
            return condition.Type.IsError ? null : new BoundCellTest(CellTestKind.Condition, default, condition, null);
        }
        return BindPlainTest(test, column, subject, inside);
    }

    /// <summary>A value that the column must equal, or a list that it must be in.</summary>
    private BoundCellTest? BindPlainTest(CellTest test, BoundColumn column, BoundExpression subject, Place at)
    {
        if (test.Value is BinaryExpression { Operator: BinaryOperator.Subtract } difference && KindOfWritten(difference.Left) is { } kind && kind == KindOfWritten(difference.Right))
        {
            var range = "[" + ExpressionText.Of(difference.Left) + ".." + ExpressionText.Of(difference.Right) + "]";
            FailWithFix(TableDiagnostics.DifferenceInCell, test.Value, range, ExpressionText.Of(test.Value), range);
            return null;
        }
        var value = Bind(test.Value, at, column.Type.AsKnown());
        if (value.Type.IsError)
            return null;
        if (value.Type.Kind != TypeKind.List)
            return Compare(test.Value, BinaryOperator.Equal, subject, value) is BoundComparison equal ? new BoundCellTest(CellTestKind.Comparison, BinaryOperator.Equal, equal.Right, null) : null;
        value = ConvertKnown(RequireKnown(value), RuleType.ListOf(column.Type.AsKnown()), test.Value);
        return value.Type.IsError ? null : new BoundCellTest(CellTestKind.List, default, value, null);
    }

    /// <summary>What a written value counts: numbers, percents, days, euro; null for anything that is not written out. `1 - 5%` is a computation.</summary>
    private static string? KindOfWritten(Expression value) => value switch
    {
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral negative } => KindOfWritten(negative),
        NumberLiteral number => number.IsPercent ? "%" : number.Unit?.ToString() ?? number.Currency ?? "",
        DateLiteral => nameof(DateLiteral),
        InstantLiteral => nameof(InstantLiteral),
        _ => null,
    };

    private FlowState AssumeCell(BoundCell cell, BoundColumn column, FlowState flow)
    {
        var subject = column.Value!;
        if (cell.IsAny || cell.Tests.Any(test => test.Kind == CellTestKind.Condition || (test.Kind == CellTestKind.Unknown && !cell.IsNegated)))
            return flow;
        flow = AssumeKnown(subject, flow.Concluded(Conclude));
        if (cell.IsNegated)
            return flow;
        if (cell.Tests.Count == 1 && cell.Tests[0] is { Kind: CellTestKind.Comparison } single)
            return Assume(new BoundComparison(null, single.Operator, subject, single.Value!), true, flow);
        if (keys.PathOf(subject) is not { } path)
            return flow;
        var allowed = new List<string>();
        foreach (var test in cell.Tests)
        {
            if (test.Kind != CellTestKind.Comparison || test.Operator != BinaryOperator.Equal || !Constants.TryEvaluate(test.Value!, out var value))
                return flow;
            allowed.Add(StructuralKeys.OfConstant(value));
        }
        return flow.WithValues(path, allowed);
    }

    private BoundExpression? BindOutputValue(Expression? value, OutputColumn column, Place at)
    {
        if (value is null or UnknownLiteral)
            return null;
        var bound = column.Declared is { } declared ? BindAs(value, at, declared) : Bind(value, at, column.Type);
        if (bound.Type.IsError || column.Declared is not null)
            return bound;
        column.Type = column.Type is null ? bound.Type : Common(column.Type, bound.Type) ?? column.Type;
        return bound;
    }

    /// <summary>Finds the common type of a column's values and turns bare numbers into money where the others are; false if there is none.</summary>
    private bool UnifyColumn(OutputColumn column, List<BoundRow> rows, int index, int tableRows)
    {
        var hasUnknown = rows.Any(row => row.Values[index] is null);
        if (column.Declared is { IsError: true })
            return false;
        if (column.Declared is null)
        {
            var cells = rows.Where(row => row.Values[index] is not null).ToArray();
            if (cells.Length == 0)
            {
                if (rows.Count == tableRows)
                    Report(TableDiagnostics.NoValues, column.Syntax, column.Name);
                return false;
            }
            var values = cells.Select(row => row.Values[index]!).ToList();
            if (values.FirstOrDefault(value => value.Type.Kind == TypeKind.Percent) is { } percent && values.Any(value => IsBareAgainst(value, percent.Type)))
                return false;
            if (UnifyAll(values) is not { } common)
            {
                var odd = values.First(value => Common(value.Type, values[0].Type) is null);
                Mismatch(odd, values[0].Type, odd.Syntax!);
                return false;
            }
            if (common.IsError)
                return false;
            for (var i = 0; i < cells.Length; i++)
                ((BoundExpression?[])cells[i].Values)[index] = values[i];
            column.Type = common;
        }
        if (hasUnknown)
            column.Type = column.Type!.AsOptional();
        return true;
    }

    private TableFindings ReportFindings(BoundTable table)
    {
        var syntax = table.Syntax;
        var findings = TableAnalysis.Analyze(table);
        var hasOtherwise = table.Rows.Count > 0 && table.Rows[table.Rows.Count - 1].Syntax.IsOtherwise;
        var isSingle = syntax.HitPolicy is HitPolicy.Unique or HitPolicy.First or HitPolicy.Any or HitPolicy.Priority;
        if (findings.IsTooBig && isSingle)
            Report(TableDiagnostics.TooBig, syntax.Name, syntax.Name.Text);
        if (isSingle && findings.Gap is { } gap && !hasOtherwise)
        {
            gaps[table] = (findings.MayBeClosed ? "perhaps no row of the table matches " : "no row of the table matches ") + gap;
            if (!findings.IsTooBig)
                Report(TableDiagnostics.Gap, syntax.Name, syntax.Name.Text, findings.MayBeClosed ? "may have" : "has", gap);
        }
        foreach (var (first, second, region) in findings.Overlaps)
        {
            var around = Enter(table.Rows[second].Syntax);
            var lines = (LineOf(table.Rows[first].Syntax.Span, definition.Origins.Find(table.Rows[first].Syntax) ?? around), LineOf(table.Rows[second].Syntax.Span));
            if (syntax.HitPolicy == HitPolicy.Unique)
                Report(TableDiagnostics.Overlap, table.Rows[second].Syntax, syntax.Name.Text, lines.Item1, lines.Item2, region);
            else if (syntax.HitPolicy == HitPolicy.Any && SayDifferent(table.Rows[first], table.Rows[second]))
                Report(TableDiagnostics.Conflict, table.Rows[second].Syntax, syntax.Name.Text, lines.Item1, lines.Item2, region);
            source = around;
        }
        foreach (var row in findings.Unreachable)
        {
            var around = Enter(table.Rows[row].Syntax);
            Report(TableDiagnostics.NeverFires, table.Rows[row].Syntax, syntax.Name.Text,
                syntax.HitPolicy == HitPolicy.First ? "rows above it take everything that it matches" : "no value matches all its cells");
            source = around;
        }
        if (hasOtherwise && findings.Gap is null && isSingle)
            Report(TableDiagnostics.NeverFires, table.Rows[table.Rows.Count - 1].Syntax, syntax.Name.Text, "the rows above it leave nothing over");
        return findings;
    }

    private static bool SayDifferent(BoundRow first, BoundRow second)
    {
        for (var i = 0; i < first.Values.Count; i++)
        {
            if (first.Values[i] is null != second.Values[i] is null)
                return true;
            if (first.Values[i] is { } left && second.Values[i] is { } right && Constants.TryEvaluate(left, out var one) && Constants.TryEvaluate(right, out var other)
                && StructuralKeys.OfConstant(one) != StructuralKeys.OfConstant(other))
                return true;
        }
        return false;
    }

    private RuleType TableType(BoundTable table, TableFindings findings)
    {
        var syntax = table.Syntax;
        if (syntax.HitPolicy is HitPolicy.Priority or HitPolicy.OutputOrder
            && table.Outputs.FirstOrDefault(column => column.Type is not { Kind: TypeKind.Enum, IsOptional: false, Enum.Kind: EnumKind.Ordered }) is { } unordered)
        {
            Report(TableDiagnostics.PriorityNeedsOrder, syntax.Name, syntax.HitPolicy == HitPolicy.Priority ? "priority" : "output order", unordered.Name, A(unordered.Type));
            return RuleType.Error;
        }
        if (syntax.HitPolicy == HitPolicy.Collect && syntax.Aggregation != CollectAggregation.None)
            return AggregateColumnType(table, syntax.Aggregation);
        if (syntax.HitPolicy is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect)
            return RuleType.ListOf(table.Outputs.Count == 1 ? table.RowType.AsKnown() : table.RowType);
        var hasOtherwise = syntax.Rows.Count > 0 && syntax.Rows[syntax.Rows.Count - 1].IsOtherwise;
        return findings.Gap is null || hasOtherwise ? table.RowType : table.RowType.AsOptional();
    }

    private RuleType AggregateColumnType(BoundTable table, CollectAggregation aggregation)
    {
        var name = aggregation.ToString().ToLowerInvariant();
        if (aggregation == CollectAggregation.Count)
            return RuleType.Number;
        if (table.Outputs.Count != 1)
        {
            Report(TableDiagnostics.AggregateNeedsOneColumn, table.Syntax.Name, name, table.Syntax.Name.Text, table.Outputs.Count);
            return RuleType.Error;
        }
        var column = table.Outputs[0];
        var fits = aggregation == CollectAggregation.Sum ? column.Type.IsNumeric || column.Type.Kind == TypeKind.Duration : column.Type.IsOrdered;
        if (!fits || column.Type.IsOptional)
        {
            Report(TableDiagnostics.AggregateType, table.Syntax.Name, name, column.Name, A(column.Type));
            return RuleType.Error;
        }
        return aggregation == CollectAggregation.Sum ? column.Type : column.Type.AsOptional();
    }
}
