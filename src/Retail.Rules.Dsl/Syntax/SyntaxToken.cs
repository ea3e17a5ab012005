namespace Retail.Rules.Dsl.Syntax;

/// <summary>
/// A word, number, text or sign. Everything before it back to the token before (blanks, comments, characters without meaning) is
/// its leading trivia, so that the full texts of all tokens together are the file. Immutable.
/// </summary>
internal sealed class SyntaxToken : SyntaxElement
{
    private readonly string content;
    private readonly string? name;

    public SyntaxToken(SyntaxKind kind, string content, int fullStart, int start, int end, bool isFirstOnLine, string? name = null)
        : base(kind)
    {
        this.content = content;
        this.name = name;
        FullStart = fullStart;
        Start = start;
        End = end;
        IsFirstOnLine = isFirstOnLine;
    }

    public override int FullStart { get; }

    public override int Start { get; }

    public override int End { get; }

    /// <summary>Whether no other token stands before it on its line.</summary>
    public bool IsFirstOnLine { get; }

    /// <summary>Whether the parser put it in for one that the author left out.</summary>
    public bool IsMissing => FullStart == End && Kind != SyntaxKind.EndOfFile;

    /// <summary>Its own characters.</summary>
    public string Text => name ?? content.Substring(Start, End - Start);

    /// <summary>Its leading trivia and its own characters.</summary>
    public string FullText => content.Substring(FullStart, End - FullStart);

    /// <summary>The text that the token stands in.</summary>
    public string Content => content;

    /// <summary>Whether it is this word, as a keyword by position.</summary>
    public bool IsWord(string word) => Kind == SyntaxKind.Name && name == word;

    public override string ToString() => Text;

    /// <summary>A token of no characters, just after the token before <paramref name="next"/>.</summary>
    public static SyntaxToken Missing(SyntaxKind kind, SyntaxToken next) =>
        new(kind, next.content, next.FullStart, next.FullStart, next.FullStart, false);
}
