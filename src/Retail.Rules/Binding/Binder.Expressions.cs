using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Expressions by kind; names, operators, calls and tables have files of their own.</summary>
internal sealed partial class Binder
{
    /// <summary>Binds an expression. <paramref name="expected"/> only helps to read bare names and empty lists; it converts nothing.</summary>
    private BoundExpression Bind(Expression expression, Place at, RuleType? expected = null)
    {
        if (depth >= maxDepth || !HasStack())
            return Fail(NameDiagnostics.TooDeep, expression, running.Count > 0 ? running[running.Count - 1].Name : "expression", depth);
        deepest = Math.Max(deepest, ++depth);
        try
        {
            return BindBare(expression, at, expected);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>The limit on depth alone would trust the host's stack, which may be a small thread's.</summary>
    internal static bool HasStack()
    {
#if NET
        return RuntimeHelpers.TryEnsureSufficientExecutionStack();
#else
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
#endif
    }

    private BoundExpression BindBare(Expression expression, Place at, RuleType? expected)
    {
        switch (expression)
        {
            case NumberLiteral number:
                return BindNumber(number);
            case DateLiteral date:
                return new BoundLiteral(date, RuleType.Date, new Value(Calendar.DayNumber(date.Value)));
            case InstantLiteral instant:
                return new BoundLiteral(instant, RuleType.Instant, new Value((decimal)instant.Value.UtcTicks));
            case TextLiteral text:
                return BindText(text, expected);
            case BooleanLiteral boolean:
                return new BoundLiteral(boolean, RuleType.Boolean, Value.Of(boolean.Value));
            case UnknownLiteral:
                return new BoundLiteral(expression, RuleType.Never, Value.Unknown);
            case NameExpression name:
                return BindName(name, at, expected);
            case ColumnValueExpression:
                return at.Column is { } column ? ReferTo(column, expression, at) : Fail(TypeDiagnostics.ColumnValueMisplaced, expression);
            case MemberExpression member:
                return BindMember(member, at);
            case CallExpression call:
                return BindCall(call, at, expected);
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                return Negated(not, BindCondition(not.Operand, at));
            case UnaryExpression negation:
                return BindNegation(negation, at);
            case BinaryExpression binary:
                return BindBinary(binary, at);
            case LogicalExpression logical:
                return BindLogical(logical, at);
            case IsExpression test:
                return BindIs(test, at);
            case OtherwiseExpression otherwise:
                return BindOtherwise(otherwise, at, expected);
            case IfExpression conditional:
                return BindIf(conditional, at, expected);
            case IntervalExpression:
                return Fail(TypeDiagnostics.IntervalMisplaced, expression);
            case ListExpression list:
                return BindList(list, at, expected);
            case RecordExpression record:
                return BindRecord(record, at, expected);
            case AggregateExpression aggregate:
                return BindAggregate(aggregate, at, expected);
            case SplitExpression split:
                return BindSplit(split, at);
            default:
                throw new ArgumentException("an expression of no known kind", nameof(expression));
        }
    }

    private BoundLiteral BindNumber(NumberLiteral number)
    {
        if (number.Unit is { } unit)
            return new BoundLiteral(number, RuleType.Duration, Exact.Multiply(new Value(number.Value), new Value((decimal)Constants.TicksOf(unit))));
        if (number.Currency is not null)
            return new BoundLiteral(number, MoneyIn(number.Currency), new Value(number.Value));
        return number.IsPercent
            ? new BoundLiteral(number, RuleType.Percent, Exact.Percent(number.Value))
            : new BoundLiteral(number, RuleType.Number, new Value(number.Value), isBareNumber: true);
    }

    private BoundExpression BindText(TextLiteral text, RuleType? expected)
    {
        var literal = new BoundLiteral(text, RuleType.Text, new Value(text.Value));
        return expected is { Kind: TypeKind.Enum } ? EnumFromText(literal, text.Value, expected, text) : literal;
    }

    private BoundExpression BindNegation(UnaryExpression negation, Place at)
    {
        var operand = RequireKnown(Bind(negation.Operand, at));
        if (operand.Type.IsError)
            return operand;
        if (!operand.Type.IsNumeric && operand.Type.Kind != TypeKind.Duration)
            return Fail(TypeDiagnostics.ArgumentType, negation, "-", A(operand.Type), "a sign takes a number, percent, money or duration");
        return operand is BoundLiteral literal
            ? new BoundLiteral(negation, literal.Type, Exact.Negate(literal.Value), literal.IsBareNumber)
            : new BoundNegation(negation, operand, operand.Type);
    }

    private static BoundExpression Negated(Expression syntax, BoundExpression condition) =>
        condition.Type.IsError ? condition : new BoundNot(syntax, condition);

    private BoundExpression BindLogical(LogicalExpression logical, Place at)
    {
        var operands = new List<BoundExpression>(logical.Operands.Count);
        foreach (var operand in logical.Operands)
        {
            var bound = BindCondition(operand, at);
            operands.Add(bound);
            at = at.With(Assume(bound, logical.IsAnd, at.Flow));
        }
        return operands.Any(operand => operand.Type.IsError) ? BoundError.Instance : new BoundLogical(logical, logical.IsAnd, operands);
    }

    private BoundExpression BindIs(IsExpression test, Place at)
    {
        var operand = Bind(test.Operand, at);
        if (operand.Type.IsError)
            return operand;
        BoundExpression bound;
        if (test.Test == StateTest.Empty)
        {
            operand = RequireKnown(operand);
            if (operand.Type.IsError)
                return operand;
            if (operand.Type.Kind != TypeKind.List)
                return Fail(TypeDiagnostics.NotAList, test.Operand, ExpressionText.Of(test.Operand), A(operand.Type), "`is empty` asks about lists; for other values ask `is known`");
            bound = new BoundIs(test, operand, asksEmpty: true);
        }
        else
        {
            if (!operand.Type.IsOptional)
                Report(TypeDiagnostics.AlwaysKnown, test, ExpressionText.Of(test.Operand));
            bound = new BoundIs(test, operand, asksEmpty: false);
        }
        return (test.Test == StateTest.Unknown) != test.IsNegated ? new BoundNot(test, bound) : bound;
    }

    private BoundExpression BindOtherwise(OtherwiseExpression otherwise, Place at, RuleType? expected)
    {
        var value = Bind(otherwise.Value, at, expected);
        var fallback = Bind(otherwise.Fallback, at, value.Type.IsError ? expected : value.Type);
        if (value.Type.IsError || fallback.Type.IsError)
            return BoundError.Instance;
        if (!value.Type.IsOptional)
            return Fail(TypeDiagnostics.OtherwiseKnown, otherwise, ExpressionText.Of(otherwise.Value));
        if (IsBareAgainstPercent(value, fallback))
            return BoundError.Instance;
        return Unify(ref value, ref fallback) is { } common
            ? new BoundOtherwise(otherwise, value, fallback, fallback.Type.IsOptional ? common : common.AsKnown())
            : Mismatch(fallback, value.Type.AsKnown(), otherwise.Fallback);
    }

    private BoundExpression BindIf(IfExpression conditional, Place at, RuleType? expected)
    {
        var condition = BindCondition(conditional.Condition, at);
        var then = Bind(conditional.Then, at.With(Assume(condition, true, at.Flow)), expected);
        var alternative = Bind(conditional.Else, at.With(Assume(condition, false, at.Flow)), expected ?? (then.Type.IsError ? null : then.Type));
        if (condition.Type.IsError || then.Type.IsError || alternative.Type.IsError || IsBareAgainstPercent(then, alternative))
            return BoundError.Instance;
        return Unify(ref then, ref alternative) is { } common
            ? new BoundIf(conditional, condition, then, alternative, common)
            : Mismatch(alternative, then.Type, conditional.Else);
    }

    private BoundExpression BindList(ListExpression list, Place at, RuleType? expected)
    {
        var element = expected is { Kind: TypeKind.List } ? expected.Element : null;
        if (list.Items.Count == 0)
            return new BoundList(list, [], RuleType.ListOf(element ?? RuleType.Never.AsKnown()));
        var items = new List<BoundExpression>(list.Items.Count);
        foreach (var item in list.Items)
        {
            var bound = RequireKnown(Bind(item, at, element));
            items.Add(bound);
            element ??= bound.Type.IsError ? null : bound.Type;
        }
        var common = UnifyAll(items);
        if (common is null)
        {
            var odd = items.First(item => Common(item.Type, items[0].Type) is null);
            return Mismatch(odd, items[0].Type, odd.Syntax!);
        }
        return common.IsError ? BoundError.Instance : new BoundList(list, items, RuleType.ListOf(common));
    }
}
