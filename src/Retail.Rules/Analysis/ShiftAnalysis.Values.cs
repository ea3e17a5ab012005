using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>Arithmetic, functions, alternatives.</summary>
internal sealed partial class ShiftAnalysis
{
    private static Shift OfNegation(Shift operand) =>
        new(operand.Pairs, operand.Moves.Opposite(), operand.Without is { } value ? Exact.Negate(value) : null);

    private Shift OfArithmetic(BoundArithmetic arithmetic)
    {
        var (left, right) = (Of(arithmetic.Left), Of(arithmetic.Right));
        var moves = arithmetic.Operator switch
        {
            BinaryOperator.Add => left.Moves.Plus(right.Moves),
            BinaryOperator.Subtract => left.Moves.Plus(right.Moves.Opposite()),
            BinaryOperator.Multiply => OfProduct(arithmetic, left, right),
            _ => OfQuotient(arithmetic, left, right),
        };
        var pairs = left.Pairs.Then(right.Pairs);
        var isMoment = arithmetic.Type.Kind is TypeKind.Date or TypeKind.Instant;
        if (arithmetic.Operator == BinaryOperator.Divide && !IsNeverZero(arithmetic.Right))
            pairs = WithFaults(pairs, right.IsMoved);
        else if (arithmetic.Type.Kind == TypeKind.Date && !Constants.TryEvaluate(arithmetic.Right, out _))
            pairs = WithFaults(pairs, right.IsMoved);
        return new Shift(pairs, moves, isMoment ? null : Without(arithmetic.Operator, left, right));
    }

    private static Value? Without(BinaryOperator op, Shift left, Shift right)
    {
        if (left.Without is not { } first || right.Without is not { } second)
            return null;
        try
        {
            return op switch
            {
                BinaryOperator.Add => Exact.Add(first, second),
                BinaryOperator.Subtract => Exact.Subtract(first, second),
                BinaryOperator.Multiply => Exact.Multiply(first, second),
                _ => null,
            };
        }
        catch (EvaluationFault)
        {
            return null;
        }
    }

    private Moves OfProduct(BoundArithmetic product, Shift left, Shift right)
    {
        if (!left.IsMoved && !right.IsMoved)
            return Moves.Same;
        var (leftPositive, rightPositive) = (order.IsNonNegative(product.Left), order.IsNonNegative(product.Right));
        if (!left.IsMoved && leftPositive)
            return right.Moves.Monotone();
        if (!right.IsMoved && rightPositive)
            return left.Moves.Monotone();
        return leftPositive && rightPositive ? left.Moves.Monotone().Plus(right.Moves.Monotone()) : Moves.Any;
    }

    private Moves OfQuotient(BoundArithmetic quotient, Shift left, Shift right)
    {
        if (!left.IsMoved && !right.IsMoved)
            return Moves.Same;
        if (!order.IsNonNegative(quotient.Right))
            return Moves.Any;
        if (!right.IsMoved)
            return left.Moves.Monotone();
        return order.IsNonNegative(quotient.Left) ? left.Moves.Monotone().Plus(right.Moves.Opposite().Monotone()) : Moves.Any;
    }

    /// <summary>Whether a divisor is written out, or a condition around it shows that it is not 0.</summary>
    private bool IsNeverZero(BoundExpression divisor)
    {
        if (Constants.TryEvaluate(divisor, out var constant))
            return constant.IsKnown && Exact.Sign(constant) != 0;
        var key = keys.Of(divisor);
        return assumed.Any(condition => ShowsNotZero(condition, key));
    }

    private bool ShowsNotZero(BoundExpression condition, string key)
    {
        switch (condition)
        {
            case BoundLogical { IsAnd: true } conjunction:
                return conjunction.Operands.Any(operand => ShowsNotZero(operand, key));
            case BoundReference { Symbol: DefineSymbol { Parameters.Count: 0, OnlyIf: null } define }:
                return ShowsNotZero(define.Body, key);
            case BoundComparison comparison when Constants.TryEvaluate(comparison.Right, out var right) && right.IsKnown && Shift.HasNumber(comparison.Left.Type):
                return keys.Of(comparison.Left) == key && comparison.Operator switch
                {
                    BinaryOperator.Greater => Exact.Sign(right) >= 0,
                    BinaryOperator.GreaterOrEqual => Exact.Sign(right) > 0,
                    BinaryOperator.NotEqual => Exact.Sign(right) == 0,
                    _ => false,
                };
            default:
                return false;
        }
    }

    private Shift OfCall(BoundCall call)
    {
        var arguments = call.Arguments.Select(Of).ToArray();
        if (call.Function == Function.Convert)
            return Unclear(call, arguments.Any(argument => argument.IsMoved));
        var pairs = arguments.Aggregate(Pairs.Holds, (found, argument) => found.Then(argument.Pairs));
        if (!arguments.Any(argument => argument.IsMoved))
            return new Shift(pairs);
        var moves = call.Function switch
        {
            Function.Round or Function.Floor or Function.Ceiling => arguments[0].Moves.Monotone(),
            Function.Abs => order.IsNonNegative(call.Arguments[0]) ? arguments[0].Moves : Moves.Any,
            Function.Min or Function.Max => arguments.Aggregate(Moves.Same, (found, argument) => found | argument.Moves),
            Function.Days => arguments[1].Moves.Plus(arguments[0].Moves.Opposite()),
            _ => Moves.Any,
        };
        return new Shift(pairs, moves);
    }

    /// <summary>How a value lies to another one without the score, from how they always lie and how the other moves.</summary>
    private Moves Crossed(BoundExpression with, BoundExpression without, Shift shiftOfWithout) =>
        shiftOfWithout.Pairs.IsSame ? order.Compare(with, without).Plus(shiftOfWithout.Moves) : Moves.Any;

    private Shift OfOtherwise(BoundOtherwise otherwise)
    {
        var (value, fallback) = (Of(otherwise.Value), Of(otherwise.Fallback));
        var moves = Moves.None;
        foreach (var (without, with) in value.Pairs.All())
        {
            if (without == WorldState.Fault || with == WorldState.Fault)
                continue;
            moves |= (without == WorldState.Unknown, with == WorldState.Unknown) switch
            {
                (false, false) => value.Moves,
                (true, true) => fallback.Moves,
                (true, false) => Crossed(otherwise.Value, otherwise.Fallback, fallback),
                _ => Moves.Any,
            };
        }
        var pairs = value.Pairs.Combine(fallback.Pairs, (first, second) => first == WorldState.Unknown ? second : first);
        var isFallback = !value.Pairs.HasWithout(WorldState.True) && !value.Pairs.HasWithout(WorldState.False);
        var isMoved = value.IsMoved || fallback.IsMoved;
        return new Shift(pairs, moves == Moves.None ? Moves.Same : isMoved && otherwise.Type.Kind is TypeKind.Record or TypeKind.List ? Moves.Any : moves, isFallback ? fallback.Without : null);
    }

    private Shift OfIf(BoundIf conditional)
    {
        var condition = Condition(conditional.Condition);
        var then = Under(conditional.Condition, () => Of(conditional.Then));
        var otherwise = Of(conditional.Else);
        var pairs = Pairs.None;
        var moves = Moves.None;
        foreach (var (without, with) in condition.All())
        {
            if (without == WorldState.Fault || with == WorldState.Fault)
            {
                pairs |= Pairs.Product(Chosen(without, then, otherwise, isWith: false), Chosen(with, then, otherwise, isWith: true));
                continue;
            }
            var (first, second) = (without == WorldState.True ? then : otherwise, with == WorldState.True ? then : otherwise);
            if (without == with)
            {
                pairs |= first.Pairs;
                moves |= first.Moves;
                continue;
            }
            pairs |= Pairs.Product(Chosen(without, then, otherwise, isWith: false), Chosen(with, then, otherwise, isWith: true));
            var (withExpression, withoutExpression) = with == WorldState.True ? (conditional.Then, conditional.Else) : (conditional.Else, conditional.Then);
            moves |= Crossed(withExpression, withoutExpression, first);
        }
        var members = condition.IsSame && then.Members is { } thens && otherwise.Members is { } others
            ? thens.Select((member, i) => Joined(member, others[i])).ToArray()
            : null;
        return new Shift(pairs, moves == Moves.None ? Moves.Same : moves, WithoutOf(condition, then, otherwise), members, then.Item is null && otherwise.Item is null ? null : Joined(then.Item ?? otherwise.Item!, otherwise.Item ?? then.Item!));
    }

    private static Value? WithoutOf(Pairs condition, Shift then, Shift otherwise)
    {
        if (!condition.HasWithout(WorldState.True))
            return otherwise.Without;
        return condition.HasWithout(WorldState.False) ? null : then.Without;
    }

    /// <summary>The states of the branch that is taken in one world.</summary>
    private static IReadOnlyList<WorldState> Chosen(WorldState condition, Shift then, Shift otherwise, bool isWith)
    {
        if (condition == WorldState.Fault)
            return [WorldState.Fault];
        return StatesOf((condition == WorldState.True ? then : otherwise).Pairs, isWith);
    }

    private static IReadOnlyList<WorldState> StatesOf(Pairs pairs, bool isWith) =>
        pairs.All().Select(pair => isWith ? pair.With : pair.Without).Distinct().ToArray();

    /// <summary>One or the other, the same one in both worlds.</summary>
    private static Shift Joined(Shift first, Shift second) => new(
        first.Pairs | second.Pairs,
        first.Moves | second.Moves,
        members: first.Members is { } firsts && second.Members is { } seconds ? firsts.Select((member, i) => Joined(member, seconds[i])).ToArray() : null,
        item: first.Item is null || second.Item is null ? null : Joined(first.Item, second.Item));
}
