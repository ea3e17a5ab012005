using System;
using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>An expression as written. Immutable.</summary>
public abstract class Expression : ModelNode
{
    private protected Expression()
    {
    }
}

/// <summary>A unit word after a number.</summary>
public enum TimeUnit
{
    /// <summary>24 hours; on a date, one calendar day.</summary>
    Day,

    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>60 seconds.</summary>
    Minute,
}

/// <summary><c>2.50</c>, <c>25%</c>, <c>1 day</c>, <c>5.00 EUR</c>. Never negative: a sign is a <see cref="UnaryExpression"/>. Immutable.</summary>
public sealed class NumberLiteral : Expression
{
    /// <summary>The number as written, with its scale: 25 for <c>25%</c>, 2.50 for <c>2.50</c>.</summary>
    public required decimal Value { get; init; }

    /// <summary>Whether a percent sign is glued to it.</summary>
    public bool IsPercent { get; init; }

    /// <summary>The unit after it; null for a plain number or percent.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>The currency after it, three capitals as in ISO 4217; null if there is none.</summary>
    public string? Currency { get; init; }
}

/// <summary><c>2026-10-16</c>. Immutable.</summary>
public sealed class DateLiteral : Expression
{
    /// <summary>Midnight of the day, of unspecified kind.</summary>
    public required DateTime Value { get; init; }
}

/// <summary><c>2026-10-16T06:00Z</c>. Immutable.</summary>
public sealed class InstantLiteral : Expression
{
    /// <summary>The instant, with the offset as written.</summary>
    public required DateTimeOffset Value { get; init; }
}

/// <summary><c>"POS"</c>; also an enum member that is not a name. Immutable.</summary>
public sealed class TextLiteral : Expression
{
    /// <summary>The characters, escapes resolved.</summary>
    public required string Value { get; init; }
}

/// <summary><c>true</c> or <c>false</c>. Immutable.</summary>
public sealed class BooleanLiteral : Expression
{
    /// <summary>The value.</summary>
    public required bool Value { get; init; }
}

/// <summary><c>unknown</c>. Immutable.</summary>
public sealed class UnknownLiteral : Expression
{
}

/// <summary>A name: a fact, a define, an enum member, a local. Immutable.</summary>
public sealed class NameExpression : Expression
{
    /// <summary>The name as written.</summary>
    public required string Name { get; init; }
}

/// <summary><c>?</c>: the value of the column a cell is in. Immutable.</summary>
public sealed class ColumnValueExpression : Expression
{
}

/// <summary><c>f.cap</c>. Immutable.</summary>
public sealed class MemberExpression : Expression
{
    /// <summary>The record, or the name of an enum.</summary>
    public required Expression Target { get; init; }

    /// <summary>The member.</summary>
    public required Identifier Member { get; init; }
}

/// <summary><c>days(start, end)</c>. Immutable.</summary>
public sealed class CallExpression : Expression
{
    /// <summary>A function, a define or a table with parameters.</summary>
    public required Identifier Function { get; init; }

    /// <summary>The arguments.</summary>
    public required IReadOnlyList<Expression> Arguments { get; init; }
}

/// <summary>An operator before its operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,
}

/// <summary><c>not x</c>, <c>-x</c>. Immutable.</summary>
public sealed class UnaryExpression : Expression
{
    /// <summary>The operator.</summary>
    public required UnaryOperator Operator { get; init; }

    /// <summary>The operand.</summary>
    public required Expression Operand { get; init; }
}

/// <summary>An operator between two operands.</summary>
public enum BinaryOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;&gt;</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>not in</c></summary>
    NotIn,

    /// <summary><c>contains</c></summary>
    Contains,

    /// <summary><c>not contains</c></summary>
    NotContains,

    /// <summary><c>same as</c></summary>
    SameAs,

    /// <summary><c>not same as</c></summary>
    NotSameAs,

    /// <summary><c>subset of</c></summary>
    SubsetOf,

    /// <summary><c>not subset of</c></summary>
    NotSubsetOf,
}

/// <summary><c>a + b</c>, <c>a in b</c>. Immutable.</summary>
public sealed class BinaryExpression : Expression
{
    /// <summary>The operator.</summary>
    public required BinaryOperator Operator { get; init; }

    /// <summary>The left operand.</summary>
    public required Expression Left { get; init; }

    /// <summary>The right operand.</summary>
    public required Expression Right { get; init; }
}

/// <summary><c>a and b and c</c> or <c>a or b or c</c>: one node for the whole chain, so that long chains are not deep. Immutable.</summary>
public sealed class LogicalExpression : Expression
{
    /// <summary>True for <c>and</c>, false for <c>or</c>.</summary>
    public required bool IsAnd { get; init; }

    /// <summary>The operands, two or more, judged left to right until the result is clear.</summary>
    public required IReadOnlyList<Expression> Operands { get; init; }
}

/// <summary>What <c>is</c> asks.</summary>
public enum StateTest
{
    /// <summary><c>is known</c></summary>
    Known,

    /// <summary><c>is unknown</c></summary>
    Unknown,

    /// <summary><c>is empty</c>, of a list</summary>
    Empty,
}

/// <summary><c>f.cap is known</c>, <c>missing is not empty</c>. Immutable.</summary>
public sealed class IsExpression : Expression
{
    /// <summary>What is asked about.</summary>
    public required Expression Operand { get; init; }

    /// <summary>What is asked.</summary>
    public required StateTest Test { get; init; }

    /// <summary>Whether <c>not</c> stands before it.</summary>
    public bool IsNegated { get; init; }
}

/// <summary><c>a otherwise b</c>: b where a is unknown. Immutable.</summary>
public sealed class OtherwiseExpression : Expression
{
    /// <summary>The value that may be unknown.</summary>
    public required Expression Value { get; init; }

    /// <summary>What stands in for it.</summary>
    public required Expression Fallback { get; init; }
}

/// <summary><c>if c then a else b</c>. Immutable.</summary>
public sealed class IfExpression : Expression
{
    /// <summary>The condition.</summary>
    public required Expression Condition { get; init; }

    /// <summary>The value if it holds.</summary>
    public required Expression Then { get; init; }

    /// <summary>The value if it does not.</summary>
    public required Expression Else { get; init; }
}

/// <summary><c>[15%..25%)</c>: an interval; each end counts or not. Immutable.</summary>
public sealed class IntervalExpression : Expression
{
    /// <summary>The lower end.</summary>
    public required Expression Low { get; init; }

    /// <summary>The upper end.</summary>
    public required Expression High { get; init; }

    /// <summary>Whether the lower end counts (<c>[</c>).</summary>
    public bool IncludesLow { get; init; }

    /// <summary>Whether the upper end counts (<c>]</c>).</summary>
    public bool IncludesHigh { get; init; }
}

/// <summary><c>[a, b, c]</c>. Immutable.</summary>
public sealed class ListExpression : Expression
{
    /// <summary>The items.</summary>
    public required IReadOnlyList<Expression> Items { get; init; }
}

/// <summary><c>{ sku: a, qty: b only if c }</c>. Immutable.</summary>
public sealed class RecordExpression : Expression
{
    /// <summary>The members, in order.</summary>
    public required IReadOnlyList<RecordMember> Members { get; init; }
}

/// <summary>A member of a record. Immutable.</summary>
public sealed class RecordMember : ModelItem
{
    /// <summary>Its name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its value.</summary>
    public required Expression Value { get; init; }

    /// <summary>The condition without which it is unknown; null if there is none.</summary>
    public Expression? OnlyIf { get; init; }
}

/// <summary>What an aggregate makes of the items.</summary>
public enum AggregateKind
{
    /// <summary>The sum of the bodies; 0 for none.</summary>
    Sum,

    /// <summary>The lowest body; unknown for none.</summary>
    Min,

    /// <summary>The highest body; unknown for none.</summary>
    Max,

    /// <summary>The first item; unknown for none.</summary>
    First,

    /// <summary>Whether there is an item.</summary>
    Any,

    /// <summary>How many items there are.</summary>
    Count,

    /// <summary>The list of the bodies: <c>for x in xs: body</c>.</summary>
    List,
}

/// <summary><c>sum of f.amount for f in funding where counts(f)</c> and its relatives. Immutable.</summary>
public sealed class AggregateExpression : Expression
{
    /// <summary>What is made of the items.</summary>
    public required AggregateKind Kind { get; init; }

    /// <summary>What each item contributes; null for first, any and count.</summary>
    public Expression? Body { get; init; }

    /// <summary>What an item is called.</summary>
    public required Identifier Item { get; init; }

    /// <summary>The list.</summary>
    public required Expression Source { get; init; }

    /// <summary>Which items count; null for all.</summary>
    public Expression? Where { get; init; }
}
