using System;
using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Lexing;

/// <summary>The words that are never names, but after a dot and before a member's colon.</summary>
internal static class HardWords
{
    /// <summary>The verdict that is written with a hyphen: one word, and a name where a verdict is named.</summary>
    public const string ReApprove = "re-approve";

    private static readonly Dictionary<string, SyntaxKind> Kinds = new(StringComparer.Ordinal)
    {
        ["and"] = SyntaxKind.And,
        ["or"] = SyntaxKind.Or,
        ["not"] = SyntaxKind.Not,
        ["if"] = SyntaxKind.If,
        ["then"] = SyntaxKind.Then,
        ["else"] = SyntaxKind.Else,
        ["otherwise"] = SyntaxKind.Otherwise,
        ["only"] = SyntaxKind.Only,
        ["is"] = SyntaxKind.Is,
        ["in"] = SyntaxKind.In,
        ["where"] = SyntaxKind.Where,
        ["when"] = SyntaxKind.When,
        ["for"] = SyntaxKind.For,
        ["true"] = SyntaxKind.True,
        ["false"] = SyntaxKind.False,
        ["unknown"] = SyntaxKind.Unknown,
        ["same"] = SyntaxKind.Same,
        ["contains"] = SyntaxKind.Contains,
        ["subset"] = SyntaxKind.Subset,
        ["sum"] = SyntaxKind.Sum,
        ["first"] = SyntaxKind.First,
        ["any"] = SyntaxKind.Any,
        ["count"] = SyntaxKind.Count,
    };

    /// <summary>The kind of a word: its own if it is hard, else <see cref="SyntaxKind.Name"/>.</summary>
    public static SyntaxKind KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : SyntaxKind.Name;

    public static bool Is(SyntaxKind kind) => kind is >= SyntaxKind.And and <= SyntaxKind.Count;

    /// <summary>Whether a hard word reads like a name; the others (<c>when</c>, <c>and</c>) join what stands around them.</summary>
    public static bool NamesSomething(SyntaxKind kind) => kind is >= SyntaxKind.True and <= SyntaxKind.Count;

    /// <summary>Whether a text can be written as a name, without quotes.</summary>
    public static bool IsName(string text)
    {
        if (text.Length == 0 || !Characters.BeginsName(text[0]) || Kinds.ContainsKey(text))
            return false;
        foreach (var character in text)
        {
            if (!Characters.ContinuesName(character))
                return false;
        }
        return true;
    }
}

/// <summary>What a character can be part of.</summary>
internal static class Characters
{
    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public static bool BeginsName(char character) => character == '_' || char.IsLetter(character);

    public static bool ContinuesName(char character) => BeginsName(character) || IsDigit(character);

    public static bool IsLineEnd(char character) => character is '\n' or '\r';
}
