using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Arithmetic, by the table of types in the language reference.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindBinary(BinaryExpression binary, Place at) => binary.Operator switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide => BindArithmetic(binary, at),
        BinaryOperator.In => BindIn(binary, at),
        BinaryOperator.NotIn => Negated(binary, BindIn(binary, at)),
        BinaryOperator.Contains => BindContains(binary, at),
        BinaryOperator.NotContains => Negated(binary, BindContains(binary, at)),
        BinaryOperator.SameAs => BindSameAs(binary, at),
        BinaryOperator.NotSameAs => Negated(binary, BindSameAs(binary, at)),
        BinaryOperator.SubsetOf => BindSubset(binary, at),
        BinaryOperator.NotSubsetOf => Negated(binary, BindSubset(binary, at)),
        BinaryOperator.NotEqual => Negated(binary, BindComparison(binary, at)),
        _ => BindComparison(binary, at),
    };

    private BoundExpression BindArithmetic(BinaryExpression binary, Place at)
    {
        var left = RequireKnown(Bind(binary.Left, at));
        var reported = diagnostics.Count;
        var right = RequireKnown(Bind(binary.Right, at));
        if (left.Type.IsError && right.Type.Kind == TypeKind.Money && binary is { Operator: BinaryOperator.Divide, Left: BinaryExpression product })
            AdviseDividingFirst(binary, product, reported - 1);
        if (left.Type.IsError || right.Type.IsError)
            return BoundError.Instance;

        var isSum = binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract;
        if (isSum && left.Type.Kind == TypeKind.Money)
            right = AsMoney(right, left.Type);
        else if (isSum && right.Type.Kind == TypeKind.Money)
            left = AsMoney(left, right.Type);
        if (binary.Operator != BinaryOperator.Multiply && AreInTwoCurrencies(left.Type, right.Type))
            return RefuseCurrency(right, left.Type, binary.Right);

        var type = binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => SumType(left.Type.Kind, right.Type.Kind),
            BinaryOperator.Multiply => ProductType(left.Type.Kind, right.Type.Kind) ?? ProductType(right.Type.Kind, left.Type.Kind),
            _ => QuotientType(left.Type.Kind, right.Type.Kind),
        };
        if (type is null)
            return RefuseArithmetic(binary, left, right);
        if (type.Kind == TypeKind.Date && right is BoundLiteral duration && !Exact.IsInteger(Exact.Divide(duration.Value, new Value((decimal)System.TimeSpan.TicksPerDay))))
            return Fail(TypeDiagnostics.PartOfDay, binary.Right, ExpressionText.Of(binary.Right));
        return new BoundArithmetic(binary, binary.Operator, left, right, type.Kind == TypeKind.Money ? MoneyOf(left.Type, right.Type) : type);
    }

    /// <summary>The money among two types of which one or both are, in its currency.</summary>
    private static RuleType MoneyOf(RuleType left, RuleType right) => (left.Kind == TypeKind.Money ? left : right).AsKnown();

    private static RuleType? SumType(TypeKind left, TypeKind right) => (left, right) switch
    {
        (TypeKind.Number, TypeKind.Number) => RuleType.Number,
        (TypeKind.Percent, TypeKind.Percent) => RuleType.Percent,
        (TypeKind.Number, TypeKind.Percent) or (TypeKind.Percent, TypeKind.Number) => RuleType.Number,
        (TypeKind.Money, TypeKind.Money) => RuleType.Money,
        (TypeKind.Date, TypeKind.Duration) => RuleType.Date,
        (TypeKind.Instant, TypeKind.Duration) => RuleType.Instant,
        (TypeKind.Duration, TypeKind.Duration) => RuleType.Duration,
        _ => null,
    };

    private static RuleType? ProductType(TypeKind left, TypeKind right) => (left, right) switch
    {
        (TypeKind.Number, TypeKind.Number or TypeKind.Percent) => RuleType.Number,
        (TypeKind.Percent, TypeKind.Percent) => RuleType.Percent,
        (TypeKind.Money, TypeKind.Number or TypeKind.Percent) => RuleType.Money,
        (TypeKind.Number, TypeKind.Duration) => RuleType.Duration,
        _ => null,
    };

    private static RuleType? QuotientType(TypeKind left, TypeKind right) => (left, right) switch
    {
        (TypeKind.Number or TypeKind.Percent, TypeKind.Number) => left == TypeKind.Percent ? RuleType.Percent : RuleType.Number,
        (TypeKind.Number or TypeKind.Percent, TypeKind.Percent) => RuleType.Number,
        (TypeKind.Money, TypeKind.Number or TypeKind.Percent) => RuleType.Money,
        (TypeKind.Money, TypeKind.Money) => RuleType.Number,
        _ => null,
    };

    private BoundError RefuseArithmetic(BinaryExpression binary, BoundExpression left, BoundExpression right)
    {
        var leftText = ExpressionText.Of(binary.Left);
        var rightText = ExpressionText.Of(binary.Right);
        switch (binary.Operator)
        {
            case BinaryOperator.Multiply when left.Type.Kind == TypeKind.Money && right.Type.Kind == TypeKind.Money:
                return Fail(TypeDiagnostics.MoneyTimesMoney, binary, leftText, rightText, "multiply by a number or a percent, or divide to get a ratio");
            case BinaryOperator.Subtract when left.Type.Kind == TypeKind.Date && right.Type.Kind == TypeKind.Date:
                Report(TypeDiagnostics.DateMinusDate, binary, leftText, rightText);
                diagnostics[diagnostics.Count - 1] = diagnostics[diagnostics.Count - 1].WithFixes(
                    new CodeFix("write `days(" + rightText + ", " + leftText + ")`", new TextEdit(binary.Span, "days(" + rightText + ", " + leftText + ")")));
                return BoundError.Instance;
            case BinaryOperator.Add or BinaryOperator.Subtract when IsMoneyWith(TypeKind.Number, left, right):
                return Fail(TypeDiagnostics.MoneyAndNumber, binary, leftText, A(left.Type), rightText, A(right.Type));
            case BinaryOperator.Add or BinaryOperator.Subtract when IsMoneyWith(TypeKind.Percent, left, right):
                return Fail(TypeDiagnostics.MoneyAndPercent, binary, leftText, A(left.Type), rightText, A(right.Type));
        }
        var advice = (left.Type.Kind, right.Type.Kind) switch
        {
            (TypeKind.Date or TypeKind.Instant, TypeKind.Number) => "write the unit: `" + leftText + " + 1 day`",
            (TypeKind.Number or TypeKind.Percent, TypeKind.Money) => "an amount divides by a number, not the other way round",
            (TypeKind.Date, _) or (_, TypeKind.Date) => "dates move by durations; `days(from, to)` counts days",
            (TypeKind.Text, _) or (_, TypeKind.Text) => "texts are not put together; use holes in effect texts: `\"{name}\"`",
            _ => "arithmetic takes numbers, percents, amounts, dates and durations",
        };
        return Fail(TypeDiagnostics.OperatorTypes, binary, ExpressionText.Of(binary.Operator), A(left.Type), A(right.Type), advice);
    }

    /// <summary><c>a * b / c</c> multiplies first, which amounts do not; the same value comes of <c>a * (b / c)</c>.</summary>
    private void AdviseDividingFirst(BinaryExpression quotient, BinaryExpression product, int reported)
    {
        if (reported < 0 || diagnostics[reported] is not { } found || found.Descriptor != TypeDiagnostics.MoneyTimesMoney || found.Span != product.Span)
            return;
        var better = ExpressionText.Of(new BinaryExpression
        {
            Span = quotient.Span,
            Operator = BinaryOperator.Multiply,
            Left = product.Left,
            Right = new BinaryExpression { Span = quotient.Span, Operator = BinaryOperator.Divide, Left = product.Right, Right = quotient.Right },
        });
        diagnostics[reported] = Diagnostic
            .Create(TypeDiagnostics.MoneyTimesMoney, source, product.Span, ExpressionText.Of(product.Left), ExpressionText.Of(product.Right), "divide first: `" + better + "`")
            .WithFixes(new CodeFix("write `" + better + "`", new TextEdit(quotient.Span, better)));
    }

    private static bool IsMoneyWith(TypeKind kind, BoundExpression left, BoundExpression right) =>
        (left.Type.Kind == TypeKind.Money && right.Type.Kind == kind) || (left.Type.Kind == kind && right.Type.Kind == TypeKind.Money);
}
