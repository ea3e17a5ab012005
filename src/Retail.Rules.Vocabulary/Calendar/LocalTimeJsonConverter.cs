using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A time of day is a text such as "06:00", seconds only where there are any: rules compare it as text, so it is written in one way.</summary>
public sealed class LocalTimeJsonConverter : JsonConverter<TimeOnly>
{
    /// <inheritdoc/>
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null && LocalCalendar.TryRead(text, out var time) ? time : throw new JsonException("a time of day is written like \"06:00\"");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) => writer.WriteStringValue(LocalCalendar.Write(value));
}
