using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Generation;

internal sealed partial class ModelGenerator
{
    /// <summary>What the place of an expression leaves out.</summary>
    [Flags]
    private enum Without
    {
        Nothing = 0,

        /// <summary>A line that cannot be broken has no place for comments.</summary>
        Comments = 1,

        /// <summary>A hole of a text holds no quotes and no braces.</summary>
        QuotesAndBraces = 2,
    }

    /// <summary>An expression of any kind.</summary>
    /// <param name="depth">How deep it may nest.</param>
    public Expression Expression(int depth) => Expression(depth, Without.Nothing);

    private Expression Expression(int depth, Without without)
    {
        if (depth <= 0 || Chance(20))
            return Leaf(without);
        Expression Inner() => Expression(depth - 1, without);
        return Pick<Expression>(
            () => new MemberExpression { Target = Inner(), Member = MemberName() },
            () => new CallExpression { Function = AnyName(), Arguments = Many(0, 3, Inner) },
            () => new UnaryExpression { Operator = Of(UnaryOperator.Not, UnaryOperator.Negate), Operand = Inner() },
            () => new BinaryExpression { Operator = Of(System.Enum.GetValues<BinaryOperator>()), Left = Inner(), Right = Inner() },
            () => new BinaryExpression { Operator = Of(BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply, BinaryOperator.Divide), Left = Inner(), Right = Inner() },
            () => new LogicalExpression { IsAnd = Chance(50), Operands = Many(2, 4, Inner) },
            () => new IsExpression { Operand = Inner(), Test = Of(System.Enum.GetValues<StateTest>()), IsNegated = Chance(30) },
            () => new OtherwiseExpression { Value = Inner(), Fallback = Inner() },
            () => new IfExpression { Condition = Inner(), Then = Inner(), Else = Inner() },
            () => new IntervalExpression { Low = Inner(), High = Inner(), IncludesLow = Chance(50), IncludesHigh = Chance(50) },
            () => new ListExpression { Items = Many(0, 4, Inner) },
            () => without.HasFlag(Without.QuotesAndBraces) ? Leaf(without) : Record(depth, without),
            () => Aggregate(depth, without),
            () => Split(depth, without));
    }

    private RecordExpression Record(int depth, Without without = Without.Nothing) => new()
    {
        Members = Many(0, 4, () => new RecordMember
        {
            Name = MemberName(),
            Value = Expression(depth - 1, without),
            OnlyIf = Chance(20) ? Expression(depth - 2, without) : null,
            Comments = without.HasFlag(Without.Comments) ? [] : Comments(),
            TrailingComment = without.HasFlag(Without.Comments) ? null : Trailing(),
        }),
    };

    private AggregateExpression Aggregate(int depth, Without without)
    {
        var kind = Of(System.Enum.GetValues<AggregateKind>());
        return new AggregateExpression
        {
            Kind = kind,
            Body = kind is AggregateKind.First or AggregateKind.Any or AggregateKind.Count ? null : Expression(depth - 1, without),
            Item = AnyName(),
            Source = Expression(depth - 1, without),
            Where = Chance(50) ? Expression(depth - 1, without) : null,
        };
    }

    private SplitExpression Split(int depth, Without without) => new()
    {
        Total = Expression(depth - 1, without),
        Item = AnyName(),
        Source = Expression(depth - 1, without),
        Weight = Expression(depth - 1, without),
        Places = Chance(50) ? new NumberLiteral { Value = Of(0m, 2m, 18m) } : null,
    };

    private Expression Leaf(Without without) => Pick<Expression>(
        Number,
        Number,
        Date,
        () => new InstantLiteral { Value = new DateTimeOffset(Date().Value.Year < 9999 ? Date().Value.Date : DateTime.UnixEpoch, TimeSpan.Zero).AddTicks(Of(0L, 600_000_000L * 61, 10_000_000L, 1_234_567L)).ToOffset(TimeSpan.FromMinutes(0)) },
        () => new InstantLiteral { Value = new DateTimeOffset(2026, 10, 16, 6, 30, Of(0, 5), TimeSpan.FromMinutes(Of(-330, 0, 60, 120))) },
        () => without.HasFlag(Without.QuotesAndBraces) ? Number() : new TextLiteral { Value = Text() },
        () => new BooleanLiteral { Value = Chance(50) },
        () => new UnknownLiteral(),
        () => new ColumnValueExpression(),
        () => new NameExpression { Name = Name() },
        () => new NameExpression { Name = Name() },
        () => new NameExpression { Name = Chance(10) ? "re-approve" : Name() });

    private NumberLiteral Number()
    {
        var isPercent = Chance(25);
        var hasCurrency = !isPercent && Chance(20);
        return new NumberLiteral
        {
            Value = Of(0m, 1m, 0.00m, 2.50m, 15m, 9_999m, 10_000m, 123_456.7800m, 0.1992m, 79_228_162_514_264_337_593_543_950_335m, 7_922_816_251_426_433_759.3543950335m),
            IsPercent = isPercent,
            Currency = hasCurrency ? Of("EUR", "GBP", "XTS") : null,
            Unit = !isPercent && !hasCurrency && Chance(20) ? Of(System.Enum.GetValues<TimeUnit>()) : null,
        };
    }
}
