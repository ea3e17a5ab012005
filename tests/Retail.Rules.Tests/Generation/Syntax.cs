using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

/// <summary>Short ways to write nodes of the model.</summary>
internal static class Syntax
{
    public static Identifier Id(string name) => new() { Text = name };

    public static NameExpression Name(string name) => new() { Name = name };

    public static MemberExpression Member(Expression target, string member) => new() { Target = target, Member = Id(member) };

    public static CallExpression Call(string function, params IReadOnlyList<Expression> arguments) => new() { Function = Id(function), Arguments = arguments };

    public static Expression Number(decimal value) => Signed(value, magnitude => new NumberLiteral { Value = magnitude });

    public static Expression Amount(decimal value, string? currency) => Signed(value, magnitude => new NumberLiteral { Value = magnitude, Currency = currency });

    /// <summary>A percent: 25 for 25 %.</summary>
    public static Expression Percent(decimal value) => Signed(value, magnitude => new NumberLiteral { Value = magnitude, IsPercent = true });

    public static NumberLiteral Duration(int count, TimeUnit unit) => new() { Value = count, Unit = unit };

    public static DateLiteral Date(DateTime day) => new() { Value = day };

    public static TextLiteral Text(string value) => new() { Value = value };

    public static BooleanLiteral Boolean(bool value) => new() { Value = value };

    public static BinaryExpression Binary(Expression left, BinaryOperator op, Expression right) => new() { Left = left, Operator = op, Right = right };

    public static UnaryExpression Not(Expression operand) => new() { Operator = UnaryOperator.Not, Operand = operand };

    public static UnaryExpression Negate(Expression operand) => new() { Operator = UnaryOperator.Negate, Operand = operand };

    public static LogicalExpression And(params IReadOnlyList<Expression> operands) => new() { IsAnd = true, Operands = operands };

    public static LogicalExpression Or(params IReadOnlyList<Expression> operands) => new() { IsAnd = false, Operands = operands };

    public static IsExpression IsKnown(Expression operand) => new() { Operand = operand, Test = StateTest.Known };

    public static IsExpression IsUnknown(Expression operand) => new() { Operand = operand, Test = StateTest.Unknown };

    public static IsExpression IsEmpty(Expression operand, bool isNegated) => new() { Operand = operand, Test = StateTest.Empty, IsNegated = isNegated };

    public static OtherwiseExpression Otherwise(Expression value, Expression fallback) => new() { Value = value, Fallback = fallback };

    public static IfExpression If(Expression condition, Expression then, Expression otherwise) => new() { Condition = condition, Then = then, Else = otherwise };

    public static ListExpression List(IEnumerable<Expression> items) => new() { Items = items.ToArray() };

    public static IntervalExpression Interval(Expression low, Expression high, bool includesLow, bool includesHigh) =>
        new() { Low = low, High = high, IncludesLow = includesLow, IncludesHigh = includesHigh };

    public static AggregateExpression Aggregate(AggregateKind kind, string item, Expression source, Expression? where = null, Expression? body = null) =>
        new() { Kind = kind, Item = Id(item), Source = source, Where = where, Body = body };

    public static SplitExpression Split(Expression total, string item, Expression source, Expression weight, int? places = null) =>
        new() { Total = total, Item = Id(item), Source = source, Weight = weight, Places = places is { } number ? new NumberLiteral { Value = number } : null };

    public static RecordExpression Record(IEnumerable<RecordMember> members) => new() { Members = members.ToArray() };

    public static TypeReference Type(string name, bool isOptional = false, bool isList = false) => new() { Name = Id(name), IsOptional = isOptional, IsList = isList };

    private static Expression Signed(decimal value, Func<decimal, Expression> literal) => value < 0m ? Negate(literal(-value)) : literal(value);
}
