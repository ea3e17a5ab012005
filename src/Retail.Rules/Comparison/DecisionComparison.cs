using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Retail.Rules.Facts;

namespace Retail.Rules.Comparison;

/// <summary>
/// Compares the JSON of a decision with an expectation: objects member by member at every depth, members that are not named not at all;
/// arrays whole and in order, with all members of the objects in them. One comparison each; not thread-safe.
/// </summary>
internal sealed class DecisionComparison
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Mismatch> mismatches = [];

    private DecisionComparison()
    {
    }

    public static IReadOnlyList<Mismatch> Compare(JsonElement expected, JsonElement decision)
    {
        var comparison = new DecisionComparison();
        foreach (var member in expected.EnumerateObject())
            comparison.CompareMember(member.Name, member.Value, Find(decision, member.Name));
        return comparison.mismatches;
    }

    /// <summary>A member of the decision. Conditions may be given as the rules that set them, approvers as roles: both are then sets.</summary>
    private void CompareMember(string name, JsonElement expected, JsonElement? got)
    {
        if (name == "conditions" && IsListOfTexts(expected))
            CompareSets(name, expected, got is { } conditions ? conditions.EnumerateArray().Select(condition => condition.GetProperty("rule").GetString()!) : []);
        else if (name == "approvers" && IsListOfTexts(expected))
            CompareSets(name, expected, got is { } approvers ? approvers.EnumerateObject().Select(approver => approver.Name) : []);
        else
            Compare(name, expected, got, isWhole: false);
    }

    /// <param name="path">Where we are.</param>
    /// <param name="expected">What is expected there.</param>
    /// <param name="got">What is there; null for nothing.</param>
    /// <param name="isWhole">Whether an object must have no members but the expected ones, as inside arrays.</param>
    private void Compare(string path, JsonElement expected, JsonElement? got, bool isWhole)
    {
        if (got is { ValueKind: JsonValueKind.Null })
            got = null;
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                Check(got is null, path, expected, got);
                break;
            case JsonValueKind.Object:
                CompareObjects(path, expected, got, isWhole);
                break;
            case JsonValueKind.Array:
                CompareArrays(path, expected, got);
                break;
            default:
                Check(got is { } value && AreSameScalar(expected, value), path, expected, got);
                break;
        }
    }

    private void CompareObjects(string path, JsonElement expected, JsonElement? got, bool isWhole)
    {
        if (got is { ValueKind: not JsonValueKind.Object })
        {
            Check(false, path, expected, got);
            return;
        }
        if (!expected.EnumerateObject().Any())
        {
            Check(got is null || !got.Value.EnumerateObject().Any(), path, expected, got);
            return;
        }
        foreach (var member in expected.EnumerateObject())
            Compare(path + "." + member.Name, member.Value, got is { } value ? Find(value, member.Name) : null, isWhole);
        if (!isWhole || got is null)
            return;
        foreach (var member in got.Value.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null && Find(expected, member.Name) is null)
                mismatches.Add(new Mismatch(path + "." + member.Name, "null", Text(member.Value)));
        }
    }

    /// <summary>Objects at the same places are told apart member by member; anything else as the whole array.</summary>
    private void CompareArrays(string path, JsonElement expected, JsonElement? got)
    {
        var isPaired = got is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() == expected.GetArrayLength();
        if (!isPaired)
        {
            Check(false, path, expected, got);
            return;
        }
        var items = expected.EnumerateArray().Zip(got!.Value.EnumerateArray(), (left, right) => (Expected: left, Got: right)).ToArray();
        var inside = new DecisionComparison();
        for (var i = 0; i < items.Length; i++)
            inside.Compare(path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", items[i].Expected, items[i].Got, isWhole: true);
        if (items.All(item => item.Expected.ValueKind == JsonValueKind.Object))
            mismatches.AddRange(inside.mismatches);
        else
            Check(inside.mismatches.Count == 0, path, expected, got);
    }

    private void CompareSets(string path, JsonElement expected, IEnumerable<string> got)
    {
        var wanted = InOrder(expected.EnumerateArray().Select(item => item.GetString()!));
        var found = InOrder(got);
        if (!wanted.SequenceEqual(found, StringComparer.Ordinal))
            mismatches.Add(new Mismatch(path, Text(wanted), Text(found)));
    }

    private void Check(bool isSame, string path, JsonElement expected, JsonElement? got)
    {
        if (!isSame)
            mismatches.Add(new Mismatch(path, Text(expected), got is { } value ? Text(value) : null));
    }

    private static bool AreSameScalar(JsonElement expected, JsonElement got)
    {
        if (expected.ValueKind != got.ValueKind)
            return false;
        if (expected.ValueKind == JsonValueKind.String)
            return string.Equals(expected.GetString(), got.GetString(), StringComparison.Ordinal);
        if (expected.ValueKind != JsonValueKind.Number)
            return true;
        return FactNumbers.TryParse(expected.GetRawText(), out var left) && FactNumbers.TryParse(got.GetRawText(), out var right) && left == right;
    }

    private static bool IsListOfTexts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);

    private static JsonElement? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    private static IReadOnlyList<string> InOrder(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal).ToArray();

    private static string Text(JsonElement json) => Written(json.WriteTo);

    private static string Text(IReadOnlyList<string> texts) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
