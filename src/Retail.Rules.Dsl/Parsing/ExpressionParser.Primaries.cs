using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

internal sealed partial class ExpressionParser
{
    private SyntaxNode PrimaryExpression()
    {
        switch (Kind)
        {
            case SyntaxKind.Number or SyntaxKind.Percent:
                return Number();
            case SyntaxKind.Date or SyntaxKind.Instant or SyntaxKind.Text or SyntaxKind.True or SyntaxKind.False or SyntaxKind.Unknown or SyntaxKind.Question:
                return Node(SyntaxKind.LiteralExpression, Take());
            case SyntaxKind.Name when IsAggregateWord() || IsSplitWord():
            case SyntaxKind.If or SyntaxKind.Sum or SyntaxKind.First or SyntaxKind.Any or SyntaxKind.Count or SyntaxKind.For:
                return BareAggregate();
            case SyntaxKind.Name when !DeclarationStart.OrSelectPart(context.InputAt(index)):
                return Node(SyntaxKind.NameExpression, Take());
            case SyntaxKind.OpenParen:
                return Parenthesized();
            case SyntaxKind.OpenBracket:
                return ListOrInterval();
            case SyntaxKind.OpenBrace:
                return RecordExpression();
            case SyntaxKind.Not:
                return Missing("a value", "put parentheses around a `not` that stands inside a larger expression: `(not ...)`");
            default:
                return Missing("a value", "write a name, a number, a text, or an expression in parentheses");
        }
    }

    private SyntaxNode Number()
    {
        var number = Take();
        if (Kind == SyntaxKind.PercentSign && !Current.IsFirstOnLine && number.Kind == SyntaxKind.Number)
        {
            var gap = TextSpan.FromBounds(number.End, Current.Start);
            var glued = number.Text + "%";
            context.ReportPlain(new CodeFix("write " + glued, new TextEdit(gap, "")), SyntaxDiagnostics.PercentNotGlued, Current.Span, number.Text);
            return Node(SyntaxKind.NumberExpression, number, Take());
        }
        return Kind == SyntaxKind.Name && !Current.IsFirstOnLine && number.Kind == SyntaxKind.Number && (UnitWords.TryParse(Current.Text, out _) || CurrencyCodes.Is(Current.Text))
            ? Node(SyntaxKind.NumberExpression, number, Take())
            : Node(SyntaxKind.NumberExpression, number);
    }

    /// <summary>An aggregate or <c>if</c> as an operand: reported, read to its end, and offered in parentheses.</summary>
    private SyntaxNode BareAggregate()
    {
        var word = Current;
        var node = WholeExpression();
        var fix = new CodeFix("put parentheses around it", new TextEdit(new TextSpan(node.Start, 0), "("), new TextEdit(new TextSpan(node.End, 0), ")"));
        context.ReportPlain(fix, SyntaxDiagnostics.NeedsParentheses, word.Span, word.Text);
        return node;
    }

    private SyntaxNode Parenthesized()
    {
        var open = Take();
        var inner = WholeExpression();
        return Kind == SyntaxKind.DotDot
            ? Interval(open, inner)
            : Node(SyntaxKind.ParenthesizedExpression, open, inner, Expect(SyntaxKind.CloseParen, "`)`", "close the parenthesis"));
    }

    private SyntaxNode ListOrInterval()
    {
        var children = new List<SyntaxElement> { Take() };
        if (Kind != SyntaxKind.CloseBracket)
        {
            Items(children);
            if (Kind == SyntaxKind.DotDot && children.Count == 2)
                return Interval((SyntaxToken)children[0], (SyntaxNode)children[1]);
        }
        children.Add(Expect(SyntaxKind.CloseBracket, "`]`", "close the list: `[a, b]`"));
        return Node(SyntaxKind.ListExpression, children.ToArray());
    }

    private SyntaxNode Interval(SyntaxToken open, SyntaxNode low)
    {
        var dots = Take();
        var high = Operators(Precedence.Sum);
        var close = Kind == SyntaxKind.CloseParen ? Take() : Expect(SyntaxKind.CloseBracket, "`]` or `)`", "close the interval: `]` if its upper end counts, `)` if not");
        return Node(SyntaxKind.IntervalExpression, open, low, dots, high, close);
    }

    private SyntaxNode RecordExpression()
    {
        var children = new List<SyntaxElement> { Take() };
        while (Kind is not (SyntaxKind.CloseBrace or SyntaxKind.EndOfFile or SyntaxKind.EndOfLine) && !context.IsRecovering)
            children.Add(RecordMember());
        children.Add(Expect(SyntaxKind.CloseBrace, "`}`", "close the record: `{ name: value }`"));
        return Node(SyntaxKind.RecordExpression, children.ToArray());
    }

    private SyntaxNode RecordMember()
    {
        const string Form = "write `{ name: value, name: value }`";
        var children = new List<SyntaxElement>();
        if (HardWords.Is(Kind))
            children.Add(Take());
        else
            children.Add(Expect(SyntaxKind.Name, "a member's name", Form));
        children.Add(Expect(SyntaxKind.Colon, "`:`", Form));
        children.Add(WholeExpression());
        if (Kind == SyntaxKind.Only)
            children.Add(OnlyIf());
        if (Kind == SyntaxKind.Comma)
            children.Add(Take());
        else if (Kind != SyntaxKind.CloseBrace)
            context.ReportExpected(index, "`,` or `}`", Form);
        return new SyntaxNode(SyntaxKind.RecordMember, children.ToArray());
    }

    private SyntaxNode OnlyIf() => new(
        SyntaxKind.OnlyIfClause, Take(), Expect(SyntaxKind.If, "`if`", "write `only if condition`"), Operators(Precedence.Or));
}
