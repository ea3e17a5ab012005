using System.Collections.Generic;
using System.Text;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>Collects text line by line and knows its column. One per text; not thread-safe.</summary>
internal sealed class LineWriter
{
    /// <summary>Lines are broken to stay within this many columns, where the grammar has a place for it.</summary>
    public const int Width = 120;

    private readonly StringBuilder text = new();
    private int lineStart;

    /// <summary>How many characters the line has so far.</summary>
    public int Column => text.Length - lineStart;

    public LineWriter Write(string part)
    {
        text.Append(part);
        return this;
    }

    public void EndLine()
    {
        text.Append('\n');
        lineStart = text.Length;
    }

    /// <summary>Ends the line and begins the next one at an indent.</summary>
    public void NewLine(int indent)
    {
        EndLine();
        text.Append(' ', indent);
    }

    /// <summary>Ends the line with an item's comment, if it has one.</summary>
    public void EndLine(string? comment)
    {
        TrailingComment(comment);
        EndLine();
    }

    public void TrailingComment(string? comment)
    {
        if (comment is not null)
            text.Append("  ").Append(CommentLine("//", comment.Replace('\n', ' ')));
    }

    /// <summary>The comment lines above an item.</summary>
    public void Comments(IReadOnlyList<string> comments, int indent)
    {
        foreach (var comment in comments)
            Lines("//", comment, indent);
    }

    /// <summary>What stands above a declaration: comments, then documentation.</summary>
    public void Above(Declaration declaration, int indent) => Above(declaration.Comments, declaration.Documentation, indent);

    public void Above(IReadOnlyList<string> comments, string? documentation, int indent)
    {
        Comments(comments, indent);
        if (documentation is not null)
            Lines("///", documentation, indent);
        text.Append(' ', indent);
    }

    public override string ToString() => text.ToString();

    private void Lines(string slashes, string comment, int indent)
    {
        foreach (var line in comment.Split('\n'))
        {
            text.Append(' ', indent).Append(CommentLine(slashes, line));
            EndLine();
        }
    }

    private static string CommentLine(string slashes, string comment) => comment.Length == 0 ? slashes : slashes + " " + comment.TrimEnd();
}
