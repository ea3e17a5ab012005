using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes conditions; what may be unknown is read only where the text has shown it known.</summary>
internal sealed class ConditionGenerator
{
    private static readonly IReadOnlyList<BinaryOperator> Orders = [BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual];

    private readonly Choices choices;
    private readonly ValueGenerator values;

    public ConditionGenerator(Choices choices, ValueGenerator values)
    {
        this.choices = choices;
        this.values = values;
    }

    public Expression Make(Scope scope, int depth)
    {
        if (depth <= 0)
            return Comparison(scope, 0);
        return choices.Between(0, 14) switch
        {
            0 => And(Several(scope, depth - 1)),
            1 => Or(Several(scope, depth - 1)),
            2 => Not(Make(scope, depth - 1)),
            3 => Guarded(scope, depth - 1),
            4 => Guarded(scope, depth - 1),
            5 => SameAs(scope),
            6 => Membership(scope, depth - 1),
            7 => Inside(scope, depth - 1),
            8 => Any(scope, depth - 1),
            9 => Lists(scope, depth - 1),
            10 => values.Make(RuleType.Boolean, scope, depth - 1),
            _ => Comparison(scope, depth - 1),
        };
    }

    private Expression[] Several(Scope scope, int depth) => Enumerable.Range(0, choices.Between(2, 4)).Select(_ => Make(scope, depth)).ToArray();

    private Expression Comparison(Scope scope, int depth)
    {
        var type = choices.Of(Vocabulary.Simple);
        var op = type.IsOrdered && choices.Chance(70) ? choices.Of(Orders) : choices.Of(BinaryOperator.Equal, BinaryOperator.NotEqual);
        var left = values.Make(type, scope, depth);
        var right = choices.Chance(60) ? values.Literal(type) : values.Make(type, scope, depth);
        return choices.Chance(85) ? Binary(left, op, right) : Binary(right, op, left);
    }

    /// <summary>Reads something after asking whether it is known.</summary>
    private Expression Guarded(Scope scope, int depth)
    {
        if (scope.Optionals.Count == 0)
            return Comparison(scope, depth);
        var (path, _) = choices.Of(scope.Optionals);
        var inside = scope.WithKnown(path);
        return choices.Try<Expression>(
            () => IsKnown(path),
            () => And(IsKnown(path), Make(inside, depth)),
            () => Or(IsUnknown(path), Make(inside, depth)),
            () => If(IsKnown(path), Make(inside, depth), Make(scope, depth)));
    }

    private Expression SameAs(Scope scope)
    {
        var optionals = scope.Optionals.Where(path => Vocabulary.Simple.Contains(path.Type.AsKnown())).ToArray();
        if (optionals.Length == 0)
            return Comparison(scope, 0);
        var (path, type) = choices.Of(optionals);
        var others = scope.Of(type).Concat(scope.Of(type.AsKnown())).Append(values.Literal(type.AsKnown())).ToArray();
        return Binary(path, choices.Of(BinaryOperator.SameAs, BinaryOperator.NotSameAs), choices.Of(others));
    }

    private Expression Membership(Scope scope, int depth)
    {
        var type = choices.Of(Vocabulary.Simple);
        var op = choices.Of(BinaryOperator.In, BinaryOperator.NotIn);
        var lists = scope.Of(RuleType.ListOf(type));
        return Binary(values.Make(type, scope, depth), op, lists.Count > 0 && choices.Chance(50) ? choices.Of(lists) : values.Literal(RuleType.ListOf(type)));
    }

    private Expression Inside(Scope scope, int depth)
    {
        var type = choices.Of(Vocabulary.Simple.Where(simple => simple.IsOrdered).ToArray());
        var low = choices.Chance(70) ? values.Literal(type) : values.Make(type, scope, depth);
        var interval = Interval(low, values.Literal(type), choices.Chance(50), choices.Chance(50));
        return Binary(values.Make(type, scope, depth), choices.Of(BinaryOperator.In, BinaryOperator.NotIn), interval);
    }

    private Expression Any(Scope scope, int depth)
    {
        var (item, source, inside) = values.Loop(scope);
        return choices.Chance(70)
            ? Aggregate(AggregateKind.Any, item, source, Make(inside, depth))
            : IsKnown(Aggregate(AggregateKind.First, item, source, Make(inside, depth)));
    }

    private Expression Lists(Scope scope, int depth)
    {
        var type = RuleType.ListOf(RuleType.Of(choices.Of(Vocabulary.Country, Vocabulary.Claim)));
        return choices.Try<Expression>(
            () => IsEmpty(values.Make(type, scope, depth), choices.Chance(50)),
            () => Binary(values.Make(type, scope, depth), choices.Of(BinaryOperator.SubsetOf, BinaryOperator.NotSubsetOf), values.Make(type, scope, depth)),
            () => Binary(values.Make(RuleType.Text, scope, depth), choices.Of(BinaryOperator.Contains, BinaryOperator.NotContains), values.Make(RuleType.Text, scope, depth)));
    }
}
