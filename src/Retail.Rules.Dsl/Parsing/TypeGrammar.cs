using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The productions <c>enum</c> and <c>type</c>.</summary>
internal static class TypeGrammar
{
    private const string EnumForm = "write `enum Name { member, member }`";
    private const string TypeForm = "write `type Name { member : type }`";

    private static readonly Parser<SyntaxElement> EnumMember = Token(SyntaxKind.Text).Or(Name("a member of the enum", EnumForm));

    private static readonly Parser<SyntaxElement> EnumRest = Sequence(
        Name("the enum's name", EnumForm),
        Token(SyntaxKind.OpenBrace).Required("`{`", EnumForm, SyntaxKind.OpenBrace),
        EnumMember.SeparatedByCommas(),
        Token(SyntaxKind.CloseBrace).Required("`,` or `}`", EnumForm, SyntaxKind.CloseBrace));

    public static readonly Parser<SyntaxElement> Enum = Node(
        SyntaxKind.EnumDeclaration,
        Word("enum"), EnumRest);

    public static readonly Parser<SyntaxElement> MarkedEnum = Node(
        SyntaxKind.EnumDeclaration,
        Word("ordered").Or(Word("open")), Word("enum").Required("`enum`", EnumForm), EnumRest);

    private static readonly Parser<SyntaxElement> Field = Node(
        SyntaxKind.FieldGroup,
        FieldName,
        Sequence(Token(SyntaxKind.Comma), input => FieldName(input) is { WasSuccessful: true } name ? name : Name("a member's name", TypeForm)(input)).Repeated(),
        CommonGrammar.TypeClause.Required("`:` and a type", TypeForm, SyntaxKind.Colon),
        CommonGrammar.Default.Optional(),
        Token(SyntaxKind.Comma).Optional());

    public static readonly Parser<SyntaxElement> Type = Node(
        SyntaxKind.TypeDeclaration,
        Word("type"),
        Name("the type's name", TypeForm),
        Token(SyntaxKind.OpenBrace).Required("`{`", TypeForm, SyntaxKind.OpenBrace),
        Field.Recovering(DeclarationStart.OrField).Repeated(),
        Token(SyntaxKind.CloseBrace).Required("a member or `}`", TypeForm, SyntaxKind.CloseBrace));

    /// <summary>A member's name, which may be a hard word; fails where none stands.</summary>
    private static IResult<SyntaxElement> FieldName(IInput input)
    {
        var place = (TokenInput)input;
        return HardWords.Is(place.Kind) || (place.Kind == SyntaxKind.Name && !DeclarationStart.IsAt(place)) ? Taken(input) : NotHere(input);
    }
}
