using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A currency is its code.</summary>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc/>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static Currency Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } code)
            throw new JsonException("a currency is a text, such as \"EUR\"");
        try
        {
            return new Currency(code);
        }
        catch (ArgumentException)
        {
            throw new JsonException("a currency is three capital letters of ISO 4217, such as EUR, not `" + code + "`");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

/// <summary>A number, or a text that holds one: what facts of rules admit too.</summary>
internal static class ExactNumber
{
    public static decimal Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            return number;
        if (reader.TokenType == JsonTokenType.String && decimal.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return number;
        throw new JsonException("expected a number that a decimal holds");
    }
}

/// <summary>Money is its amount and its currency, both of them: a missing amount is not zero and a missing currency not anybody's own.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Refuse();
        decimal? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (amount is null && reader.ValueTextEquals("amount"u8) && reader.Read())
                amount = ExactNumber.Read(ref reader);
            else if (currency is null && reader.ValueTextEquals("currency"u8) && reader.Read())
                currency = CurrencyJsonConverter.Read(ref reader);
            else
                throw Refuse();
        }
        return amount is { } known && currency is { } unit ? new Money(known, unit) : throw Refuse();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount"u8, value.Amount);
        writer.WriteString("currency"u8, value.Currency.Code);
        writer.WriteEndObject();
    }

    private static JsonException Refuse() => new("expected money, such as { \"amount\": 2.50, \"currency\": \"EUR\" }");
}

/// <summary>A quantity is its value and its unit; without a unit it counts single items.</summary>
public sealed class QuantityJsonConverter : JsonConverter<Quantity>
{
    /// <inheritdoc/>
    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Refuse();
        decimal? value = null;
        UnitOfMeasure? unit = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (value is null && reader.ValueTextEquals("value"u8) && reader.Read())
                value = ExactNumber.Read(ref reader);
            else if (unit is null && reader.ValueTextEquals("unit"u8) && reader.Read())
                unit = UnitOfMeasureJsonConverter.Read(ref reader);
            else
                throw Refuse();
        }
        return value is { } known ? new Quantity(known, unit ?? UnitOfMeasure.Each) : throw Refuse();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, value.Value);
        writer.WriteString("unit"u8, value.Unit.Code);
        writer.WriteEndObject();
    }

    private static JsonException Refuse() => new("expected a quantity, such as { \"value\": 12, \"unit\": \"EA\" }");
}

/// <summary>A percent is its fraction, as in the facts of rules: 0.25.</summary>
public sealed class PercentJsonConverter : JsonConverter<Percent>
{
    /// <inheritdoc/>
    public override Percent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Percent.FromFraction(ExactNumber.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Percent value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fraction);
}

/// <summary>A unit is its code.</summary>
public sealed class UnitOfMeasureJsonConverter : JsonConverter<UnitOfMeasure>
{
    /// <inheritdoc/>
    public override UnitOfMeasure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static UnitOfMeasure Read(ref Utf8JsonReader reader)
    {
        var code = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return string.IsNullOrWhiteSpace(code) ? throw new JsonException("a unit of measure is a text that is not blank, such as \"EA\"") : new UnitOfMeasure(code);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnitOfMeasure value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
