using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Retail.Rules.Json;

/// <summary>
/// JSON to be written: what fits a line stands on one line, the rest one item per line. Written here and not by a library, so that the
/// canonical bytes behind a ruleset's hash depend on nothing but this file. Immutable once handed on.
/// </summary>
internal sealed class JsonPiece
{
    private const int LineWidth = 120;

    private readonly string? scalar;
    private readonly bool isObject;
    private readonly bool isBroken;
    private readonly List<(string Name, JsonPiece Value)> parts = [];
    private int width;

    private JsonPiece(string scalar)
    {
        this.scalar = scalar;
        width = scalar.Length;
    }

    private JsonPiece(bool isObject, bool isBroken)
    {
        this.isObject = isObject;
        this.isBroken = isBroken;
        width = isObject ? 4 : 2;
    }

    public static JsonPiece True { get; } = new("true");

    public static JsonPiece False { get; } = new("false");

    public bool IsEmpty => scalar is null && parts.Count == 0;

    public static JsonPiece Text(string text) => new(Quote(text));

    public static JsonPiece Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An object to fill by <see cref="Add(string, JsonPiece)"/>.</summary>
    /// <param name="isBroken">Whether every member stands on a line of its own even if all fit one.</param>
    public static JsonPiece Object(bool isBroken = false) => new(true, isBroken);

    public static JsonPiece Array(IEnumerable<JsonPiece> items, bool isBroken = false)
    {
        var array = new JsonPiece(false, isBroken);
        foreach (var item in items)
            array.Append("", item);
        return array;
    }

    public JsonPiece Add(string name, JsonPiece value)
    {
        Append(name, value);
        return this;
    }

    public JsonPiece Add(string name, string value) => Add(name, Text(value));

    /// <summary>The JSON over lines, for people.</summary>
    public string ToIndentedText()
    {
        var text = new StringBuilder();
        WriteLines(text, 0, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>The JSON without white space, for hashes.</summary>
    public string ToCompactText()
    {
        var text = new StringBuilder();
        WriteOneLine(text, "", "");
        return text.ToString();
    }

    private void Append(string name, JsonPiece value)
    {
        parts.Add((isObject ? Quote(name) : "", value));
        width += value.width + 2 + (isObject ? parts[parts.Count - 1].Name.Length + 2 : 0);
    }

    private void WriteLines(StringBuilder text, int indent, int used)
    {
        if (scalar is not null || parts.Count == 0 || (!isBroken && indent + used + width <= LineWidth))
        {
            WriteOneLine(text, " ", isObject && parts.Count > 0 ? " " : "");
            return;
        }
        text.Append(isObject ? '{' : '[');
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, value) = parts[i];
            text.Append(i > 0 ? ",\n" : "\n").Append(' ', indent + 2).Append(name).Append(isObject ? ": " : "");
            value.WriteLines(text, indent + 2, isObject ? name.Length + 2 : 0);
        }
        text.Append('\n').Append(' ', indent).Append(isObject ? '}' : ']');
    }

    private void WriteOneLine(StringBuilder text, string space, string padding)
    {
        if (scalar is not null)
        {
            text.Append(scalar);
            return;
        }
        text.Append(isObject ? '{' : '[').Append(padding);
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, value) = parts[i];
            text.Append(i > 0 ? "," + space : "").Append(name).Append(isObject ? ":" + space : "");
            value.WriteOneLine(text, space, value.isObject && value.parts.Count > 0 ? space : "");
        }
        text.Append(padding).Append(isObject ? '}' : ']');
    }

    /// <summary>Escapes what JSON must have escaped and half characters, nothing else: prices in € stay readable.</summary>
    private static string Quote(string value)
    {
        var text = new StringBuilder("\"", value.Length + 2);
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is '"' or '\\')
                text.Append('\\').Append(character);
            else if (character == '\n')
                text.Append("\\n");
            else if (char.IsHighSurrogate(character) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(character).Append(value[++i]);
            else if (character < ' ' || char.IsSurrogate(character))
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(character);
        }
        return text.Append('"').ToString();
    }
}
