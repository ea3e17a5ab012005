using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>An enum's members by the names that rules use: that of <see cref="FactNameAttribute"/>, or their own in camelCase. Nothing else is read. Thread-safe.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class RuleEnumJsonConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> members = new(StringComparer.Ordinal);
    private readonly Dictionary<T, JsonEncodedText> names = [];

    /// <summary>Looks the names up once.</summary>
    public RuleEnumJsonConverter()
    {
        foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var name = field.GetCustomAttribute<FactNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);
            var member = (T)field.GetValue(null)!;
            members.Add(name, member);
            names.Add(member, JsonEncodedText.Encode(name));
        }
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString() is { } name)
            return members.TryGetValue(name, out var member) ? member : throw new JsonException("`" + name + "` is not one of " + Choices);
        throw new JsonException("expected the name of one of " + Choices);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(names.TryGetValue(value, out var name) ? name : throw new JsonException("`" + value + "` is not a member of " + typeof(T).Name));

    private string Choices => string.Join(", ", members.Keys.Select(name => "`" + name + "`"));
}

/// <summary>A list is an array, none of whose items is null.</summary>
internal sealed class ValueListJsonConverter<T> : JsonConverter<ValueList<T>>
    where T : notnull
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("expected an array");
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw new JsonException("a list of facts has no null items");
            items.Add(converter.Read(ref reader, typeof(T), options)!);
        }
        return new ValueList<T>(items.ToArray());
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
            converter.Write(writer, item, options);
        writer.WriteEndArray();
    }
}

/// <summary>Makes the converter of each list type.</summary>
public sealed class ValueListJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ValueListJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

/// <summary>A set is an array in the order of the letters' codes.</summary>
public sealed class TextSetJsonConverter : JsonConverter<TextSet>
{
    /// <inheritdoc/>
    public override TextSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("expected an array of texts");
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } text || string.IsNullOrWhiteSpace(text))
                throw new JsonException("a set of texts has no other items, and no blank ones");
            texts.Add(text);
        }
        return new TextSet(texts);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
