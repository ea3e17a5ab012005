using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A currency is its code.</summary>
internal sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new Currency(reader.GetString() ?? throw new JsonException("a currency cannot be null"));
        }
        catch (ArgumentException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

/// <summary>A percent is its fraction, as in the facts of rules: 0.25.</summary>
internal sealed class PercentJsonConverter : JsonConverter<Percent>
{
    public override Percent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Percent.FromFraction(reader.GetDecimal());

    public override void Write(Utf8JsonWriter writer, Percent value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fraction);
}

/// <summary>A unit is its code.</summary>
internal sealed class UnitOfMeasureJsonConverter : JsonConverter<UnitOfMeasure>
{
    public override UnitOfMeasure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var code = reader.GetString();
        return string.IsNullOrWhiteSpace(code) ? throw new JsonException("a unit of measure cannot be blank") : new UnitOfMeasure(code);
    }

    public override void Write(Utf8JsonWriter writer, UnitOfMeasure value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
