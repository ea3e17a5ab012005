using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

internal sealed partial class ExpressionParser
{
    /// <summary>
    /// An expression whose operators bind at least as tightly as <paramref name="minimum"/>. It calls itself only with a higher minimum, so
    /// the length of a chain costs no stack.
    /// </summary>
    private SyntaxNode Operators(int minimum)
    {
        var left = Kind == SyntaxKind.Not && minimum <= Precedence.Not ? NotExpression() : UnaryExpression();
        while (true)
        {
            var precedence = PrecedenceHere();
            if (precedence < minimum || left.Height > context.Limits.MaxDepth)
                return left;
            left = precedence switch
            {
                Precedence.Or or Precedence.And => Chain(left, precedence),
                Precedence.Comparison => Comparison(left),
                _ => Node(SyntaxKind.BinaryExpression, left, Take(), Operators(precedence + 1)),
            };
        }
    }

    private int PrecedenceHere()
    {
        switch (Kind)
        {
            case SyntaxKind.Or:
                return Precedence.Or;
            case SyntaxKind.BarBar when !context.IsInTableLine && !Current.IsFirstOnLine:
                return Precedence.Or;
            case SyntaxKind.And:
                return Precedence.And;
            case SyntaxKind.Plus or SyntaxKind.Minus:
                return Precedence.Sum;
            case SyntaxKind.Star or SyntaxKind.Slash:
                return Precedence.Product;
            case SyntaxKind.Not when NextKind is SyntaxKind.In or SyntaxKind.Contains or SyntaxKind.Same or SyntaxKind.Subset or SyntaxKind.Equal:
                return Precedence.Comparison;
            case >= SyntaxKind.Equal and <= SyntaxKind.GreaterOrEqual:
            case SyntaxKind.Is or SyntaxKind.In or SyntaxKind.Contains or SyntaxKind.Same or SyntaxKind.Subset:
                return Precedence.Comparison;
            default:
                return -1;
        }
    }

    /// <summary>All operands of one <c>and</c> or <c>or</c> chain, in one node.</summary>
    private SyntaxNode Chain(SyntaxNode first, int precedence)
    {
        var open = context.Open;
        var count = open.Count;
        open.Add(first);
        while (PrecedenceHere() == precedence)
        {
            if (Kind == SyntaxKind.BarBar)
                ReportForeign(Current, Current, "or");
            open.Add(Take());
            open.Add(Operators(precedence + 1));
        }
        return Node(precedence == Precedence.Or ? SyntaxKind.OrExpression : SyntaxKind.AndExpression, open.Take(count));
    }

    private SyntaxNode NotExpression()
    {
        var words = new List<SyntaxToken>();
        while (Kind == SyntaxKind.Not)
            words.Add(Take());
        var node = Operators(Precedence.Comparison);
        for (var i = words.Count - 1; i >= 0 && node.Height <= context.Limits.MaxDepth; i--)
            node = Node(SyntaxKind.NotExpression, words[i], node);
        return node.Start > words[0].Start ? KeepSkipped(words, node) : node;
    }

    /// <summary>Keeps the words of a chain that nests too deeply in the tree.</summary>
    private static SyntaxNode KeepSkipped(List<SyntaxToken> words, SyntaxNode node)
    {
        var skipped = words.FindAll(word => word.Start < node.Start);
        return new SyntaxNode(SyntaxKind.MissingExpression, new SyntaxNode(SyntaxKind.SkippedTokens, skipped.ToArray()), node);
    }

    private SyntaxNode Comparison(SyntaxNode left)
    {
        var node = Kind switch
        {
            SyntaxKind.Is => StateTest(left),
            >= SyntaxKind.Equal and <= SyntaxKind.GreaterOrEqual or SyntaxKind.In or SyntaxKind.Contains => Node(SyntaxKind.BinaryExpression, left, Take(), Operators(Precedence.Sum)),
            _ => Node(SyntaxKind.BinaryExpression, [left, .. ComparisonWords(), Operators(Precedence.Sum)]),
        };
        if (PrecedenceHere() == Precedence.Comparison)
            context.Report(SyntaxDiagnostics.ChainedComparison, Current.Span);
        return node;
    }

    /// <summary>The one to three tokens of an operator: <c>&lt;=</c>, <c>not in</c>, <c>not same as</c>.</summary>
    private List<SyntaxElement> ComparisonWords()
    {
        var words = new List<SyntaxElement>();
        if (Kind == SyntaxKind.Not)
        {
            words.Add(Take());
            if (Kind == SyntaxKind.Equal)
                ReportForeign((SyntaxToken)words[0], Current, "<>");
        }
        var kind = Kind;
        words.Add(Take());
        if (kind == SyntaxKind.Same)
            words.Add(ExpectWord("as", "write `same as`"));
        else if (kind == SyntaxKind.Subset)
            words.Add(ExpectWord("of", "write `subset of`"));
        return words;
    }

    private SyntaxNode StateTest(SyntaxNode left)
    {
        var children = new List<SyntaxElement> { left, Take() };
        var word = (SyntaxToken)children[1];
        if (Kind == SyntaxKind.Not)
            children.Add(Take());
        if (Kind == SyntaxKind.Unknown || IsWord("known") || IsWord("empty"))
            children.Add(Take());
        else if (Kind is SyntaxKind.In or SyntaxKind.Contains or SyntaxKind.Same or SyntaxKind.Subset)
            return ForeignComparison(children);
        else if (IsWord("null") || IsWord("missing") || IsWord("blank"))
        {
            ReportForeign(Current, Current, "unknown");
            children.Add(Take());
        }
        else
        {
            context.ReportExpected(index, "`known`, `unknown` or `empty`", "after `is` stands one of them; values are compared with `=`");
            children.Add(SyntaxToken.Missing(SyntaxKind.Name, Current));
        }
        return Node(SyntaxKind.IsExpression, children.ToArray());
    }

    /// <summary><c>is in</c>, <c>is not in</c>: the <c>is</c> is one too many.</summary>
    private SyntaxNode ForeignComparison(List<SyntaxElement> children)
    {
        var word = (SyntaxToken)children[1];
        var last = Current;
        var here = last.Content.Substring(NextStart(children), last.End - NextStart(children));
        ReportForeign(word, last, here);
        children.AddRange(ComparisonWords());
        children.Add(Operators(Precedence.Sum));
        return Node(SyntaxKind.BinaryExpression, children.ToArray());

        int NextStart(List<SyntaxElement> parts) => parts.Count > 2 ? parts[2].Start : last.Start;
    }

    private SyntaxNode UnaryExpression()
    {
        return Kind == SyntaxKind.Minus
            ? Node(SyntaxKind.NegateExpression, Take(), PostfixExpression())
            : PostfixExpression();
    }

    private SyntaxNode PostfixExpression()
    {
        var node = PrimaryExpression();
        while (node.Height <= context.Limits.MaxDepth)
        {
            if (Kind == SyntaxKind.Dot)
                node = Node(SyntaxKind.MemberExpression, node, Take(), MemberName());
            else if (Kind == SyntaxKind.OpenParen && node.Kind == SyntaxKind.NameExpression && !Current.IsFirstOnLine)
                node = Call(node);
            else
                break;
        }
        return node;
    }

    private SyntaxToken MemberName()
    {
        if (!Current.IsFirstOnLine && (Kind == SyntaxKind.Name || Lexing.HardWords.Is(Kind)))
            return Take();
        context.ReportExpected(index, "a member's name", "write `record.member`");
        return SyntaxToken.Missing(SyntaxKind.Name, Current);
    }

    private SyntaxNode Call(SyntaxNode function)
    {
        var children = new List<SyntaxElement> { function, Take() };
        if (Kind != SyntaxKind.CloseParen)
            Items(children);
        children.Add(Expect(SyntaxKind.CloseParen, "`)`", "close the arguments: `" + function.Token(0).Text + "(...)`"));
        return Node(SyntaxKind.CallExpression, children.ToArray());
    }

    private void Items(List<SyntaxElement> children)
    {
        children.Add(WholeExpression());
        while (Kind == SyntaxKind.Comma)
        {
            children.Add(Take());
            children.Add(WholeExpression());
        }
    }
}
