using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Texts with holes: a string as in the rule language, or an array of literal strings and holes.</summary>
internal sealed partial class DocumentReader
{
    private TextTemplate? ReadTemplate(JsonSyntax node)
    {
        var parts = new List<TextPart>();
        if (node.Kind == JsonValueKind.Array)
            return ReadParts(node, parts) ? new TextTemplate { Parts = parts, Span = node.Span } : null;
        return ReadText(node, "a text, or an array of texts and holes,") is not null && SplitText(node, parts)
            ? new TextTemplate { Parts = parts, Span = node.Span }
            : null;
    }

    private bool ReadParts(JsonSyntax node, List<TextPart> parts)
    {
        var isRead = true;
        var literal = new StringBuilder();
        var literalSpan = default(TextSpan);
        foreach (var part in node.Children)
        {
            if (part.Kind == JsonValueKind.String)
            {
                literalSpan = literal.Length == 0 ? part.Span : literalSpan.Union(part.Span);
                isRead &= ReadText(part, "a text") is not null;
                literal.Append(part.Text);
                continue;
            }
            AddLiteral(parts, literal, literalSpan);
            var hole = Open(part, "a part of a text", "hole") && Required(part, "hole", "a part of a text") is { } inside ? ReadExpression(inside) : null;
            isRead &= hole is not null && IsPrintable(hole, part);
            if (hole is not null)
                parts.Add(new TextPart { Hole = hole, Span = part.Span });
        }
        AddLiteral(parts, literal, literalSpan);
        return isRead;
    }

    private static void AddLiteral(List<TextPart> parts, StringBuilder literal, TextSpan span)
    {
        if (literal.Length > 0)
            parts.Add(new TextPart { Literal = literal.ToString(), Span = span });
        literal.Clear();
    }

    /// <summary>Splits <c>reprice {was} to {new}</c>; <c>{{</c> is a brace.</summary>
    private bool SplitText(JsonSyntax node, List<TextPart> parts)
    {
        var text = node.Text;
        var isExact = node.ContentSpan.Length == text.Length;
        var literal = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '{' || (i + 1 < text.Length && text[i + 1] == '{'))
            {
                literal.Append(text[i]);
                i += text[i] == '{' ? 1 : 0;
                continue;
            }
            var end = text.IndexOf('}', i);
            if (end < 0)
                return RefuseHole(node, "`" + Shown(text.Substring(i)) + "` is not closed", "write `}` after the value, or `{{` for a brace");
            AddLiteral(parts, literal, Part(start, i));
            if (ReadHole(node, text.Substring(i + 1, end - i - 1), Part(i + 1, end)) is not { } hole)
                return false;
            parts.Add(new TextPart { Hole = hole, Span = Part(i, end + 1) });
            i = end;
            start = end + 1;
        }
        AddLiteral(parts, literal, Part(start, text.Length));
        return true;

        TextSpan Part(int from, int to) =>
            isExact ? TextSpan.FromBounds(node.ContentSpan.Start + from, node.ContentSpan.Start + to) : node.ContentSpan;
    }

    private Expression? ReadHole(JsonSyntax node, string text, TextSpan span)
    {
        if (text.Trim().Length == 0)
            RefuseHole(node, "`{}` is empty", "write the value to print between the braces, or `{{` for a brace");
        else if (text.IndexOfAny(['{', '"']) >= 0)
            RefuseHole(node, "`{" + Shown(text) + "}` holds a quote or a brace", "give the value a name by a define, and print that");
        else
            return ReadExpressionText(node, text.Trim(), Trimmed(text, span));
        return null;
    }

    /// <summary>A hole cannot hold quotes or braces, since it stands inside a quoted text.</summary>
    private bool IsPrintable(Expression hole, JsonSyntax node) =>
        !ExpressionChildren.Any(hole, child => child is TextLiteral or RecordExpression)
        || RefuseHole(node, "`" + Shown(ExpressionText.Of(hole)) + "` holds a quote or a brace", "give the value a name by a define, and print that");

    private bool RefuseHole(JsonSyntax node, string what, string advice)
    {
        reports.Add(JsonDiagnostics.BadHole, node, what, advice);
        return false;
    }

    private static TextSpan Trimmed(string text, TextSpan span) =>
        span.Length == text.Length
            ? new TextSpan(span.Start + text.Length - text.TrimStart().Length, text.Trim().Length)
            : span;
}
