using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>Productions that several declarations share. <c>form</c> is how the declaration is written, for advice.</summary>
internal static class CommonGrammar
{
    private const string WindowForm = "write `effective from 2026-08-01`, `effective until 2027-03-01`, or both: `effective from 2026-08-01 until 2027-03-01`";

    /// <summary><c>onlyIf</c></summary>
    public static readonly Parser<SyntaxElement> OnlyIf = Node(
        SyntaxKind.OnlyIfClause,
        Token(SyntaxKind.Only), Token(SyntaxKind.If).Required("`if`", "write `only if condition`"), ExpressionParser.Condition);

    /// <summary><c>when or</c></summary>
    public static readonly Parser<SyntaxElement> WhenCondition = Node(
        SyntaxKind.WhenClause,
        Token(SyntaxKind.When), ExpressionParser.Condition);

    /// <summary><c>typeRef</c></summary>
    public static readonly Parser<SyntaxElement> TypeReference = Node(
        SyntaxKind.TypeReference,
        Sequence(Word("list"), Word("of").Required("`of`", "write `list of Type`")).Optional(),
        Name("a type", "write a type's name: text, number, money, percent, date, boolean, or one that you declare"),
        Node(SyntaxKind.CurrencyClause, Token(SyntaxKind.In), Name("a currency", "write `money in EUR`")).Optional(),
        Token(SyntaxKind.Question).Optional());

    /// <summary><c>":" typeRef</c></summary>
    public static readonly Parser<SyntaxElement> TypeClause = Node(
        SyntaxKind.TypeClause,
        Token(SyntaxKind.Colon), TypeReference);

    /// <summary><c>"=" literal</c></summary>
    public static readonly Parser<SyntaxElement> Default = Node(
        SyntaxKind.DefaultClause,
        Token(SyntaxKind.Equal), ExpressionParser.Unary);

    /// <summary><c>"=" expr</c></summary>
    public static readonly Parser<SyntaxElement> Value = Node(
        SyntaxKind.DefaultClause,
        Token(SyntaxKind.Equal), ExpressionParser.Expression);

    /// <summary><c>params</c></summary>
    public static readonly Parser<SyntaxElement> Parameters = Node(
        SyntaxKind.Parameters,
        Token(SyntaxKind.OpenParen),
        Parameter().SeparatedByCommas(),
        Token(SyntaxKind.CloseParen).Required("`)`", "close the parameters: `(name : type)`", SyntaxKind.CloseParen));

    /// <summary><c>within primary</c></summary>
    public static readonly Parser<SyntaxElement> Within = Node(
        SyntaxKind.WithinClause,
        Word("within"), ExpressionParser.Primary);

    /// <summary><c>window</c></summary>
    public static readonly Parser<SyntaxElement> Window = Node(
        SyntaxKind.WindowClause,
        Word("effective"),
        Sequence(Word("from"), Day(), Until().Optional()).Or(Until()).Required("`from` or `until`", WindowForm));

    /// <summary><c>"owner" NAME</c></summary>
    public static readonly Parser<SyntaxElement> Owner = Node(
        SyntaxKind.OwnerClause,
        Word("owner"), Name("the role that owns it", "write `owner Role`"));

    /// <summary><c>overridable by names</c></summary>
    public static readonly Parser<SyntaxElement> Overridable = Node(
        SyntaxKind.OverridableClause,
        Word("overridable"), Word("by").Required("`by`", "write `overridable by Role`"), Name("the role that may change it", "write `overridable by Role`").SeparatedByCommas());

    /// <summary><c>TEXT</c> that is not an effect's.</summary>
    public static Parser<SyntaxElement> Title(string what, string form) => Token(SyntaxKind.Text).Required(what, form, SyntaxKind.Text);

    private static Parser<SyntaxElement> Until() => Node(SyntaxKind.UntilClause, Word("until"), Day());

    private static Parser<SyntaxElement> Day() => Token(SyntaxKind.Date).Required("a date", WindowForm, SyntaxKind.Date);

    private static Parser<SyntaxElement> Parameter()
    {
        const string Form = "write `(name : type)`";
        return Node(SyntaxKind.Parameter, Name("a parameter's name", Form), TypeClause.Required("`:` and a type", Form, SyntaxKind.Colon));
    }
}
