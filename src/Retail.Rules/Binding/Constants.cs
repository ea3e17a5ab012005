using System;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Reads the value of an expression that is written out: literals, signs, lists and records of them, and params.</summary>
internal static class Constants
{
    /// <summary>The ticks (of 100 ns) of one unit.</summary>
    public static long TicksOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => TimeSpan.TicksPerDay,
        TimeUnit.Hour => TimeSpan.TicksPerHour,
        _ => TimeSpan.TicksPerMinute,
    };

    public static bool TryEvaluate(BoundExpression expression, out Value value)
    {
        switch (expression)
        {
            case BoundLiteral literal:
                value = literal.Value;
                return true;
            case BoundReference { Symbol: ParamSymbol param }:
                value = param.Value;
                return !param.Type.IsError;
            case BoundNegation negation when TryEvaluate(negation.Operand, out var operand):
                value = Exact.Negate(operand);
                return true;
            case BoundList list:
                return TryEvaluateList(list, out value);
            case BoundRecord record:
                return TryEvaluateRecord(record, out value);
            default:
                value = default;
                return false;
        }
    }

    private static bool TryEvaluateList(BoundList list, out Value value)
    {
        var items = new Composite(list.Items.Count);
        value = new Value(items);
        foreach (var item in list.Items)
        {
            if (!TryEvaluate(item, out var constant))
                return false;
            items.Add(constant);
        }
        return true;
    }

    private static bool TryEvaluateRecord(BoundRecord record, out Value value)
    {
        var fields = new Composite(record.Members.Count);
        value = new Value(fields);
        foreach (var member in record.Members)
        {
            if (member.OnlyIf is not null || !TryEvaluate(member.Value, out var constant))
                return false;
            fields.Add(constant);
        }
        return true;
    }
}
