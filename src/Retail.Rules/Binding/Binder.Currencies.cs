using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Money in several currencies, which meets only by way of <c>convert</c>.</summary>
internal sealed partial class Binder
{
    /// <summary>The ruleset's currency if its header names one; null for <c>local</c> and for none.</summary>
    private string? NamedCurrency => definition.Currency is { } currency && NameSyntax.IsCurrency(currency.Text) ? currency.Text : null;

    private RuleType MoneyIn(string currency) => currency == NamedCurrency ? RuleType.Money : RuleType.MoneyIn(currency);

    private RuleType InCurrency(RuleType type, Identifier currency)
    {
        if (type.IsError)
            return type;
        if (type.Kind != TypeKind.Money)
            Report(MoneyDiagnostics.NotMoney, currency, A(type), NameSyntax.IsCurrency(currency.Text) ? currency.Text : "EUR");
        else if (!NameSyntax.IsCurrency(currency.Text))
            Report(MoneyDiagnostics.NotACurrency, currency, currency.Text);
        else
            return MoneyIn(currency.Text);
        return RuleType.Error;
    }

    private static bool AreInTwoCurrencies(RuleType left, RuleType right) =>
        left.Kind == TypeKind.Money && right.Kind == TypeKind.Money && left.Currency != right.Currency;

    private BoundError RefuseCurrency(BoundExpression bound, RuleType target, Expression syntax)
    {
        var text = ExpressionText.Of(syntax);
        if ((target.Currency ?? NamedCurrency) is not { } currency)
        {
            return Fail(MoneyDiagnostics.TwoCurrencies, syntax, WithCurrency(target), text, WithCurrency(bound.Type),
                "name the ruleset's currency in its header, `currency GBP`, and convert into it");
        }
        var converted = "convert(" + text + ", " + currency + ", rate)";
        return FailWithFix(MoneyDiagnostics.TwoCurrencies, syntax, converted, WithCurrency(target), text, WithCurrency(bound.Type),
            "write `" + converted + "`, where the rate is " + currency + " for one " + (bound.Type.Currency ?? NamedCurrency ?? "unit of it"));
    }

    /// <summary>Money with its currency, the ruleset's own too.</summary>
    private string WithCurrency(RuleType money) => (money.Currency ?? NamedCurrency) is { } currency ? "money in " + currency : "money in the ruleset's currency";

    /// <summary><c>convert(amount, EUR, rate)</c>: the second argument is a currency, not a value.</summary>
    private BoundExpression BindConvert(CallExpression call, Place at)
    {
        if (call.Arguments.Count != 3)
        {
            BindAll(call.Arguments.Where(argument => argument is not NameExpression), at);
            return Fail(NameDiagnostics.WrongArgumentCount, call, call.Function.Text, Plural(3, "argument"), call.Arguments.Count, "convert(amount, EUR, rate)");
        }
        var amount = BindAmount(call.Arguments[0], at);
        var target = BindCurrency(call.Arguments[1]);
        var rate = BindAs(call.Arguments[2], at, RuleType.Number);
        if (amount.Type.IsError || target.IsError || rate.Type.IsError)
            return BoundError.Instance;
        var (text, currency) = (ExpressionText.Of(call.Arguments[0]), ExpressionText.Of(call.Arguments[1]));
        if (!AreInTwoCurrencies(amount.Type, target))
            return FailWithFix(MoneyDiagnostics.SameCurrency, call, text, text, currency);
        if (Constants.TryEvaluate(rate, out var constant) && Exact.Sign(constant) <= 0)
            return Fail(MoneyDiagnostics.RateNotPositive, call.Arguments[2], ExpressionText.Of(call.Arguments[2]), currency);
        return new BoundCall(call, Function.Convert, [amount, rate], target);
    }

    private BoundExpression BindAmount(Expression amount, Place at)
    {
        var bound = RequireKnown(Bind(amount, at));
        return bound.Type.IsError || bound.Type.Kind == TypeKind.Money
            ? bound
            : Fail(TypeDiagnostics.ArgumentType, amount, "convert", A(bound.Type), "it takes money");
    }

    private RuleType BindCurrency(Expression currency)
    {
        if (currency is NameExpression name && NameSyntax.IsCurrency(name.Name))
            return MoneyIn(name.Name);
        Report(MoneyDiagnostics.NotACurrency, currency, ExpressionText.Of(currency));
        return RuleType.Error;
    }
}
