using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Retail.Rules.Tests.Json;

/// <summary>
/// Judges a document by a JSON schema, as far as draft 2020-12 is used in ours: a keyword that it does not know is an error of the test, so
/// that nothing in the schema is passed over.
/// </summary>
internal sealed class SchemaEvaluator(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "title", "description", "then"];

    public bool Accepts(JsonElement document) => Accepts(root, document);

    private bool Accepts(JsonElement schema, JsonElement value)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return schema.ValueKind == JsonValueKind.True;
        return schema.EnumerateObject().OrderBy(keyword => keyword.Name is "required" or "type" ? 0 : 1).All(keyword => Holds(schema, keyword, value));
    }

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value),
        "anyOf" => keyword.Value.EnumerateArray().Any(option => Accepts(option, value)),
        "not" => !Accepts(keyword.Value, value),
        "if" => !Accepts(keyword.Value, value) || Accepts(schema.GetProperty("then"), value),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
        "type" => IsOfType(keyword.Value.GetString()!, value.ValueKind),
        "pattern" => value.ValueKind != JsonValueKind.String || Matches(keyword.Value.GetString()!, value.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
            !keyword.Value.TryGetProperty(member.Name, out var inner) || Accepts(inner, member.Value)),
        "propertyNames" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
            Accepts(keyword.Value, JsonSerializer.SerializeToElement(member.Name))),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
            (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)) || Accepts(keyword.Value, member.Value)),
        _ => Annotations.Contains(keyword.Name) ? true : throw new NotSupportedException("schema keyword " + keyword.Name),
    };

    private static bool IsOfType(string type, JsonValueKind kind) => type switch
    {
        "object" => kind == JsonValueKind.Object,
        "array" => kind == JsonValueKind.Array,
        "string" => kind == JsonValueKind.String,
        "number" => kind == JsonValueKind.Number,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException("schema type " + type),
    };

    /// <summary>A pattern as ECMA-262 means it: there, <c>$</c> is the end and not also the place before a last line feed.</summary>
    private static bool Matches(string pattern, string value) =>
        Regex.IsMatch(value, pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
}
