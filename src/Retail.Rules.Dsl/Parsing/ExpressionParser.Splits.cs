using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Parsing;

internal sealed partial class ExpressionParser
{
    private const string SplitForm = "write `split total over item in list by weight`";

    /// <summary>
    /// Whether <c>split</c> here begins a split. The word alone is a name, which files may use, and a parenthesis may follow both; so what tells
    /// them apart is <c>over</c> after the total. Stops at the next such word, so that a text full of them is not searched over and over.
    /// </summary>
    private bool IsSplitWord()
    {
        if (!IsWord("split"))
            return false;
        if (NextKind is SyntaxKind.If or SyntaxKind.Sum or SyntaxKind.First or SyntaxKind.Any or SyntaxKind.Count)
            return true;
        var isAfterValue = false;
        for (var at = index + 1; ; at++)
        {
            var token = context.Tokens[at];
            switch (context.KindAt(at))
            {
                case SyntaxKind.Name when token.IsWord("split"):
                    return false;
                case SyntaxKind.Name when isAfterValue && token.IsWord("over"):
                    return true;
                case SyntaxKind.Name when isAfterValue && (token.IsFirstOnLine || context.KindAt(at - 1) != SyntaxKind.Number):
                    return false;
                case SyntaxKind.Text or SyntaxKind.Date or SyntaxKind.Instant or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Unknown when isAfterValue:
                    return false;
                case SyntaxKind.Text or SyntaxKind.Date or SyntaxKind.Instant or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Unknown:
                case SyntaxKind.Name or SyntaxKind.Number or SyntaxKind.Percent or SyntaxKind.PercentSign or SyntaxKind.Question:
                    isAfterValue = true;
                    break;
                case SyntaxKind.Plus or SyntaxKind.Minus or SyntaxKind.Star or SyntaxKind.Slash or SyntaxKind.Dot:
                    isAfterValue = false;
                    break;
                case SyntaxKind.OpenParen or SyntaxKind.OpenBracket or SyntaxKind.OpenBrace:
                    at = EndOfBrackets(at);
                    isAfterValue = true;
                    break;
                case var kind when !isAfterValue && Lexing.HardWords.Is(kind) && context.KindAt(at - 1) == SyntaxKind.Dot:
                    isAfterValue = true;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>The bracket that closes the one here; where none does, the last token.</summary>
    private int EndOfBrackets(int at)
    {
        for (var open = 0; at < context.Tokens.Length - 1; at++)
        {
            var kind = context.KindAt(at);
            if (kind is SyntaxKind.OpenParen or SyntaxKind.OpenBracket or SyntaxKind.OpenBrace)
                open++;
            else if (kind is SyntaxKind.CloseParen or SyntaxKind.CloseBracket or SyntaxKind.CloseBrace && --open == 0)
                return at;
        }
        return at - 1;
    }

    /// <summary><c>split total over a in list by a.weight to 2 places</c></summary>
    private SyntaxNode Split()
    {
        var children = new List<SyntaxElement>
        {
            Take(), Operators(Precedence.Sum),
            ExpectWord("over", SplitForm), ExpectName("a name for the item", SplitForm), Expect(SyntaxKind.In, "`in`", SplitForm), PostfixExpression(),
            ExpectWord("by", SplitForm), Operators(Precedence.Sum),
        };
        if (IsWord("to"))
            children.Add(Places());
        return Node(SyntaxKind.SplitExpression, children.ToArray());
    }

    private SyntaxNode Places()
    {
        const string Form = SplitForm + " and `to 2 places` after it";
        return new SyntaxNode(SyntaxKind.PlacesClause, Take(), Expect(SyntaxKind.Number, "a number of places", Form), ExpectWord("places", Form));
    }
}
