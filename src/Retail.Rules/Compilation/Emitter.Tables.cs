using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;
using Expression = System.Linq.Expressions.Expression;

namespace Retail.Rules.Compilation;

/// <summary>Tables: rows as conditions in order; what a hit policy makes of them is the table's own code, shared with the other tier.</summary>
internal sealed partial class Emitter
{
    private void StoreTable(TableNode node, ParameterExpression result)
    {
        Step();
        foreach (var column in node.Columns)
            code.Add(Nested(() => SetSlot(column.Slot, Operand(column.Value))));
        if (node.Index is not null)
        {
            Assign(result, OnTable(node, nameof(TableNode.Choose), frame));
            return;
        }
        switch (node.HitPolicy)
        {
            case HitPolicy.First:
                StoreFirst(node, result);
                break;
            case HitPolicy.Unique:
                StoreUnique(node, result);
                break;
            case HitPolicy.Any:
                StoreAny(node, result);
                break;
            case HitPolicy.Priority:
                StorePriority(node, result);
                break;
            default:
                StoreSeveral(node, result);
                break;
        }
    }

    private void StoreFirst(TableNode node, ParameterExpression result)
    {
        var end = Expression.Label();
        foreach (var row in node.Rows)
        {
            code.Add(Expression.IfThen(Matches(node, row), Nested(() =>
            {
                StoreRow(row, result);
                code.Add(Expression.Goto(end));
            })));
        }
        StoreDefault(node, result);
        code.Add(Expression.Label(end));
    }

    private void StoreUnique(TableNode node, ParameterExpression result)
    {
        var first = StartWithNone();
        ForEachMatch(node, (row, position) => code.Add(Expression.IfThenElse(
            IsNone(first),
            Expression.Assign(first, position),
            Expression.Throw(OnTable(node, nameof(TableNode.SeveralRows), first, position)))));

        var end = Expression.Label();
        for (var i = 0; i < node.Rows.Count; i++)
        {
            var row = node.Rows[i];
            code.Add(Expression.IfThen(Expression.Equal(first, Expression.Constant(i)), Nested(() =>
            {
                StoreRow(row, result);
                code.Add(Expression.Goto(end));
            })));
        }
        StoreDefault(node, result);
        code.Add(Expression.Label(end));
    }

    private void StoreAny(TableNode node, ParameterExpression result)
    {
        var first = StartWithNone();
        var value = temporaries.Take(typeof(Value));
        ForEachMatch(node, (row, position) =>
        {
            StoreRow(row, value);
            code.Add(Expression.IfThenElse(
                IsNone(first),
                Expression.Block(Expression.Assign(first, position), Expression.Assign(result, value)),
                OnTable(node, nameof(TableNode.RequireAgreement), first, result, position, value)));
        });
        code.Add(Expression.IfThen(IsNone(first), Nested(() => StoreDefault(node, result))));
    }

    private void StorePriority(TableNode node, ParameterExpression result)
    {
        var value = temporaries.Take(typeof(Value));
        Assign(result, UnknownValue);
        ForEachMatch(node, (row, _) =>
        {
            StoreRow(row, value);
            Assign(result, OnTable(node, nameof(TableNode.Higher), result, value));
        });
        code.Add(Expression.IfThen(IsUnknown(result), Nested(() => StoreDefault(node, result))));
    }

    private void StoreSeveral(TableNode node, ParameterExpression result)
    {
        var first = StartWithNone();
        var list = temporaries.Take(typeof(Composite));
        var value = temporaries.Take(typeof(Value));
        Assign(list, Rent(Expression.Constant(4)));
        ForEachMatch(node, (row, position) =>
        {
            Assign(first, position);
            StoreRow(row, value);
            code.Add(OnTable(node, nameof(TableNode.Take), list, value));
        });
        if (node.Otherwise is { } otherwise)
        {
            code.Add(Expression.IfThen(IsNone(first), Nested(() =>
            {
                StoreRow(otherwise, value);
                code.Add(OnTable(node, nameof(TableNode.Take), list, value));
            })));
        }
        Assign(result, OnTable(node, nameof(TableNode.Summarise), list));
    }

    private Expression OnTable(TableNode node, string method, params Expression[] arguments) =>
        Expression.Call(Constant(node), MethodOf<TableNode>(method), arguments);

    /// <summary>A variable for the position of a row, -1 for none.</summary>
    private ParameterExpression StartWithNone()
    {
        var row = temporaries.Take(typeof(int));
        Assign(row, Expression.Constant(-1));
        return row;
    }

    private static Expression IsNone(ParameterExpression row) => Expression.LessThan(row, Expression.Constant(0));

    private void ForEachMatch(TableNode node, Action<RowPlan, Expression> each)
    {
        for (var i = 0; i < node.Rows.Count; i++)
        {
            var (row, position) = (node.Rows[i], Expression.Constant(i));
            code.Add(Expression.IfThen(Matches(node, row), Nested(() => each(row, position))));
        }
    }

    private void StoreDefault(TableNode node, ParameterExpression result)
    {
        if (node.Otherwise is null)
            Assign(result, UnknownValue);
        else
            code.Add(Nested(() => StoreRow(node.Otherwise, result)));
    }

    private void StoreRow(RowPlan row, ParameterExpression result)
    {
        if (row.Values.Count == 1)
        {
            Store(row.Values[0], result);
            return;
        }
        var record = temporaries.Take(typeof(Composite));
        Assign(record, Rent(Expression.Constant(row.Values.Count)));
        foreach (var value in row.Values)
            code.Add(Nested(() => code.Add(Add(record, Operand(value)))));
        Assign(result, ValueOf(record));
    }

    private Expression Matches(TableNode node, RowPlan row)
    {
        var cells = new List<(CellPlan Cell, ColumnPlan Column)>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i] is { } cell)
                cells.Add((cell, node.Columns[i]));
        }
        return Chain(cells, pair => Matches(pair.Cell, pair.Column), isAnd: true, 0, cells.Count);
    }

    private Expression Matches(CellPlan cell, ColumnPlan column)
    {
        var any = Chain(cell.Tests, test => SelfContained(() => Matches(test, column)), isAnd: false, 0, cell.Tests.Count);
        if (!cell.IsNegated)
            return any;
        return column.Value.Type.IsOptional
            ? Expression.AndAlso(Expression.Not(IsUnknown(Slot(column.Slot))), Expression.Not(any))
            : Expression.Not(any);
    }

    private Expression Matches(CellTestPlan test, ColumnPlan column)
    {
        var value = Slot(column.Slot);
        if (test.Kind == CellTestKind.Unknown)
            return IsUnknown(value);
        if (test.Kind == CellTestKind.Condition)
            return TestInPlace(test.Value!);
        var type = column.Value.Type.AsKnown();
        Expression Compared() => test.Kind switch
        {
            CellTestKind.Comparison => Comparison(test.Operator, type, value, test.Value!),
            CellTestKind.List => Membership(value, type, test.Value!),
            _ => Inside(value, type, test.Value!, test.High!, test.IncludesLow, test.IncludesHigh),
        };
        return column.Value.Type.IsOptional ? Expression.AndAlso(Expression.Not(IsUnknown(value)), SelfContained(Compared)) : Compared();
    }
}
