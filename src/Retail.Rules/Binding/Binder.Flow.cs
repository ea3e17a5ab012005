using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>
/// What conditions prove. A path is known if it was shown known, or if the condition is proved under which its declaration says that it is
/// (<c>required when</c>, <c>only if</c>), conjunct by conjunct. Nothing else is inferred, so that authors can follow it.
/// </summary>
internal sealed partial class Binder
{
    /// <summary>Symbols whose condition is being proved, so that conditions that lean on each other end.</summary>
    private readonly HashSet<ValueSymbol> proving = [];

    private bool IsKnown(BoundExpression expression, FlowState flow)
    {
        if (!expression.Type.IsOptional)
            return true;
        flow = flow.Concluded(Conclude);
        if (keys.PathOf(expression) is { } path && flow.IsKnown(path))
            return true;
        switch (expression)
        {
            case BoundReference reference:
                return proving.Count < maxDepth && KnownWhen(reference.Symbol) is { } condition && proving.Add(reference.Symbol) && Release(reference.Symbol, IsProved(condition, flow));
            case BoundField field:
                return !field.Target.Type.Record!.Fields[field.Index].Type.IsOptional && IsKnown(field.Target, flow);
            default:
                return false;
        }
    }

    private bool Release(ValueSymbol symbol, bool result)
    {
        proving.Remove(symbol);
        return result;
    }

    private BoundExpression? KnownWhen(ValueSymbol symbol)
    {
        if (symbol is InputSymbol input)
            EnsureRequiredWhen(input);
        return symbol.KnownWhen;
    }

    /// <summary>Whether a condition holds wherever this state does.</summary>
    private bool IsProved(BoundExpression condition, FlowState flow)
    {
        switch (condition)
        {
            case BoundLogical { IsAnd: true } conjunction:
                return conjunction.Operands.All(operand => IsProved(operand, flow));
            case BoundLogical disjunction when flow.Holds(keys.Of(disjunction)) || disjunction.Operands.Any(operand => IsProved(operand, flow)):
                return true;
            case BoundIs { AsksEmpty: false } known when IsKnown(AsDeclared(known.Operand), flow):
                return true;
        }
        if (flow.Holds(keys.Of(condition)))
            return true;
        var (path, allowed) = AllowedValues(condition);
        return path is not null && flow.IsWithin(path, [.. allowed!]);
    }

    /// <summary>The operand with the type it has where nothing is proved, so that the question is asked anew.</summary>
    private static BoundExpression AsDeclared(BoundExpression operand) => operand switch
    {
        BoundReference reference => new BoundReference(reference.Syntax, reference.Symbol, reference.Symbol.Type),
        BoundField field => new BoundField(field.Syntax, field.Target, field.Index, field.Name, field.Type.AsOptional()),
        _ => operand,
    };

    /// <summary>Adds that a condition is true or false.</summary>
    private static FlowState Assume(BoundExpression condition, bool truth, FlowState flow) =>
        condition.Type.IsError ? flow : flow.WithAssumed(condition, truth);

    /// <summary>Adds what follows from a condition being true or false.</summary>
    private FlowState Conclude(BoundExpression condition, bool truth, FlowState flow)
    {
        switch (condition)
        {
            case BoundNot not:
                return Conclude(not.Operand, !truth, truth ? flow.WithCondition(keys.Of(not)) : flow);
            case BoundLogical logical when logical.IsAnd == truth:
                foreach (var operand in logical.Operands)
                    flow = Conclude(operand, truth, flow);
                return truth ? flow.WithCondition(keys.Of(logical)) : flow;
            case BoundIs { AsksEmpty: false } known when truth:
                return AssumeKnown(known.Operand, flow);
        }
        if (truth)
        {
            flow = flow.WithCondition(keys.Of(condition));
            var (path, allowed) = AllowedValues(condition);
            if (path is not null)
                flow = flow.WithValues(path, allowed!);
        }
        else
        {
            flow = flow.WithCondition(keys.Of(new BoundNot(null, condition)));
            if (condition is BoundReference or BoundField && keys.PathOf(condition) is { } negated)
                flow = flow.WithValues(negated, [StructuralKeys.OfConstant(Value.False)]);
        }
        return flow;
    }

    /// <summary>A known path, and with it every record on the way to it.</summary>
    private FlowState AssumeKnown(BoundExpression operand, FlowState flow)
    {
        for (var current = operand; keys.PathOf(current) is { } path; current = ((BoundField)current).Target)
        {
            flow = flow.WithKnown(path);
            if (current is not BoundField)
                break;
        }
        return flow;
    }

    /// <summary>For a test of one path against constants: the path and the values that pass. Otherwise nulls.</summary>
    private (string? Path, IReadOnlyCollection<string>? Values) AllowedValues(BoundExpression condition)
    {
        switch (condition)
        {
            case BoundComparison { Operator: BinaryOperator.Equal } equal:
                if (Constants.TryEvaluate(equal.Right, out var right) && keys.PathOf(equal.Left) is { } leftPath)
                    return (leftPath, [StructuralKeys.OfConstant(right)]);
                if (Constants.TryEvaluate(equal.Left, out var left) && keys.PathOf(equal.Right) is { } rightPath)
                    return (rightPath, [StructuralKeys.OfConstant(left)]);
                return default;
            case BoundRelation { Operator: BinaryOperator.In, Right: BoundList list } relation when keys.PathOf(relation.Left) is { } path:
                var allowed = new List<string>();
                foreach (var item in list.Items)
                {
                    if (!Constants.TryEvaluate(item, out var constant))
                        return default;
                    allowed.Add(StructuralKeys.OfConstant(constant));
                }
                return (path, allowed);
            case BoundReference or BoundField when condition.Type.Kind == TypeKind.Boolean && keys.PathOf(condition) is { } path:
                return (path, [StructuralKeys.OfConstant(Value.True)]);
            case BoundNot { Operand: BoundReference or BoundField } not when not.Operand.Type.Kind == TypeKind.Boolean && keys.PathOf(not.Operand) is { } path:
                return (path, [StructuralKeys.OfConstant(Value.False)]);
            default:
                return default;
        }
    }
}
