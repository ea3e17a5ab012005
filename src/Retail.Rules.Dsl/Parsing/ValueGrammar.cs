using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.CommonGrammar;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The productions <c>input</c>, <c>param</c>, <c>set</c> of a param, <c>define</c>, <c>score</c>, <c>output</c>, <c>never</c> and <c>facts</c>.</summary>
internal static class ValueGrammar
{
    private const string InputForm = "write `input name : type`";
    private const string ParamForm = "write `param name : type = value`";
    private const string SetForm = "write `set param = value`, or `set table name` with rows below";
    private const string TighterForm = "write `tighter if lower`, or `tighter if higher`";
    private const string DefineForm = "write `define name = value`";
    private const string ScoreForm = "write `score name = value only if condition`";
    private const string OutputForm = "write `output name`, or `output name = value`";
    private const string PlacesForm = "write `output name to 2 places`";

    public static readonly Parser<SyntaxElement> Input = Node(
        SyntaxKind.InputDeclaration,
        Word("input"),
        Name("the input's name", InputForm).SeparatedByCommas(),
        TypeClause.Required("`:` and a type", InputForm, SyntaxKind.Colon),
        Default.Or(RequiredWhen()).Optional(),
        Node(SyntaxKind.CriticalClause, Word("critical")).Optional());

    public static readonly Parser<SyntaxElement> Param = Node(
        SyntaxKind.ParamDeclaration,
        Word("param"),
        Name("the parameter's name", ParamForm),
        TypeClause.Required("`:` and a type", ParamForm, SyntaxKind.Colon),
        Default.Required("`=` and a value", ParamForm, SyntaxKind.Equal),
        Tighter().Optional(),
        Within.Optional(),
        Owner.Optional(),
        Overridable.Optional(),
        Window.Optional());

    public static readonly Parser<SyntaxElement> Set = Node(
        SyntaxKind.SetDeclaration,
        Word("set"),
        Name("the name of a param", SetForm),
        Default.Required("`=` and a value", SetForm, SyntaxKind.Equal));

    public static readonly Parser<SyntaxElement> Define = Node(
        SyntaxKind.DefineDeclaration,
        Word("define"),
        Name("the name", DefineForm),
        Parameters.Optional(),
        TypeClause.Optional(),
        Value.Required("`=` and a value", DefineForm, SyntaxKind.Equal),
        OnlyIf.Optional());

    public static readonly Parser<SyntaxElement> Score = Node(
        SyntaxKind.ScoreDeclaration,
        Word("score"),
        Name("the score's name", ScoreForm),
        TypeClause.Optional(),
        Value.Required("`=` and a value", ScoreForm, SyntaxKind.Equal),
        OnlyIf.Required("`only if`", "a score counts under a condition alone: `only if ai is known and ai.modelApproved`", SyntaxKind.Only));

    public static readonly Parser<SyntaxElement> Output = Node(
        SyntaxKind.OutputDeclaration,
        Word("output"),
        Name("the output's name", OutputForm),
        Value.Optional(),
        OnlyIf.Optional(),
        Node(
            SyntaxKind.PlacesClause,
            Word("to"),
            Token(SyntaxKind.Number).Required("a number of places", PlacesForm, SyntaxKind.Number),
            Word("places").Required("`places`", PlacesForm)).Optional());

    public static readonly Parser<SyntaxElement> Never = Node(
        SyntaxKind.NeverDeclaration,
        Word("never"),
        Word(HardWords.ReApprove).Or(Name("a verdict", "write `never approve when condition`")),
        Token(SyntaxKind.When).Required("`when`", "write `never approve when condition`", SyntaxKind.When),
        ExpressionParser.Expression);

    public static readonly Parser<SyntaxElement> Facts = Node(
        SyntaxKind.FactsDeclaration,
        Word("facts"),
        Name("the name of the facts", "write `facts name { input: value }`"),
        ExpressionParser.Record);

    private static Parser<SyntaxElement> Tighter() => Node(
        SyntaxKind.TighterClause,
        Word("tighter"),
        Token(SyntaxKind.If).Required("`if`", TighterForm, SyntaxKind.If),
        Word("lower").Or(Word("higher")).Required("`lower` or `higher`", TighterForm));

    private static Parser<SyntaxElement> RequiredWhen() => Node(
        SyntaxKind.RequiredClause,
        Word("required"),
        Token(SyntaxKind.When).Required("`when`", "write `required when condition`", SyntaxKind.When),
        ExpressionParser.Condition);
}
