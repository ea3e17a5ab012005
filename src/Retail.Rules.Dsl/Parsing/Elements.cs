using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// A stack of elements of which nodes are made: a node notes <see cref="Count"/> before its first element and takes all above that when it is
/// complete, so that reading needs no list for each node. One per text; not thread-safe.
/// </summary>
internal sealed class Elements
{
    private readonly List<SyntaxElement> open = [];

    public int Count => open.Count;

    /// <summary>Adds an element; of a list its elements.</summary>
    public void Add(SyntaxElement element)
    {
        if (element.Kind == SyntaxKind.List)
            open.AddRange(((SyntaxNode)element).Children);
        else
            open.Add(element);
    }

    /// <summary>Takes the elements above a count off.</summary>
    public SyntaxElement[] Take(int count)
    {
        var taken = new SyntaxElement[open.Count - count];
        open.CopyTo(count, taken, 0, taken.Length);
        Drop(count);
        return taken;
    }

    /// <summary>Forgets the elements above a count.</summary>
    public void Drop(int count) => open.RemoveRange(count, open.Count - count);
}
