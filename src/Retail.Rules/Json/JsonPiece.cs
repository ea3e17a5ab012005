using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Retail.Rules.Json;

/// <summary>
/// JSON to be written: what fits a line stands on one line, the rest one item per line. Written here and not by a library, so that the
/// canonical bytes behind a ruleset's hash depend on nothing but this file. Immutable once handed on, but for its width.
/// </summary>
internal sealed class JsonPiece
{
    private const int LineWidth = 120;

    private readonly string? scalar;
    private readonly bool isText;
    private readonly bool isObject;
    private readonly bool isBroken;
    private readonly IEnumerable<JsonPiece>? made;
    private List<(string Name, JsonPiece Value)>? parts;
    private int width;

    private JsonPiece(string scalar, bool isText)
    {
        this.scalar = scalar;
        this.isText = isText;
    }

    private JsonPiece(bool isObject, bool isBroken, IEnumerable<JsonPiece>? made = null)
    {
        this.isObject = isObject;
        this.isBroken = isBroken;
        this.made = made;
    }

    public static JsonPiece True { get; } = new("true", isText: false);

    public static JsonPiece False { get; } = new("false", isText: false);

    public static JsonPiece Text(string text) => new(text, isText: true);

    public static JsonPiece Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), isText: false);

    /// <summary>An object to fill by <see cref="Add(string, JsonPiece)"/>.</summary>
    /// <param name="isBroken">Whether every member stands on a line of its own even if all fit one.</param>
    public static JsonPiece Object(bool isBroken = false) => new(true, isBroken);

    public static JsonPiece Array(IEnumerable<JsonPiece> items, bool isBroken = false)
    {
        var array = new JsonPiece(false, isBroken);
        foreach (var item in items)
            array.Add("", item);
        return array;
    }

    /// <summary>An array whose items are made as they are written, so that a large document is never held whole. For <see cref="WriteCompact"/> alone.</summary>
    public static JsonPiece ArrayAsMade(IEnumerable<JsonPiece> items) => new(false, true, items);

    public JsonPiece Add(string name, JsonPiece value)
    {
        (parts ??= []).Add((name, value));
        return this;
    }

    public JsonPiece Add(string name, string value) => Add(name, Text(value));

    /// <summary>The JSON over lines, for people.</summary>
    public string ToIndentedText()
    {
        Measure();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        WriteLines(text, 0, 0);
        text.Write('\n');
        return text.ToString();
    }

    /// <summary>Writes the JSON without white space, for hashes.</summary>
    public void WriteCompact(TextWriter text) => WriteOneLine(text, "");

    /// <summary>Finds how many characters each piece takes on one line.</summary>
    private int Measure()
    {
        if (scalar is not null)
            return width = isText ? QuotedLength(scalar) : scalar.Length;
        width = isObject ? 4 : 2;
        foreach (var (name, value) in parts ?? [])
            width += value.Measure() + 2 + (isObject ? QuotedLength(name) + 2 : 0);
        return width;
    }

    private bool IsEmpty => scalar is null && made is null && parts is null;

    private void WriteLines(TextWriter text, int indent, int used)
    {
        if (scalar is not null || IsEmpty || (!isBroken && indent + used + width <= LineWidth))
        {
            WriteOneLine(text, " ");
            return;
        }
        text.Write(isObject ? '{' : '[');
        var isFirst = true;
        foreach (var (name, value) in parts!)
        {
            text.Write(isFirst ? "\n" : ",\n");
            Indent(text, indent + 2);
            if (isObject)
                WriteName(text, name, " ");
            value.WriteLines(text, indent + 2, isObject ? QuotedLength(name) + 2 : 0);
            isFirst = false;
        }
        text.Write('\n');
        Indent(text, indent);
        text.Write(isObject ? '}' : ']');
    }

    private void WriteOneLine(TextWriter text, string space)
    {
        if (scalar is not null)
        {
            WriteScalar(text);
            return;
        }
        var padding = isObject && !IsEmpty ? space : "";
        text.Write(isObject ? '{' : '[');
        text.Write(padding);
        var isFirst = true;
        if (made is not null)
        {
            foreach (var item in made)
                Write("", item);
        }
        else if (parts is not null)
        {
            foreach (var (name, value) in parts)
                Write(name, value);
        }
        text.Write(padding);
        text.Write(isObject ? '}' : ']');

        void Write(string name, JsonPiece value)
        {
            if (!isFirst)
            {
                text.Write(',');
                text.Write(space);
            }
            if (isObject)
                WriteName(text, name, space);
            value.WriteOneLine(text, space);
            isFirst = false;
        }
    }

    private void WriteScalar(TextWriter text)
    {
        if (isText)
            WriteQuoted(text, scalar!);
        else
            text.Write(scalar);
    }

    private static void WriteName(TextWriter text, string name, string space)
    {
        WriteQuoted(text, name);
        text.Write(':');
        text.Write(space);
    }

    private static void Indent(TextWriter text, int width)
    {
        for (var i = 0; i < width; i++)
            text.Write(' ');
    }

    /// <summary>Escapes what JSON must have escaped and half characters, nothing else: prices in € stay readable.</summary>
    private static void WriteQuoted(TextWriter text, string value)
    {
        text.Write('"');
        if (IsPlain(value))
        {
            text.Write(value);
            text.Write('"');
            return;
        }
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is '"' or '\\')
            {
                text.Write('\\');
                text.Write(character);
            }
            else if (character == '\n')
                text.Write("\\n");
            else if (IsPair(value, i))
            {
                text.Write(character);
                text.Write(value[++i]);
            }
            else if (NeedsCode(character))
            {
                text.Write("\\u");
                text.Write(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
                text.Write(character);
        }
        text.Write('"');
    }

    private static int QuotedLength(string value)
    {
        var length = value.Length + 2;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is '"' or '\\' or '\n')
                length++;
            else if (IsPair(value, i))
                i++;
            else if (NeedsCode(value[i]))
                length += 5;
        }
        return length;
    }

    private static bool IsPlain(string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\\' || NeedsCode(character))
                return false;
        }
        return true;
    }

    private static bool IsPair(string value, int i) => char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);

    private static bool NeedsCode(char character) => character < ' ' || char.IsSurrogate(character);
}
