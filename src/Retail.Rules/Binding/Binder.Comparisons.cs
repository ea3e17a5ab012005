using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Comparisons and membership.</summary>
internal sealed partial class Binder
{
    /// <summary>Binds both sides so that each helps to read the enum members of the other.</summary>
    private (BoundExpression Left, BoundExpression Right) BindSides(BinaryExpression binary, Place at)
    {
        if (IsBare(binary.Left) && (!IsBare(binary.Right) || !IsValue(binary.Left, at)))
        {
            var first = Bind(binary.Right, at);
            return (Bind(binary.Left, at, first.Type.IsError ? null : first.Type), first);
        }
        var left = Bind(binary.Left, at);
        return (left, Bind(binary.Right, at, left.Type.IsError ? null : left.Type));
    }

    private static bool IsBare(Expression expression) => expression is NameExpression or TextLiteral;

    private bool IsValue(Expression expression, Place at) =>
        expression is NameExpression name && (LocalScope.Find(at.Locals, name.Name) is not null || values.ContainsKey(name.Name));

    private BoundExpression BindComparison(BinaryExpression binary, Place at)
    {
        var (left, right) = BindSides(binary, at);
        return Compare(binary, binary.Operator, left, right);
    }

    /// <summary>The comparison of two bound sides, checked; &lt;&gt; comes out as =, to be negated by the caller.</summary>
    private BoundExpression Compare(Expression syntax, BinaryOperator op, BoundExpression left, BoundExpression right)
    {
        if (left.Type.IsError || right.Type.IsError)
            return BoundError.Instance;
        var isEquality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (left.Type.IsOptional || right.Type.IsOptional)
            return RefuseUnknown(syntax, op, isEquality, left, right);
        if (IsBareAgainstPercent(left, right))
            return BoundError.Instance;
        var common = Unify(ref left, ref right);
        if (common is null)
            return Mismatch(right, left.Type, right.Syntax ?? syntax);
        if (isEquality && common.Kind is TypeKind.List or TypeKind.Record or TypeKind.Exclusions)
        {
            return Fail(TypeDiagnostics.NotComparable, syntax, A(common), "`" + ExpressionText.Of(op) + "`",
                common.Kind == TypeKind.List ? "use `subset of` or `in`" : "compare its members");
        }
        if (!isEquality && !common.IsOrdered)
        {
            return Fail(TypeDiagnostics.NotOrdered, syntax, ExpressionText.Of(op), A(common),
                common.Kind == TypeKind.Enum ? "declare it as `ordered enum " + common.Enum!.Name + "`, lowest first, or use `=` or `in`" : "use `=` or `in`");
        }
        return new BoundComparison(syntax, op == BinaryOperator.NotEqual ? BinaryOperator.Equal : op, left, right);
    }

    private BoundError RefuseUnknown(Expression syntax, BinaryOperator op, bool isEquality, BoundExpression left, BoundExpression right)
    {
        var optional = left.Type.IsOptional ? left : right;
        if (!isEquality || optional.Syntax is null || syntax is not BinaryExpression binary)
        {
            RequireKnown(optional);
            return BoundError.Instance;
        }
        if (left.Type.Kind == TypeKind.Never || right.Type.Kind == TypeKind.Never)
        {
            var asked = ExpressionText.Of(left.Type.Kind == TypeKind.Never ? binary.Right : binary.Left);
            var known = asked + (op == BinaryOperator.Equal ? " is unknown" : " is known");
            return FailWithFix(TypeDiagnostics.EqualsUnknown, syntax, known, asked, ExpressionText.Of(op), known);
        }
        var better = ExpressionText.Of(binary.Left) + (op == BinaryOperator.Equal ? " same as " : " not same as ") + ExpressionText.Of(binary.Right);
        return FailWithFix(TypeDiagnostics.EqualsUnknown, syntax, better, ExpressionText.Of(optional.Syntax), ExpressionText.Of(op), better);
    }

    private BoundExpression BindSameAs(BinaryExpression binary, Place at)
    {
        var (left, right) = BindSides(binary, at);
        if (left.Type.IsError || right.Type.IsError || IsBareAgainstPercent(left, right))
            return BoundError.Instance;
        var common = Unify(ref left, ref right);
        if (common is null)
            return Mismatch(right, left.Type, binary.Right);
        if (common.Kind is TypeKind.List or TypeKind.Record or TypeKind.Exclusions)
            return Fail(TypeDiagnostics.NotComparable, binary, A(common), "`same as`", common.Kind == TypeKind.List ? "use `subset of` or `in`" : "compare its members");
        if (!AsDeclared(left).Type.IsOptional && !AsDeclared(right).Type.IsOptional)
        {
            var better = ExpressionText.Of(binary.Left) + (binary.Operator == BinaryOperator.SameAs ? " = " : " <> ") + ExpressionText.Of(binary.Right);
            return FailWithFix(TypeDiagnostics.SameAsKnown, binary, better, ExpressionText.Of(binary), better);
        }
        return new BoundRelation(binary, BinaryOperator.SameAs, left, right);
    }

    private BoundExpression BindIn(BinaryExpression binary, Place at)
    {
        if (binary.Right is IntervalExpression interval)
        {
            var operand = RequireKnown(Bind(binary.Left, at));
            return operand.Type.IsError ? operand : BindInInterval(binary, operand, interval, at);
        }

        BoundExpression left, right;
        if (IsBare(binary.Left) && !IsValue(binary.Left, at))
        {
            right = RequireKnown(Bind(binary.Right, at));
            left = RequireKnown(Bind(binary.Left, at, right.Type.Element));
        }
        else
        {
            left = RequireKnown(Bind(binary.Left, at));
            right = RequireKnown(Bind(binary.Right, at, left.Type.IsError ? null : RuleType.ListOf(left.Type)));
        }
        if (left.Type.IsError || right.Type.IsError)
            return BoundError.Instance;
        if (right.Type.Kind != TypeKind.List)
            return Fail(TypeDiagnostics.NotAList, binary.Right, ExpressionText.Of(binary.Right), A(right.Type), "write a list `[a, b]` or an interval `[a..b]`");
        if (right is BoundList list && list.Items.Any(item => IsBareAgainst(item, left.Type)))
            return BoundError.Instance;
        var converted = left.Type.Kind == TypeKind.Money && right is BoundList ? ConvertKnown(right, RuleType.ListOf(left.Type), binary.Right) : right;
        if (converted.Type.IsError)
            return converted;
        if (converted.Type.Element!.Kind == TypeKind.Money)
            left = AsMoney(left, converted.Type.Element);
        if (Common(left.Type, converted.Type.Element) is null)
            return Mismatch(left, converted.Type.Element, binary.Left);
        return new BoundRelation(binary, BinaryOperator.In, left, converted);
    }

    private BoundExpression BindInInterval(Expression syntax, BoundExpression operand, IntervalExpression interval, Place at)
    {
        var bound = BindInterval(interval, operand.Type, at);
        if (bound is null)
            return BoundError.Instance;
        if (!operand.Type.IsOrdered)
            return Fail(TypeDiagnostics.NotOrdered, syntax, "in an interval", A(operand.Type), "use a list `[a, b]`");
        return new BoundInInterval(syntax, operand, bound);
    }

    /// <summary>The ends of an interval around values of a type; null if they do not fit, which was reported.</summary>
    private BoundInterval? BindInterval(IntervalExpression interval, RuleType type, Place at)
    {
        var low = RequireKnown(Bind(interval.Low, at, type));
        var high = RequireKnown(Bind(interval.High, at, type));
        if (low.Type.IsError || high.Type.IsError)
            return null;
        var probe = (BoundExpression)new BoundReference(null, new LocalSymbol("", default, type), type);
        if (IsBareAgainstPercent(probe, low) || IsBareAgainstPercent(probe, high))
            return null;
        if (Unify(ref probe, ref low) is null)
        {
            Mismatch(low, type, interval.Low);
            return null;
        }
        if (Unify(ref probe, ref high) is null)
        {
            Mismatch(high, type, interval.High);
            return null;
        }
        return new BoundInterval(low, high, interval.IncludesLow, interval.IncludesHigh);
    }

    private BoundExpression BindContains(BinaryExpression binary, Place at)
    {
        var left = RequireKnown(Bind(binary.Left, at));
        var right = RequireKnown(Bind(binary.Right, at));
        if (left.Type.IsError || right.Type.IsError)
            return BoundError.Instance;
        if (left.Type.Kind == TypeKind.Text && right.Type.Kind == TypeKind.Text)
            return new BoundRelation(binary, BinaryOperator.Contains, left, right);
        return Fail(TypeDiagnostics.OperatorTypes, binary, "contains", A(left.Type), A(right.Type),
            left.Type.Kind == TypeKind.List ? "write `" + ExpressionText.Of(binary.Right) + " in " + ExpressionText.Of(binary.Left) + "`" : "it looks for a text in a text");
    }

    private BoundExpression BindSubset(BinaryExpression binary, Place at)
    {
        var left = RequireKnown(Bind(binary.Left, at));
        var right = RequireKnown(Bind(binary.Right, at, left.Type.IsError ? null : left.Type));
        if (left.Type.IsError || right.Type.IsError)
            return BoundError.Instance;
        if (left.Type.Kind != TypeKind.List || right.Type.Kind != TypeKind.List || Common(left.Type, right.Type) is null)
            return Fail(TypeDiagnostics.OperatorTypes, binary, "subset of", A(left.Type), A(right.Type), "both sides are lists of the same type");
        if (left.Type.Element!.Kind is TypeKind.List or TypeKind.Record)
            return Fail(TypeDiagnostics.NotComparable, binary, A(left.Type.Element), "`subset of`", "compare lists of simple values");
        return new BoundRelation(binary, BinaryOperator.SubsetOf, left, right);
    }
}
