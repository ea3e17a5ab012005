using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// The parsers that the grammar is built of. Two kinds: one that fails without taking a token if its construct does not begin here (so
/// that Sprache's <c>Or</c> and <c>Many</c> choose by one token), and one that always succeeds, reporting what is missing and putting a
/// missing token in its place. A <see cref="Node"/> begins with the first kind and goes on with the second.
/// </summary>
internal static class TokenParsers
{
    private static readonly string[] NoExpectations = [];

    /// <summary>A token of a kind, or failure.</summary>
    public static Parser<SyntaxElement> Token(SyntaxKind kind) => input =>
        ((TokenInput)input).Kind == kind ? Taken(input) : NotHere<SyntaxElement>(input);

    /// <summary>A word that is a keyword here, or failure.</summary>
    public static Parser<SyntaxElement> Word(string word) => input =>
        IsWord(input, word) ? Taken(input) : NotHere<SyntaxElement>(input);

    /// <summary>A parser that fails here becomes one that reports what is expected and goes on without it.</summary>
    public static Parser<SyntaxElement> Required(this Parser<SyntaxElement> parser, string expected, string advice, SyntaxKind kind = SyntaxKind.Name) => input =>
    {
        var result = parser(input);
        if (result.WasSuccessful)
            return result;
        var place = (TokenInput)input;
        place.Context.ReportExpected(place.Index, expected, advice);
        return Result.Success<SyntaxElement>(SyntaxToken.Missing(kind, place.Token), input);
    };

    /// <summary>A name that is declared or used here; a hard word that an author may well want as one gets a message of its own.</summary>
    public static Parser<SyntaxElement> Name(string what, string advice) => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == SyntaxKind.Name && !place.Token.IsWord(HardWords.ReApprove) && !DeclarationStart.IsAt(place))
            return Taken(input);
        if (HardWords.NamesSomething(place.Kind) && !place.Token.IsFirstOnLine)
        {
            place.Context.Report(SyntaxDiagnostics.HardWord, place.Token.Span, place.Token.Text, what);
            return Taken(input);
        }
        place.Context.ReportExpected(place.Index, what, advice);
        return Result.Success<SyntaxElement>(SyntaxToken.Missing(SyntaxKind.Name, place.Token), input);
    };

    /// <summary>A construct: fails if its first part does, and all its other parts must always succeed.</summary>
    public static Parser<SyntaxElement> Node(SyntaxKind kind, params Parser<SyntaxElement>[] parts) => input =>
    {
        var children = new List<SyntaxElement>(parts.Length);
        var rest = input;
        foreach (var part in parts)
        {
            var result = part(rest);
            if (!result.WasSuccessful)
                return NotHere<SyntaxElement>(input);
            Splice(children, result.Value);
            rest = result.Remainder;
        }
        return Result.Success<SyntaxElement>(new SyntaxNode(kind, children.ToArray()), rest);
    };

    /// <summary>Several parts in a row, spliced into the node around them.</summary>
    public static Parser<SyntaxElement> Sequence(params Parser<SyntaxElement>[] parts) => Node(SyntaxKind.List, parts);

    /// <summary>A part that may be left out.</summary>
    public static Parser<SyntaxElement> Optional(this Parser<SyntaxElement> parser) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? result : Result.Success<SyntaxElement>(SyntaxNode.Nothing, input);
    };

    /// <summary>
    /// The first of several parts that begins here. Unlike Sprache's <c>Or</c> it is content with one that takes no token, such as the dash
    /// assumed in an empty cell.
    /// </summary>
    public static Parser<SyntaxElement> FirstOf(params Parser<SyntaxElement>[] parsers) => input =>
    {
        foreach (var parser in parsers)
        {
            var result = parser(input);
            if (result.WasSuccessful)
                return result;
        }
        return NotHere<SyntaxElement>(input);
    };

    /// <summary>As many of a part as there are.</summary>
    public static Parser<SyntaxElement> Repeated(this Parser<SyntaxElement> parser) =>
        from items in parser.Many()
        select List(items);

    /// <summary>One or more of a part, with commas between.</summary>
    public static Parser<SyntaxElement> SeparatedByCommas(this Parser<SyntaxElement> parser) =>
        from first in parser
        from rest in Sequence(Token(SyntaxKind.Comma), parser).Many()
        select List(new[] { first }.Concat(rest));

    /// <summary>
    /// After a finding inside a node, skips to where a terminator says that reading can go on, and keeps what was skipped in the tree.
    /// </summary>
    public static Parser<SyntaxElement> Recovering(this Parser<SyntaxElement> parser, Func<TokenInput, bool> isTerminator) => input =>
    {
        var result = parser(input);
        var place = (TokenInput)result.Remainder;
        if (!result.WasSuccessful || !place.Context.IsRecovering)
            return result;
        var node = (SyntaxNode)result.Value;
        if (Skip(place, isTerminator, out var rest) is { } skipped)
            node = new SyntaxNode(node.Kind, node.Children.Append(skipped).ToArray());
        place.Context.IsRecovering = false;
        return Result.Success<SyntaxElement>(node, rest);
    };

    /// <summary>The tokens up to a terminator, as a node; null if it stands here.</summary>
    public static SyntaxNode? Skip(TokenInput place, Func<TokenInput, bool> isTerminator, out TokenInput rest)
    {
        var skipped = new List<SyntaxElement>();
        while (!place.AtEnd && !isTerminator(place))
        {
            skipped.Add(place.Token);
            place = (TokenInput)place.Advance();
        }
        rest = place;
        return skipped.Count == 0 ? null : new SyntaxNode(SyntaxKind.SkippedTokens, skipped.ToArray());
    }

    public static bool IsWord(IInput input, string word)
    {
        var place = (TokenInput)input;
        return place.Kind == SyntaxKind.Name && place.Token.IsWord(word);
    }

    public static IResult<SyntaxElement> Taken(IInput input) => Result.Success<SyntaxElement>(((TokenInput)input).Token, input.Advance());

    public static IResult<T> NotHere<T>(IInput input) => Result.Failure<T>(input, "", NoExpectations);

    private static SyntaxElement List(IEnumerable<SyntaxElement> items)
    {
        var children = new List<SyntaxElement>();
        foreach (var item in items)
            Splice(children, item);
        return new SyntaxNode(SyntaxKind.List, children.ToArray());
    }

    private static void Splice(List<SyntaxElement> children, SyntaxElement element)
    {
        if (element.Kind == SyntaxKind.List)
            children.AddRange(((SyntaxNode)element).Children);
        else
            children.Add(element);
    }
}
