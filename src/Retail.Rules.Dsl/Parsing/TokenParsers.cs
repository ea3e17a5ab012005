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
    /// <summary>A token of a kind, or failure.</summary>
    public static Parser<SyntaxElement> Token(SyntaxKind kind) => input =>
        ((TokenInput)input).Kind == kind ? Taken(input) : NotHere(input);

    /// <summary>A word that is a keyword here, or failure.</summary>
    public static Parser<SyntaxElement> Word(string word) => input =>
        IsWord(input, word) ? Taken(input) : NotHere(input);

    /// <summary>A parser that fails here becomes one that reports what is expected and goes on without it.</summary>
    public static Parser<SyntaxElement> Required(this Parser<SyntaxElement> parser, string expected, string advice, SyntaxKind kind = SyntaxKind.Name) => input =>
    {
        var result = parser(input);
        if (result.WasSuccessful)
            return result;
        var place = (TokenInput)input;
        place.Context.ReportExpected(place.Index, expected, advice);
        return new Parsed(SyntaxToken.Missing(kind, place.Token), input);
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
        return new Parsed(SyntaxToken.Missing(SyntaxKind.Name, place.Token), input);
    };

    /// <summary>A construct: fails if its first part does, and all its other parts must always succeed.</summary>
    public static Parser<SyntaxElement> Node(SyntaxKind kind, params Parser<SyntaxElement>[] parts) => input =>
    {
        var open = ((TokenInput)input).Context.Open;
        var first = open.Count;
        var rest = input;
        foreach (var part in parts)
        {
            var result = part(rest);
            if (!result.WasSuccessful)
            {
                open.Drop(first);
                return NotHere(input);
            }
            open.Add(result.Value);
            rest = result.Remainder;
        }
        return new Parsed(new SyntaxNode(kind, open.Take(first)), rest);
    };

    /// <summary>Several parts in a row, spliced into the node around them.</summary>
    public static Parser<SyntaxElement> Sequence(params Parser<SyntaxElement>[] parts) => Node(SyntaxKind.List, parts);

    /// <summary>A part that may be left out.</summary>
    public static Parser<SyntaxElement> Optional(this Parser<SyntaxElement> parser) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? result : new Parsed(SyntaxNode.Nothing, input);
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
        return NotHere(input);
    };

    /// <summary>As many of a part as there are.</summary>
    public static Parser<SyntaxElement> Repeated(this Parser<SyntaxElement> parser) => input =>
    {
        var open = ((TokenInput)input).Context.Open;
        var first = open.Count;
        return ListOf(open, first, TakeAll(parser, open, input));
    };

    /// <summary>One or more of a part, with commas between.</summary>
    public static Parser<SyntaxElement> SeparatedByCommas(this Parser<SyntaxElement> parser)
    {
        var next = Sequence(Token(SyntaxKind.Comma), parser);
        return input =>
        {
            var result = parser(input);
            if (!result.WasSuccessful)
                return result;
            var open = ((TokenInput)input).Context.Open;
            var first = open.Count;
            open.Add(result.Value);
            return ListOf(open, first, TakeAll(next, open, result.Remainder));
        };
    }

    /// <summary>Reads a part as often as it begins and takes a token; gives the place after the last.</summary>
    private static IInput TakeAll(Parser<SyntaxElement> parser, Elements open, IInput rest)
    {
        while (true)
        {
            var result = parser(rest);
            if (!result.WasSuccessful || result.Remainder.Equals(rest))
                return rest;
            open.Add(result.Value);
            rest = result.Remainder;
        }
    }

    private static Parsed ListOf(Elements open, int first, IInput rest) =>
        new(open.Count == first ? SyntaxNode.Nothing : new SyntaxNode(SyntaxKind.List, open.Take(first)), rest);

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
        return new Parsed(node, rest);
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

    public static IResult<SyntaxElement> Taken(IInput input) => new Parsed(((TokenInput)input).Token, input.Advance());

    /// <summary>What a parser gives whose construct does not begin here.</summary>
    public static IResult<SyntaxElement> NotHere(IInput input) => (TokenInput)input;
}
