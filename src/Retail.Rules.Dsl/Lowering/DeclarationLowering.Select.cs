using System.Linq;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lowering;

internal sealed partial class DeclarationLowering
{
    private SelectDeclaration Select(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var from = node.Part(SyntaxKind.FromClause);
        var end = new TextSpan(node.End, 0);
        return new SelectDeclaration
        {
            Name = Identifier(node.Token(1)),
            Item = from is null ? new Identifier { Text = "", Span = end } : Identifier(from.Token(1)),
            Source = RequiredValue(node, SyntaxKind.FromClause),
            Key = RequiredValue(node, SyntaxKind.KeyClause),
            Defines = All(node.Parts(SyntaxKind.DefineDeclaration), Define),
            Exclusions = All(node.Parts(SyntaxKind.Exclusion), Exclusion),
            Scores = All(node.Parts(SyntaxKind.ScoreItem), ScoreItem),
            Prefer = Condition(node, SyntaxKind.PreferClause),
            RankKeys = node.Part(SyntaxKind.RankClause) is { } rank ? All(rank.Parts(SyntaxKind.RankKey), RankKey) : [],
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private Exclusion Exclusion(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new Exclusion
        {
            Id = Identifier(node.Token(1)),
            Title = Identifier(node.Token(2)),
            When = Lower(node.Expression()),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private ScoreItem ScoreItem(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new ScoreItem
        {
            Points = Lower(node.Expression()),
            When = Condition(node, SyntaxKind.WhenClause),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private RankKey RankKey(SyntaxNode node) => new()
    {
        Value = Lower(node.Expression()),
        IsDescending = node.Has(SyntaxKind.Name),
        Span = SpanOf(node),
    };
}
