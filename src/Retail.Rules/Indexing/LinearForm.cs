using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// A comparison of sums of products as one sum that is compared with 0: each term is a coefficient, which differs from rule to rule, times
/// operands, which rules of one form share. Immutable.
/// </summary>
internal sealed class LinearForm
{
    /// <summary>More terms or factors than this, and the comparison is judged as it is written.</summary>
    public const int MaxTerms = 8;
    private const int MaxFactors = 4;

    private LinearForm(IReadOnlyList<Term> terms) => Terms = terms;

    /// <summary>In the order of their operands, which is the same for comparisons of one form.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>What comparisons of one form have in common. Whether 0 itself counts is no part of it: a sum that may be 0 is judged.</summary>
    public string Signature => string.Concat(Terms.Select(term => "+" + term.Key));

    /// <summary>The form of a comparison; null if it has none, or if an operand may fault.</summary>
    /// <param name="compare">The comparison.</param>
    /// <param name="truth">Whether it is to hold, or not to.</param>
    /// <param name="whatIsMeant">Gives the computation for a shared one, which has no name.</param>
    /// <param name="operandOf">Gives the operand that a node reads; null if it is none.</param>
    public static LinearForm? Of(CompareNode compare, bool truth, Func<PlanNode, PlanNode> whatIsMeant, Func<PlanNode, IndexOperand?> operandOf)
    {
        if (!compare.OperandType.IsNumeric || compare.OperandType.IsOptional || compare.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            || Sum(compare.Left, whatIsMeant, operandOf) is not { } left || Sum(compare.Right, whatIsMeant, operandOf) is not { } right)
            return null;
        // left < right is left - right < 0; not (left < right) is right - left <= 0.
        var isBelow = compare.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual == truth;
        return Merge(isBelow ? left.Concat(Negate(right)) : right.Concat(Negate(left))) is { Count: > 0 } terms ? new LinearForm(terms) : null;
    }

    private static List<Term>? Sum(PlanNode written, Func<PlanNode, PlanNode> whatIsMeant, Func<PlanNode, IndexOperand?> operandOf)
    {
        var node = whatIsMeant(written);
        switch (node)
        {
            case ConstantNode { Value.IsKnown: true } constant:
                return [new Term(constant.Value, [])];
            case NegateNode negate:
                return Sum(negate.Operand, whatIsMeant, operandOf) is { } negated ? Negate(negated).ToList() : null;
            case ArithmeticNode arithmetic when arithmetic.Type.IsNumeric && arithmetic.Operator != BinaryOperator.Divide:
                if (Sum(arithmetic.Left, whatIsMeant, operandOf) is not { } left || Sum(arithmetic.Right, whatIsMeant, operandOf) is not { } right)
                    return null;
                return Merge(arithmetic.Operator switch
                {
                    BinaryOperator.Add => left.Concat(right),
                    BinaryOperator.Subtract => left.Concat(Negate(right)),
                    _ => left.SelectMany(_ => right, (first, second) => first.Times(second)),
                });
            default:
                return !node.Type.IsNumeric || node.Type.IsOptional || operandOf(node) is not { CanFault: false } operand ? null : [new Term(Value.True, [operand])];
        }
    }

    private static IEnumerable<Term> Negate(IEnumerable<Term> terms) => terms.Select(term => new Term(Exact.Negate(term.Coefficient), term.Operands));

    /// <summary>
    /// Terms of the same operands as one, in the order of the operands; null if they are too many, or a coefficient is no fraction of two
    /// decimals: only where every step is small is it sure that none can fault. A coefficient that becomes 0 stays: it may not in other rules.
    /// </summary>
    private static List<Term>? Merge(IEnumerable<Term> terms)
    {
        var merged = terms
            .GroupBy(term => term.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new Term(same.Select(term => term.Coefficient).Aggregate((sum, next) => Exact.Add(sum, next)), same.First().Operands))
            .ToList();
        return merged.Count <= MaxTerms && merged.TrueForAll(term => term.Operands.Count <= MaxFactors && term.Coefficient.Reference is null) ? merged : null;
    }
}

/// <summary>A coefficient times operands; none for a constant. Immutable.</summary>
internal sealed class Term
{
    public Term(in Value coefficient, IReadOnlyList<IndexOperand> operands)
    {
        Coefficient = coefficient;
        Operands = operands;
        Key = string.Concat(operands.Select(operand => operand.Number.ToString(CultureInfo.InvariantCulture) + "*"));
    }

    public Value Coefficient { get; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<IndexOperand> Operands { get; }

    /// <summary>What terms of the same operands have in common.</summary>
    public string Key { get; }

    public Term Times(Term other) =>
        new(Exact.Multiply(Coefficient, other.Coefficient), Operands.Concat(other.Operands).OrderBy(operand => operand.Number).ToArray());
}
