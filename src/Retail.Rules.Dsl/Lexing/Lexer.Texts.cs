using System;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lexing;

internal sealed partial class Lexer
{
    private void Text(char close)
    {
        var start = position++;
        while (position < end && text[position] != close)
        {
            if (Characters.IsLineEnd(text[position]))
                break;
            position += text[position] == '\\' ? Escape() : 1;
        }
        if (position < end && text[position] == close)
            position++;
        else
            diagnostics.Report(SyntaxDiagnostics.UnterminatedText, TextSpan.FromBounds(start, position));
        Add(SyntaxKind.Text, start);
    }

    private int Escape()
    {
        var next = At(1);
        if (next is '"' or '\\' or 'n' or 'r')
            return 2;
        if (position + 1 >= end || Characters.IsLineEnd(next))
            return 1;
        diagnostics.Report(SyntaxDiagnostics.BadEscape, new TextSpan(position, 2), Excerpt.Of("\\" + next));
        return 2;
    }

    /// <summary>A text between single, curly or angle quotes, closed on its line: reported, and read as a text.</summary>
    private void ForeignText(char open)
    {
        var close = open switch
        {
            '\'' => "'",
            '\u2018' or '\u2019' => "\u2019'",
            '\u00AB' => "\u00BB",
            _ => "\u201D\u201C\"",
        };
        var last = position + 1;
        while (last < end && !Characters.IsLineEnd(text[last]) && close.IndexOf(text[last]) < 0)
            last++;
        if (last >= end || Characters.IsLineEnd(text[last]))
        {
            SkipBadCharacters();
            return;
        }
        var start = position;
        var span = TextSpan.FromBounds(start, last + 1);
        var straight = "\"" + text.Substring(start + 1, last - start - 1).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
        diagnostics.Report(
            new CodeFix("write " + straight, new TextEdit(span, straight)),
            SyntaxDiagnostics.ForeignQuotes, span, open + " and " + text[last], Excerpt.Of(straight));
        position = last + 1;
        Add(SyntaxKind.Text, start);
    }
}
