using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Names, titles, types, documentation and comments.</summary>
internal sealed partial class DocumentReader
{
    private string? ReadText(JsonSyntax node, string expected) => Is(node, JsonValueKind.String, expected) ? node.Text : null;

    private Identifier? ReadTitle(JsonSyntax? node) =>
        node is not null && ReadText(node, "a text") is { } text ? new Identifier { Text = text, Span = node.Span } : null;

    private Identifier? ReadName(JsonSyntax? node) => ReadName(node, NameSyntax.IsName);

    private Identifier? ReadPathName(JsonSyntax node) => ReadName(node, NameSyntax.IsPath);

    private Identifier? ReadName(JsonSyntax? node, Func<string, bool> isName)
    {
        if (node is null || !Is(node, JsonValueKind.String, "a name"))
            return null;
        if (isName(node.Text))
            return new Identifier { Text = node.Text, Span = node.ContentSpan };
        reports.Add(JsonDiagnostics.NotAName, node, Shown(node.Text));
        return null;
    }

    /// <summary>A member of an enum, which the text quotes where it is not a name: anything but an empty text.</summary>
    private Identifier? ReadQuotable(JsonSyntax node)
    {
        if (node.Kind == JsonValueKind.String && node.Text.Length == 0)
        {
            reports.Add(JsonDiagnostics.NotAName, node, "");
            return null;
        }
        return ReadText(node, "a name") is { } text ? new Identifier { Text = text, Span = node.ContentSpan } : null;
    }

    private List<Identifier>? ReadNames(JsonSyntax? node, string what) => ReadAll(node, "a list of names", 1, what, ReadName);

    private TypeReference? ReadType(JsonSyntax? node)
    {
        if (node is null || !Is(node, JsonValueKind.String, "a type"))
            return null;
        const string list = "list of ";
        var isList = node.Text.StartsWith(list, StringComparison.Ordinal);
        var isOptional = node.Text.EndsWith("?", StringComparison.Ordinal);
        var start = isList ? list.Length : 0;
        var name = node.Text.Substring(start, Math.Max(0, node.Text.Length - start - (isOptional ? 1 : 0)));
        var parts = name.Split([" in "], 2, StringSplitOptions.None);
        if (Array.TrueForAll(parts, NameSyntax.IsName))
        {
            var currency = parts.Length > 1 ? Part(parts[1], start + name.Length - parts[1].Length) : null;
            return new TypeReference { IsList = isList, Name = Part(parts[0], start), Currency = currency, IsOptional = isOptional, Span = node.ContentSpan };
        }
        reports.Add(JsonDiagnostics.NotAType, node, Shown(node.Text));
        return null;

        Identifier Part(string text, int from)
        {
            var span = node.ContentSpan;
            return new Identifier { Text = text, Span = span.Length == node.Text.Length ? new TextSpan(span.Start + from, text.Length) : span };
        }
    }

    private List<Parameter> ReadParameters(JsonSyntax node) => ReadItems(node.Find("parameters"), "a list of parameters", ReadParameter);

    private Parameter? ReadParameter(JsonSyntax node)
    {
        if (!Open(node, "a parameter", "name", "type"))
            return null;
        var name = ReadName(Required(node, "name", "a parameter"));
        var type = ReadType(Required(node, "type", "a parameter"));
        return name is null || type is null ? null : new Parameter { Name = name, Type = type, Span = node.Span };
    }

    private string? ReadDocumentation(JsonSyntax node)
    {
        if (node.Find("documentation") is not { } lines)
            return null;
        var read = ReadAll(lines, "a list of lines", 1, "`documentation`", ReadLine);
        return read is null ? null : string.Join("\n", read);
    }

    private List<string> ReadComments(JsonSyntax node) => ReadLines(node.Find("comments"));

    private string? ReadTrailing(JsonSyntax node) => node.Find("trailingComment") is { } comment ? ReadLine(comment) : null;

    private List<string> ReadLines(JsonSyntax? node) => ReadItems(node, "a list of lines", ReadLine);

    private string? ReadLine(JsonSyntax node)
    {
        if (!Is(node, JsonValueKind.String, "a line of text"))
            return null;
        if (node.Text.IndexOfAny(['\n', '\r']) < 0)
            return node.Text;
        reports.Add(JsonDiagnostics.LineBreak, node);
        return null;
    }

    /// <summary>A text as a message shows it: cut where it is long, in one line.</summary>
    private static string Shown(string text)
    {
        var line = new string(text.Select(character => char.IsControl(character) ? ' ' : character).ToArray());
        return line.Length <= 60 ? line : line.Substring(0, char.IsHighSurrogate(line[59]) ? 59 : 60) + "...";
    }
}
