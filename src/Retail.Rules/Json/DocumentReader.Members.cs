using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Members of objects: which there may be, which there must be, and what is said about one that is neither.</summary>
internal sealed partial class DocumentReader
{
    private readonly HashSet<JsonSyntax> unknown = [];

    /// <summary>Whether a value is of a kind; reports it if not, unless it has been reported.</summary>
    private bool Is(JsonSyntax node, JsonValueKind kind, string expected, string advice = "see the schema, `RuleSetJson.Schema`")
    {
        if (node.Kind != kind && node.Kind != JsonValueKind.Undefined)
            reports.Add(JsonDiagnostics.WrongKind, node, expected, KindName(node.Kind), advice);
        return node.Kind == kind;
    }

    private static string KindName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    /// <summary>Whether a value is an object; reports every member that it may not have.</summary>
    private bool Open(JsonSyntax node, string what, params string[] members)
    {
        if (!Is(node, JsonValueKind.Object, what + ", an object,"))
            return false;
        foreach (var member in node.Children)
        {
            if (Array.IndexOf(members, member.Name) >= 0)
                continue;
            reports.AddUnknown(JsonDiagnostics.UnknownMember, node, InnerNameSpan(member), member.Name, members, what);
            unknown.Add(member);
        }
        return true;
    }

    /// <summary>A member that must be there; reported if it is not.</summary>
    private JsonSyntax? Required(JsonSyntax node, string name, string what)
    {
        var found = node.Find(name);
        if (found is null && !IsMisspelt(node, name))
            reports.Add(JsonDiagnostics.MissingMember, node, what, name);
        return found;
    }

    /// <summary>Whether a member looks like another's misspelling, which has been reported and explains why that one is missing.</summary>
    private bool IsMisspelt(JsonSyntax node, string name) =>
        node.Children.Any(child => unknown.Contains(child) && Spelling.Suggest(child.Name, [name]) is not null);

    private bool HasBoth(JsonSyntax node, string first, string second)
    {
        var other = node.Find(second);
        if (node.Find(first) is null || other is null)
            return false;
        reports.Add(JsonDiagnostics.NotTogether, other.NameSpan, node.Path, first, second);
        return true;
    }

    /// <summary>The items of an array that could be read; none if there is no array.</summary>
    private List<T> ReadItems<T>(JsonSyntax? node, string expected, Func<JsonSyntax, T?> read)
        where T : class
    {
        var items = new List<T>();
        if (node is null || !Is(node, JsonValueKind.Array, expected))
            return items;
        foreach (var child in node.Children)
        {
            if (read(child) is { } item)
                items.Add(item);
        }
        return items;
    }

    /// <summary>The items of an array of at least some length; null if the array is shorter or an item could not be read.</summary>
    private List<T>? ReadAll<T>(JsonSyntax? node, string expected, int atLeast, string what, Func<JsonSyntax, T?> read)
        where T : class
    {
        if (node is null || !Is(node, JsonValueKind.Array, expected))
            return null;
        if (node.Children.Count < atLeast)
        {
            reports.Add(JsonDiagnostics.TooFew, node, what, atLeast == 1 ? "one item" : "two items");
            return null;
        }
        var items = ReadItems(node, expected, read);
        return items.Count == node.Children.Count ? items : null;
    }

    /// <summary>Whether a member that is absent or <c>true</c>/<c>false</c> is true.</summary>
    private bool ReadFlag(JsonSyntax? node)
    {
        if (node is null || node.Kind == JsonValueKind.True)
            return node is not null;
        Is(node, JsonValueKind.False, "true or false");
        return false;
    }

    /// <summary>One of some words; reported if it is another.</summary>
    private T? ReadWord<T>(JsonSyntax? node, IReadOnlyList<(string Word, T Value)> words, string what)
        where T : struct
    {
        if (node is null || !Is(node, JsonValueKind.String, what))
            return null;
        foreach (var (word, value) in words)
        {
            if (word == node.Text)
                return value;
        }
        reports.AddUnknown(JsonDiagnostics.UnknownWord, node, node.ContentSpan, node.Text, words.Select(entry => entry.Word).ToArray(), what);
        return null;
    }

    /// <summary>
    /// The member that says what an object is: the first that is a head. <c>type</c> is one only where no other is, since many declarations
    /// have a type.
    /// </summary>
    private string? ReadHead(JsonSyntax node, IReadOnlyDictionary<string, string[]> heads, string what)
    {
        if (!Is(node, JsonValueKind.Object, what + ", an object,"))
            return null;
        var head = node.Children.FirstOrDefault(child => child.Name != "type" && heads.ContainsKey(child.Name))?.Name
            ?? (node.Find("type") is not null && heads.ContainsKey("type") ? "type" : null);
        if (head is not null)
            return head;
        var names = heads.Keys.ToArray();
        var misspelt = reports.IsFull ? null : node.Children.FirstOrDefault(child => Spelling.Suggest(child.Name, names) is not null);
        if (misspelt is null)
            reports.Add(JsonDiagnostics.NoHead, node, what.Substring(what.IndexOf(' ') + 1), string.Join(", ", names));
        else
            reports.AddUnknown(JsonDiagnostics.UnknownMember, node, InnerNameSpan(misspelt), misspelt.Name, names, what);
        return null;
    }

    private static TextSpan InnerNameSpan(JsonSyntax member) => new(member.NameSpan.Start + 1, member.NameSpan.Length - 2);
}
