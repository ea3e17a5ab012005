using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>
/// How the values of two expressions lie to each other for all facts, as far as their text shows: constants, sums that differ by constants or
/// by what is never negative, min and max, the branches of an if. Stateless but for keys; not thread-safe.
/// </summary>
internal sealed class ValueOrder
{
    /// <summary>How many defines deep it looks.</summary>
    private const int MaxDepth = 20;

    private readonly StructuralKeys keys;

    public ValueOrder(StructuralKeys keys) => this.keys = keys;

    /// <summary>How the first lies to the second.</summary>
    public Moves Compare(BoundExpression first, BoundExpression second, int depth = 0)
    {
        if (!Shift.HasNumber(first.Type) || depth > MaxDepth)
            return keys.Of(first) == keys.Of(second) ? Moves.Same : Moves.Any;
        (first, second) = (Resolved(first), Resolved(second));
        if (keys.Of(first) == keys.Of(second))
            return Moves.Same;
        if (first is BoundIf branches)
            return Compare(branches.Then, second, depth + 1) | Compare(branches.Else, second, depth + 1);
        if (second is BoundIf)
            return Compare(second, first, depth + 1).Opposite();
        var found = Difference(first, second, depth);
        return found != Moves.Any ? found : OfExtremes(first, second, depth) is var extreme && extreme != Moves.Any ? extreme : OfExtremes(second, first, depth).Opposite();
    }

    private Moves Difference(BoundExpression first, BoundExpression second, int depth)
    {
        try
        {
            var difference = new Sum(this);
            difference.Add(first, new Value(1m), depth);
            difference.Add(second, new Value(-1m), depth);
            return difference.Sign();
        }
        catch (EvaluationFault)
        {
            return Moves.Any;
        }
    }

    /// <summary>Whether the value is never below 0, where it is there.</summary>
    public bool IsNonNegative(BoundExpression expression, int depth = 0)
    {
        if (depth > MaxDepth)
            return false;
        if (Constants.TryEvaluate(expression, out var constant))
            return constant.IsUnknown || (Shift.HasNumber(expression.Type) && Exact.Sign(constant) >= 0);
        bool All(IEnumerable<BoundExpression> parts) => parts.All(part => IsNonNegative(part, depth + 1));
        switch (expression)
        {
            case BoundReference { Symbol: DefineSymbol { Parameters.Count: 0 } define }:
                return IsNonNegative(define.Body, depth + 1);
            case BoundReference { Symbol: TableSymbol { Table: { Outputs.Count: 1 } table } }:
                return IsColumnNonNegative(table, 0, depth);
            case BoundReference { Symbol: DatedSymbol { Parameters.Count: 0, Body: BoundInForce choice } }:
                return All(choice.Choices.Select(option => option.Value));
            case BoundField { Target: BoundReference { Symbol: TableSymbol { Table: { } rows } } } field when rows.Outputs.Count > 1:
                return IsColumnNonNegative(rows, field.Index, depth);
            case BoundCall { Function: Function.Abs or Function.Length }:
            case BoundAggregate { Kind: AggregateKind.Count }:
                return true;
            case BoundCall { Function: Function.Max } max:
                return max.Arguments.Any(argument => IsNonNegative(argument, depth + 1));
            case BoundCall { Function: Function.Min } min:
                return All(min.Arguments);
            case BoundCall { Function: Function.Round or Function.Floor or Function.Ceiling } rounded:
                return IsNonNegative(rounded.Arguments[0], depth + 1);
            case BoundArithmetic { Operator: BinaryOperator.Add or BinaryOperator.Multiply or BinaryOperator.Divide } arithmetic:
                return arithmetic.Type.Kind is not (TypeKind.Date or TypeKind.Instant) && All([arithmetic.Left, arithmetic.Right]);
            case BoundAggregate { Kind: AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max, Body: { } body }:
                return IsNonNegative(body, depth + 1);
            case BoundIf conditional:
                return All([conditional.Then, conditional.Else]);
            case BoundOtherwise otherwise:
                return All([otherwise.Value, otherwise.Fallback]);
            default:
                return false;
        }
    }

    private bool IsColumnNonNegative(BoundTable table, int column, int depth) =>
        table.Syntax.HitPolicy is HitPolicy.Unique or HitPolicy.First or HitPolicy.Any
        && table.Rows.All(row => row.Values[column] is not { } value || IsNonNegative(value, depth + 1));

    /// <summary>A define without a condition stands for what it is made of.</summary>
    private static BoundExpression Resolved(BoundExpression expression)
    {
        for (var i = 0; i < MaxDepth && expression is BoundReference { Symbol: DefineSymbol { Parameters.Count: 0, OnlyIf: null } define }; i++)
            expression = define.Body;
        return expression;
    }

    /// <summary>A min is at most each of its arguments, a max at least.</summary>
    private Moves OfExtremes(BoundExpression extreme, BoundExpression other, int depth)
    {
        if (extreme is not BoundCall { Function: Function.Min or Function.Max } call)
            return Moves.Any;
        var all = call.Arguments.Select(argument => Compare(argument, other, depth + 1)).ToArray();
        var bound = call.Function == Function.Min ? Moves.Lower | Moves.Same : Moves.Higher | Moves.Same;
        var union = all.Aggregate(Moves.None, (found, next) => found | next);
        return all.Any(found => (found & ~bound) == 0) ? bound & (union | Moves.Same) : union;
    }

    /// <summary>A sum of multiples of terms, and a constant. Per use.</summary>
    private sealed class Sum
    {
        private readonly ValueOrder order;
        private readonly Dictionary<string, (BoundExpression Term, Value Factor)> terms = new(System.StringComparer.Ordinal);
        private Value constant;

        public Sum(ValueOrder order) => this.order = order;

        public void Add(BoundExpression expression, in Value factor, int depth)
        {
            expression = Resolved(expression);
            if (Constants.TryEvaluate(expression, out var value) && value.IsKnown)
            {
                constant = Exact.Add(constant, Exact.Multiply(value, factor));
                return;
            }
            if (depth <= MaxDepth && !IsMoment(expression.Type))
            {
                switch (expression)
                {
                    case BoundArithmetic { Operator: BinaryOperator.Add } sum:
                        Add(sum.Left, factor, depth + 1);
                        Add(sum.Right, factor, depth + 1);
                        return;
                    case BoundArithmetic { Operator: BinaryOperator.Subtract } difference:
                        Add(difference.Left, factor, depth + 1);
                        Add(difference.Right, Exact.Negate(factor), depth + 1);
                        return;
                    case BoundNegation negation:
                        Add(negation.Operand, Exact.Negate(factor), depth + 1);
                        return;
                    case BoundArithmetic { Operator: BinaryOperator.Multiply } product when Constants.TryEvaluate(product.Right, out var right):
                        Add(product.Left, Exact.Multiply(factor, right), depth + 1);
                        return;
                    case BoundArithmetic { Operator: BinaryOperator.Multiply } product when Constants.TryEvaluate(product.Left, out var left):
                        Add(product.Right, Exact.Multiply(factor, left), depth + 1);
                        return;
                }
            }
            var key = order.keys.Of(expression);
            var total = terms.TryGetValue(key, out var known) ? Exact.Add(known.Factor, factor) : factor;
            terms[key] = (expression, total);
        }

        public Moves Sign()
        {
            var sign = MovesMath.OfSign(Exact.Sign(constant));
            foreach (var (term, factor) in terms.Values)
            {
                if (Exact.Sign(factor) == 0)
                    continue;
                if (!order.IsNonNegative(term))
                    return Moves.Any;
                sign = sign.Plus(MovesMath.OfSign(Exact.Sign(factor)) | Moves.Same);
            }
            return sign;
        }

        private static bool IsMoment(RuleType type) => type.Kind is TypeKind.Date or TypeKind.Instant;
    }
}
