using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The production <c>example</c>.</summary>
internal static class ExampleGrammar
{
    private const string GivenForm = "write `given { input: value }`, or `given facts with { input: value }`";
    private const string ExpectForm = "write `expect verdict`, then what else is expected";

    private static readonly Parser<SyntaxElement> Given = Node(
        SyntaxKind.GivenClause,
        Word("given"), GivenFacts);

    private static readonly Parser<SyntaxElement> NamedFacts = Sequence(
        Name("facts", GivenForm),
        Sequence(Word("with"), ExpressionParser.Record).Optional());

    private static readonly Parser<SyntaxElement> ExpectedName = Token(SyntaxKind.Text).Or(Name("a name, or `none`", ExpectForm));

    private static readonly Parser<SyntaxElement> ExpectedNames = Node(
        SyntaxKind.ExpectedNames,
        Word("rules").Or(Word("approvers")).Or(Word("conditions")).Or(Word("missing")), ExpectedName.SeparatedByCommas());

    private static readonly Parser<SyntaxElement> ExpectedOutputs = Node(
        SyntaxKind.ExpectedOutputs,
        Word("outputs"), ExpressionParser.Record);

    private static readonly Parser<SyntaxElement> Expect = Node(
        SyntaxKind.ExpectClause,
        Word("expect"), Verdict, ExpectedNames.Or(ExpectedOutputs).Repeated());

    public static readonly Parser<SyntaxElement> Example = Node(
        SyntaxKind.ExampleDeclaration,
        Word("example"), CommonGrammar.Title("the example's title as a text", "write `example \"title\"`, then `given` and `expect`"),
        Given.Required("`given`", GivenForm), Expect.Required("`expect`", ExpectForm));

    private static IResult<SyntaxElement> GivenFacts(IInput input) =>
        ((TokenInput)input).Kind == SyntaxKind.OpenBrace ? ExpressionParser.Record(input) : NamedFacts(input);

    /// <summary>The verdict, which a ruleset without rules leaves out.</summary>
    private static IResult<SyntaxElement> Verdict(IInput input)
    {
        var place = (TokenInput)input;
        var isPart = place.Kind == SyntaxKind.Name && place.Token.Text is "rules" or "approvers" or "conditions" or "missing" or "outputs";
        return place.Kind == SyntaxKind.Name && !isPart && !DeclarationStart.IsAt(place)
            ? Taken(input)
            : new Parsed(SyntaxNode.Nothing, input);
    }
}
