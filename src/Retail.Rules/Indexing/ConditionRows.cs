using System.Collections.Generic;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// Takes conditions apart into rows of tests: a row for each way to hold, as far as there are few. Collects the operands that are tested.
/// Used while one index is made.
/// </summary>
internal sealed class ConditionRows
{
    /// <summary>More ways than this to hold, and the rest of the condition is left to be judged.</summary>
    public const int MaxRows = 64;

    private readonly EvaluationPlan plan;
    private readonly FaultAnalysis faults;

    /// <summary>Slots from here on are locals, which an index of rules cannot read.</summary>
    private readonly int firstLocal;
    private readonly Dictionary<(int Kind, int Place, int Field), IndexOperand> operands = [];
    private readonly Dictionary<(PlanNode, bool), List<ConditionRow>> rowsOf = [];

    public ConditionRows(EvaluationPlan plan, FaultAnalysis faults)
    {
        this.plan = plan;
        this.faults = faults;
        firstLocal = plan.Facts.Inputs.Count;
    }

    /// <summary>The operands that were found, in the order of their numbers.</summary>
    public List<IndexOperand> Operands { get; } = [];

    /// <summary>The ways for a condition to have a truth, in the order in which they are judged.</summary>
    public List<ConditionRow> Of(PlanNode condition, bool truth)
    {
        switch (condition)
        {
            case NotNode not:
                return Of(not.Operand, !truth);
            case LogicalNode logical when logical.IsAnd == truth:
                return All(logical, truth);
            case LogicalNode logical:
                return Any(logical, truth);
        }
        // Rules that ask the same share the node that asks it.
        if (!rowsOf.TryGetValue((condition, truth), out var rows))
            rowsOf.Add((condition, truth), rows = OfPart(condition, truth));
        return rows;
    }

    /// <summary>The same for a condition that is neither and, or, nor not.</summary>
    private List<ConditionRow> OfPart(PlanNode condition, bool truth)
    {
        switch (condition)
        {
            case CompareNode { Right: ConstantNode { Value.IsKnown: true } right } compare when Operand(compare.Left) is { } left:
                return [Row(IndexTest.Compare(left, compare.Operator, right.Value, truth))];
            case CompareNode { Left: ConstantNode { Value.IsKnown: true } left } compare when Operand(compare.Right) is { } right:
                return [Row(IndexTest.Compare(right, Mirror(compare.Operator), left.Value, truth))];
            case CompareNode compare when LinearForm.Of(compare, truth, WhatIsMeant, Operand) is { } form:
                return [ConditionRow.Of(new ConditionPart(form, truth ? condition : new NotNode(condition)))];
            case SameAsNode { Right: ConstantNode { Value.IsKnown: true } right } same when Operand(same.Left) is { } left:
                return [Row(IndexTest.Compare(left, BinaryOperator.Equal, right.Value, truth))];
            case InListNode { List: ConstantNode list } inList when list.Value.Composite.Count is > 0 and <= MaxRows && Operand(inList.Operand) is { } operand:
                return In(operand, list.Value.Composite, truth);
            case InIntervalNode { Low: ConstantNode low, High: ConstantNode high } inside when Operand(inside.Operand) is { } operand:
                return [Row(IndexTest.Between(operand, low.Value, high.Value, inside.IncludesLow, inside.IncludesHigh, truth))];
            case KnownNode known when Operand(known.Operand) is { } operand:
                return [Row(IndexTest.Known(operand, truth))];
            case SlotNode or FieldNode or ComputedNode when condition.Type is { Kind: TypeKind.Boolean, IsOptional: false } && Operand(condition) is { } flag:
                return [Row(IndexTest.Compare(flag, BinaryOperator.Equal, Value.True, truth))];
            case ConstantNode constant when constant.Value.Boolean == truth:
                return [ConditionRow.Always];
            default:
                return [ConditionRow.Of(new ConditionPart(truth ? condition : new NotNode(condition)))];
        }
    }

    /// <summary>The rows of a cell of a table, whose column is read from its slot.</summary>
    public List<ConditionRow> Of(CellPlan cell, ColumnPlan column)
    {
        var operand = IsIndexable(column.Value.Type) ? OperandAt((0, column.Slot, 0), new SlotNode(column.Value.Type, column.Slot)) : null;
        var rows = new List<ConditionRow>();
        foreach (var test in cell.Tests)
        {
            // An unknown column meets no test but the one for it.
            if (Of(test, operand) is not { } own || (cell.IsNegated && own.Count > 1))
                return [ConditionRow.Of(new ConditionPart(new CellNode(cell, column)))];
            rows.AddRange(own);
        }
        if (rows.Count > MaxRows)
            return [ConditionRow.Of(new ConditionPart(new CellNode(cell, column)))];
        if (!cell.IsNegated)
            return rows;
        var none = ConditionRow.Of(new ConditionPart(IndexTest.Known(operand!, true)));
        foreach (var test in cell.Tests)
            none = none.Then(Of(test, operand, false)![0]);
        return [none];
    }

    private static List<ConditionRow>? Of(CellTestPlan test, IndexOperand? operand, bool truth = true)
    {
        if (operand is null)
            return null;
        switch (test)
        {
            case { Kind: CellTestKind.Unknown }:
                return [Row(IndexTest.Known(operand, !truth))];
            case { Kind: CellTestKind.Comparison, Value: ConstantNode { Value.IsKnown: true } constant }:
                var compared = Row(IndexTest.Compare(operand, test.Operator, constant.Value, truth));
                return [test.Operator == BinaryOperator.NotEqual && truth ? compared.Then(new ConditionPart(IndexTest.Known(operand, true))) : compared];
            case { Kind: CellTestKind.List, Value: ConstantNode list } when truth && list.Value.Composite.Count is > 0 and <= MaxRows:
                return In(operand, list.Value.Composite, truth: true);
            case { Kind: CellTestKind.Interval, Value: ConstantNode low, High: ConstantNode high }:
                return [Row(IndexTest.Between(operand, low.Value, high.Value, test.IncludesLow, test.IncludesHigh, truth))];
            default:
                return null;
        }
    }

    private static List<ConditionRow> In(IndexOperand operand, Composite list, bool truth)
    {
        var rows = new List<ConditionRow>(list.Count);
        var none = ConditionRow.Always;
        for (var i = 0; i < list.Count; i++)
        {
            var row = Row(IndexTest.Compare(operand, BinaryOperator.Equal, list.Items[i], truth));
            if (truth)
                rows.Add(row);
            else
                none = none.Then(row);
        }
        return truth ? rows : [none];
    }

    private List<ConditionRow> All(LogicalNode logical, bool truth)
    {
        List<ConditionRow> rows = [ConditionRow.Always];
        var known = new List<ConditionRow>[logical.Operands.Count];
        var areSingle = true;
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = Of(logical.Operands[i], truth);
            areSingle &= known[i].Count == 1;
        }
        if (areSingle)
            return [ConditionRow.Of(known)];
        for (var i = 0; i < known.Length; i++)
        {
            var operand = logical.Operands[i];
            var next = known[i];
            if (rows.Count * next.Count > MaxRows)
                next = [ConditionRow.Of(new ConditionPart(truth ? operand : new NotNode(operand)))];
            if (next.Count == 1)
            {
                for (var row = 0; row < rows.Count; row++)
                    rows[row] = rows[row].Then(next[0]);
                continue;
            }
            var product = new List<ConditionRow>(rows.Count * next.Count);
            foreach (var row in rows)
            {
                foreach (var end in next)
                    product.Add(row.Then(end));
            }
            rows = product;
        }
        return rows;
    }

    private List<ConditionRow> Any(LogicalNode logical, bool truth)
    {
        var rows = new List<ConditionRow>();
        foreach (var operand in logical.Operands)
            rows.AddRange(Of(operand, truth));
        return rows.Count <= MaxRows ? rows : [ConditionRow.Of(new ConditionPart(truth ? logical : new NotNode(logical)))];
    }

    private static ConditionRow Row(IndexTest test) => ConditionRow.Of(new ConditionPart(test));

    private PlanNode WhatIsMeant(PlanNode node) => node is ComputedNode computed && plan.Computed[computed.Index] is { IsShared: true, OnlyIf: null } shared ? shared.Body : node;

    /// <summary>The operand that a node reads; null if it is none that an index can read: a fact, a member of one, or something computed from facts alone.</summary>
    private IndexOperand? Operand(PlanNode node)
    {
        if (!IsIndexable(node.Type))
            return null;
        return node switch
        {
            SlotNode slot when slot.Slot < firstLocal => OperandAt((0, slot.Slot, 0), node),
            ComputedNode computed when !plan.Computed[computed.Index].IsOutcome => OperandAt((1, computed.Index, 0), node),
            FieldNode { Target: SlotNode target } field when target.Slot < firstLocal => OperandAt((2, target.Slot, field.Index), node),
            FieldNode { Target: ComputedNode target } field when !plan.Computed[target.Index].IsOutcome => OperandAt((3, target.Index, field.Index), node),
            _ => null,
        };
    }

    private IndexOperand OperandAt((int, int, int) place, PlanNode node)
    {
        if (operands.TryGetValue(place, out var known))
            return known;
        var operand = new IndexOperand(Operands.Count, node, faults.CanFault(node));
        operands.Add(place, operand);
        Operands.Add(operand);
        return operand;
    }

    private static bool IsIndexable(RuleType type) => type.Kind is TypeKind.Number or TypeKind.Percent or TypeKind.Money or TypeKind.Date or TypeKind.Instant
        or TypeKind.Duration or TypeKind.Boolean or TypeKind.Text or TypeKind.Enum;

    private static BinaryOperator Mirror(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>A cell that is left to be judged; only asked whether it can fault.</summary>
    internal sealed class CellNode : ConditionNode
    {
        public CellNode(CellPlan cell, ColumnPlan column)
        {
            Cell = cell;
            Column = column;
        }

        public CellPlan Cell { get; }

        public ColumnPlan Column { get; }

        public override bool Test(Frame frame) => Cell.Matches(frame, Column);
    }
}
