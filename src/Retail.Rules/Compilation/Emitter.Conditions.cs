using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;
using Expression = System.Linq.Expressions.Expression;

namespace Retail.Rules.Compilation;

/// <summary>Conditions: expressions of type <see cref="bool"/> that hold all they need.</summary>
internal sealed partial class Emitter
{
    private Expression Test(PlanNode node) => SelfContained(() => TestInPlace(node));

    /// <summary>A condition together with the statements that must run before it.</summary>
    private Expression SelfContained(Func<Expression> emit)
    {
        var outer = code;
        code = [];
        var mark = temporaries.Mark();
        var truth = emit();
        temporaries.Release(mark);
        var inner = code;
        code = outer;
        if (inner.Count == 0)
            return truth;
        inner.Add(truth);
        return Expression.Block(typeof(bool), inner);
    }

    private Expression TestInPlace(PlanNode node)
    {
        switch (node)
        {
            case CompareNode compare:
                return Comparison(compare.Operator, compare.OperandType, Operand(compare.Left), compare.Right);
            case SameAsNode same:
                return Expression.Call(Members.Same, Operand(same.Left), Operand(same.Right));
            case InListNode inList:
                return Membership(Operand(inList.Operand), inList.Operand.Type, inList.List);
            case InIntervalNode inside:
                return Inside(Operand(inside.Operand), inside.Operand.Type, inside.Low, inside.High, inside.IncludesLow, inside.IncludesHigh);
            case ContainsNode contains:
                return Expression.Call(Members.Contains, Operand(contains.Text), Operand(contains.Part));
            case SubsetNode subset:
                return Expression.Call(Members.IsSubset, frame, CompositeOf(Operand(subset.List)), CompositeOf(Operand(subset.Of)));
            case NotNode not:
                return Expression.Not(TestInPlace(not.Operand));
            case LogicalNode logical:
                return Chain(logical.Operands, Test, logical.IsAnd, 0, logical.Operands.Count);
            case KnownNode known:
                return Expression.Not(IsUnknown(Operand(known.Operand)));
            case EmptyNode empty:
                return Expression.Equal(CountOf(CompositeOf(Operand(empty.Operand))), Expression.Constant(0));
            case IfNode conditional:
                return Expression.Condition(Test(conditional.Condition), Test(conditional.Then), Test(conditional.Else));
            case AggregateNode { Kind: AggregateKind.Any } any:
                return TestAny(any);
            case InvokeNode { Target.OnlyIf: null } invoke when PlanSize.IsInlined(invoke.Target):
                PassArguments(invoke);
                return TestInPlace(invoke.Target.Body);
            case ConstantNode constant:
                return Expression.Constant(constant.Value.Boolean);
            default:
                return Expression.Property(Operand(node), nameof(Value.Boolean));
        }
    }

    /// <summary>and / or over some conditions, as a balanced tree: long chains must not nest deeply.</summary>
    private static Expression Chain<T>(IReadOnlyList<T> items, Func<T, Expression> test, bool isAnd, int start, int count)
    {
        if (count == 0)
            return Expression.Constant(isAnd);
        if (count == 1)
            return test(items[start]);
        var half = count / 2;
        var first = Chain(items, test, isAnd, start, half);
        var second = Chain(items, test, isAnd, start + half, count - half);
        return isAnd ? Expression.AndAlso(first, second) : Expression.OrElse(first, second);
    }

    private Expression Comparison(BinaryOperator op, RuleType type, Expression left, PlanNode rightNode)
    {
        var right = Operand(rightNode);
        var isEquality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (type.IsOptional || rightNode.Type.IsOptional || type.Kind is TypeKind.Text && !isEquality)
            return Expression.Call(Members.Compare, Expression.Constant(op), Constant(type), left, right);
        if (type.Kind is TypeKind.Text or TypeKind.Enum && isEquality)
        {
            Expression same = Expression.Call(Members.SameText, left, right);
            return op == BinaryOperator.Equal ? same : Expression.Not(same);
        }
        return type.Kind == TypeKind.Enum
            ? Ordered(op, PositionOf(type, left), rightNode is ConstantNode constant ? Expression.Constant(type.Enum!.IndexOf(constant.Value.Text)) : PositionOf(type, right))
            : Ordered(op, Expression.Call(Members.Order, left, right), Expression.Constant(0));
    }

    private Expression PositionOf(RuleType type, Expression value) =>
        Expression.Call(Constant(type.Enum!), MethodOf<EnumType>(nameof(EnumType.IndexOf)), Expression.Property(value, nameof(Value.Text)));

    private static Expression Ordered(BinaryOperator op, Expression left, Expression right) => op switch
    {
        BinaryOperator.Equal => Expression.Equal(left, right),
        BinaryOperator.NotEqual => Expression.NotEqual(left, right),
        BinaryOperator.Less => Expression.LessThan(left, right),
        BinaryOperator.LessOrEqual => Expression.LessThanOrEqual(left, right),
        BinaryOperator.Greater => Expression.GreaterThan(left, right),
        _ => Expression.GreaterThanOrEqual(left, right),
    };

    private Expression Inside(Expression value, RuleType type, PlanNode lowNode, PlanNode highNode, bool includesLow, bool includesHigh)
    {
        // Both ends are evaluated before either is compared, as the other tier does.
        var low = Operand(lowNode);
        var high = Operand(highNode);
        if (type.Kind is TypeKind.Enum or TypeKind.Text)
            return Expression.Call(Members.IsInside, Constant(type), value, low, high, Expression.Constant(includesLow), Expression.Constant(includesHigh));
        return Expression.AndAlso(
            Ordered(includesLow ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, Expression.Call(Members.Order, value, low), Expression.Constant(0)),
            Ordered(includesHigh ? BinaryOperator.LessOrEqual : BinaryOperator.Less, Expression.Call(Members.Order, value, high), Expression.Constant(0)));
    }

    private Expression Membership(Expression value, RuleType type, PlanNode listNode)
    {
        var isText = type is { Kind: TypeKind.Text or TypeKind.Enum, IsOptional: false };
        var list = listNode is ConstantNode constant ? Constant(constant.Value.Composite) : CompositeOf(Operand(listNode));
        return Expression.Call(isText ? Members.IsTextIn : Members.IsIn, frame, value, list);
    }
}
