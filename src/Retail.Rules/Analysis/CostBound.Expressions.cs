using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Analysis;

/// <summary>Expressions: what evaluating them once takes, and how long the lists are that they give.</summary>
internal sealed partial class CostBound
{
    /// <summary>Expressions looked at inside of calls. Calls that call twice as many, level by level, are not followed to their end.</summary>
    private const int MaxInvoked = 1_000_000;

    private static readonly (CostFormula, CostShape) Nothing = (CostFormula.Zero, CostShape.Single);
    private static readonly (CostFormula, CostShape) Anything = (CostFormula.Unbounded, CostShape.Unknown);

    /// <summary>Products of terms that are multiplied out; lists that may each be one of dozens, inside of each other, are not followed to their end.</summary>
    private const int MaxProducts = 5_000_000;

    private int invocationDepth;
    private int invoked;
    private int products;

    private CostFormula StepsOf(BoundExpression? expression) => Of(expression).Steps;

    private CostFormula StepsOf(IEnumerable<BoundExpression?> expressions) => expressions.Aggregate(CostFormula.Zero, (sum, expression) => sum.Plus(StepsOf(expression)));

    private (CostFormula Steps, CostShape Shape) Of(BoundExpression? expression)
    {
        if (expression is null or BoundLiteral { Value.Reference: not Values.Composite })
            return Nothing;
        if ((invocationDepth > 0 && ++invoked > MaxInvoked) || !Binder.HasStack())
            return Anything;
        switch (expression)
        {
            case BoundLiteral literal:
                return (CostFormula.Zero, CostShape.OfConstant(literal.Value, literal.Type));
            case BoundReference reference:
                return (CostFormula.Zero, ShapeOf(reference.Symbol));
            case BoundField field:
                var target = Of(field.Target);
                return (target.Steps, target.Shape.Member(field.Index));
            case BoundInvocation invocation:
                return OfInvocation(invocation);
            case BoundRelation { Operator: BinaryOperator.In or BinaryOperator.SubsetOf } relation:
                return OfSearch(relation);
            case BoundOtherwise otherwise:
                return OfBoth(otherwise.Value, otherwise.Fallback);
            case BoundIf conditional:
                return OfIf(conditional);
            case BoundList list:
                return OfList(list);
            case BoundRecord record:
                return OfRecord(record);
            case BoundAggregate aggregate:
                return OfAggregate(aggregate);
            case BoundSplit split:
                return OfSplit(split);
            case BoundChanged changed:
                return OfChanged(changed);
            case BoundInForce choice:
                return OfInForce(choice);
            default:
                return (StepsOf(BoundChildren.Of(expression)), CostShape.Single);
        }
    }

    private CostShape ShapeOf(ValueSymbol symbol)
    {
        switch (symbol)
        {
            case InputSymbol input:
                var given = CostShape.OfFact(input.Name, input.FactType);
                return input.Default is { } value ? given.Or(CostShape.OfConstant(value, input.FactType)) : given;
            case ParamSymbol param:
                return CostShape.OfConstant(param.Value, param.Type);
            case ComputedSymbol declared:
                return Computed(declared).Shape;
            case LocalSymbol local:
                return locals.TryGetValue(local, out var shape) ? shape : CostShape.Unknown;
            case OutcomeSymbol { Kind: OutcomeKind.Approvers }:
                return CostShape.OfList(Approvers(), CostShape.Single);
            default:
                // While a fact is missing, no rule is judged that could look for it.
                return CostShape.Single;
        }
    }

    private (CostFormula Steps, CostShape Shape) OfInvocation(BoundInvocation invocation)
    {
        var steps = CostFormula.One;
        var shapes = new List<CostShape>();
        foreach (var argument in invocation.Arguments)
        {
            var value = Of(argument);
            steps = steps.Plus(value.Steps);
            shapes.Add(value.Shape);
        }
        for (var i = 0; i < shapes.Count; i++)
            locals[invocation.Symbol.Parameters[i]] = shapes[i];
        invocationDepth++;
        var body = BodyOf(invocation.Symbol);
        invocationDepth--;
        return Plus(steps, body);
    }

    private (CostFormula Steps, CostShape Shape) OfSearch(BoundRelation relation)
    {
        var left = Of(relation.Left);
        var right = Of(relation.Right);
        var search = Search(right.Shape.Length);
        return (left.Steps.Plus(right.Steps).Plus(relation.Operator == BinaryOperator.In ? search : ForEach(left.Shape.Length, search)), CostShape.Single);
    }

    /// <summary>Steps that are taken for each item.</summary>
    private CostFormula ForEach(CostFormula items, CostFormula steps)
    {
        products += items.TermCount * steps.TermCount;
        return products > MaxProducts ? CostFormula.Unbounded : items.Times(steps);
    }

    /// <summary>A search through a list: each item, and the search itself; nothing where it is always short.</summary>
    private static CostFormula Search(CostFormula items) => items.Constant is <= StepCounts.ShortList ? CostFormula.Zero : items.Plus(CostFormula.One);

    private (CostFormula Steps, CostShape Shape) OfBoth(BoundExpression first, BoundExpression second)
    {
        var one = Of(first);
        var other = Of(second);
        return (one.Steps.Plus(other.Steps), one.Shape.Or(other.Shape));
    }

    private (CostFormula Steps, CostShape Shape) OfIf(BoundIf conditional)
    {
        var condition = StepsOf(conditional.Condition);
        var then = Of(conditional.Then);
        var otherwise = Of(conditional.Else);
        return (condition.Plus(then.Steps.Or(otherwise.Steps)), then.Shape.Or(otherwise.Shape));
    }

    private (CostFormula Steps, CostShape Shape) OfList(BoundList list)
    {
        var steps = CostFormula.Zero;
        var item = CostShape.Single;
        foreach (var expression in list.Items)
        {
            var value = Of(expression);
            steps = steps.Plus(value.Steps);
            item = item.Or(value.Shape);
        }
        return (steps, CostShape.OfList(CostFormula.Of(list.Items.Count), item));
    }

    private (CostFormula Steps, CostShape Shape) OfRecord(BoundRecord record)
    {
        var steps = CostFormula.Zero;
        var members = new List<CostShape>();
        foreach (var member in record.Members)
        {
            var value = Plus(StepsOf(member.OnlyIf), Of(member.Value));
            steps = steps.Plus(value.Steps);
            members.Add(locals[member.Symbol] = value.Shape);
        }
        return (steps, CostShape.OfRecord(members));
    }

    private (CostFormula Steps, CostShape Shape) OfAggregate(BoundAggregate aggregate)
    {
        var source = Of(aggregate.Source);
        var (length, item) = (source.Shape.Length, source.Shape.Item);
        locals[aggregate.Item] = item;
        var each = CostFormula.One.Plus(StepsOf(aggregate.Where));
        var body = Of(aggregate.Body);
        var shape = aggregate.Kind switch
        {
            AggregateKind.List => CostShape.OfList(length, body.Shape),
            AggregateKind.First => item,
            _ => CostShape.Single,
        };
        return (source.Steps.Plus(ForEach(length, each.Plus(body.Steps))), shape);
    }

    /// <summary>Weighing each item, and a heap of the remainders, from which fewer units are taken than there are items.</summary>
    private (CostFormula Steps, CostShape Shape) OfSplit(BoundSplit split)
    {
        var source = Of(split.Source);
        var (length, item) = (source.Shape.Length, source.Shape.Item);
        locals[split.Item] = item;
        var each = CostFormula.One.Plus(StepsOf(split.Weight));
        var heap = length.Constant is { } count ? CostFormula.Of(count * (1 + LevelsOf((int)count))) : length.Times(1 + levels);
        var steps = StepsOf(split.Total).Plus(source.Steps).Plus(ForEach(length, each)).Plus(Search(heap));
        return (steps, CostShape.OfList(length, CostShape.OfRecord(item, CostShape.Single)));
    }

    private (CostFormula Steps, CostShape Shape) OfChanged(BoundChanged changed)
    {
        var steps = StepsOf(changed.Approved);
        foreach (var input in changed.Inputs)
        {
            var fact = Of(input);
            steps = steps.Plus(fact.Steps).Plus(Comparing(input.Type, fact.Shape));
        }
        return (steps, CostShape.OfList(CostFormula.Of(changed.Inputs.Count), CostShape.Single));
    }

    /// <summary>Comparing two values at every depth: lists of one length, item by item, records member by member.</summary>
    private CostFormula Comparing(RuleType type, CostShape shape)
    {
        // Types may nest more widely than anybody has facts.
        if (++invoked > MaxInvoked || !Binder.HasStack())
            return CostFormula.Unbounded;
        switch (type.Kind)
        {
            case TypeKind.List:
                return Search(shape.Length).Plus(ForEach(shape.Length, Comparing(type.Element!, shape.Item)));
            case TypeKind.Record:
                var fields = type.Record!.Fields;
                return Enumerable.Range(0, fields.Count).Aggregate(Search(CostFormula.Of(fields.Count)), (sum, i) => sum.Plus(Comparing(fields[i].Type, shape.Member(i))));
            default:
                return CostFormula.Zero;
        }
    }

    private (CostFormula Steps, CostShape Shape) OfInForce(BoundInForce choice)
    {
        var steps = CostFormula.Zero;
        var shape = CostShape.Single;
        foreach (var (_, version) in choice.Choices)
        {
            var value = Of(version);
            steps = steps.Or(value.Steps);
            shape = shape.Or(value.Shape);
        }
        return (steps.Plus(StepsOf(choice.Day)), shape);
    }
}
