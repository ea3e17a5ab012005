using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>
/// Reads JSON into values that know where they stand. Comments are skipped, trailing commas are not: a file that any JSON tool reads once
/// its comments are stripped. One instance a document; not thread-safe.
/// </summary>
internal sealed class JsonSyntaxReader
{
    private readonly SourceText source;
    private readonly JsonReports reports;
    private readonly int maxDepth;
    private readonly byte[] bytes;
    private readonly int firstCharacter;
    private readonly Dictionary<JsonSyntax, HashSet<string>> namesSeen = [];
    private int byteOffset;
    private int characterOffset;

    public JsonSyntaxReader(SourceText source, JsonReports reports, int maxDepth)
    {
        this.source = source;
        this.reports = reports;
        this.maxDepth = maxDepth;
        firstCharacter = source.Content.Length > 0 && source.Content[0] == '\uFEFF' ? 1 : 0;
        bytes = Encoding.UTF8.GetBytes(firstCharacter == 0 ? source.Content : source.Content.Substring(1));
        characterOffset = firstCharacter;
    }

    /// <summary>The value of the whole document; null if it is not JSON, which has been reported.</summary>
    public JsonSyntax? Read()
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = maxDepth + 1 });
        try
        {
            return ReadValues(ref reader);
        }
        catch (JsonException exception)
        {
            ReportNotJson(exception);
            return null;
        }
    }

    private JsonSyntax? ReadValues(ref Utf8JsonReader reader)
    {
        var open = new Stack<JsonSyntax>();
        JsonSyntax? root = null;
        string? name = null;
        var nameSpan = default(TextSpan);
        while (reader.Read())
        {
            var span = SpanOf(ref reader);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = ReadString(ref reader, span);
                nameSpan = span;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var closed = open.Pop();
                closed.Span = closed.Span.Union(span);
                namesSeen.Remove(closed);
                continue;
            }
            var parent = open.Count > 0 ? open.Peek() : null;
            var isMember = parent?.Kind == JsonValueKind.Object;
            var value = ReadValue(ref reader, span, parent, isMember ? name ?? "" : null, nameSpan);
            root ??= value;
            if (parent is not null && (!isMember || (name is not null && IsNew(parent, value))))
                parent.Add(value);
            if (value.Kind is not (JsonValueKind.Object or JsonValueKind.Array))
                continue;
            if (open.Count >= maxDepth)
            {
                reports.Add(JsonDiagnostics.TooDeep, value, maxDepth);
                return null;
            }
            open.Push(value);
        }
        return root;
    }

    private JsonSyntax ReadValue(ref Utf8JsonReader reader, TextSpan span, JsonSyntax? parent, string? name, TextSpan nameSpan)
    {
        var (kind, text) = reader.TokenType switch
        {
            JsonTokenType.StartObject => (JsonValueKind.Object, ""),
            JsonTokenType.StartArray => (JsonValueKind.Array, ""),
            JsonTokenType.String => ReadString(ref reader, span) is { } read ? (JsonValueKind.String, read) : (JsonValueKind.Undefined, ""),
            JsonTokenType.Number => (JsonValueKind.Number, source.GetText(span)),
            JsonTokenType.True => (JsonValueKind.True, ""),
            JsonTokenType.False => (JsonValueKind.False, ""),
            _ => (JsonValueKind.Null, ""),
        };
        return new JsonSyntax(kind, span, text, parent, name, nameSpan);
    }

    /// <summary>The characters of a string or name; null if an escape is half a character, which has been reported.</summary>
    private string? ReadString(ref Utf8JsonReader reader, TextSpan span)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            var position = source.GetPosition(span.Start);
            reports.Add(JsonDiagnostics.HalfCharacter, span, FormattableString.Invariant($"line {position.Line}, column {position.Column}"));
            return null;
        }
    }

    private bool IsNew(JsonSyntax parent, JsonSyntax member)
    {
        if (!namesSeen.TryGetValue(parent, out var names))
            namesSeen.Add(parent, names = new HashSet<string>(StringComparer.Ordinal));
        if (names.Add(member.Name))
            return true;
        reports.Add(JsonDiagnostics.DuplicateMember, member.NameSpan, parent.Path, member.Name);
        return false;
    }

    private TextSpan SpanOf(ref Utf8JsonReader reader)
    {
        var start = CharacterAt((int)reader.TokenStartIndex);
        var length = reader.TokenType switch
        {
            JsonTokenType.PropertyName or JsonTokenType.String => reader.ValueSpan.Length + 2,
            JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.StartArray or JsonTokenType.EndArray => 1,
            _ => reader.ValueSpan.Length,
        };
        return TextSpan.FromBounds(start, CharacterAt((int)reader.TokenStartIndex + length));
    }

    /// <summary>The offset in UTF-16 of an offset in UTF-8; asked from left to right, so that the whole document is walked once.</summary>
    private int CharacterAt(int target)
    {
        var content = source.Content;
        while (byteOffset < target && characterOffset < content.Length)
        {
            var isPair = char.IsHighSurrogate(content[characterOffset])
                && characterOffset + 1 < content.Length && char.IsLowSurrogate(content[characterOffset + 1]);
            byteOffset += isPair ? 4 : content[characterOffset] < 0x80 ? 1 : content[characterOffset] < 0x800 ? 2 : 3;
            characterOffset += isPair ? 2 : 1;
        }
        return characterOffset;
    }

    private void ReportNotJson(JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        byteOffset = 0;
        characterOffset = firstCharacter;
        var offset = CharacterAt(start + (int)(exception.BytePositionInLine ?? 0));
        var content = source.Content;
        var rest = content.Substring(offset);
        var before = content.Substring(0, offset).TrimEnd();
        var position = source.GetPosition(offset);
        var (what, advice) =
            rest.Trim().Length == 0 ? ("the text ends too early", "close every bracket and quote")
            : rest[0] is '}' or ']' && before.EndsWith(",", StringComparison.Ordinal) ? ("there is nothing after the comma", "delete the comma")
            : ("`" + FirstCharacter(rest) + "` does not belong here", "look for a comma, colon or quote that is missing just before it");
        reports.Add(
            JsonDiagnostics.NotJson, new TextSpan(offset, offset < content.Length ? 1 : 0),
            position.Line.ToString(CultureInfo.InvariantCulture), position.Column.ToString(CultureInfo.InvariantCulture), what, advice);
    }

    private static string FirstCharacter(string text)
    {
        if (char.IsControl(text[0]))
            return "U+" + ((int)text[0]).ToString("X4", CultureInfo.InvariantCulture);
        return text.Length > 1 && char.IsHighSurrogate(text[0]) ? text.Substring(0, 2) : text.Substring(0, 1);
    }
}
