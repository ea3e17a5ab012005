using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>A JSON value that knows where it stands. Filled by <see cref="JsonSyntaxReader"/>, then left alone.</summary>
internal sealed class JsonSyntax
{
    private readonly JsonSyntax? parent;
    private readonly string? name;
    private readonly int index;
    private List<JsonSyntax>? children;

    public JsonSyntax(JsonValueKind kind, TextSpan span, string text, JsonSyntax? parent, string? name, TextSpan nameSpan)
    {
        Kind = kind;
        Span = span;
        Text = text;
        NameSpan = nameSpan;
        this.parent = parent;
        this.name = name;
        index = parent?.Children.Count ?? 0;
    }

    /// <summary>What it is; undefined for a string that is no text, which has been reported.</summary>
    public JsonValueKind Kind { get; }

    /// <summary>From the first to the last character, quotes and brackets included.</summary>
    public TextSpan Span { get; set; }

    /// <summary>The characters of a string, escapes resolved; a number as written.</summary>
    public string Text { get; }

    /// <summary>The name as a member of an object; empty elsewhere.</summary>
    public string Name => name ?? "";

    /// <summary>Where its name stands, quotes included.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The members of an object or the items of an array.</summary>
    public IReadOnlyList<JsonSyntax> Children => children ?? (IReadOnlyList<JsonSyntax>)[];

    /// <summary>Where the characters of a string stand, without the quotes.</summary>
    public TextSpan ContentSpan => new(Span.Start + 1, Span.Length - 2);

    /// <summary>The place in JSONPath: <c>$.declarations[3].when</c>.</summary>
    public string Path =>
        parent is null ? "$"
        : name is null ? parent.Path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]"
        : NameSyntax.IsMemberName(name.TrimStart('$')) ? parent.Path + "." + name
        : parent.Path + "['" + name.Replace("'", "\\'") + "']";

    public void Add(JsonSyntax child) => (children ??= []).Add(child);

    /// <summary>The member of that name; null if there is none.</summary>
    public JsonSyntax? Find(string memberName)
    {
        foreach (var child in Children)
        {
            if (child.Name == memberName)
                return child;
        }
        return null;
    }
}
