using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// What the parsers of one text share: its tokens, and the two things that change while it is read. After a finding nothing more is
/// reported until the parser has skipped to a place where it knows again where it is, so that one mistake gives one diagnostic.
/// One per text; not thread-safe. That it changes is safe because the grammar is predictive: no parser that took a token is retried.
/// </summary>
internal sealed class ParseContext
{
    private readonly DiagnosticSink diagnostics;
    private readonly TextTable names;
    private readonly TokenInput?[] inputs;

    public ParseContext(string text, int start, int end, RuleSetLimits limits, DiagnosticSink diagnostics)
        : this(text, start, end, limits, diagnostics, new TextTable())
    {
    }

    private ParseContext(string text, int start, int end, RuleSetLimits limits, DiagnosticSink diagnostics, TextTable names)
    {
        this.diagnostics = diagnostics;
        this.names = names;
        Limits = limits;
        Tokens = Lexer.Lex(text, start, end, diagnostics, names);
        inputs = new TokenInput?[Tokens.Length];
        LineLimit = Tokens.Length;
    }

    /// <summary>The context of an expression inside a text of this one.</summary>
    public ParseContext Inside(int start, int end) => new(Tokens[0].Content, start, end, Limits, diagnostics, names)
    {
        EndName = "`}`",
        Depth = Depth,
        IsRecovering = IsRecovering,
    };

    public SyntaxToken[] Tokens { get; }

    /// <summary>What messages call the end of the tokens.</summary>
    public string EndName { get; init; } = "the end of the text";

    public RuleSetLimits Limits { get; }

    /// <summary>Whether something was reported since the parser last knew where it was.</summary>
    public bool IsRecovering { get; set; }

    /// <summary>How many expressions are open around the one being read.</summary>
    public int Depth { get; set; }

    /// <summary>The token that ends the table line being read; the number of tokens outside tables.</summary>
    public int LineLimit { get; private set; }

    /// <summary>Whether a line of the table being read lacks its double bar.</summary>
    public bool LacksDoubleBar { get; set; }

    public bool IsInTableLine => LineLimit < Tokens.Length;

    /// <summary>The elements of the nodes that are being read, those of the innermost last; see <see cref="Elements"/>.</summary>
    public Elements Open { get; } = new();

    public TokenInput InputAt(int index) => inputs[index] ??= new TokenInput(this, index);

    /// <summary>The kind of a token as the parsers see it: where a table line ends, they see its end.</summary>
    public SyntaxKind KindAt(int index)
    {
        if (index >= LineLimit)
            return SyntaxKind.EndOfLine;
        return index < Tokens.Length ? Tokens[index].Kind : SyntaxKind.EndOfFile;
    }

    /// <summary>Keeps the parsers on the line of a token until <see cref="LeaveLine"/>.</summary>
    public void StayOnLine(int index)
    {
        LineLimit = index + 1;
        while (LineLimit < Tokens.Length - 1 && !Tokens[LineLimit].IsFirstOnLine)
            LineLimit++;
    }

    public void LeaveLine() => LineLimit = Tokens.Length;

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (!IsRecovering)
            diagnostics.Report(descriptor, span, arguments);
        IsRecovering = true;
    }

    /// <summary>Reports a mistake whose meaning is plain, so that reading goes on as if it had not been made.</summary>
    public void ReportPlain(CodeFix fix, DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (!IsRecovering)
            diagnostics.Report(fix, descriptor, span, arguments);
    }

    /// <summary>Reports that something else is expected at a token, in the most helpful of several ways.</summary>
    public void ReportExpected(int index, string expected, string advice)
    {
        if (IsRecovering)
            return;
        var token = Tokens[index];
        if (IsUnitOnOtherLine(index))
            Report(SyntaxDiagnostics.UnitOnOtherLine, token.Span, token.Text, Tokens[index - 1].Text);
        else if (token.Kind == SyntaxKind.PercentSign)
            Report(SyntaxDiagnostics.NoModulo, token.Span);
        else
            Report(SyntaxDiagnostics.Expected, PlaceOf(index), expected, Describe(index), advice);
    }

    /// <summary>Whether a token is the unit of the number that ends the line before.</summary>
    public bool IsUnitOnOtherLine(int index) =>
        index > 0 && Tokens[index].IsFirstOnLine && Tokens[index - 1].Kind == SyntaxKind.Number && UnitWords.TryParse(Tokens[index].Text, out _);

    /// <summary>Where a finding about a token is shown: at the end of the line before if the token stands on another one.</summary>
    public TextSpan PlaceOf(int index)
    {
        var token = Tokens[index];
        return index > 0 && (token.IsFirstOnLine || token.Kind == SyntaxKind.EndOfFile) ? new TextSpan(Tokens[index - 1].End, 0) : token.Span;
    }

    /// <summary>The number of the line that an offset is on.</summary>
    public int LineOf(int offset) => diagnostics.LineOf(offset);

    /// <summary>A token in a sentence.</summary>
    public string Describe(int index)
    {
        var token = Tokens[index];
        if (token.Kind == SyntaxKind.EndOfFile)
            return EndName;
        if (index > 0 && token.IsFirstOnLine)
            return "the end of the line";
        return token.Kind == SyntaxKind.Text ? "the text " + Excerpt.Of(token.Text) : "`" + Excerpt.Of(token.Text) + "`";
    }
}
