using System;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>Conditions.</summary>
internal sealed partial class ShiftAnalysis
{
    private static WorldState Negated(WorldState state) => state switch
    {
        WorldState.False => WorldState.True,
        WorldState.True => WorldState.False,
        _ => state,
    };

    private static WorldState And(WorldState first, WorldState second) => first == WorldState.True ? second : first;

    private static WorldState Or(WorldState first, WorldState second) => first == WorldState.False ? second : first;

    private Pairs OfLogical(BoundLogical logical)
    {
        var found = Pairs.Same(logical.IsAnd ? WorldState.True : WorldState.False);
        var count = assumed.Count;
        foreach (var operand in logical.Operands)
        {
            found = found.Combine(Condition(operand), logical.IsAnd ? And : Or);
            if (logical.IsAnd)
                assumed.Add(operand);
        }
        assumed.RemoveRange(count, assumed.Count - count);
        return found;
    }

    private Pairs OfState(BoundIs test)
    {
        var operand = Of(test.Operand);
        if (!test.AsksEmpty)
            return operand.Pairs.Select(state => state switch { WorldState.Unknown => WorldState.False, WorldState.Fault => state, _ => WorldState.True });
        return Judged(operand, Shift.Constant(default, RuleType.Number), OfGrowth(operand.Moves).Select(Negated));
    }

    /// <summary>How "has an item" moves with a list.</summary>
    private static Pairs OfGrowth(Moves moves) => Pairs.Same(WorldState.False, WorldState.True)
        | ((moves & Moves.Higher) != 0 ? Pairs.Of(WorldState.False, WorldState.True) : Pairs.None)
        | ((moves & Moves.Lower) != 0 ? Pairs.Of(WorldState.True, WorldState.False) : Pairs.None);

    /// <summary>A judgement of two values: as given where both are there in both worlds. Where one is unknown nobody asks, see <see cref="Pairs.AsCondition"/>.</summary>
    private static Pairs Judged(Shift left, Shift right, Pairs whereThere)
    {
        var found = Pairs.None;
        foreach (var (left0, left1) in left.Pairs.All())
        {
            foreach (var (right0, right1) in right.Pairs.All())
            {
                var (without, with) = (First(left0, right0), First(left1, right1));
                if (without == WorldState.True && with == WorldState.True)
                    found |= whereThere;
                else
                    found |= Pairs.Product(Truth(without, whereThere, isWith: false), Truth(with, whereThere, isWith: true));
            }
        }
        return found;
    }

    /// <summary>What two operands allow: a fault, a judgement, or one that nobody asks for.</summary>
    private static WorldState First(WorldState left, WorldState right)
    {
        if (left == WorldState.Fault || right == WorldState.Fault)
            return WorldState.Fault;
        return left == WorldState.Unknown || right == WorldState.Unknown ? WorldState.Unknown : WorldState.True;
    }

    private static WorldState[] Truth(WorldState operands, Pairs whereThere, bool isWith)
    {
        if (operands == WorldState.Fault)
            return [WorldState.Fault];
        if (operands == WorldState.Unknown)
            return [WorldState.False];
        var (canFail, canHold) = isWith
            ? (whereThere.HasWith(WorldState.False), whereThere.HasWith(WorldState.True))
            : (whereThere.HasWithout(WorldState.False), whereThere.HasWithout(WorldState.True));
        return canFail && canHold ? [WorldState.False, WorldState.True] : [canHold ? WorldState.True : WorldState.False];
    }

    private Pairs Compared(BinaryOperator op, Shift left, Shift right, RuleType type)
    {
        if (type.Kind == TypeKind.Boolean)
            return left.Pairs.Combine(right.Pairs, (first, second) => OfTruths(op, first, second)).AsCondition();
        var difference = left.Moves.Plus(right.Moves.Opposite());
        if (difference == Moves.None)
            difference = Moves.Any;
        var rises = (difference & Moves.Higher) != 0;
        var falls = (difference & Moves.Lower) != 0;
        var found = op switch
        {
            BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Directed(rises, falls),
            BinaryOperator.Less or BinaryOperator.LessOrEqual => Directed(falls, rises),
            _ => Directed(rises || falls, rises || falls),
        };
        if (left.Without is { } first && right.Without is { } second)
            found = Known(found, Compare(op, Exact.Compare(first, second)));
        return Judged(left, right, found);
    }

    private static WorldState OfTruths(BinaryOperator op, WorldState left, WorldState right)
    {
        if (left == WorldState.Fault || right == WorldState.Fault)
            return WorldState.Fault;
        if (left == WorldState.Unknown || right == WorldState.Unknown)
            return WorldState.Unknown;
        return left == right == (op == BinaryOperator.Equal) ? WorldState.True : WorldState.False;
    }

    private static Pairs Directed(bool canBegin, bool canEnd) => Pairs.Same(WorldState.False, WorldState.True)
        | (canBegin ? Pairs.Of(WorldState.False, WorldState.True) : Pairs.None)
        | (canEnd ? Pairs.Of(WorldState.True, WorldState.False) : Pairs.None);

    /// <summary>The pairs with this truth in the world without the score, which constants give.</summary>
    private static Pairs Known(Pairs pairs, bool without)
    {
        var found = Pairs.None;
        foreach (var (first, second) in pairs.All())
        {
            if (first == (without ? WorldState.True : WorldState.False))
                found |= Pairs.Of(first, second);
        }
        return found;
    }

    private static bool Compare(BinaryOperator op, int comparison) => op switch
    {
        BinaryOperator.Equal => comparison == 0,
        BinaryOperator.NotEqual => comparison != 0,
        BinaryOperator.Less => comparison < 0,
        BinaryOperator.LessOrEqual => comparison <= 0,
        BinaryOperator.Greater => comparison > 0,
        _ => comparison >= 0,
    };

    private Pairs OfInterval(Shift operand, BoundInterval interval, RuleType type)
    {
        var (low, high) = (Of(interval.Low), Of(interval.High));
        var above = Compared(interval.IncludesLow ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, operand, low, type);
        var below = Compared(interval.IncludesHigh ? BinaryOperator.LessOrEqual : BinaryOperator.Less, operand, high, type);
        // All three are computed before they are compared.
        return FaultsOf(low.Pairs).Then(FaultsOf(high.Pairs)).Then(above.Combine(below, And));
    }

    private Pairs OfRelation(BoundRelation relation)
    {
        var (left, right) = (Of(relation.Left), Of(relation.Right));
        if (relation.Operator == BinaryOperator.SameAs)
        {
            if (!left.IsMoved && !right.IsMoved)
                return Pairs.Same(WorldState.False, WorldState.True) | (left.Pairs.HasWith(WorldState.Fault) || right.Pairs.HasWith(WorldState.Fault) ? Pairs.Same(WorldState.Fault) : Pairs.None);
            return left.Pairs.Combine(right.Pairs, (first, second) => first == WorldState.Fault || second == WorldState.Fault ? WorldState.Fault : WorldState.Unknown).AsCondition();
        }
        var whereThere = relation.Operator switch
        {
            BinaryOperator.In when left.Moves == Moves.Same => OfGrowth(right.Moves),
            BinaryOperator.SubsetOf => OfGrowth(left.Moves.Opposite()) | OfGrowth(right.Moves),
            _ => left.IsMoved || right.IsMoved ? Pairs.AnyTruth : Pairs.Same(WorldState.False, WorldState.True),
        };
        if (relation.Left.Type.Kind == TypeKind.Boolean && left.IsMoved)
            whereThere = Pairs.AnyTruth;
        return Judged(left, right, whereThere);
    }
}
