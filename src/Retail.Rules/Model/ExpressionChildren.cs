using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Retail.Rules.Model;

/// <summary>The expressions directly inside an expression, in the order of the text.</summary>
internal static class ExpressionChildren
{
    public static IEnumerable<Expression> Of(Expression expression) => expression switch
    {
        MemberExpression member => [member.Target],
        CallExpression call => call.Arguments,
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        LogicalExpression logical => logical.Operands,
        IsExpression test => [test.Operand],
        OtherwiseExpression otherwise => [otherwise.Value, otherwise.Fallback],
        IfExpression conditional => [conditional.Condition, conditional.Then, conditional.Else],
        IntervalExpression interval => [interval.Low, interval.High],
        ListExpression list => list.Items,
        RecordExpression record => record.Members.SelectMany(member => member.OnlyIf is null ? new[] { member.Value } : [member.Value, member.OnlyIf]),
        AggregateExpression aggregate => new[] { aggregate.Source, aggregate.Where, aggregate.Body }.OfType<Expression>(),
        SplitExpression split => [split.Total, split.Source, split.Weight],
        _ => [],
    };

    public static bool Any(Expression expression, Func<Expression, bool> test)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return test(expression) || Of(expression).Any(child => Any(child, test));
    }
}
