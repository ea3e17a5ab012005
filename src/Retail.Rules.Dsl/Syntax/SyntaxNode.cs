using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Dsl.Syntax;

/// <summary>
/// A construct of the grammar: its kind, and its tokens and parts in the order of the text. Optional parts have kinds of their own, so
/// that a part is found by its kind. Immutable.
/// </summary>
internal sealed class SyntaxNode : SyntaxElement
{
    private readonly SyntaxElement[] children;

    public SyntaxNode(SyntaxKind kind, params SyntaxElement[] children)
        : base(kind)
    {
        this.children = children;
        foreach (var child in children)
        {
            if (child is SyntaxNode node && node.Height > Height)
                Height = node.Height;
        }
        if (IsExpression)
            Height++;
    }

    /// <summary>No elements at all: what an optional part that is not there reads as.</summary>
    public static SyntaxNode Nothing { get; } = new(SyntaxKind.List);

    public IReadOnlyList<SyntaxElement> Children => children;

    /// <summary>How many expressions nest in it, itself included.</summary>
    public int Height { get; }

    public bool IsExpression => Kind >= SyntaxKind.MissingExpression;

    public override int FullStart => children[0].FullStart;

    public override int Start => children[0].Start;

    public override int End => children[children.Length - 1].End;

    /// <summary>The first part of a kind; null if there is none.</summary>
    public SyntaxNode? Part(SyntaxKind kind)
    {
        foreach (var child in children)
        {
            if (child.Kind == kind && child is SyntaxNode node)
                return node;
        }
        return null;
    }

    /// <summary>The parts of a kind, in the order of the text.</summary>
    public SyntaxNode[] Parts(SyntaxKind kind) => Where(child => child.Kind == kind);

    /// <summary>The expressions directly inside, in the order of the text.</summary>
    public SyntaxNode[] Expressions() => Where(child => child.IsExpression);

    private SyntaxNode[] Where(Func<SyntaxNode, bool> isWanted)
    {
        var count = 0;
        foreach (var child in children)
            count += child is SyntaxNode node && isWanted(node) ? 1 : 0;
        if (count == 0)
            return [];
        var found = new SyntaxNode[count];
        count = 0;
        foreach (var child in children)
        {
            if (child is SyntaxNode node && isWanted(node))
                found[count++] = node;
        }
        return found;
    }

    /// <summary>The first expression directly inside, or the one after so many others.</summary>
    public SyntaxNode Expression(int index = 0)
    {
        foreach (var child in children)
        {
            if (child is SyntaxNode { IsExpression: true } node && index-- == 0)
                return node;
        }
        return new SyntaxNode(SyntaxKind.MissingExpression, LastToken());
    }

    /// <summary>The tokens directly inside of a kind, in the order of the text.</summary>
    public IEnumerable<SyntaxToken> Tokens(SyntaxKind kind) => children.OfType<SyntaxToken>().Where(child => child.Kind == kind);

    /// <summary>The token directly inside at a place; the last one if there are fewer.</summary>
    public SyntaxToken Token(int index)
    {
        foreach (var child in children)
        {
            if (child is SyntaxToken token && index-- == 0)
                return token;
        }
        return LastToken();
    }

    public bool Has(SyntaxKind tokenKind)
    {
        foreach (var child in children)
        {
            if (child.Kind == tokenKind)
                return true;
        }
        return false;
    }

    /// <summary>Every token inside at any depth, in the order of the text.</summary>
    public IEnumerable<SyntaxToken> AllTokens()
    {
        var open = new Stack<SyntaxElement>();
        open.Push(this);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case SyntaxToken token:
                    yield return token;
                    break;
                case SyntaxNode node:
                    for (var i = node.children.Length - 1; i >= 0; i--)
                        open.Push(node.children[i]);
                    break;
            }
        }
    }

    private SyntaxToken LastToken()
    {
        SyntaxElement last = this;
        while (last is SyntaxNode node)
            last = node.children[node.children.Length - 1];
        return (SyntaxToken)last;
    }
}
