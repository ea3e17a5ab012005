using System.Collections.Generic;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Takes the text of an effect apart into literal stretches and holes: <c>"reprice {was} to {new}"</c>. The expression of a hole is read
/// by the same parsers, from the same offsets.
/// </summary>
internal sealed class TemplateParser
{
    private readonly ParseContext outer;
    private readonly SyntaxToken token;
    private readonly List<SyntaxElement> children = [];
    private readonly string content;
    private readonly int end;
    private int fullStart;
    private int start;

    private TemplateParser(ParseContext outer, SyntaxToken token)
    {
        this.outer = outer;
        this.token = token;
        content = token.Content;
        fullStart = token.FullStart;
        start = token.Start;
        end = token.End;
    }

    /// <summary>The template that a text token is.</summary>
    public static SyntaxNode Parse(ParseContext context, SyntaxToken token) => new TemplateParser(context, token).Parse();

    private SyntaxNode Parse()
    {
        var position = start + 1;
        while (position < end)
        {
            if (content[position] == '\\' || IsAt(position, "{{"))
                position += 2;
            else if (content[position] != '{')
                position++;
            else if (content.IndexOf('}', position, end - position) is var close and >= 0)
                position = Hole(position, close);
            else
            {
                outer.Report(SyntaxDiagnostics.UnclosedHole, TextSpan.FromBounds(position, end));
                break;
            }
        }
        AddText(end);
        return new SyntaxNode(SyntaxKind.Template, children.ToArray());
    }

    private bool IsAt(int position, string sign) => string.CompareOrdinal(content, position, sign, 0, sign.Length) == 0;

    private void AddText(int textEnd)
    {
        if (textEnd > start || children.Count == 0)
            children.Add(new SyntaxToken(SyntaxKind.TemplateText, content, fullStart, start, textEnd, token.IsFirstOnLine && children.Count == 0));
        fullStart = start = textEnd;
    }

    /// <summary>Reads the hole between two braces; gives the offset after it.</summary>
    private int Hole(int open, int close)
    {
        AddText(open);
        var context = outer.Inside(open + 1, close);
        var expression = ExpressionParser.Expression(context.InputAt(0));
        var parts = new List<SyntaxElement> { Sign(SyntaxKind.OpenBrace, open, open), expression.Value };
        var place = (TokenInput)expression.Remainder;
        if (!place.AtEnd)
            context.ReportExpected(place.Index, "an operator or `}`", "a hole holds one value: `{name}`");
        if (TokenParsers.Skip(place, _ => false, out var last) is { } skipped)
            parts.Add(skipped);
        parts.Add(Sign(SyntaxKind.CloseBrace, last.Token.FullStart, close));
        children.Add(new SyntaxNode(SyntaxKind.Hole, parts.ToArray()));
        fullStart = start = close + 1;
        return start;
    }

    private SyntaxToken Sign(SyntaxKind kind, int signFullStart, int position) => new(kind, content, signFullStart, position, position + 1, false);
}
