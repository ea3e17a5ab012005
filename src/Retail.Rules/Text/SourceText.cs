using System;
using System.Collections.Generic;

namespace Retail.Rules.Text;

/// <summary>A file's text with its name, and the lines that offsets in it fall on. Immutable and thread-safe.</summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;

    /// <summary>Wraps a text.</summary>
    /// <param name="content">The whole text; any line ends.</param>
    /// <param name="path">What diagnostics call it, usually a path; not opened.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SourceText(string content, string path = "rules")
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        lineStarts = FindLineStarts(content);
    }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>What diagnostics call the text.</summary>
    public string Path { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">An offset; clamped to the text.</param>
    /// <returns>The position, counted from 1.</returns>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Content.Length));
        var index = Array.BinarySearch(lineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>One line without its line end.</summary>
    /// <param name="line">Line number from 1.</param>
    /// <returns>The characters of that line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public string GetLine(int line)
    {
        if (line < 1 || line > lineStarts.Length)
            throw new ArgumentOutOfRangeException(nameof(line));
        var start = lineStarts[line - 1];
        var end = line < lineStarts.Length ? lineStarts[line] : Content.Length;
        return Content.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    /// <summary>The characters of a span, clamped to the text.</summary>
    /// <param name="span">The span.</param>
    /// <returns>Its characters.</returns>
    public string GetText(TextSpan span)
    {
        var start = Math.Min(span.Start, Content.Length);
        return Content.Substring(start, Math.Min(span.Length, Content.Length - start));
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return starts.ToArray();
    }
}
