using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Xml;
using Retail.Rules.Model;

namespace Retail.Rules.Binding;

/// <summary>Writes constants of an example as JSON, so that examples and suites run and compare by the same path.</summary>
internal static class LiteralJson
{
    /// <summary>Whether an expression is written out in full.</summary>
    public static bool IsLiteral(Expression expression) => expression switch
    {
        NumberLiteral number => number.Unit is not { } unit || FitsTicks(number.Value, unit),
        TextLiteral or BooleanLiteral or DateLiteral or InstantLiteral or UnknownLiteral or NameExpression => true,
        MemberExpression { Target: NameExpression } => true,
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral number } => IsLiteral(number),
        ListExpression list => list.Items.All(IsLiteral),
        RecordExpression record => record.Members.All(member => member.OnlyIf is null && IsLiteral(member.Value)),
        _ => false,
    };

    /// <param name="json">Takes the JSON.</param>
    /// <param name="expression">The constant.</param>
    /// <param name="ownCurrency">The ruleset's currency, amounts in which are plain numbers; null if it has none.</param>
    public static void Write(Utf8JsonWriter json, Expression expression, string? ownCurrency)
    {
        switch (expression)
        {
            case NumberLiteral { Currency: { } currency } amount when currency != ownCurrency:
                WriteAmount(json, amount.Value, currency);
                break;
            case UnaryExpression { Operand: NumberLiteral { Currency: { } currency } amount } when currency != ownCurrency:
                WriteAmount(json, -amount.Value, currency);
                break;
            case NumberLiteral number:
                WriteNumber(json, number, number.Value);
                break;
            case UnaryExpression { Operand: NumberLiteral number }:
                WriteNumber(json, number, -number.Value);
                break;
            case TextLiteral text:
                json.WriteStringValue(text.Value);
                break;
            case BooleanLiteral boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case DateLiteral date:
                json.WriteStringValue(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case InstantLiteral instant:
                json.WriteStringValue(instant.Value.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture));
                break;
            case NameExpression name:
                json.WriteStringValue(name.Name);
                break;
            case MemberExpression member:
                json.WriteStringValue(member.Member.Text);
                break;
            case ListExpression list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item, ownCurrency);
                json.WriteEndArray();
                break;
            case RecordExpression record:
                json.WriteStartObject();
                foreach (var member in record.Members)
                {
                    json.WritePropertyName(member.Name.Text);
                    Write(json, member.Value, ownCurrency);
                }
                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteAmount(Utf8JsonWriter json, decimal amount, string currency)
    {
        json.WriteStartObject();
        json.WriteNumber("amount", amount);
        json.WriteString("currency", currency);
        json.WriteEndObject();
    }

    /// <summary>A number as such, a percent as its fraction, a duration as ISO 8601.</summary>
    private static void WriteNumber(Utf8JsonWriter json, NumberLiteral literal, decimal value)
    {
        if (literal.Unit is { } unit)
            json.WriteStringValue(XmlConvert.ToString(new TimeSpan((long)(value * Constants.TicksOf(unit)))));
        else
            json.WriteNumberValue(literal.IsPercent ? value / 100m : value);
    }

    /// <summary>Whether a duration is a whole number of ticks that a fact can have, so that JSON loses nothing of it.</summary>
    private static bool FitsTicks(decimal value, TimeUnit unit)
    {
        var ticks = Constants.TicksOf(unit);
        return value <= long.MaxValue / ticks && decimal.Truncate(value * ticks) == value * ticks;
    }
}
