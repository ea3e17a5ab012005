using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes expressions of a given type, known at their place.</summary>
internal sealed class ValueGenerator
{
    private readonly Choices choices;
    private readonly ConditionGenerator conditions;

    public ValueGenerator(Choices choices)
    {
        this.choices = choices;
        conditions = new ConditionGenerator(choices, this);
    }

    public Expression Condition(Scope scope, int depth) => conditions.Make(scope, depth);

    public Expression Make(RuleType type, Scope scope, int depth)
    {
        var paths = scope.Of(type);
        if (depth <= 0 || choices.Chance(25))
            return paths.Count > 0 && choices.Chance(70) ? choices.Of(paths) : Constant(type, paths);
        return choices.Between(0, 9) switch
        {
            0 => If(Condition(scope, depth - 1), Make(type, scope, depth - 1), Make(type, scope, depth - 1)),
            1 when scope.Spares.Where(spare => spare.Type.Equals(type.AsOptional())).ToArray() is { Length: > 0 } spares =>
                Otherwise(choices.Of(spares).Path, Make(type, scope, depth - 1)),
            2 or 3 when scope.Callables.Where(callable => callable.Result.Equals(type)).ToArray() is { Length: > 0 } callables => Invoke(choices.Of(callables), scope, depth - 1),
            _ => Compute(type, scope, depth - 1),
        };
    }

    /// <summary>A constant of a simple type; of an amount, which a bare number is not by itself, the first path stands in.</summary>
    public Expression Constant(RuleType type, IReadOnlyList<Expression> paths) =>
        type.Kind == TypeKind.Money && paths.Count > 0 ? paths[0] : Literal(type);

    /// <summary>A literal; bare for money, for where money is expected, or with the currency if it has one.</summary>
    public Expression Literal(RuleType type) => type.Kind switch
    {
        TypeKind.Number => Number(choices.Number()),
        TypeKind.Money => Amount(choices.Of(Vocabulary.Amounts), choices.Chance(50) ? type.Currency : null),
        TypeKind.Percent => Percent(choices.Of(Vocabulary.Percents)),
        TypeKind.Date => Date(choices.Date()),
        TypeKind.Instant => new InstantLiteral { Value = new DateTimeOffset(choices.Date(), TimeSpan.Zero) },
        TypeKind.Duration => Duration(choices.Between(0, 3), choices.Of(TimeUnit.Day, TimeUnit.Hour, TimeUnit.Minute)),
        TypeKind.Boolean => Boolean(choices.Chance(50)),
        TypeKind.Text => Syntax.Text(choices.Of(Vocabulary.Texts)),
        TypeKind.Enum => Member(Name(type.Enum!.Name), choices.Of(type.Enum.Members)),
        TypeKind.List => List(Enumerable.Range(0, choices.Between(1, 3)).Select(_ => Literal(type.Element!))),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.ToString()),
    };

    public Expression Invoke(Callable callable, Scope scope, int depth) =>
        Call(callable.Name, callable.Parameters.Select(parameter => Argument(parameter, scope, depth)).ToArray());

    /// <summary>Something of any type, records included, which only paths can be.</summary>
    private Expression Argument(RuleType type, Scope scope, int depth) =>
        type.Kind == TypeKind.Record ? choices.Of(scope.Of(type)) : Make(type, scope, depth);

    private Expression Compute(RuleType type, Scope scope, int depth)
    {
        Expression Of(RuleType operand) => Make(operand, scope, depth);
        Expression Same(BinaryOperator op) => Binary(Of(type), op, Of(type));
        var sum = choices.Of(BinaryOperator.Add, BinaryOperator.Subtract);
        switch (type.Kind)
        {
            case TypeKind.Number:
                return choices.Try<Expression>(
                    () => Same(sum),
                    () => Same(BinaryOperator.Multiply),
                    () => Same(BinaryOperator.Divide),
                    () => Binary(Of(RuleType.Money), BinaryOperator.Divide, Of(RuleType.Money)),
                    () => Binary(Of(Vocabulary.Euro), BinaryOperator.Divide, Of(Vocabulary.Euro)),
                    () => Binary(Of(RuleType.Percent), BinaryOperator.Divide, Of(RuleType.Percent)),
                    () => Binary(Of(RuleType.Number), BinaryOperator.Multiply, Of(RuleType.Percent)),
                    () => Binary(Of(RuleType.Number), sum, Of(RuleType.Percent)),
                    () => Call("days", Of(RuleType.Date), Of(RuleType.Date)),
                    () => Call("length", Of(RuleType.Text)),
                    () => Negate(Of(type)),
                    () => Rounded(Of(type)),
                    () => Share(type, scope, depth),
                    () => Extreme(type, scope, depth),
                    () => Count(scope, depth),
                    () => Reduced(type, scope, depth));
            case TypeKind.Percent:
                return choices.Try<Expression>(
                    () => Same(sum),
                    () => Same(BinaryOperator.Multiply),
                    () => Binary(Of(type), BinaryOperator.Divide, Of(RuleType.Number)),
                    () => Rounded(Of(type)),
                    () => Extreme(type, scope, depth),
                    () => Reduced(type, scope, depth));
            case TypeKind.Money:
                return choices.Try<Expression>(
                    () => Same(sum),
                    () => Binary(Of(type), sum, Literal(type)),
                    () => Binary(Of(type), choices.Of(BinaryOperator.Multiply, BinaryOperator.Divide), Of(choices.Of(RuleType.Number, RuleType.Percent))),
                    () => Negate(Of(type)),
                    () => Rounded(Of(type)),
                    () => type.Currency is null ? Of(type) : Converted(RuleType.Money, type.Currency, scope, depth),
                    () => Share(type, scope, depth),
                    () => Extreme(type, scope, depth),
                    () => Reduced(type, scope, depth));
            case TypeKind.Date:
                return choices.Try<Expression>(
                    () => Binary(Of(type), sum, Duration(choices.Between(0, 40), TimeUnit.Day)),
                    () => Binary(Of(type), sum, Duration(choices.Between(0, 40), TimeUnit.Day)),
                    () => Binary(Of(type), sum, Binary(Of(RuleType.Number), BinaryOperator.Multiply, Duration(1, TimeUnit.Day))),
                    () => Extreme(type, scope, depth));
            case TypeKind.Instant:
                return Binary(Of(type), sum, Of(RuleType.Duration));
            case TypeKind.Duration:
                return choices.Try<Expression>(
                    () => Same(sum),
                    () => Binary(Of(RuleType.Number), BinaryOperator.Multiply, Of(type)));
            case TypeKind.Text:
                return Call(choices.Of("lower", "upper"), Of(type));
            case TypeKind.Boolean:
                return Condition(scope, depth);
            case TypeKind.Enum:
                return type.Enum!.Kind == EnumKind.Ordered ? Extreme(type, scope, depth) : Of(type);
            case TypeKind.List:
                return choices.Try<Expression>(
                    () => List(Enumerable.Range(0, choices.Between(1, 3)).Select(_ => Of(type.Element!))),
                    () => Mapped(type.Element!, scope, depth));
            default:
                return Of(type);
        }
    }

    /// <summary>An amount in another currency, at a rate that may not be one.</summary>
    private Expression Converted(RuleType type, string currency, Scope scope, int depth) =>
        Call("convert", Make(type, scope, depth), Name(currency), Binary(Make(RuleType.Number, scope, depth), BinaryOperator.Add, Number(choices.Of(0m, 1m, 1.1m))));

    private Expression Rounded(Expression operand) => choices.Try<Expression>(
        () => Call(choices.Of("round", "floor", "ceiling", "abs"), operand),
        () => Call("round", operand, Number(choices.Between(0, 18))));

    private Expression Extreme(RuleType type, Scope scope, int depth) =>
        Call(choices.Of("min", "max"), Enumerable.Range(0, choices.Between(2, 3)).Select(_ => Make(type, scope, depth)).ToArray());

    private Expression Count(Scope scope, int depth)
    {
        var (item, source, inside) = Loop(scope);
        return Aggregate(AggregateKind.Count, item, source, Condition(inside, depth));
    }

    /// <summary>A sum, or the lowest or highest of what may be no items.</summary>
    private Expression Reduced(RuleType type, Scope scope, int depth)
    {
        var (item, source, inside) = Loop(scope);
        var where = choices.Chance(50) ? Condition(inside, depth) : null;
        var body = Make(type, inside, depth);
        return choices.Chance(50)
            ? Aggregate(AggregateKind.Sum, item, source, where, body)
            : Otherwise(Aggregate(choices.Of(AggregateKind.Min, AggregateKind.Max), item, source, where, body), Make(type, scope, depth));
    }

    /// <summary>The highest of the shares of a total, of which there may be none.</summary>
    private Expression Share(RuleType type, Scope scope, int depth)
    {
        var (item, source, inside) = Loop(scope);
        var weight = Make(choices.Of(RuleType.Number, RuleType.Percent, RuleType.Money), inside, depth);
        var split = Split(Make(type, scope, depth), item, source, choices.Chance(80) ? Call("abs", weight) : weight, choices.Chance(50) ? choices.Between(0, 6) : null);
        var share = choices.NewName("share");
        return Otherwise(Aggregate(AggregateKind.Max, share, split, body: Member(Name(share), "share")), Make(type, scope, depth));
    }

    private Expression Mapped(RuleType element, Scope scope, int depth)
    {
        var (item, source, inside) = Loop(scope);
        return Aggregate(AggregateKind.List, item, source, choices.Chance(50) ? Condition(inside, depth) : null, Make(element, inside, depth));
    }

    /// <summary>An item, the list it is of, and what can be read of it.</summary>
    public (string Item, Expression Source, Scope Inside) Loop(Scope scope)
    {
        var lists = scope.All.Where(path => path.Type is { Kind: TypeKind.List, IsOptional: false }).ToArray();
        var (source, type) = choices.Of(lists);
        var item = choices.NewName("item");
        return (item, source, scope.With(Name(item), type.Element!));
    }
}
