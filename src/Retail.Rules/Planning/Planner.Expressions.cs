using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>Expressions, tables and selects as plan nodes.</summary>
internal sealed partial class Planner
{
    private PlanNode Plan(BoundExpression expression) =>
        shared.KeyOf(expression) is { } key ? new ComputedNode(expression.Type, IndexOfShared(key, expression)) : Fold(PlanInPlace(expression));

    /// <summary>The hidden define of a computation that is written in several places.</summary>
    private int IndexOfShared(string key, BoundExpression expression)
    {
        if (sharedIndexes.TryGetValue(key, out var index))
            return index;
        index = computedInOrder.Count;
        sharedIndexes.Add(key, index);
        var plan = new ComputedPlan(Text(expression), index, []) { IsShared = true, Type = expression.Type };
        computedInOrder.Add(plan);
        plan.Body = PlanInPlace(expression);
        return index;
    }

    /// <summary>Does arithmetic on constants and params here; what cannot be computed is left to fault where it is reached.</summary>
    private static PlanNode Fold(PlanNode node)
    {
        var isConstant = node switch
        {
            ArithmeticNode arithmetic => arithmetic is { Left: ConstantNode, Right: ConstantNode },
            NegateNode negate => negate.Operand is ConstantNode,
            FunctionNode function => function.First is ConstantNode && function.Second is null or ConstantNode,
            ExtremeNode extreme => extreme.Arguments.All(argument => argument is ConstantNode),
            _ => false,
        };
        if (!isConstant)
            return node;
        try
        {
            return new ConstantNode(node.Type, node.Evaluate(null!));
        }
        catch (EvaluationFault)
        {
            return node;
        }
    }

    private PlanNode PlanInPlace(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLiteral literal:
                return new ConstantNode(literal.Type, literal.Value);
            case BoundReference reference:
                return PlanReference(reference);
            case BoundField field:
                return new FieldNode(field.Type, Plan(field.Target), field.Index);
            case BoundCall { Function: Function.Min or Function.Max } extreme:
                return new ExtremeNode(extreme.Type, extreme.Function == Function.Max, extreme.Arguments.Select(Plan).ToArray());
            case BoundCall call:
                return new FunctionNode(call.Type, call.Function, Plan(call.Arguments[0]), call.Arguments.Count > 1 ? Plan(call.Arguments[1]) : null);
            case BoundInvocation invocation:
                return PlanInvocation(invocation);
            case BoundRuleQuery query:
                asksRules = true;
                return new RuleQueryNode(query.Type, query.AsksVerdict, query.RuleIds.Select(id => ruleIndexes[id]).ToArray());
            case BoundNegation negation:
                return new NegateNode(negation.Type, Plan(negation.Operand));
            case BoundNot not:
                return new NotNode(Plan(not.Operand));
            case BoundArithmetic arithmetic:
                return new ArithmeticNode(arithmetic.Type, arithmetic.Operator, Plan(arithmetic.Left), Plan(arithmetic.Right));
            case BoundComparison comparison:
                return new CompareNode(comparison.Operator, Plan(comparison.Left), Plan(comparison.Right));
            case BoundRelation relation:
                return PlanRelation(relation.Operator, Plan(relation.Left), Plan(relation.Right));
            case BoundInInterval inside:
                return new InIntervalNode(Plan(inside.Operand), Plan(inside.Interval.Low), Plan(inside.Interval.High), inside.Interval.IncludesLow, inside.Interval.IncludesHigh);
            case BoundLogical logical:
                return new LogicalNode(logical.IsAnd, logical.Operands.Select(Plan).ToArray());
            case BoundIs test:
                return test.AsksEmpty ? new EmptyNode(Plan(test.Operand)) : new KnownNode(Plan(test.Operand));
            case BoundOtherwise otherwise:
                return new OtherwiseNode(otherwise.Type, Plan(otherwise.Value), Plan(otherwise.Fallback));
            case BoundIf conditional:
                return new IfNode(conditional.Type, Plan(conditional.Condition), Plan(conditional.Then), Plan(conditional.Else));
            case BoundList list:
                return PlanList(list);
            case BoundRecord record:
                return new RecordNode(record.Type, record.Members.Select(member => new MemberPlan(SlotOf(member.Symbol), Plan(member.Value), member.OnlyIf is null ? null : Plan(member.OnlyIf))).ToArray());
            case BoundAggregate aggregate:
                return new AggregateNode(aggregate.Type, aggregate.Kind, SlotOf(aggregate.Item), Plan(aggregate.Source),
                    aggregate.Where is null ? null : Plan(aggregate.Where), aggregate.Body is null ? null : Plan(aggregate.Body));
            case BoundSplit split:
                return new SplitNode(split.Type, Plan(split.Total), SlotOf(split.Item), Plan(split.Source), Plan(split.Weight), split.Places);
            case BoundChanged changed:
                return new ChangedNode(changed.Type, Plan(changed.Approved), changed.Inputs.Select(input => (new Value(input.Symbol.Name), Plan(input))).ToArray());
            case BoundInForce choice:
                return new InForceNode(choice.Type, choice.Name, Plan(choice.Day), choice.Choices.Select(option => (option.Days, Plan(option.Value))).ToArray());
            default:
                throw new ArgumentException("only rulesets without errors are planned", nameof(expression));
        }
    }

    private PlanNode PlanReference(BoundReference reference) => reference.Symbol switch
    {
        ParamSymbol param => new ConstantNode(reference.Type, param.Value),
        OutcomeSymbol outcome => new OutcomeNode(reference.Type, outcome.Kind),
        ComputedSymbol symbol => new ComputedNode(reference.Type, computed[symbol].Index),
        _ => new SlotNode(reference.Type, SlotOf(reference.Symbol)),
    };

    private InvokeNode PlanInvocation(BoundInvocation invocation)
    {
        var arguments = invocation.Arguments.Select(Plan).ToArray();
        var first = slotCount;
        slotCount += arguments.Length;
        return new InvokeNode(invocation.Type, computed[invocation.Symbol], arguments, first);
    }

    private static PlanNode PlanRelation(BinaryOperator op, PlanNode left, PlanNode right) => op switch
    {
        BinaryOperator.In => new InListNode(left, right),
        BinaryOperator.Contains => new ContainsNode(left, right),
        BinaryOperator.SameAs => new SameAsNode(left, right),
        _ => new SubsetNode(left, right),
    };

    /// <summary>A list of constants is made once, here.</summary>
    private PlanNode PlanList(BoundList list) =>
        Constants.TryEvaluate(list, out var constant) ? new ConstantNode(list.Type, constant) : new ListNode(list.Type, list.Items.Select(Plan).ToArray());

    private TableNode PlanTable(TableSymbol symbol)
    {
        var table = symbol.Table!;
        var columns = table.Inputs.Select(column => new ColumnPlan(Plan(column.Value!), SlotOf(column.Local))).ToArray();
        var rows = new List<RowPlan>();
        RowPlan? otherwise = null;
        foreach (var row in table.Rows)
        {
            var values = row.Values.Select((value, i) => value is null ? new ConstantNode(table.Outputs[i].Type, Value.Unknown) : Plan(value)).ToArray();
            if (row.Syntax.IsOtherwise)
                otherwise = new RowPlan(rows.Count + 1, [], values);
            else
                rows.Add(new RowPlan(rows.Count + 1, row.Cells.Select(PlanCell).ToArray(), values));
        }
        return new TableNode(symbol.Type, symbol.Name, table.Syntax.HitPolicy, table.Syntax.Aggregation, columns, rows, otherwise, table.Outputs.Select(column => column.Type).ToArray());
    }

    private CellPlan? PlanCell(BoundCell cell) => cell.IsAny ? null : new CellPlan(cell.IsNegated, cell.Tests.Select(PlanTest).ToArray());

    private CellTestPlan PlanTest(BoundCellTest test) => test.Interval is { } interval
        ? new CellTestPlan(test.Kind, test.Operator, Plan(interval.Low), Plan(interval.High), interval.IncludesLow, interval.IncludesHigh)
        : new CellTestPlan(test.Kind, test.Operator, test.Value is null ? null : Plan(test.Value), null, false, false);

    private SelectNode PlanSelect(SelectSymbol symbol)
    {
        var select = symbol.Select!;
        foreach (var define in select.Defines)
            DeclareComputed(define);
        foreach (var define in select.Defines)
            PlanDefine(define);
        var node = new SelectNode(symbol.Type)
        {
            Name = symbol.Name,
            ItemSlot = SlotOf(select.Item),
            ScoreSlot = SlotOf(select.Score),
            PreferredSlot = SlotOf(select.Preferred),
            Source = Plan(select.Source),
            Key = Plan(select.Key),
            Defines = select.Defines.Select(define => computed[define]).ToArray(),
            Exclusions = select.Exclusions.Select(exclusion => new ExclusionPlan(exclusion.Syntax.Id.Text, exclusion.Syntax.Title.Text, Plan(exclusion.When), Reason(exclusion.When))).ToArray(),
            Scores = select.Scores.Select(score => new ScorePlan(Plan(score.Points), score.When is null ? null : Plan(score.When))).ToArray(),
            Prefer = select.Prefer is null ? null : Plan(select.Prefer),
            Ranks = select.RankKeys.Select(rank => new RankPlan(Plan(rank.Value), rank.IsDescending)).ToArray(),
        };
        selects.Add(symbol, node);
        return node;
    }
}
