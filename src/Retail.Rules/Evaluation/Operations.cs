using System;
using System.Collections.Generic;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>What the operators and functions of the language do. Both tiers call these, so that they cannot differ.</summary>
internal static class Operations
{
    public static Value Calculate(BinaryOperator op, TypeKind type, in Value left, in Value right)
    {
        switch (op)
        {
            case BinaryOperator.Add:
                return Add(type, left, right);
            case BinaryOperator.Subtract:
                return Add(type, left, Exact.Negate(right));
            case BinaryOperator.Multiply:
                return Exact.Multiply(left, right);
            default:
                return Exact.Divide(left, right);
        }
    }

    private static Value Add(TypeKind type, in Value left, in Value right) => type switch
    {
        TypeKind.Date => Calendar.AddToDate(left, right),
        TypeKind.Instant => Calendar.AddToInstant(left, right),
        _ => Exact.Add(left, right),
    };

    public static Value Apply(Function function, in Value first, in Value second) => function switch
    {
        Function.Days => Exact.Subtract(second, first),
        Function.Round => Exact.Round(first, (int)second.Numerator),
        Function.Floor => Exact.Floor(first),
        Function.Ceiling => Exact.Ceiling(first),
        Function.Abs => Exact.Abs(first),
        Function.Lower => new Value(first.Text.ToLowerInvariant()),
        Function.Upper => new Value(first.Text.ToUpperInvariant()),
        Function.Length => new Value((decimal)first.Text.Length),
        Function.Convert => Exact.Sign(second) > 0
            ? Exact.Multiply(first, second)
            : throw new EvaluationFault(FaultKind.RateNotPositive, "a rate of exchange that is not positive"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    /// <summary>The lower or the higher of two known values.</summary>
    public static Value Better(bool isMax, RuleType type, in Value left, in Value right) =>
        (Order(type, left, right) < 0) == isMax ? right : left;

    public static bool Compare(BinaryOperator op, RuleType type, in Value left, in Value right) => op switch
    {
        BinaryOperator.Equal => Same(left, right),
        BinaryOperator.NotEqual => !Same(left, right),
        BinaryOperator.Less => Order(type, left, right) < 0,
        BinaryOperator.LessOrEqual => Order(type, left, right) <= 0,
        BinaryOperator.Greater => Order(type, left, right) > 0,
        _ => Order(type, left, right) >= 0,
    };

    public static bool IsInside(RuleType type, in Value value, in Value low, in Value high, bool includesLow, bool includesHigh)
    {
        var above = Order(type, value, low);
        if (above < 0 || (above == 0 && !includesLow))
            return false;
        var below = Order(type, value, high);
        return below < 0 || (below == 0 && includesHigh);
    }

    /// <summary>The order of two known values: of numbers by size, of ordered enums as declared, of texts ordinally.</summary>
    public static int Order(RuleType type, in Value left, in Value right) => type.Kind switch
    {
        TypeKind.Enum => type.Enum!.IndexOf(left.Text).CompareTo(type.Enum.IndexOf(right.Text)),
        TypeKind.Text => string.CompareOrdinal(left.Text, right.Text),
        _ => Exact.Compare(left, right),
    };

    /// <summary>Whether two simple values are both unknown, or known and equal.</summary>
    public static bool Same(in Value left, in Value right)
    {
        if (left.IsUnknown || right.IsUnknown)
            return left.IsUnknown && right.IsUnknown;
        return left.Reference is string text ? string.Equals(text, right.Text, StringComparison.Ordinal) : Exact.AreEqual(left, right);
    }

    /// <summary>Whether two values of one type are the same at every depth: lists item by item, records member by member.</summary>
    public static bool SameThroughout(Frame frame, in Value left, in Value right)
    {
        if (left.Reference is not Composite items)
            return Same(left, right);
        if (right.Reference is not Composite others || items.Count != others.Count)
            return false;
        frame.Search(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!SameThroughout(frame, items.Items[i], others.Items[i]))
                return false;
        }
        return true;
    }

    public static bool IsIn(Frame frame, in Value value, Composite list)
    {
        frame.Search(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (Same(value, list.Items[i]))
                return true;
        }
        return false;
    }

    public static bool Contains(in Value text, in Value part) => text.Text.IndexOf(part.Text, StringComparison.Ordinal) >= 0;

    public static bool IsSubset(Frame frame, Composite list, Composite of)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!IsIn(frame, list.Items[i], of))
                return false;
        }
        return true;
    }
}
