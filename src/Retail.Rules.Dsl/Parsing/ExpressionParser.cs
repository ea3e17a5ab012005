using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Reads expressions by climbing precedence in loops, and hands each level out as a Sprache parser. Never fails: where no expression
/// begins it reports that and gives a <see cref="SyntaxKind.MissingExpression"/>. One per expression; not thread-safe.
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly ParseContext context;
    private int index;

    private ExpressionParser(TokenInput place)
    {
        context = place.Context;
        index = place.Index;
    }

    /// <summary><c>expr</c>: also <c>if</c>, the aggregates and <c>otherwise</c>.</summary>
    public static Parser<SyntaxElement> Expression { get; } = Level(parser => parser.WholeExpression());

    /// <summary><c>or</c>: a condition or value that ends before <c>otherwise</c>.</summary>
    public static Parser<SyntaxElement> Condition { get; } = Level(parser => parser.Operators(Precedence.Or));

    /// <summary><c>sum</c>: a value that ends before a comparison.</summary>
    public static Parser<SyntaxElement> Sum { get; } = Level(parser => parser.Operators(Precedence.Sum));

    /// <summary><c>unary</c>: what a literal is read as.</summary>
    public static Parser<SyntaxElement> Unary { get; } = Level(parser => parser.UnaryExpression());

    /// <summary><c>postfix</c>: a name, with members or arguments.</summary>
    public static Parser<SyntaxElement> Postfix { get; } = Level(parser => parser.PostfixExpression());

    /// <summary><c>primary</c>: a value in one piece.</summary>
    public static Parser<SyntaxElement> Primary { get; } = Level(parser => parser.PrimaryExpression());

    /// <summary><c>record</c>, which the brace here begins.</summary>
    public static Parser<SyntaxElement> Record { get; } = Level(parser =>
        parser.Kind == SyntaxKind.OpenBrace ? parser.RecordExpression() : parser.Missing("a record", "write `{ name: value }`"));

    private SyntaxKind Kind => context.KindAt(index);

    private SyntaxKind NextKind => context.KindAt(index + 1);

    private SyntaxToken Current => context.Tokens[index];

    private static Parser<SyntaxElement> Level(Func<ExpressionParser, SyntaxNode> read) => input =>
    {
        var parser = new ExpressionParser((TokenInput)input);
        var node = read(parser);
        return new Parsed(node, parser.context.InputAt(parser.index));
    };

    private SyntaxToken Take()
    {
        var token = Current;
        if (index < context.Tokens.Length - 1)
            index++;
        return token;
    }

    private bool IsWord(string word) => Kind == SyntaxKind.Name && Current.IsWord(word);

    private SyntaxToken Expect(SyntaxKind kind, string expected, string advice)
    {
        if (Kind == kind)
            return Take();
        context.ReportExpected(index, expected, advice);
        return SyntaxToken.Missing(kind, Current);
    }

    private SyntaxToken ExpectWord(string word, string advice)
    {
        if (IsWord(word))
            return Take();
        context.ReportExpected(index, "`" + word + "`", advice);
        return SyntaxToken.Missing(SyntaxKind.Name, Current);
    }

    private SyntaxToken ExpectName(string what, string advice)
    {
        var result = TokenParsers.Name(what, advice)(context.InputAt(index));
        index = ((TokenInput)result.Remainder).Index;
        return (SyntaxToken)result.Value;
    }

    private SyntaxNode Missing(string expected, string advice)
    {
        context.ReportExpected(index, expected, advice);
        return MissingHere();
    }

    private SyntaxNode MissingHere() => new(SyntaxKind.MissingExpression, SyntaxToken.Missing(SyntaxKind.Name, Current));

    /// <summary>A node over others, unless they nest too deeply: then it is reported, and whoever builds on it stops.</summary>
    private SyntaxNode Node(SyntaxKind kind, params SyntaxElement[] children)
    {
        var node = new SyntaxNode(kind, children);
        if (node.Height > context.Limits.MaxDepth)
            context.Report(SyntaxDiagnostics.TooDeep, node.Span, context.Limits.MaxDepth);
        return node;
    }

    private SyntaxNode WholeExpression()
    {
        if (context.Depth >= context.Limits.MaxDepth || !HasStack())
        {
            context.Report(SyntaxDiagnostics.TooDeep, Current.Span, context.Limits.MaxDepth);
            return MissingHere();
        }
        context.Depth++;
        var node = Kind switch
        {
            SyntaxKind.If => IfExpression(),
            SyntaxKind.Sum => BodyAggregate(),
            SyntaxKind.Name when IsAggregateWord() => BodyAggregate(),
            SyntaxKind.Name when IsSplitWord() => Split(),
            SyntaxKind.First or SyntaxKind.Any or SyntaxKind.Count => ItemAggregate(),
            SyntaxKind.For => ListAggregate(),
            _ => OtherwiseExpression(),
        };
        context.Depth--;
        return node;
    }

    private SyntaxNode OtherwiseExpression()
    {
        var value = Operators(Precedence.Or);
        return Kind == SyntaxKind.Otherwise
            ? Node(SyntaxKind.OtherwiseExpression, value, Take(), Operators(Precedence.Or))
            : value;
    }

    private SyntaxNode IfExpression()
    {
        const string Form = "write `if condition then value else value`";
        return Node(
            SyntaxKind.IfExpression,
            Take(), Operators(Precedence.Or),
            Expect(SyntaxKind.Then, "`then`", Form), WholeExpression(),
            Expect(SyntaxKind.Else, "`else`", Form + ": what it is otherwise must be said"), WholeExpression());
    }

    /// <summary>A reader of the depth limit alone would trust the host's stack, which may be a small thread's.</summary>
    private static bool HasStack()
    {
#if NET
        return RuntimeHelpers.TryEnsureSufficientExecutionStack();
#else
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
#endif
    }

    private void ReportForeign(SyntaxToken first, SyntaxToken last, string here)
    {
        var span = TextSpan.FromBounds(first.Start, last.End);
        var written = first.Content.Substring(span.Start, span.Length);
        context.ReportPlain(new CodeFix("write " + here, new TextEdit(span, here)), SyntaxDiagnostics.Foreign, span, Lexing.Excerpt.Of(written), here);
    }
}
