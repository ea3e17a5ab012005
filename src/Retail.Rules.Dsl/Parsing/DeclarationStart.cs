using System;
using System.Collections.Generic;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Where a declaration begins. Its keywords are names everywhere else (a record may have a member <c>type</c>), so that one counts only
/// at the start of a line and with the word or text after it that a declaration has there.
/// </summary>
internal static class DeclarationStart
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "ordered", "open", "enum", "type", "input", "param", "set", "define", "score", "table", "select", "stop", "final", "rule", "output", "never", "facts", "example",
    };

    private const string Score = "score";

    private static readonly HashSet<string> SelectKeywords = new(StringComparer.Ordinal) { "define", "exclude", "score", "prefer", "rank" };

    private static readonly HashSet<string> HeaderKeywords = new(StringComparer.Ordinal) { "effective", "currency", "outputs", "owner", "use" };

    public static bool IsAt(TokenInput place) => Begins(place, Keywords) && (place.Token.Text != Score || IsScore(place));

    /// <summary>Whether a clause of a rule begins here, or what follows the rule.</summary>
    public static bool OrClause(TokenInput place) =>
        (place.Token.Kind == SyntaxKind.When && place.Token.IsFirstOnLine) || IsAt(place);

    /// <summary>Whether a part of a select begins here, or what follows the select.</summary>
    public static bool OrSelectPart(TokenInput place) => Begins(place, SelectKeywords) || IsAt(place);

    /// <summary>Whether a clause of the header begins here, or what follows the header.</summary>
    public static bool OrHeaderClause(TokenInput place) => Begins(place, HeaderKeywords) || IsAt(place);

    /// <summary>Whether a line begins here.</summary>
    public static bool OrLine(TokenInput place) => place.Token.IsFirstOnLine;

    /// <summary>Whether a line begins here, or the braces close.</summary>
    public static bool OrField(TokenInput place) => place.Token.IsFirstOnLine || place.Token.Kind == SyntaxKind.CloseBrace;

    /// <summary>What to write instead of a word that begins no declaration.</summary>
    public static string Advice(string word)
    {
        if (word == "use")
            return "`use` stands below the header, before the first declaration";
        foreach (var keyword in Keywords)
        {
            if (keyword.Equals(word, StringComparison.OrdinalIgnoreCase) || (word.Length > 2 && keyword.StartsWith(word, StringComparison.Ordinal))
                || (word.Length > keyword.Length && word.StartsWith(keyword, StringComparison.Ordinal)))
                return "did you mean `" + keyword + "`?";
        }
        return "a declaration begins with enum, type, input, param, define, score, table, select, rule, output, never, facts or example";
    }

    /// <summary>Whether a score is declared here, as a name and its type or value show, and not one added up in a select.</summary>
    private static bool IsScore(TokenInput place)
    {
        var tokens = place.Context.Tokens;
        return tokens[place.Index + 1].Kind == SyntaxKind.Name && tokens[place.Index + 2].Kind is SyntaxKind.Colon or SyntaxKind.Equal;
    }

    private static bool Begins(TokenInput place, HashSet<string> keywords)
    {
        var token = place.Token;
        if (token.Kind != SyntaxKind.Name || !token.IsFirstOnLine || !keywords.Contains(token.Text) || place.AtEnd)
            return false;
        var next = place.Context.Tokens[place.Index + 1];
        if (next.IsFirstOnLine)
            return false;
        return next.Kind is SyntaxKind.Name or SyntaxKind.Text or SyntaxKind.Number or SyntaxKind.Percent
            || (HardWords.Is(next.Kind) && !IsInfix(next.Kind));
    }

    /// <summary>Whether a hard word may follow a value, so that the name before it is one.</summary>
    private static bool IsInfix(SyntaxKind kind) => kind is not (SyntaxKind.Sum or SyntaxKind.First or SyntaxKind.Any or SyntaxKind.Count
        or SyntaxKind.For or SyntaxKind.True or SyntaxKind.False);
}
