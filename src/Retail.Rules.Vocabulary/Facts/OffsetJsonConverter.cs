using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// An instant is written with its offset. Without one it would be read in the zone of the machine, and the same facts would say another thing elsewhere.
/// Contexts of hosts that hold facts name it among their converters. Thread-safe.
/// </summary>
public sealed class OffsetJsonConverter : JsonConverter<DateTimeOffset>
{
    private const int LengthOfOffset = 6;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasOffset(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new JsonException("an instant is written with its offset, like 2026-10-16T06:00:00Z");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > LengthOfOffset && text[^LengthOfOffset] is ('+' or '-') && text.Contains('T', StringComparison.Ordinal));
}
