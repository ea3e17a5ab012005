using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Analysis;

/// <summary>Tables: which row may match in which world, and how its values then lie to each other.</summary>
internal sealed partial class ShiftAnalysis
{
    private Shift OfTable(BoundTable table, RuleType type)
    {
        var pairs = Pairs.Holds;
        var columns = new List<Shift>();
        foreach (var column in table.Inputs)
        {
            var shift = Of(column.Value!);
            pairs = pairs.Then(FaultsOf(shift.Pairs));
            columns.Add(shift);
            locals[column.Local] = shift;
        }
        var rows = table.Rows.Select(row => Matches(table, row, columns)).ToArray();
        var isMoved = rows.Any(row => !row.IsSame);
        if (IsOneRow(table) && MayClash(table))
            pairs = WithFaults(pairs, isMoved);
        pairs = rows.Aggregate(pairs, (found, row) => found.Then(FaultsOf(row)));
        if (!IsOneRow(table))
        {
            var parts = table.Rows.SelectMany(row => row.Values).OfType<BoundExpression>().Select(Of).ToArray();
            var isAnyMoved = isMoved || parts.Any(part => part.IsMoved);
            pairs = parts.Aggregate(pairs, (found, part) => found.Then(FaultsOf(part.Pairs)));
            return (isAnyMoved ? Shift.Anything(type) : Shift.Free(type)).After(pairs);
        }
        var outputs = Enumerable.Range(0, table.Outputs.Count).Select(output => OfOutput(table, columns, rows, output, type)).ToArray();
        if (outputs.Length == 1)
            return outputs[0].After(pairs);
        var there = Selected(table, columns, rows, type).Aggregate(Pairs.None, (found, pair) => found | Pairs.Of(State(pair.Without), State(pair.With)));
        return new Shift(there, outputs.Any(output => output.IsMoved) ? Moves.Any : Moves.Same, members: outputs).After(pairs);
    }

    private static WorldState State(int row) => row < 0 ? WorldState.Unknown : WorldState.True;

    private static bool IsOneRow(BoundTable table) => table.Syntax.HitPolicy is HitPolicy.Unique or HitPolicy.First or HitPolicy.Any;

    /// <summary>Whether several rows may match at run time that the search for overlaps could not see.</summary>
    private static bool MayClash(BoundTable table) => table.Syntax.HitPolicy != HitPolicy.First
        && table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Tests).Any(test => !IsConstant(test));

    private static bool IsConstant(BoundCellTest test) => test.Kind != CellTestKind.Condition
        && (test.Value is null || Constants.TryEvaluate(test.Value, out _))
        && (test.Interval is null || (Constants.TryEvaluate(test.Interval.Low, out _) && Constants.TryEvaluate(test.Interval.High, out _)));

    /// <summary>Whether a row matches; an <c>otherwise</c> row matches where no other does, and is as they are.</summary>
    private Pairs Matches(BoundTable table, BoundRow row, IReadOnlyList<Shift> columns)
    {
        if (row.Syntax.IsOtherwise)
            return table.Rows.Where(other => other != row).All(other => Matches(table, other, columns).IsSame) ? Pairs.Same(WorldState.False, WorldState.True) : Pairs.AnyTruth;
        var found = Pairs.Holds;
        for (var i = 0; i < row.Cells.Count; i++)
            found = found.Combine(OfCell(row.Cells[i], columns[i], table.Inputs[i].Type), And);
        return found;
    }

    private Pairs OfCell(BoundCell cell, Shift column, RuleType type)
    {
        if (cell.IsAny)
            return Pairs.Holds;
        var found = cell.Tests.Aggregate(Pairs.Same(WorldState.False), (any, test) => any.Combine(OfTest(test, column, type), Or));
        return cell.IsNegated ? OfKnown(column, found.Select(Negated)) : found;
    }

    private Pairs OfTest(BoundCellTest test, Shift column, RuleType type) => test.Kind switch
    {
        CellTestKind.Unknown => column.Pairs.Select(state => state == WorldState.Unknown ? WorldState.True : WorldState.False),
        CellTestKind.Comparison => OfKnown(column, Compared(test.Operator, column, Of(test.Value!), type)),
        CellTestKind.Interval => OfKnown(column, OfInterval(column, test.Interval!, type)),
        CellTestKind.List => OfKnown(column, Of(test.Value!).IsMoved || column.IsMoved ? Pairs.AnyTruth : Pairs.Same(WorldState.False, WorldState.True)),
        _ => OfKnown(column, Condition(test.Value!)),
    };

    /// <summary>A test of a column that does not match while the column is unknown.</summary>
    private static Pairs OfKnown(Shift column, Pairs test) => column.Pairs.Combine(test, (state, matches) => state switch
    {
        WorldState.Unknown => WorldState.False,
        WorldState.Fault => state,
        _ => matches,
    });

    private Shift OfOutput(BoundTable table, IReadOnlyList<Shift> columns, IReadOnlyList<Pairs> rows, int output, RuleType type)
    {
        var pairs = Pairs.None;
        var moves = Moves.None;
        var outputType = table.Outputs[output].Type;
        var shifts = table.Rows.Select(row => row.Values[output] is { } value ? Of(value) : new Shift(Pairs.Same(WorldState.Unknown))).ToArray();
        foreach (var (without, with) in Selected(table, columns, rows, type))
        {
            var first = without < 0 ? new Shift(Pairs.Same(WorldState.Unknown)) : shifts[without];
            var second = with < 0 ? new Shift(Pairs.Same(WorldState.Unknown)) : shifts[with];
            if (without == with)
            {
                pairs |= first.Pairs;
                moves |= first.Moves;
                continue;
            }
            pairs |= Pairs.Product(StatesOf(first.Pairs, isWith: false), StatesOf(second.Pairs, isWith: true));
            if (without >= 0 && with >= 0 && table.Rows[without].Values[output] is { } before && table.Rows[with].Values[output] is { } after)
                moves |= Crossed(after, before, first);
        }
        var isList = outputType.Kind is TypeKind.Record or TypeKind.List;
        return new Shift(pairs, moves == Moves.None ? Moves.Same : isList && moves != Moves.Same ? Moves.Any : moves);
    }

    /// <summary>The rows that may be taken without and with the score; -1 for none.</summary>
    private static IEnumerable<(int Without, int With)> Selected(BoundTable table, IReadOnlyList<Shift> columns, IReadOnlyList<Pairs> rows, RuleType type)
    {
        var isFirst = table.Syntax.HitPolicy == HitPolicy.First;
        for (var without = -1; without < rows.Count; without++)
        {
            for (var with = -1; with < rows.Count; with++)
            {
                if (CanSelect(without, with))
                    yield return (without, with);
            }
        }

        bool CanSelect(int without, int with)
        {
            if ((without < 0 || with < 0) && !type.IsOptional)
                return false;
            if (without == with)
                return without < 0 || rows[without].Has(WorldState.True, WorldState.True);
            // The row that is left no longer matches, unless an earlier one that begins to match comes first; the one that is taken instead begins
            // to match, unless it was there and came later.
            var leaves = without < 0 || rows[without].Has(WorldState.True, WorldState.False)
                || (isFirst && with >= 0 && with < without && rows[without].HasWithout(WorldState.True));
            var begins = with < 0 || rows[with].Has(WorldState.False, WorldState.True)
                || (isFirst && without >= 0 && without < with && rows[with].HasWith(WorldState.True));
            return leaves && begins && AreCompatible(table, columns, without, with);
        }
    }

    /// <summary>Whether the facts may be such that both rows come into question: not if cells that no score moves exclude each other.</summary>
    private static bool AreCompatible(BoundTable table, IReadOnlyList<Shift> columns, int first, int second)
    {
        if (first < 0 || second < 0 || table.Rows[first].Syntax.IsOtherwise || table.Rows[second].Syntax.IsOtherwise)
            return true;
        for (var i = 0; i < table.Inputs.Count; i++)
        {
            if (!columns[i].IsMoved && ValuesOf(table.Rows[first].Cells[i]) is { } values
                && ValuesOf(table.Rows[second].Cells[i]) is { } others && !values.Overlaps(others))
                return false;
        }
        return true;
    }

    /// <summary>The values that a cell lists; null if it says anything else.</summary>
    private static HashSet<string>? ValuesOf(BoundCell cell)
    {
        if (cell.IsAny || cell.IsNegated)
            return null;
        var values = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var test in cell.Tests)
        {
            if (test.Kind != CellTestKind.Comparison || test.Operator != BinaryOperator.Equal || !Constants.TryEvaluate(test.Value!, out var value))
                return null;
            values.Add(StructuralKeys.OfConstant(value));
        }
        return values;
    }
}
