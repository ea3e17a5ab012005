using System;
using System.Globalization;

namespace Retail.Rules.Model;

/// <summary>The parts of an expression that hold no other: operators and values.</summary>
internal static partial class ExpressionText
{
    public static string Of(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.NotIn => "not in",
        BinaryOperator.Contains => "contains",
        BinaryOperator.NotContains => "not contains",
        BinaryOperator.SameAs => "same as",
        BinaryOperator.NotSameAs => "not same as",
        BinaryOperator.SubsetOf => "subset of",
        _ => "not subset of",
    };

    private static string OfLiteral(Expression literal) => literal switch
    {
        NumberLiteral number => OfNumber(number),
        DateLiteral date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        InstantLiteral instant => OfInstant(instant.Value),
        TextLiteral text => Quoted(text.Value),
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        _ => "unknown",
    };

    private static string OfName(string name) => NameSyntax.IsName(name) ? name : Quoted(name);

    private static string OfNumber(NumberLiteral number)
    {
        var digits = number.Value.ToString(CultureInfo.InvariantCulture) + (number.IsPercent ? "%" : "");
        if (number.Currency is not null)
            return digits + " " + number.Currency;
        return number.Unit is { } unit ? digits + " " + unit.ToString().ToLowerInvariant() + (number.Value == 1 ? "" : "s") : digits;
    }

    private static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r") + "\"";

    /// <summary>An instant to the minute where it falls on one, else to the last digit that counts.</summary>
    private static string OfInstant(DateTimeOffset instant)
    {
        var format = instant.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF";
        var offset = instant.Offset == TimeSpan.Zero ? "Z" : instant.ToString("zzz", CultureInfo.InvariantCulture);
        return instant.ToString(format, CultureInfo.InvariantCulture) + offset;
    }
}
