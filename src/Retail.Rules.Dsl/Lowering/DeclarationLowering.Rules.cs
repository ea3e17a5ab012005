using System.Linq;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Lowering;

internal sealed partial class DeclarationLowering
{
    private RuleDeclaration Rule(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var kind = node.Token(0).Text switch
        {
            "stop" => RuleKind.Stop,
            "final" => RuleKind.Final,
            _ => RuleKind.Ordinary,
        };
        var idIndex = kind == RuleKind.Ordinary ? 1 : 2;
        return new RuleDeclaration
        {
            Kind = kind,
            Id = Identifier(node.Token(idIndex)),
            Title = Identifier(node.Token(idIndex + 1)),
            Code = node.Part(SyntaxKind.CodeClause) is { } code ? Code(code) : null,
            Owner = Owner(node),
            Effective = Window(node),
            ForEach = node.Part(SyntaxKind.ForEachClause) is { } each ? ForEach(each) : null,
            OnlyIf = Condition(node, SyntaxKind.OnlyIfClause),
            Clauses = All(node.Parts(SyntaxKind.Clause), Clause),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private ReasonCode Code(SyntaxNode node) => new()
    {
        Family = Identifier(node.Token(1)),
        Name = Identifier(node.Token(3)),
        Span = SpanOf(node),
    };

    private ForEachHeader ForEach(SyntaxNode node) => new()
    {
        Item = Identifier(node.Token(2)),
        Source = Lower(node.Expression()),
        Span = SpanOf(node),
    };

    private Clause Clause(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new Clause
        {
            When = Lower(node.Expression()),
            Effects = All(node.Parts(SyntaxKind.Effect), Effect),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private Effect Effect(SyntaxNode node) => new()
    {
        Kind = node.Token(0).Text switch
        {
            "note" => EffectKind.Note,
            "require" => EffectKind.Require,
            "refer" => EffectKind.Refer,
            HardWords.ReApprove => EffectKind.ReApprove,
            "hold" => EffectKind.Hold,
            "incomplete" => EffectKind.Incomplete,
            _ => EffectKind.Reject,
        },
        Roles = LowerAll(node.Expressions()),
        Within = Condition(node, SyntaxKind.WithinClause),
        EscalateTo = node.Part(SyntaxKind.EscalateClause) is { } escalate ? LowerAll(escalate.Expressions()) : [],
        Text = node.Part(SyntaxKind.Template) is { } template ? Template(template) : null,
        Span = SpanOf(node),
    };

    private TextTemplate Template(SyntaxNode node) => new()
    {
        Parts = node.Children.Select(child => TemplatePart(child, node)).OfType<TextPart>().ToArray(),
        Span = SpanOf(node),
    };

    /// <summary>A stretch or a hole; null for a stretch of no characters.</summary>
    private TextPart? TemplatePart(SyntaxElement element, SyntaxNode template)
    {
        if (element is SyntaxNode hole)
            return new TextPart { Hole = Lower(hole.Expression()), Span = SpanOf(hole) };
        var written = ((SyntaxToken)element).Text;
        var start = element == template.Children[0] ? 1 : 0;
        var isClosed = element.End == template.End && TextEscapes.EndsWithQuote(written, start);
        var literal = TextEscapes.ResolveTemplate(written.Substring(start, written.Length - start - (isClosed ? 1 : 0)));
        return literal.Length == 0 ? null : new TextPart { Literal = literal, Span = SpanOf(element) };
    }
}
