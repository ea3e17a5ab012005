using System;

namespace Retail.Rules.Model;

/// <summary>What a name is: text and JSON agree on it, so that every model can be written in both.</summary>
internal static class NameSyntax
{
    /// <summary>The verdict that is written with a hyphen.</summary>
    public const string ReApprove = "re-approve";

    private static readonly string[] HardWords =
    [
        "and", "any", "contains", "count", "else", "false", "first", "for", "if", "in", "is", "not", "only", "or", "otherwise",
        "same", "subset", "sum", "then", "true", "unknown", "when", "where",
    ];

    /// <summary>Whether a text is letters, digits and <c>_</c>, does not start with a digit and is not a hard word.</summary>
    public static bool IsName(string text) => IsMemberName(text) && !IsHardWord(text);

    /// <summary>Whether a text can stand where a verdict is named: a name, or the one verdict that is two words joined.</summary>
    public static bool IsVerdict(string text) => text == ReApprove || IsName(text);

    /// <summary>Whether a text can stand after a dot or before a member's colon, where hard words are names too.</summary>
    public static bool IsMemberName(string text)
    {
        if (text.Length == 0 || !IsNameStart(text[0]))
            return false;
        foreach (var character in text)
        {
            if (!IsNamePart(character))
                return false;
        }
        return true;
    }

    /// <summary>Whether a text is a name followed by members: <c>f.cap</c>.</summary>
    public static bool IsPath(string text)
    {
        var parts = text.Split('.');
        return IsName(parts[0]) && Array.TrueForAll(parts, IsMemberName);
    }

    /// <summary>Whether a text is three capitals, as ISO 4217 writes currencies. Whether it lists this one is not asked: the list changes.</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && Array.TrueForAll(text.ToCharArray(), letter => letter is >= 'A' and <= 'Z');

    /// <summary>Whether a text is two names with a dot between: <c>SYNC.sequenceGap</c>.</summary>
    public static bool IsCode(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2 && IsName(parts[0]) && IsName(parts[1]);
    }

    private static bool IsHardWord(string text) => Array.BinarySearch(HardWords, text, StringComparer.Ordinal) >= 0;

    private static bool IsNameStart(char character) => character == '_' || char.IsLetter(character);

    private static bool IsNamePart(char character) => IsNameStart(character) || character is >= '0' and <= '9';
}
