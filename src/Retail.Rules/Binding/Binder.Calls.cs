using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Functions of the language, defines and tables with arguments, questions about rules.</summary>
internal sealed partial class Binder
{
    private static readonly string[] FunctionNames = ["days", "round", "floor", "ceiling", "abs", "min", "max", "lower", "upper", "length", "convert", "verdict", "fired"];

    private BoundExpression BindCall(CallExpression call, Place at, RuleType? expected)
    {
        var name = call.Function.Text;
        if (values.TryGetValue(name, out var symbol) && symbol is ComputedSymbol computed)
            return BindInvocation(call, computed, at);
        if (symbol is not null and not OutcomeSymbol)
        {
            symbol.IsRead = true;
            return Fail(NameDiagnostics.NotCallable, call, name);
        }
        return name switch
        {
            "verdict" or "fired" => BindRuleQuery(call),
            "days" => BindDays(call, at),
            "round" => BindRound(call, at),
            "floor" => BindNumeric(call, Function.Floor, at),
            "ceiling" => BindNumeric(call, Function.Ceiling, at),
            "abs" => BindNumeric(call, Function.Abs, at),
            "min" => BindExtreme(call, Function.Min, at, expected),
            "max" => BindExtreme(call, Function.Max, at, expected),
            "lower" => BindTextFunction(call, Function.Lower, RuleType.Text, at),
            "upper" => BindTextFunction(call, Function.Upper, RuleType.Text, at),
            "length" => BindTextFunction(call, Function.Length, RuleType.Number, at),
            "convert" => BindConvert(call, at),
            _ => RefuseFunction(call, at),
        };
    }

    private BoundError RefuseFunction(CallExpression call, Place at)
    {
        BindAll(call.Arguments, at);
        var suggestion = Spelling.Suggest(call.Function.Text, FunctionNames.Concat(values.Values.OfType<ComputedSymbol>().Select(other => other.Name)));
        MarkMeant(suggestion);
        return FailWithSuggestion(NameDiagnostics.UnknownFunction, call.Function, suggestion, "define it, or use " + string.Join(", ", FunctionNames), call.Function.Text);
    }

    private BoundExpression BindInvocation(CallExpression call, ComputedSymbol symbol, Place at)
    {
        symbol.IsRead = true;
        if (!HasParameters(symbol))
        {
            EnsureBound(symbol, call);
            return Fail(NameDiagnostics.NotCallable, call, symbol.Name);
        }
        if (!EnsureBound(symbol, call))
        {
            BindAll(call.Arguments, at);
            return BoundError.Instance;
        }
        if (!HasCount(call, symbol.Parameters.Count, symbol.Parameters.Count, Signature(symbol), at))
            return BoundError.Instance;

        var arguments = call.Arguments.Select((argument, i) => BindAs(argument, at, symbol.Parameters[i].Type)).ToArray();
        if (symbol.OutcomePath is { } path)
            ReachOutcome([symbol.Name, .. path]);
        return symbol.Type.IsError || arguments.Any(argument => argument.Type.IsError)
            ? BoundError.Instance
            : new BoundInvocation(call, symbol, arguments, symbol.Type);
    }

    private void BindAll(IEnumerable<Expression> arguments, Place at)
    {
        foreach (var argument in arguments)
            Bind(argument, at);
    }

    private bool HasCount(CallExpression call, int least, int most, string signature, Place at)
    {
        if (call.Arguments.Count >= least && call.Arguments.Count <= most)
            return true;
        BindAll(call.Arguments, at);
        var takes = least == most ? Plural(least, "argument")
            : most == int.MaxValue ? "at least " + Plural(least, "argument")
            : least + " or " + Plural(most, "argument");
        Report(NameDiagnostics.WrongArgumentCount, call, call.Function.Text, takes, call.Arguments.Count, signature);
        return false;
    }

    private BoundExpression BindDays(CallExpression call, Place at)
    {
        if (!HasCount(call, 2, 2, "days(from, to)", at))
            return BoundError.Instance;
        var arguments = call.Arguments.Select(argument => BindAs(argument, at, RuleType.Date)).ToArray();
        return Call(call, Function.Days, arguments, RuleType.Number);
    }

    private BoundExpression BindRound(CallExpression call, Place at)
    {
        if (!HasCount(call, 1, 2, "round(x, 2)", at))
            return BoundError.Instance;
        var operand = NumericArgument(call.Arguments[0], "round", at);
        if (call.Arguments.Count == 1)
            return Call(call, Function.Round, [operand, new BoundLiteral(null, RuleType.Number, default)], operand.Type);
        var places = BindAs(call.Arguments[1], at, RuleType.Number);
        if (places.Type.IsError)
            return places;
        if (!Constants.TryEvaluate(places, out var constant))
            return Fail(TypeDiagnostics.NotConstant, call.Arguments[1], ExpressionText.Of(call.Arguments[1]), "the number of places");
        if (!IsPlaces(constant))
            return Fail(TypeDiagnostics.BadPlaces, call.Arguments[1], ExpressionText.Of(call.Arguments[1]));
        return Call(call, Function.Round, [operand, new BoundLiteral(places.Syntax, RuleType.Number, constant)], operand.Type);
    }

    private static bool IsPlaces(in Value value) =>
        Exact.IsInteger(value) && Exact.Sign(value) >= 0 && Exact.Compare(value, new Value(18m)) <= 0;

    private BoundExpression BindNumeric(CallExpression call, Function function, Place at)
    {
        var name = call.Function.Text;
        if (!HasCount(call, 1, 1, name + "(x)", at))
            return BoundError.Instance;
        var operand = NumericArgument(call.Arguments[0], name, at);
        return Call(call, function, [operand], operand.Type);
    }

    private BoundExpression NumericArgument(Expression argument, string function, Place at)
    {
        var operand = RequireKnown(Bind(argument, at));
        if (operand.Type.IsError || operand.Type.IsNumeric)
            return operand;
        return Fail(TypeDiagnostics.ArgumentType, argument, function, A(operand.Type), "it takes a number, percent or money");
    }

    private BoundExpression BindExtreme(CallExpression call, Function function, Place at, RuleType? expected)
    {
        if (!HasCount(call, 2, int.MaxValue, call.Function.Text + "(a, b)", at))
            return BoundError.Instance;
        var arguments = call.Arguments.Select(argument => RequireKnown(Bind(argument, at, expected))).ToList();
        if (arguments.Any(argument => argument.Type.IsError))
            return BoundError.Instance;
        for (var i = 1; i < arguments.Count; i++)
        {
            if (IsBareAgainstPercent(arguments[i - 1], arguments[i]))
                return BoundError.Instance;
        }
        var common = UnifyAll(arguments);
        if (common is null)
        {
            var odd = arguments.First(argument => Common(argument.Type, arguments[0].Type) is null);
            return Mismatch(odd, arguments[0].Type, odd.Syntax!);
        }
        if (!common.IsOrdered)
            return Fail(TypeDiagnostics.NotOrdered, call, call.Function.Text, A(common), "it takes numbers, percents, money, dates or ordered enums");
        return Call(call, function, arguments, common);
    }

    private BoundExpression BindTextFunction(CallExpression call, Function function, RuleType result, Place at)
    {
        if (!HasCount(call, 1, 1, call.Function.Text + "(text)", at))
            return BoundError.Instance;
        return Call(call, function, [BindAs(call.Arguments[0], at, RuleType.Text)], result);
    }

    private static BoundExpression Call(CallExpression call, Function function, IReadOnlyList<BoundExpression> arguments, RuleType type) =>
        arguments.Any(argument => argument.Type.IsError) ? BoundError.Instance : new BoundCall(call, function, arguments, type);

    /// <summary><c>verdict(B01, B03)</c>, <c>fired(B01)</c>: the arguments are ids of rules, not values.</summary>
    private BoundExpression BindRuleQuery(CallExpression call)
    {
        ReachOutcome([call.Function.Text]);
        if (call.Arguments.Count == 0)
        {
            Report(NameDiagnostics.WrongArgumentCount, call, call.Function.Text, "at least 1 rule id", 0, call.Function.Text + "(A01)");
            return BoundError.Instance;
        }
        var ids = new List<string>();
        var failed = false;
        foreach (var argument in call.Arguments)
        {
            var id = argument is NameExpression name ? name.Name : ExpressionText.Of(argument);
            if (rules is null || rules.ContainsKey(id))
            {
                ids.Add(id);
                continue;
            }
            FailWithSuggestion(NameDiagnostics.UnknownRule, argument, Spelling.Suggest(id, rules.Keys), "name the rules of this ruleset", id);
            failed = true;
        }
        if (failed)
            return BoundError.Instance;
        var asksVerdict = call.Function.Text == "verdict";
        return new BoundRuleQuery(call, asksVerdict, ids, asksVerdict ? RuleType.Of(verdictEnum) : RuleType.Boolean);
    }
}
