using System;
using System.Text.Json;

namespace Retail.Rules.Cli.Facts;

/// <summary>
/// Looks into JSON that may hold half characters (<c>"\ud800"</c>), on which the JSON library throws. What cannot be read is not there for
/// the command line; the ruleset's own reader then says what is wrong with the facts.
/// </summary>
internal static class JsonMember
{
    /// <summary>A member of an object; null if there is none.</summary>
    public static JsonElement? Find(JsonElement json, string name)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member as text; null if there is none or it is null.</summary>
    public static string? Text(JsonElement json, string name)
    {
        try
        {
            return Find(json, name) is not { ValueKind: not JsonValueKind.Null } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
