using System.Linq.Expressions;
using System.Reflection;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;
using Expression = System.Linq.Expressions.Expression;

namespace Retail.Rules.Compilation;

/// <summary>Values: operands with an address.</summary>
internal sealed partial class Emitter
{
    /// <summary>Emits what it takes to have a value and gives the expression that reads it, which has an address and may be read more than once.</summary>
    private Expression Operand(PlanNode node)
    {
        switch (node)
        {
            case ConstantNode constant:
                return Constant(constant.Value);
            case SlotNode slot:
                return Slot(slot.Slot);
            case ComputedNode reference:
                code.Add(OnFrame(nameof(Frame.Ensure), Expression.Constant(reference.Index)));
                return Expression.ArrayIndex(computed, Expression.Constant(reference.Index));
            case FieldNode { Target.Type.IsOptional: false } field:
                return ItemOf(CompositeOf(Operand(field.Target)), Expression.Constant(field.Index));
            default:
                var result = temporaries.Take(typeof(Value));
                Store(node, result);
                return result;
        }
    }

    /// <summary>Emits the value of a node into a variable.</summary>
    private void Store(PlanNode node, ParameterExpression result)
    {
        var mark = temporaries.Mark();
        switch (node)
        {
            case FieldNode { Target.Type.IsOptional: true } field:
                var target = Operand(field.Target);
                Choose(result, IsUnknown(target), UnknownValue, ItemOf(CompositeOf(target), Expression.Constant(field.Index)));
                break;
            case ArithmeticNode arithmetic:
                StoreArithmetic(arithmetic, result);
                break;
            case NegateNode negate:
                Assign(result, Expression.Call(Members.Negate, Operand(negate.Operand)));
                break;
            case FunctionNode function:
                StoreFunction(function, result);
                break;
            case ExtremeNode extreme:
                Store(extreme.Arguments[0], result);
                for (var i = 1; i < extreme.Arguments.Count; i++)
                    KeepBetter(result, Operand(extreme.Arguments[i]), extreme.IsMax, extreme.Type);
                break;
            case OtherwiseNode otherwise:
                Store(otherwise.Operand, result);
                code.Add(Expression.IfThen(IsUnknown(result), Nested(() => Store(otherwise.Fallback, result))));
                break;
            case IfNode conditional:
                var condition = Test(conditional.Condition);
                code.Add(Expression.IfThenElse(condition, Nested(() => Store(conditional.Then, result)), Nested(() => Store(conditional.Else, result))));
                break;
            case ListNode list:
                StoreList(list, result);
                break;
            case RecordNode record:
                StoreRecord(record, result);
                break;
            case AggregateNode aggregate:
                StoreAggregate(aggregate, result);
                break;
            case SplitNode split:
                StoreSplit(split, result);
                break;
            case InvokeNode invoke:
                StoreInvocation(invoke, result);
                break;
            case TableNode table when table.Index is not null || table.Rows.Count <= PlanSize.MaxRows:
                StoreTable(table, result);
                break;
            case SelectNode select:
                StoreSelect(select, result);
                break;
            case ConditionNode:
                Assign(result, Expression.Call(Members.ValueOfBoolean, Test(node)));
                break;
            case ConstantNode or SlotNode or ComputedNode or FieldNode:
                Assign(result, Operand(node));
                break;
            default:
                Assign(result, Expression.Call(Constant(node), MethodOf<PlanNode>(nameof(PlanNode.Evaluate)), frame));
                break;
        }
        temporaries.Release(mark);
    }

    private void Assign(ParameterExpression result, Expression value) => code.Add(Expression.Assign(result, value));

    private void Choose(ParameterExpression result, Expression test, Expression whenTrue, Expression whenFalse) =>
        code.Add(Expression.IfThenElse(test, Expression.Assign(result, whenTrue), Expression.Assign(result, whenFalse)));

    private void KeepBetter(ParameterExpression best, Expression other, bool isMax, RuleType type) =>
        Assign(best, Expression.Call(Members.Better, Expression.Constant(isMax), Constant(type), best, other));

    private void StoreArithmetic(ArithmeticNode node, ParameterExpression result)
    {
        var left = Operand(node.Left);
        var right = Operand(node.Right);
        if (node.Type.Kind is TypeKind.Date or TypeKind.Instant)
        {
            Assign(result, Expression.Call(Members.Calculate, Expression.Constant(node.Operator), Expression.Constant(node.Type.Kind), left, right));
            return;
        }
        var method = node.Operator switch
        {
            BinaryOperator.Add => Members.Add,
            BinaryOperator.Subtract => Members.Subtract,
            BinaryOperator.Multiply => Members.Multiply,
            _ => Members.Divide,
        };
        Assign(result, Expression.Call(method, left, right));
    }

    private void StoreFunction(FunctionNode node, ParameterExpression result)
    {
        var first = Operand(node.First);
        if (node.Function == Function.Round && node.Second is null or ConstantNode)
        {
            var places = node.Second is ConstantNode constant ? (int)constant.Value.Numerator : 0;
            Assign(result, Expression.Call(Members.Round, first, Expression.Constant(places)));
            return;
        }
        var second = node.Second is null ? Constant(default) : Operand(node.Second);
        Assign(result, node.Function switch
        {
            Function.Days => Expression.Call(Members.Subtract, second, first),
            Function.Floor => Expression.Call(Members.Floor, first),
            Function.Ceiling => Expression.Call(Members.Ceiling, first),
            Function.Abs => Expression.Call(Members.Abs, first),
            _ => Expression.Call(Members.Apply, Expression.Constant(node.Function), first, second),
        });
    }

    private void StoreList(ListNode node, ParameterExpression result)
    {
        var list = temporaries.Take(typeof(Composite));
        Assign(list, Rent(Expression.Constant(node.Items.Count)));
        foreach (var item in node.Items)
            code.Add(Nested(() => code.Add(Add(list, Operand(item)))));
        Assign(result, ValueOf(list));
    }

    private void StoreRecord(RecordNode node, ParameterExpression result)
    {
        var record = temporaries.Take(typeof(Composite));
        Assign(record, Rent(Expression.Constant(node.Members.Count)));
        foreach (var member in node.Members)
        {
            var value = Nested(() => SetSlot(member.Slot, Operand(member.Value)));
            code.Add(member.OnlyIf is null
                ? value
                : Expression.IfThenElse(Test(member.OnlyIf), value, Nested(() => SetSlot(member.Slot, UnknownValue))));
            code.Add(Add(record, Slot(member.Slot)));
        }
        Assign(result, ValueOf(record));
    }

    /// <summary>The arguments of an invocation, into the slots of the parameters once all are there.</summary>
    private void PassArguments(InvokeNode node)
    {
        var arguments = new Expression[node.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Operand(node.Arguments[i]);
        Step();
        for (var i = 0; i < arguments.Length; i++)
            SetSlot(node.Target.ParameterSlots[i], arguments[i]);
    }

    private void StoreInvocation(InvokeNode node, ParameterExpression result)
    {
        PassArguments(node);
        if (PlanSize.IsInlined(node.Target))
            Store(node.Target, result);
        else
            Assign(result, OnFrame(nameof(Frame.EvaluateBody), Constant(node.Target)));
    }
}
