using System.Linq;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Lowering;

internal sealed partial class DeclarationLowering
{
    private TableDeclaration Table(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var head = node.Part(SyntaxKind.TableHead);
        var hit = node.Part(SyntaxKind.HitClause);
        return new TableDeclaration
        {
            Name = Identifier(node.Token(1)),
            Parameters = Parameters(node),
            HitPolicy = HitPolicyOf(hit),
            HitPolicyIsWritten = hit is not null,
            Aggregation = AggregationOf(hit),
            OverridableBy = Overriders(node),
            Effective = Window(node),
            Inputs = head is null ? [] : All(head.Parts(SyntaxKind.InputColumn), InputColumn),
            Outputs = head is null ? [] : All(head.Parts(SyntaxKind.OutputColumn), OutputColumn),
            Rows = All(node.Parts(SyntaxKind.TableRow), Row),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private SetTableDeclaration SetTable(SyntaxNode node)
    {
        var own = CommentsOf(node);
        var head = node.Part(SyntaxKind.TableHead);
        return new SetTableDeclaration
        {
            Name = Identifier(node.Token(2)),
            Inputs = head is null ? [] : All(head.Parts(SyntaxKind.InputColumn), InputColumn),
            Outputs = head is null ? [] : All(head.Parts(SyntaxKind.OutputColumn), OutputColumn),
            Rows = All(node.Parts(SyntaxKind.TableRow), Row),
            Documentation = own.Documentation,
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private static HitPolicy HitPolicyOf(SyntaxNode? hit) => hit?.Token(1).Text switch
    {
        "first" => HitPolicy.First,
        "any" => HitPolicy.Any,
        "priority" => HitPolicy.Priority,
        "rule" => HitPolicy.RuleOrder,
        "output" => HitPolicy.OutputOrder,
        "collect" => HitPolicy.Collect,
        _ => HitPolicy.Unique,
    };

    private static CollectAggregation AggregationOf(SyntaxNode? hit)
    {
        if (HitPolicyOf(hit) != HitPolicy.Collect || hit!.Children.Count < 3)
            return CollectAggregation.None;
        return hit.Token(2).Text switch
        {
            "sum" => CollectAggregation.Sum,
            "min" => CollectAggregation.Min,
            "max" => CollectAggregation.Max,
            _ => CollectAggregation.Count,
        };
    }

    private Column InputColumn(SyntaxNode node) => new() { Head = Lower(node.Expression()), Span = SpanOf(node) };

    private Column OutputColumn(SyntaxNode node)
    {
        var name = node.Token(0);
        var type = TypeOf(node);
        return new Column
        {
            Head = new NameExpression { Name = name.Text, Span = SpanOf(name) },
            Type = type,
            Within = Condition(node, SyntaxKind.WithinClause),
            Span = type is null ? SpanOf(name) : SpanOf(name).Union(type.Span),
        };
    }

    private TableRow Row(SyntaxNode node)
    {
        var own = CommentsOf(node);
        return new TableRow
        {
            IsOtherwise = node.Part(SyntaxKind.OtherwiseCell) is not null,
            Cells = All(node.Parts(SyntaxKind.Cell), Cell),
            Values = node.Parts(SyntaxKind.RowValue).Select(value => value.Expressions().FirstOrDefault() is { } written ? Lower(written) : null).ToArray(),
            Effective = Window(node),
            Comments = own.Above,
            TrailingComment = own.Trailing,
            Span = SpanOf(node),
        };
    }

    private Cell Cell(SyntaxNode node) => new()
    {
        IsNegated = node.Has(SyntaxKind.Not),
        Tests = All(node.Parts(SyntaxKind.CellTest), Test),
        Span = SpanOf(node),
    };

    private CellTest Test(SyntaxNode node) => new()
    {
        Operator = node.Children[0] is SyntaxToken sign ? OperatorOf(sign.Kind) : null,
        Value = Lower(node.Expression()),
        Span = SpanOf(node),
    };
}
