using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lowering;

/// <summary>
/// Makes model expressions of syntax. What is missing in the syntax becomes a name of no characters: such a model comes with an error
/// and is never compiled. One per text; not thread-safe.
/// </summary>
internal class ExpressionLowering
{
    private readonly CommentOwners? comments;
    private readonly HostSpan? host;

    /// <summary>What rules compare with, which they repeat.</summary>
    private readonly TextTable texts = new();

    /// <param name="comments">The comments of the file; null for an expression on its own.</param>
    /// <param name="host">Where the expression stands, if it is a string in another document; null for its own text.</param>
    public ExpressionLowering(CommentOwners? comments, HostSpan? host = null)
    {
        this.comments = comments;
        this.host = host;
    }

    public Expression Lower(SyntaxNode node)
    {
        var span = SpanOf(node);
        switch (node.Kind)
        {
            case SyntaxKind.NumberExpression:
                return Number(node);
            case SyntaxKind.LiteralExpression:
                return Literal(node.Token(0));
            case SyntaxKind.NameExpression:
                return new NameExpression { Name = node.Token(0).Text, Span = span };
            case SyntaxKind.ParenthesizedExpression:
                return Lower(node.Expression());
            case SyntaxKind.ListExpression:
                return new ListExpression { Items = LowerAll(node.Expressions()), Span = span };
            case SyntaxKind.IntervalExpression:
                return Interval(node);
            case SyntaxKind.RecordExpression:
                return Record(node);
            case SyntaxKind.MemberExpression:
                return new MemberExpression { Target = Lower(node.Expression()), Member = Identifier(node.Token(1)), Span = span };
            case SyntaxKind.CallExpression:
                return Call(node);
            case SyntaxKind.NotExpression:
                return new UnaryExpression { Operator = UnaryOperator.Not, Operand = Lower(node.Expression()), Span = span };
            case SyntaxKind.NegateExpression:
                return new UnaryExpression { Operator = UnaryOperator.Negate, Operand = Lower(node.Expression()), Span = span };
            case SyntaxKind.BinaryExpression:
                return Binary(node);
            case SyntaxKind.AndExpression or SyntaxKind.OrExpression:
                return new LogicalExpression { IsAnd = node.Kind == SyntaxKind.AndExpression, Operands = LowerAll(node.Expressions()), Span = span };
            case SyntaxKind.IsExpression:
                return StateTest(node);
            case SyntaxKind.OtherwiseExpression:
                return new OtherwiseExpression { Value = Lower(node.Expression()), Fallback = Lower(node.Expression(1)), Span = span };
            case SyntaxKind.IfExpression:
                return new IfExpression { Condition = Lower(node.Expression()), Then = Lower(node.Expression(1)), Else = Lower(node.Expression(2)), Span = span };
            case SyntaxKind.AggregateExpression:
                return Aggregate(node);
            case SyntaxKind.SplitExpression:
                return Split(node);
            default:
                return new NameExpression { Name = "", Span = span };
        }
    }

    public RecordExpression Record(SyntaxNode node) => new()
    {
        Members = All(node.Parts(SyntaxKind.RecordMember), Member),
        Span = SpanOf(node),
    };

    public NumberLiteral Number(SyntaxToken token, SyntaxToken? suffix = null)
    {
        var isPercent = token.Kind == SyntaxKind.Percent || suffix?.Kind == SyntaxKind.PercentSign;
        var written = token.Kind == SyntaxKind.Percent ? token.Text.Substring(0, token.Text.Length - 1) : token.Text;
        LiteralValues.TryNumber(written, out var value);
        return new NumberLiteral
        {
            Value = value,
            IsPercent = isPercent,
            Unit = suffix?.Kind == SyntaxKind.Name && UnitWords.TryParse(suffix.Text, out var unit) ? unit : null,
            Currency = suffix?.Kind == SyntaxKind.Name && CurrencyCodes.Is(suffix.Text) ? suffix.Text : null,
            Span = suffix is null ? SpanOf(token) : SpanOf(token).Union(SpanOf(suffix)),
        };
    }

    public DateLiteral Date(SyntaxToken token)
    {
        LiteralValues.TryDate(token.Text, out var value);
        return new DateLiteral { Value = value, Span = SpanOf(token) };
    }

    /// <summary>A name, or a text that stands for one, without its quotes.</summary>
    public Identifier Identifier(SyntaxToken token) => new()
    {
        Text = token.Kind == SyntaxKind.Text && !token.IsMissing ? TextEscapes.Unquote(token.Content, token.Start, token.End) : token.Text,
        Span = SpanOf(token),
    };

    public TextSpan SpanOf(SyntaxElement element) => host is null ? element.Span : host.Map(element.Span);

    protected Expression[] LowerAll(SyntaxNode[] nodes) => All(nodes, Lower);

    /// <summary>What each of some nodes is lowered to.</summary>
    protected static T[] All<T>(SyntaxNode[] nodes, Converter<SyntaxNode, T> lower) => nodes.Length == 0 ? [] : Array.ConvertAll(nodes, lower);

    protected Expression? Condition(SyntaxNode node, SyntaxKind clause) => node.Part(clause) is { } part ? Lower(part.Expression()) : null;

    protected ItemComments CommentsOf(SyntaxNode item) => comments is null ? new ItemComments() : comments.Of(item);

    private NumberLiteral Number(SyntaxNode node) =>
        node.Children.Count > 1 ? Number(node.Token(0), node.Token(1)) : Number(node.Token(0));

    private Expression Literal(SyntaxToken token)
    {
        var span = SpanOf(token);
        switch (token.Kind)
        {
            case SyntaxKind.Date:
                return Date(token);
            case SyntaxKind.Instant:
                LiteralValues.TryInstant(token.Text, out var instant);
                return new InstantLiteral { Value = instant, Span = span };
            case SyntaxKind.Text:
                return new TextLiteral { Value = TextEscapes.Unquote(token.Content, token.Start, token.End, texts), Span = span };
            case SyntaxKind.True or SyntaxKind.False:
                return new BooleanLiteral { Value = token.Kind == SyntaxKind.True, Span = span };
            case SyntaxKind.Question:
                return new ColumnValueExpression { Span = span };
            default:
                return new UnknownLiteral { Span = span };
        }
    }

    private IntervalExpression Interval(SyntaxNode node) => new()
    {
        Low = Lower(node.Expression()),
        High = Lower(node.Expression(1)),
        IncludesLow = node.Token(0).Kind == SyntaxKind.OpenBracket,
        IncludesHigh = node.Token(2).Kind == SyntaxKind.CloseBracket,
        Span = SpanOf(node),
    };

    private RecordMember Member(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new RecordMember
        {
            Name = Identifier(node.Token(0)),
            Value = Lower(node.Expression()),
            OnlyIf = Condition(node, SyntaxKind.OnlyIfClause),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private CallExpression Call(SyntaxNode node)
    {
        var function = (SyntaxNode)node.Children[0];
        return new CallExpression
        {
            Function = Identifier(function.Token(0)),
            Arguments = LowerAll(node.Expressions().Skip(1).ToArray()),
            Span = SpanOf(node),
        };
    }

    private BinaryExpression Binary(SyntaxNode node) => new()
    {
        Operator = Operator(node),
        Left = Lower(node.Expression()),
        Right = Lower(node.Expression(1)),
        Span = SpanOf(node),
    };

    private static BinaryOperator Operator(SyntaxNode node)
    {
        var isNegated = node.Has(SyntaxKind.Not);
        for (var i = 0; i < node.Children.Count; i++)
        {
            if (node.Children[i] is SyntaxToken token && OperatorOf(token.Kind, isNegated) is { } found)
                return found;
        }
        throw new InvalidOperationException("A binary expression without an operator.");
    }

    /// <summary>The operator that a sign or word stands for; null if it stands for none.</summary>
    public static BinaryOperator? OperatorOf(SyntaxKind kind, bool isNegated = false) => kind switch
    {
        SyntaxKind.Plus => BinaryOperator.Add,
        SyntaxKind.Minus => BinaryOperator.Subtract,
        SyntaxKind.Star => BinaryOperator.Multiply,
        SyntaxKind.Slash => BinaryOperator.Divide,
        SyntaxKind.Equal => isNegated ? BinaryOperator.NotEqual : BinaryOperator.Equal,
        SyntaxKind.NotEqual => BinaryOperator.NotEqual,
        SyntaxKind.Less => BinaryOperator.Less,
        SyntaxKind.LessOrEqual => BinaryOperator.LessOrEqual,
        SyntaxKind.Greater => BinaryOperator.Greater,
        SyntaxKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        SyntaxKind.In => isNegated ? BinaryOperator.NotIn : BinaryOperator.In,
        SyntaxKind.Contains => isNegated ? BinaryOperator.NotContains : BinaryOperator.Contains,
        SyntaxKind.Same => isNegated ? BinaryOperator.NotSameAs : BinaryOperator.SameAs,
        SyntaxKind.Subset => isNegated ? BinaryOperator.NotSubsetOf : BinaryOperator.SubsetOf,
        _ => null,
    };

    private IsExpression StateTest(SyntaxNode node)
    {
        var word = (SyntaxToken)node.Children[node.Children.Count - 1];
        return new IsExpression
        {
            Operand = Lower(node.Expression()),
            Test = word.Text switch
            {
                "known" => Model.StateTest.Known,
                "empty" => Model.StateTest.Empty,
                _ => Model.StateTest.Unknown,
            },
            IsNegated = node.Has(SyntaxKind.Not),
            Span = SpanOf(node),
        };
    }

    private AggregateExpression Aggregate(SyntaxNode node)
    {
        var word = node.Token(0);
        var each = node.Part(SyntaxKind.EachClause)!;
        var kind = word.Kind switch
        {
            SyntaxKind.Sum => AggregateKind.Sum,
            SyntaxKind.First => AggregateKind.First,
            SyntaxKind.Any => AggregateKind.Any,
            SyntaxKind.Count => AggregateKind.Count,
            SyntaxKind.For => AggregateKind.List,
            _ => word.Text == "min" ? AggregateKind.Min : AggregateKind.Max,
        };
        return new AggregateExpression
        {
            Kind = kind,
            Body = kind is AggregateKind.First or AggregateKind.Any or AggregateKind.Count ? null : Lower(node.Expression()),
            Item = Identifier(each.Token(0)),
            Source = Lower(each.Expression()),
            Where = Condition(each, SyntaxKind.WhereClause),
            Span = SpanOf(node),
        };
    }

    private SplitExpression Split(SyntaxNode node) => new()
    {
        Total = Lower(node.Expression()),
        Item = Identifier(node.Token(2)),
        Source = Lower(node.Expression(1)),
        Weight = Lower(node.Expression(2)),
        Places = node.Part(SyntaxKind.PlacesClause) is { } places ? Number(places.Token(1)) : null,
        Span = SpanOf(node),
    };
}
