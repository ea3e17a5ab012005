using System;
using System.Linq.Expressions;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Values;
using Expression = System.Linq.Expressions.Expression;

namespace Retail.Rules.Compilation;

/// <summary>Loops over lists.</summary>
internal sealed partial class Emitter
{
    /// <summary>Emits a loop.</summary>
    /// <param name="list">The list, a variable.</param>
    /// <param name="each">Emits what is done with an item; gets its position, the end of the loop and the start of its next round.</param>
    private void ForEach(ParameterExpression list, Action<ParameterExpression, LabelTarget, LabelTarget> each)
    {
        var position = temporaries.Take(typeof(int));
        var end = Expression.Label();
        var next = Expression.Label();
        Assign(position, Expression.Constant(0));
        var round = Nested(() => each(position, end, next));
        code.Add(Expression.Loop(
            Expression.Block(
                Expression.IfThen(Expression.GreaterThanOrEqual(position, CountOf(list)), Expression.Break(end)),
                round,
                Expression.Label(next),
                Expression.PreIncrementAssign(position)),
            end));
    }

    /// <summary>Emits a loop over the items that an aggregate counts.</summary>
    private void ForEachCounted(AggregateNode node, ParameterExpression list, Action<LabelTarget> each) =>
        ForEach(list, (position, end, next) =>
        {
            Step();
            SetSlot(node.ItemSlot, ItemOf(list, position));
            if (node.Where is not null)
                code.Add(Expression.IfThen(Expression.Not(Test(node.Where)), Expression.Goto(next)));
            each(end);
        });

    private ParameterExpression SourceOf(PlanNode source)
    {
        var list = temporaries.Take(typeof(Composite));
        Assign(list, CompositeOf(Operand(source)));
        return list;
    }

    private Expression TestAny(AggregateNode node)
    {
        var found = temporaries.Take(typeof(bool));
        var list = SourceOf(node.Source);
        Assign(found, Expression.Constant(false));
        ForEachCounted(node, list, end =>
        {
            Assign(found, Expression.Constant(true));
            code.Add(Expression.Break(end));
        });
        return found;
    }

    private void StoreAggregate(AggregateNode node, ParameterExpression result)
    {
        switch (node.Kind)
        {
            case AggregateKind.Any:
                Assign(result, Expression.Call(Members.ValueOfBoolean, Test(node)));
                break;
            case AggregateKind.Count:
                StoreCount(node, result);
                break;
            case AggregateKind.List:
                StoreMapped(node, result);
                break;
            default:
                StoreReduced(node, result);
                break;
        }
    }

    private void StoreCount(AggregateNode node, ParameterExpression result)
    {
        var list = SourceOf(node.Source);
        var count = temporaries.Take(typeof(int));
        Assign(count, Expression.Constant(0));
        ForEachCounted(node, list, _ => code.Add(Expression.PreIncrementAssign(count)));
        Assign(result, Expression.New(Members.NewNumber, Expression.New(Members.NewDecimal, count)));
    }

    private void StoreMapped(AggregateNode node, ParameterExpression result)
    {
        var list = SourceOf(node.Source);
        var mapped = temporaries.Take(typeof(Composite));
        Assign(mapped, Rent(CountOf(list)));
        ForEachCounted(node, list, _ => code.Add(Add(mapped, Operand(node.Body!))));
        Assign(result, ValueOf(mapped));
    }

    /// <summary>sum, min, max and first.</summary>
    private void StoreReduced(AggregateNode node, ParameterExpression result)
    {
        var list = SourceOf(node.Source);
        Assign(result, node.Kind == AggregateKind.Sum ? Expression.Default(typeof(Value)) : UnknownValue);
        ForEachCounted(node, list, end =>
        {
            switch (node.Kind)
            {
                case AggregateKind.First:
                    Assign(result, Slot(node.ItemSlot));
                    code.Add(Expression.Break(end));
                    break;
                case AggregateKind.Sum:
                    Assign(result, Expression.Call(Members.Add, result, Operand(node.Body!)));
                    break;
                default:
                    var body = Operand(node.Body!);
                    code.Add(Expression.IfThenElse(
                        IsUnknown(result),
                        Expression.Assign(result, body),
                        Nested(() => KeepBetter(result, body, node.Kind == AggregateKind.Max, node.Type))));
                    break;
            }
        });
    }
}
