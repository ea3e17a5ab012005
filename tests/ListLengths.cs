using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Retail.Rules.Tests;

/// <summary>The length of the longest list at each path of some facts, by the names that formulas of cost have. Compiled into several test projects.</summary>
internal static class ListLengths
{
    public static IReadOnlyDictionary<string, int> Of(JsonElement facts)
    {
        var lengths = new Dictionary<string, int>();
        Visit(facts, "", lengths);
        return lengths;
    }

    private static void Visit(JsonElement value, string path, Dictionary<string, int> lengths)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            lengths[path] = Math.Max(value.GetArrayLength(), lengths.GetValueOrDefault(path));
            foreach (var item in value.EnumerateArray())
                Visit(item, path, lengths);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
                Visit(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name, lengths);
        }
    }
}
