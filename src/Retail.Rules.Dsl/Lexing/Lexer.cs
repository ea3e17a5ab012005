using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lexing;

/// <summary>
/// Cuts a text into tokens, by hand and in one pass. It never throws and always ends with <see cref="SyntaxKind.EndOfFile"/>; characters
/// without meaning are reported and become trivia, and signs of other languages are reported and read as what they stand for.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string text;
    private readonly int end;
    private readonly DiagnosticSink diagnostics;
    private readonly List<SyntaxToken> tokens;
    private readonly TextTable names;
    private int position;
    private int fullStart;
    private bool isFirstOnLine = true;

    private Lexer(string text, int start, int end, DiagnosticSink diagnostics, TextTable names)
    {
        this.names = names;
        this.text = text;
        this.end = end;
        this.diagnostics = diagnostics;
        position = fullStart = start;
        tokens = new List<SyntaxToken>(((end - start) / 5) + 1);
    }

    /// <summary>The tokens between two offsets; <paramref name="names"/> are those of the file.</summary>
    public static SyntaxToken[] Lex(string text, int start, int end, DiagnosticSink diagnostics, TextTable names)
    {
        var lexer = new Lexer(text, start, end, diagnostics, names);
        while (lexer.position < end)
            lexer.Next();
        lexer.Add(SyntaxKind.EndOfFile, end);
        return lexer.tokens.ToArray();
    }

    private char At(int offset) => position + offset < end ? text[position + offset] : '\0';

    private void Add(SyntaxKind kind, int start, string? name = null)
    {
        tokens.Add(new SyntaxToken(kind, text, fullStart, start, position, isFirstOnLine, name));
        fullStart = position;
        isFirstOnLine = false;
    }

    private void Next()
    {
        var character = text[position];
        if (Characters.IsLineEnd(character))
        {
            isFirstOnLine = true;
            position++;
        }
        else if (char.IsWhiteSpace(character) || character == '\uFEFF')
            position++;
        else if (Characters.BeginsName(character))
            Name();
        else if (Characters.IsDigit(character))
            NumberOrDate();
        else
            Sign(character);
    }

    private void Name()
    {
        var start = position;
        while (position < end && Characters.ContinuesName(text[position]))
            position++;
        var name = names.Get(text, start, position - start);
        if (name == "re" && IsRestOfReApprove())
        {
            position = start + HardWords.ReApprove.Length;
            name = HardWords.ReApprove;
        }
        Add(HardWords.KindOf(name), start, name);
    }

    /// <summary>Whether <c>-approve</c> touches the name before: the one verdict of two words.</summary>
    private bool IsRestOfReApprove()
    {
        var rest = HardWords.ReApprove.Length - 2;
        return position + rest <= end && string.CompareOrdinal(text, position, HardWords.ReApprove, 2, rest) == 0 && !Characters.ContinuesName(At(rest));
    }

    private void Sign(char character)
    {
        switch (character)
        {
            case '/' when At(1) == '/':
                SkipLine();
                break;
            case '/' when At(1) == '*':
                SkipForeignComment();
                break;
            case '#':
                ReportFix(SyntaxDiagnostics.ForeignComment, 1, "//", "#");
                SkipLine();
                break;
            case '"':
                Text('"');
                break;
            case '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u00AB':
                ForeignText(character);
                break;
            default:
                if (!PlainSign(character) && !ForeignSign(character))
                    SkipBadCharacters();
                break;
        }
    }

    private bool PlainSign(char character)
    {
        var (kind, length) = character switch
        {
            '+' => (SyntaxKind.Plus, 1),
            '-' => (SyntaxKind.Minus, 1),
            '*' => (SyntaxKind.Star, 1),
            '/' => (SyntaxKind.Slash, 1),
            '=' when At(1) is not ('=' or '>' or '<') => (SyntaxKind.Equal, 1),
            '<' when At(1) == '>' => (SyntaxKind.NotEqual, 2),
            '<' when At(1) == '=' => (SyntaxKind.LessOrEqual, 2),
            '<' => (SyntaxKind.Less, 1),
            '>' when At(1) == '=' => (SyntaxKind.GreaterOrEqual, 2),
            '>' => (SyntaxKind.Greater, 1),
            '|' when At(1) == '|' => (SyntaxKind.BarBar, 2),
            '|' => (SyntaxKind.Bar, 1),
            '.' when At(1) == '.' => (SyntaxKind.DotDot, 2),
            '.' => (SyntaxKind.Dot, 1),
            ',' => (SyntaxKind.Comma, 1),
            ':' => (SyntaxKind.Colon, 1),
            '?' => (SyntaxKind.Question, 1),
            '%' => (SyntaxKind.PercentSign, 1),
            '(' => (SyntaxKind.OpenParen, 1),
            ')' => (SyntaxKind.CloseParen, 1),
            '[' => (SyntaxKind.OpenBracket, 1),
            ']' => (SyntaxKind.CloseBracket, 1),
            '{' => (SyntaxKind.OpenBrace, 1),
            '}' => (SyntaxKind.CloseBrace, 1),
            _ => (SyntaxKind.EndOfFile, 0),
        };
        if (length > 0)
            AddSign(kind, length);
        return length > 0;
    }

    private bool ForeignSign(char character)
    {
        var (kind, length, here) = character switch
        {
            '=' when At(1) == '=' => (SyntaxKind.Equal, At(2) == '=' ? 3 : 2, "="),
            '=' when At(1) == '>' => (SyntaxKind.GreaterOrEqual, 2, ">="),
            '=' => (SyntaxKind.LessOrEqual, 2, "<="),
            '!' when At(1) == '=' => (SyntaxKind.NotEqual, At(2) == '=' ? 3 : 2, "<>"),
            '!' => (SyntaxKind.Not, 1, "not "),
            '&' => (SyntaxKind.And, At(1) == '&' ? 2 : 1, "and"),
            '\u2260' => (SyntaxKind.NotEqual, 1, "<>"),
            '\u2264' => (SyntaxKind.LessOrEqual, 1, "<="),
            '\u2265' => (SyntaxKind.GreaterOrEqual, 1, ">="),
            '\u2212' or '\u2013' => (SyntaxKind.Minus, 1, "-"),
            '\u00D7' => (SyntaxKind.Star, 1, "*"),
            '\u00F7' => (SyntaxKind.Slash, 1, "/"),
            _ => (SyntaxKind.EndOfFile, 0, ""),
        };
        if (length == 0)
            return false;
        ReportFix(SyntaxDiagnostics.Foreign, length, here, text.Substring(position, length), here.TrimEnd());
        AddSign(kind, length);
        return true;
    }

    private void AddSign(SyntaxKind kind, int length)
    {
        var start = position;
        position += length;
        Add(kind, start);
    }

    private void SkipLine()
    {
        while (position < end && !Characters.IsLineEnd(text[position]))
            position++;
    }

    private void SkipForeignComment()
    {
        diagnostics.Report(SyntaxDiagnostics.ForeignComment, new TextSpan(position, 2), "/*");
        var close = text.IndexOf("*/", position + 2, end - position - 2, System.StringComparison.Ordinal);
        position = close < 0 ? end : close + 2;
    }

    /// <summary>One finding for a run of them: a stretch of rubbish is one mistake.</summary>
    private void SkipBadCharacters()
    {
        var start = position;
        do
            position++;
        while (position < end && IsBad(text[position]));
        diagnostics.Report(SyntaxDiagnostics.BadCharacter, TextSpan.FromBounds(start, position), Excerpt.Of(text.Substring(start, position - start)));
    }

    private static bool IsBad(char character) =>
        character == '\u00BD' || char.IsControl(character) && !char.IsWhiteSpace(character) || character is ';' or '$' or '~' or '^' or '`' or '@' or '\\'
        || (character > '\u007F' && !char.IsLetter(character) && !char.IsWhiteSpace(character)
            && character is not ('\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u2260' or '\u2264' or '\u2265' or '\u2212' or '\u2013' or '\u00D7' or '\u00F7' or '\uFEFF'));

    private void ReportFix(DiagnosticDescriptor descriptor, int length, string replacement, params object[] arguments)
    {
        var span = new TextSpan(position, length);
        diagnostics.Report(new CodeFix("write " + replacement.TrimEnd(), new TextEdit(span, replacement)), descriptor, span, arguments);
    }
}
