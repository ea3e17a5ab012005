using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Lowering;

/// <summary>
/// Gives every comment of a tree to an item: one on its own line to the item that begins below it, one at the end of a line to the item
/// that ends there. One that stands anywhere else goes to the item around it, so that none is lost. Immutable once made.
/// </summary>
internal sealed class CommentOwners
{
    private static readonly ItemComments None = new();

    private readonly Dictionary<SyntaxNode, ItemComments> owned = [];
    private readonly List<SyntaxNode> open = [];
    private SyntaxNode? last;

    public CommentOwners(SyntaxNode file)
    {
        foreach (var child in file.Children)
            Visit(child);
    }

    /// <summary>Comment lines after the last declaration.</summary>
    public List<string> Closing { get; } = [];

    public ItemComments Of(SyntaxNode item) => owned.TryGetValue(item, out var comments) ? comments : None;

    private void Visit(SyntaxElement element)
    {
        if (element is SyntaxToken token)
        {
            Assign(token);
            last = open.Count > 0 ? open[open.Count - 1] : last;
            return;
        }
        var node = (SyntaxNode)element;
        var isItem = IsItem(node.Kind);
        if (isItem)
            open.Add(node);
        for (var i = 0; i < node.Children.Count; i++)
            Visit(node.Children[i]);
        if (isItem)
            open.RemoveAt(open.Count - 1);
    }

    private void Assign(SyntaxToken token)
    {
        foreach (var comment in Comment.Before(token))
        {
            if (!comment.IsOnOwnLine && last is not null)
                Owned(last).AddTrailing(comment.Text);
            else if (Opened(token) is { } item)
                Owned(item).AddAbove(comment, IsDocumented(item.Kind) && item.FullStart == token.FullStart);
            else
                Closing.Add(comment.Text);
        }
    }

    /// <summary>The item that begins with the token, or else the innermost around it.</summary>
    private SyntaxNode? Opened(SyntaxToken token)
    {
        foreach (var item in open)
        {
            if (item.FullStart == token.FullStart)
                return item;
        }
        return open.Count > 0 ? open[open.Count - 1] : null;
    }

    private ItemComments Owned(SyntaxNode item)
    {
        if (!owned.TryGetValue(item, out var comments))
            owned.Add(item, comments = new ItemComments());
        return comments;
    }

    private static bool IsItem(SyntaxKind kind) => IsDocumented(kind)
        || kind is SyntaxKind.UseClause or SyntaxKind.FieldGroup or SyntaxKind.TableRow or SyntaxKind.Exclusion or SyntaxKind.ScoreItem or SyntaxKind.Clause or SyntaxKind.RecordMember;

    private static bool IsDocumented(SyntaxKind kind) => kind is SyntaxKind.Header or (>= SyntaxKind.EnumDeclaration and <= SyntaxKind.ExampleDeclaration);
}

/// <summary>The comments of one item.</summary>
internal sealed class ItemComments
{
    private List<string>? documentation;

    public List<string> Above { get; } = [];

    public string? Trailing { get; private set; }

    public string? Documentation => documentation is null ? null : string.Join("\n", documentation);

    public void AddAbove(Comment comment, bool mayDocument)
    {
        if (mayDocument && comment.IsDocumentation)
            (documentation ??= []).Add(comment.Text);
        else
            Above.Add(comment.Text);
    }

    /// <summary>An item has one line end in the model; what stands at the ends of further lines moves above it.</summary>
    public void AddTrailing(string comment)
    {
        if (Trailing is null)
            Trailing = comment;
        else
            Above.Add(comment);
    }
}
