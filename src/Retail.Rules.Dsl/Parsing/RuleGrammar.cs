using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The productions <c>rule</c>, <c>clause</c> and <c>effect</c>.</summary>
internal static class RuleGrammar
{
    private const string RuleForm = "write `rule ID \"title\"`, then `when condition then effect`";
    private const string ForEachForm = "write `for each item in list`";
    private const string EffectForm = "write note, require, refer to, re-approve, hold, incomplete or reject; a decision approves where no rule says otherwise";
    private const string ReferForm = "write `refer to Role`, or several roles with commas between";
    private const string EscalateForm = "write `escalate to Role`, or several roles with commas between";
    private const string CodeForm = "write `code FAMILY.name`";

    private static readonly Parser<SyntaxElement> Template = input =>
    {
        var place = (TokenInput)input;
        return place.Kind == SyntaxKind.Text
            ? new Parsed(TemplateParser.Parse(place.Context, place.Token), input.Advance())
            : NotHere(input);
    };

    private static readonly Parser<SyntaxElement> Effect = EffectParser();

    private static readonly Parser<SyntaxElement> Code = Node(
        SyntaxKind.CodeClause,
        Word("code"), Name("the family of the reason", CodeForm), Token(SyntaxKind.Dot).Required("`.`", CodeForm, SyntaxKind.Dot), Name("the name in the family", CodeForm));

    private static readonly Parser<SyntaxElement> Clause = Node(
        SyntaxKind.Clause,
        Token(SyntaxKind.When), ExpressionParser.Expression, Then, Effect,
        Sequence(Token(SyntaxKind.And), Effect).Repeated());

    private static readonly Parser<SyntaxElement> RuleRest = Sequence(
        Name("the rule's id", RuleForm),
        CommonGrammar.Title("the rule's title as a text", RuleForm),
        Code.Optional(),
        CommonGrammar.Owner.Optional(),
        CommonGrammar.Window.Optional(),
        Node(
            SyntaxKind.ForEachClause,
            Token(SyntaxKind.For), Word("each").Required("`each`", ForEachForm),
            Name("a name for the item", ForEachForm), Token(SyntaxKind.In).Required("`in`", ForEachForm, SyntaxKind.In),
            ExpressionParser.Postfix).Optional(),
        CommonGrammar.OnlyIf.Optional());

    private static readonly Parser<SyntaxElement> Clauses = Sequence(
        Clause.Recovering(DeclarationStart.OrClause).Required("`when`", "a rule has at least one clause: `when condition then effect`", SyntaxKind.When),
        Clause.Recovering(DeclarationStart.OrClause).Repeated());

    public static readonly Parser<SyntaxElement> Rule = Node(
        SyntaxKind.RuleDeclaration,
        Sequence(Word("rule"), RuleRest).Recovering(DeclarationStart.OrClause), Clauses);

    public static readonly Parser<SyntaxElement> MarkedRule = Node(
        SyntaxKind.RuleDeclaration,
        Sequence(Word("stop").Or(Word("final")), Word("rule").Required("`rule`", RuleForm), RuleRest).Recovering(DeclarationStart.OrClause), Clauses);

    private static IResult<SyntaxElement> Then(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind == SyntaxKind.Then)
            return Taken(input);
        if (!place.Context.IsRecovering && place.Kind != SyntaxKind.PercentSign && !place.Context.IsUnitOnOtherLine(place.Index))
            place.Context.Report(SyntaxDiagnostics.MissingThen, place.Context.PlaceOf(place.Index), place.Context.Describe(place.Index));
        else
            place.Context.ReportExpected(place.Index, "`then`", "");
        return new Parsed(SyntaxToken.Missing(SyntaxKind.Then, place.Token), input);
    }

    private static Parser<SyntaxElement> EffectParser()
    {
        var plain = Node(SyntaxKind.Effect, FirstOf(Word("note"), Word(HardWords.ReApprove), Word("hold"), Word("incomplete"), Word("reject")), Template.Optional());
        var require = Node(
            SyntaxKind.Effect,
            Word("require"), Template.Required("what is required, as a text", "write `require \"...\"`", SyntaxKind.Text));
        var refer = Node(
            SyntaxKind.Effect,
            Word("refer"), Word("to").Required("`to`", ReferForm), Role(ReferForm).SeparatedByCommas(),
            Node(SyntaxKind.WithinClause, Word("within"), ExpressionParser.Sum).Optional(),
            Node(SyntaxKind.EscalateClause, Word("escalate"), Word("to").Required("`to`", EscalateForm), Role(EscalateForm).SeparatedByCommas()).Optional(),
            Template.Optional());
        return FirstOf(plain, require, refer).Required("an effect", EffectForm);
    }

    /// <summary>A role, or a path to a value that is one, as an expression.</summary>
    private static Parser<SyntaxElement> Role(string form) => input =>
    {
        var name = Name("a role", form)(input);
        var rest = name.Remainder;
        SyntaxElement role = new SyntaxNode(SyntaxKind.NameExpression, name.Value);
        while (((TokenInput)rest).Kind == SyntaxKind.Dot)
        {
            var member = Name("a member's name", form)(rest.Advance());
            role = new SyntaxNode(SyntaxKind.MemberExpression, role, ((TokenInput)rest).Token, member.Value);
            rest = member.Remainder;
        }
        return new Parsed(role, rest);
    };
}
