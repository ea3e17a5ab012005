using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Parsing;

internal sealed partial class ExpressionParser
{
    /// <summary><c>min of</c>, <c>max of</c>: the second token tells them from the functions of that name.</summary>
    private bool IsAggregateWord() =>
        (IsWord("min") || IsWord("max")) && NextKind == SyntaxKind.Name && context.Tokens[index + 1].IsWord("of");

    /// <summary><c>sum of a.b for a in list where …</c></summary>
    private SyntaxNode BodyAggregate()
    {
        var word = Take();
        var form = "write `" + word.Text + " of value for item in list`";
        return Node(
            SyntaxKind.AggregateExpression,
            word, ExpectWord("of", form), WholeExpression(), Expect(SyntaxKind.For, "`for`", form), Each(form));
    }

    /// <summary><c>first a in list where …</c></summary>
    private SyntaxNode ItemAggregate()
    {
        var word = Take();
        return Node(SyntaxKind.AggregateExpression, word, Each("write `" + word.Text + " item in list where condition`"));
    }

    /// <summary><c>for a in list where …: value</c></summary>
    private SyntaxNode ListAggregate()
    {
        const string Form = "write `for item in list: value`";
        return Node(
            SyntaxKind.AggregateExpression,
            Take(), Each(Form), Expect(SyntaxKind.Colon, "`:`", Form), WholeExpression());
    }

    private SyntaxNode Each(string form)
    {
        var children = new List<SyntaxElement>
        {
            ExpectName("a name for the item", form), Expect(SyntaxKind.In, "`in`", form), PostfixExpression(),
        };
        if (Kind == SyntaxKind.Where)
            children.Add(new SyntaxNode(SyntaxKind.WhereClause, Take(), Operators(Precedence.Or)));
        return new SyntaxNode(SyntaxKind.EachClause, children.ToArray());
    }
}
