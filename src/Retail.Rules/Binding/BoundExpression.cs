using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>An expression with its names looked up and its type known. Immutable.</summary>
internal abstract class BoundExpression
{
    protected BoundExpression(Expression? syntax, RuleType type)
    {
        Syntax = syntax;
        Type = type;
    }

    /// <summary>What the author wrote; null where the binder added a step of its own.</summary>
    public Expression? Syntax { get; }

    public RuleType Type { get; }
}

/// <summary>Stands where binding failed and was reported.</summary>
internal sealed class BoundError : BoundExpression
{
    public static readonly BoundError Instance = new();

    private BoundError()
        : base(null, RuleType.Error)
    {
    }
}

internal sealed class BoundLiteral : BoundExpression
{
    public BoundLiteral(Expression? syntax, RuleType type, Value value, bool isBareNumber = false)
        : base(syntax, type)
    {
        Value = value;
        IsBareNumber = isBareNumber;
    }

    public Value Value { get; }

    /// <summary>Whether it was written as a number without unit or percent sign: it becomes money where money is expected and never meets a percent.</summary>
    public bool IsBareNumber { get; }
}

internal sealed class BoundReference : BoundExpression
{
    public BoundReference(Expression? syntax, ValueSymbol symbol, RuleType type)
        : base(syntax, type) => Symbol = symbol;

    public ValueSymbol Symbol { get; }
}

internal sealed class BoundField : BoundExpression
{
    public BoundField(Expression? syntax, BoundExpression target, int index, string name, RuleType type)
        : base(syntax, type)
    {
        Target = target;
        Index = index;
        Name = name;
    }

    public BoundExpression Target { get; }

    public int Index { get; }

    public string Name { get; }
}

/// <summary>The functions of the language; a closed set.</summary>
internal enum Function
{
    Days,
    Round,
    Floor,
    Ceiling,
    Abs,
    Min,
    Max,
    Lower,
    Upper,
    Length,
    Convert,
}

internal sealed class BoundCall : BoundExpression
{
    public BoundCall(Expression syntax, Function function, IReadOnlyList<BoundExpression> arguments, RuleType type)
        : base(syntax, type)
    {
        Function = function;
        Arguments = arguments;
    }

    public Function Function { get; }

    public IReadOnlyList<BoundExpression> Arguments { get; }
}

/// <summary>A define or table with its arguments.</summary>
internal sealed class BoundInvocation : BoundExpression
{
    public BoundInvocation(Expression syntax, ComputedSymbol symbol, IReadOnlyList<BoundExpression> arguments, RuleType type)
        : base(syntax, type)
    {
        Symbol = symbol;
        Arguments = arguments;
    }

    public ComputedSymbol Symbol { get; }

    public IReadOnlyList<BoundExpression> Arguments { get; }
}

/// <summary><c>verdict(B01, B03)</c> or <c>fired(B01)</c>.</summary>
internal sealed class BoundRuleQuery : BoundExpression
{
    public BoundRuleQuery(Expression syntax, bool asksVerdict, IReadOnlyList<string> ruleIds, RuleType type)
        : base(syntax, type)
    {
        AsksVerdict = asksVerdict;
        RuleIds = ruleIds;
    }

    public bool AsksVerdict { get; }

    public IReadOnlyList<string> RuleIds { get; }
}

internal sealed class BoundNegation : BoundExpression
{
    public BoundNegation(Expression syntax, BoundExpression operand, RuleType type)
        : base(syntax, type) => Operand = operand;

    public BoundExpression Operand { get; }
}

internal sealed class BoundNot : BoundExpression
{
    public BoundNot(Expression? syntax, BoundExpression operand)
        : base(syntax, RuleType.Boolean) => Operand = operand;

    public BoundExpression Operand { get; }
}

internal sealed class BoundArithmetic : BoundExpression
{
    public BoundArithmetic(Expression syntax, BinaryOperator op, BoundExpression left, BoundExpression right, RuleType type)
        : base(syntax, type)
    {
        Operator = op;
        Left = left;
        Right = right;
    }

    public BinaryOperator Operator { get; }

    public BoundExpression Left { get; }

    public BoundExpression Right { get; }
}

/// <summary>= &lt;&gt; &lt; &lt;= &gt; &gt;= between two values of which neither may be unknown.</summary>
internal sealed class BoundComparison : BoundExpression
{
    public BoundComparison(Expression? syntax, BinaryOperator op, BoundExpression left, BoundExpression right)
        : base(syntax, RuleType.Boolean)
    {
        Operator = op;
        Left = left;
        Right = right;
    }

    public BinaryOperator Operator { get; }

    public BoundExpression Left { get; }

    public BoundExpression Right { get; }
}

/// <summary>in a list, contains, same as, subset of; their negations are wrapped in <see cref="BoundNot"/>.</summary>
internal sealed class BoundRelation : BoundExpression
{
    public BoundRelation(Expression? syntax, BinaryOperator op, BoundExpression left, BoundExpression right)
        : base(syntax, RuleType.Boolean)
    {
        Operator = op;
        Left = left;
        Right = right;
    }

    /// <summary>In, Contains, SameAs or SubsetOf.</summary>
    public BinaryOperator Operator { get; }

    public BoundExpression Left { get; }

    public BoundExpression Right { get; }
}

internal sealed class BoundInInterval : BoundExpression
{
    public BoundInInterval(Expression? syntax, BoundExpression operand, BoundInterval interval)
        : base(syntax, RuleType.Boolean)
    {
        Operand = operand;
        Interval = interval;
    }

    public BoundExpression Operand { get; }

    public BoundInterval Interval { get; }
}

/// <summary>The ends of an interval; not a value.</summary>
internal sealed class BoundInterval
{
    public BoundInterval(BoundExpression low, BoundExpression high, bool includesLow, bool includesHigh)
    {
        Low = low;
        High = high;
        IncludesLow = includesLow;
        IncludesHigh = includesHigh;
    }

    public BoundExpression Low { get; }

    public BoundExpression High { get; }

    public bool IncludesLow { get; }

    public bool IncludesHigh { get; }
}

internal sealed class BoundLogical : BoundExpression
{
    public BoundLogical(Expression? syntax, bool isAnd, IReadOnlyList<BoundExpression> operands)
        : base(syntax, RuleType.Boolean)
    {
        IsAnd = isAnd;
        Operands = operands;
    }

    public bool IsAnd { get; }

    public IReadOnlyList<BoundExpression> Operands { get; }
}

/// <summary>is known, is empty; their negations are wrapped in <see cref="BoundNot"/>.</summary>
internal sealed class BoundIs : BoundExpression
{
    public BoundIs(Expression? syntax, BoundExpression operand, bool asksEmpty)
        : base(syntax, RuleType.Boolean)
    {
        Operand = operand;
        AsksEmpty = asksEmpty;
    }

    public BoundExpression Operand { get; }

    public bool AsksEmpty { get; }
}

internal sealed class BoundOtherwise : BoundExpression
{
    public BoundOtherwise(Expression syntax, BoundExpression value, BoundExpression fallback, RuleType type)
        : base(syntax, type)
    {
        Value = value;
        Fallback = fallback;
    }

    public BoundExpression Value { get; }

    public BoundExpression Fallback { get; }
}

internal sealed class BoundIf : BoundExpression
{
    public BoundIf(Expression syntax, BoundExpression condition, BoundExpression then, BoundExpression otherwise, RuleType type)
        : base(syntax, type)
    {
        Condition = condition;
        Then = then;
        Else = otherwise;
    }

    public BoundExpression Condition { get; }

    public BoundExpression Then { get; }

    public BoundExpression Else { get; }
}

internal sealed class BoundList : BoundExpression
{
    public BoundList(Expression syntax, IReadOnlyList<BoundExpression> items, RuleType type)
        : base(syntax, type) => Items = items;

    public IReadOnlyList<BoundExpression> Items { get; }
}

internal sealed class BoundRecord : BoundExpression
{
    public BoundRecord(Expression syntax, IReadOnlyList<BoundMember> members, RuleType type)
        : base(syntax, type) => Members = members;

    public IReadOnlyList<BoundMember> Members { get; }
}

internal sealed class BoundMember
{
    public BoundMember(LocalSymbol symbol, BoundExpression value, BoundExpression? onlyIf)
    {
        Symbol = symbol;
        Value = value;
        OnlyIf = onlyIf;
    }

    /// <summary>The member as later members see it.</summary>
    public LocalSymbol Symbol { get; }

    public BoundExpression Value { get; }

    public BoundExpression? OnlyIf { get; }
}

internal sealed class BoundAggregate : BoundExpression
{
    public BoundAggregate(Expression syntax, AggregateKind kind, LocalSymbol item, BoundExpression source, BoundExpression? where, BoundExpression? body, RuleType type)
        : base(syntax, type)
    {
        Kind = kind;
        Item = item;
        Source = source;
        Where = where;
        Body = body;
    }

    public AggregateKind Kind { get; }

    public LocalSymbol Item { get; }

    public BoundExpression Source { get; }

    public BoundExpression? Where { get; }

    public BoundExpression? Body { get; }
}

/// <summary>The one of several values whose days hold the day of the decision; a fault if there is none.</summary>
internal sealed class BoundInForce : BoundExpression
{
    public BoundInForce(string name, BoundExpression day, IReadOnlyList<(DayRange Days, BoundExpression Value)> choices, RuleType type)
        : base(null, type)
    {
        Name = name;
        Day = day;
        Choices = choices;
    }

    /// <summary>What the values are called.</summary>
    public string Name { get; }

    public BoundExpression Day { get; }

    /// <summary>No two of them share a day.</summary>
    public IReadOnlyList<(DayRange Days, BoundExpression Value)> Choices { get; }

    /// <summary>Whether there is a value on every day.</summary>
    public bool HoldsAllDays => DayRange.HoldAllDays(Choices.Select(choice => choice.Days));
}

/// <summary>The names of those of some inputs that differ from the record of what was approved; none if nothing was.</summary>
internal sealed class BoundChanged : BoundExpression
{
    public BoundChanged(BoundReference approved, IReadOnlyList<BoundReference> inputs)
        : base(null, RuleType.ListOf(RuleType.Text))
    {
        Approved = approved;
        Inputs = inputs;
    }

    public BoundReference Approved { get; }

    /// <summary>In the order of the record's members.</summary>
    public IReadOnlyList<BoundReference> Inputs { get; }
}
