using System.Collections.Generic;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Syntax;

/// <summary>A comment in the leading trivia of a token. Immutable.</summary>
internal readonly struct Comment
{
    private Comment(string text, TextSpan span, bool isDocumentation, bool isOnOwnLine)
    {
        Text = text;
        Span = span;
        IsDocumentation = isDocumentation;
        IsOnOwnLine = isOnOwnLine;
    }

    /// <summary>Without its slashes, one following space and blanks at its end.</summary>
    public string Text { get; }

    public TextSpan Span { get; }

    /// <summary>Whether it begins with exactly three slashes.</summary>
    public bool IsDocumentation { get; }

    /// <summary>Whether no token stands before it on its line.</summary>
    public bool IsOnOwnLine { get; }

    /// <summary>The comments before a token, in the order of the text.</summary>
    public static IEnumerable<Comment> Before(SyntaxToken token) =>
        token.Start - token.FullStart < 2 || token.Content.IndexOf('/', token.FullStart, token.Start - token.FullStart) < 0 ? [] : Find(token);

    private static IEnumerable<Comment> Find(SyntaxToken token)
    {
        var content = token.Content;
        var isOnOwnLine = token.FullStart == 0;
        for (var i = token.FullStart; i < token.Start; i++)
        {
            if (Characters.IsLineEnd(content[i]))
                isOnOwnLine = true;
            else if (content[i] == '/' && i + 1 < token.Start && content[i + 1] == '/')
            {
                var end = i;
                while (end < token.Start && !Characters.IsLineEnd(content[end]))
                    end++;
                yield return Read(content, i, end, isOnOwnLine);
                i = end - 1;
            }
        }
    }

    private static Comment Read(string content, int start, int end, bool isOnOwnLine)
    {
        var slashes = 0;
        while (start + slashes < end && content[start + slashes] == '/')
            slashes++;
        var textStart = start + (slashes == 3 ? 3 : 2);
        if (textStart < end && content[textStart] == ' ')
            textStart++;
        var text = content.Substring(textStart, end - textStart).TrimEnd();
        return new Comment(text, TextSpan.FromBounds(start, end), slashes == 3, isOnOwnLine);
    }
}
