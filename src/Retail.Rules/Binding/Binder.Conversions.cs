using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>What may stand where which type is expected, and the common type of alternatives.</summary>
internal sealed partial class Binder
{
    /// <summary>Binds an expression where a type is declared: the one place where a number becomes a percent.</summary>
    private BoundExpression BindAs(Expression expression, Place at, RuleType target) =>
        Convert(Bind(expression, at, target), target, expression);

    private BoundExpression BindCondition(Expression expression, Place at)
    {
        var bound = RequireKnown(Bind(expression, at, RuleType.Boolean));
        if (bound.Type.IsError || bound.Type.Kind == TypeKind.Boolean)
            return bound;
        return Fail(TypeDiagnostics.ConditionExpected, expression, ExpressionText.Of(expression), A(bound.Type));
    }

    /// <summary>Refuses a value that nothing has shown to be known.</summary>
    private BoundExpression RequireKnown(BoundExpression bound)
    {
        if (!bound.Type.IsOptional)
            return bound;
        if (bound.Syntax is not { } syntax)
            return BoundError.Instance;
        var why = bound is BoundReference reference && GapOf(reference.Symbol) is { } gap ? ": " + gap : "";
        var text = ExpressionText.Brief(syntax);
        var question = keys.PathOf(bound) is null ? "give it a name by `define` and ask whether that is known" : "ask `" + text + " is known`";
        return Fail(TypeDiagnostics.MayBeUnknown, syntax, text, why, question, ExpressionText.BriefOperand(syntax));
    }

    private BoundExpression Convert(BoundExpression bound, RuleType target, Expression syntax)
    {
        if (bound.Type.IsError || target.IsError)
            return bound;
        if (bound.Type.IsOptional && !target.IsOptional)
            return bound.Type.Kind == TypeKind.Never ? Mismatch(bound, target, syntax) : ConvertKnown(RequireKnown(bound), target, syntax);
        return ConvertKnown(bound, target, syntax);
    }

    private BoundExpression ConvertKnown(BoundExpression bound, RuleType target, Expression syntax)
    {
        var from = bound.Type;
        if (from.IsError || from.Kind == TypeKind.Never || from.SameShape(target))
            return bound;
        switch (target.Kind)
        {
            case TypeKind.Money when bound is BoundLiteral { IsBareNumber: true }:
                return AsMoney(bound, target);
            case TypeKind.Percent when bound is BoundLiteral { IsBareNumber: true }:
                return BareNumber(syntax, (BoundLiteral)bound);
            case TypeKind.Percent when from.Kind == TypeKind.Number:
            case TypeKind.Number when from.Kind == TypeKind.Percent:
                return bound;
            case TypeKind.Enum when bound is BoundLiteral { Value.Reference: string text } literal && from.Kind == TypeKind.Text:
                return EnumFromText(literal, text, target, syntax);
            case TypeKind.List when from.Kind == TypeKind.List && bound is BoundList list:
                return ConvertItems(list, target, syntax);
            case TypeKind.List when from.Kind == TypeKind.List && (from.Element!.Kind == TypeKind.Never || AreBothRatios(from.Element, target.Element!)):
                return bound;
            default:
                return Mismatch(bound, target, syntax);
        }
    }

    private BoundExpression ConvertItems(BoundList list, RuleType target, Expression syntax)
    {
        var items = list.Items.Select(item => ConvertKnown(item, target.Element!, item.Syntax ?? syntax)).ToArray();
        return items.Any(item => item.Type.IsError) ? BoundError.Instance : new BoundList(list.Syntax!, items, target.AsKnown());
    }

    private BoundError Mismatch(BoundExpression bound, RuleType target, Expression syntax)
    {
        if (AreInTwoCurrencies(bound.Type, target))
            return RefuseCurrency(bound, target, syntax);
        var advice = (bound.Type.Kind, target.Kind) switch
        {
            (TypeKind.Percent, TypeKind.Money) => "multiply an amount by it",
            (TypeKind.Number, TypeKind.Money) => "multiply it by an amount, or declare it as money",
            (TypeKind.Money, TypeKind.Percent or TypeKind.Number) => "divide it by an amount to get a ratio",
            (TypeKind.Text, TypeKind.Date) => "write dates without quotes: 2026-10-16",
            (_, TypeKind.Date) => "write a date such as 2026-10-16",
            (TypeKind.Number, TypeKind.Duration) => "write the unit: `1 day`",
            _ => "give " + A(target),
        };
        return Fail(TypeDiagnostics.Mismatch, syntax, A(target), ExpressionText.Of(syntax), A(bound.Type), advice);
    }


    private BoundError BareNumber(Expression syntax, BoundLiteral literal)
    {
        var percent = PercentOf(literal.Value);
        return FailWithFix(TypeDiagnostics.NumberAgainstPercent, syntax, percent, ExpressionText.Of(syntax), percent);
    }

    /// <summary>The percent that was probably meant: 0.25 is a fraction, 25 lacks its sign.</summary>
    private static string PercentOf(in Value number) =>
        (Exact.Compare(number, new Value(1m)) > 0 || Exact.Compare(number, new Value(-1m)) < 0 ? Exact.ToDecimal(number, 18) : Fraction(number)).ToString(CultureInfo.InvariantCulture) + "%";

    private static decimal Fraction(in Value number) =>
        Exact.ToDecimal(Exact.Multiply(number, new Value(100m)), 18);

    private BoundExpression EnumFromText(BoundLiteral literal, string text, RuleType target, Expression syntax)
    {
        var type = target.Enum!;
        usedEnums.Add(type);
        var index = type.IndexOf(text);
        if (index >= 0)
            return new BoundLiteral(literal.Syntax, RuleType.Of(type), new Value(type.Members[index]));
        if (type.Kind == EnumKind.Open)
            return new BoundLiteral(literal.Syntax, RuleType.Of(type), literal.Value);
        return Fail(NameDiagnostics.UnknownEnumMember, syntax, text, type.Name,
            DidYouMean(Spelling.Suggest(text, type.Members), "members are " + string.Join(", ", type.Members)));
    }

    private static bool AreBothRatios(RuleType left, RuleType right) =>
        left.Kind is TypeKind.Number or TypeKind.Percent && right.Kind is TypeKind.Number or TypeKind.Percent;

    /// <summary>
    /// The common type of two alternatives, with bare numbers turned into money where the other is money. Null if there is none; then it is
    /// the caller who reports.
    /// </summary>
    private RuleType? Unify(ref BoundExpression left, ref BoundExpression right)
    {
        if (left.Type.IsError || right.Type.IsError)
            return RuleType.Error;
        if (left.Type.Kind == TypeKind.Money)
            right = AsMoney(right, left.Type);
        else if (right.Type.Kind == TypeKind.Money)
            left = AsMoney(left, right.Type);
        return Common(left.Type, right.Type);
    }

    /// <summary>A bare number as money of a type; anything else as it is.</summary>
    private static BoundExpression AsMoney(BoundExpression bound, RuleType money) =>
        bound is BoundLiteral { IsBareNumber: true } literal ? new BoundLiteral(literal.Syntax, money.AsKnown(), literal.Value, isBareNumber: true) : bound;

    private static RuleType? Common(RuleType left, RuleType right)
    {
        var isOptional = left.IsOptional || right.IsOptional;
        RuleType? common;
        if (left.Kind == TypeKind.Never)
            common = right;
        else if (right.Kind == TypeKind.Never || left.SameShape(right))
            common = left;
        else if (AreBothRatios(left, right))
            common = RuleType.Number;
        else if (left.Kind == TypeKind.List && right.Kind == TypeKind.List && Common(left.Element!, right.Element!) is { } element)
            common = RuleType.ListOf(element.AsKnown()); // `[]` has items of no type, which count as unknown; a list never holds unknown items
        else
            return null;
        return isOptional ? common.AsOptional() : common.AsKnown();
    }

    /// <summary>The common type of several alternatives; items are replaced where bare numbers become money.</summary>
    private RuleType? UnifyAll(IList<BoundExpression> items)
    {
        if (items.Any(item => item.Type.IsError))
            return RuleType.Error;
        if (items.FirstOrDefault(item => item.Type.Kind == TypeKind.Money) is { Type: var money })
        {
            for (var i = 0; i < items.Count; i++)
                items[i] = AsMoney(items[i], money);
        }
        RuleType? common = items[0].Type;
        for (var i = 1; i < items.Count && common is not null; i++)
            common = Common(common, items[i].Type);
        return common;
    }
}
