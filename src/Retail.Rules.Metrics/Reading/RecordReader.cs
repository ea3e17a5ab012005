using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Retail.Rules.Metrics;

/// <summary>A line as a record, or why it is none, in words. Stateless and thread-safe.</summary>
internal static class RecordReader
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> Contracts = MetricJson.Default.MetricRecord.PolymorphismOptions!.DerivedTypes
        .ToFrozenDictionary(derived => (string)derived.TypeDiscriminator!, derived => MetricJson.Default.GetTypeInfo(derived.DerivedType)!, StringComparer.Ordinal);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, not blank.</param>
    /// <param name="problem">Why it is no record; null if it is one.</param>
    /// <returns>The record; null if it is none.</returns>
    public static MetricRecord? Read(ReadOnlyMemory<byte> line, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            problem = MembersMisfit(document.RootElement);
            if (problem is not null)
                return null;
            var record = document.RootElement.Deserialize(MetricJson.Default.MetricRecord)!;
            problem = record.Misfit();
            return problem is null ? record : null;
        }
        catch (JsonException failure)
        {
            problem = Words(failure);
        }
        catch (InvalidOperationException)
        {
            // Half characters, on which the JSON library throws when it is asked for the text.
            problem = "holds text that is not Unicode";
        }
        return null;
    }

    /// <summary>What the members say by themselves: those that are missing, unknown, null or there twice.</summary>
    private static string? MembersMisfit(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return "is not a JSON object";
        if (!json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            return "`type` is missing; it is one of " + Choices;
        if (!Contracts.TryGetValue(type.GetString()!, out var contract))
            return "`" + type.GetString() + "` is no type of record; it is one of " + Choices;
        var members = contract.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                return "`" + member.Name + "` stands twice";
            if (member.Name == "type")
                continue;
            if (!members.TryGetValue(member.Name, out var known))
                return "`" + member.Name + "` is no member of " + type.GetString();
            if (member.Value.ValueKind == JsonValueKind.Null && !known.IsSetNullable)
                return "`" + member.Name + "` is null";
        }
        return members.Values.FirstOrDefault(member => member.IsRequired && !seen.Contains(member.Name)) is { } missing ? "`" + missing.Name + "` is missing" : null;
    }

    /// <summary>The place of a value that does not fit, and what was expected where we say it; the library's own words are for programmers.</summary>
    private static string Words(JsonException failure)
    {
        if (failure.Path is not { Length: > 2 } path)
            return "is not JSON";
        var isOurs = !failure.Message.StartsWith("The JSON", StringComparison.Ordinal) && !failure.Message.Contains("Retail.Rules", StringComparison.Ordinal)
            && !failure.Message.Contains("Path:", StringComparison.Ordinal);
        return "`" + path[2..] + "` cannot be read" + (isOurs ? ": " + failure.Message : "");
    }

    private static string Choices => string.Join(", ", Contracts.Keys.Order(StringComparer.Ordinal));
}
