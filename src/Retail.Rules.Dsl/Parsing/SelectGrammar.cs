using Retail.Rules.Dsl.Syntax;
using Sprache;
using static Retail.Rules.Dsl.Parsing.TokenParsers;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>The production <c>select</c>.</summary>
internal static class SelectGrammar
{
    private const string SelectForm = "write `select name from item in list key item.id`";
    private const string ExcludeForm = "write `exclude ID \"title\" when condition`";
    private const string RankForm = "a select ends with its order: `rank by score descending`";

    private static readonly Parser<SyntaxElement> From = Node(
        SyntaxKind.FromClause,
        Word("from"), Name("a name for the item", SelectForm), Token(SyntaxKind.In).Required("`in`", SelectForm, SyntaxKind.In), ExpressionParser.Postfix);

    private static readonly Parser<SyntaxElement> Key = Node(
        SyntaxKind.KeyClause,
        Word("key"), ExpressionParser.Postfix);

    private static readonly Parser<SyntaxElement> Exclude = Node(
        SyntaxKind.Exclusion,
        Word("exclude"), Name("the exclusion's id", ExcludeForm), CommonGrammar.Title("the exclusion's title as a text", ExcludeForm),
        Token(SyntaxKind.When).Required("`when`", ExcludeForm, SyntaxKind.When), ExpressionParser.Expression);

    private static readonly Parser<SyntaxElement> Score = Node(
        SyntaxKind.ScoreItem,
        Word("score"), ExpressionParser.Sum, CommonGrammar.WhenCondition.Optional());

    private static readonly Parser<SyntaxElement> Prefer = Node(
        SyntaxKind.PreferClause,
        Word("prefer"), ExpressionParser.Condition);

    private static readonly Parser<SyntaxElement> Rank = Node(
        SyntaxKind.RankClause,
        Word("rank"), Word("by").Required("`by`", RankForm),
        Node(SyntaxKind.RankKey, ExpressionParser.Sum, Word("descending").Optional()).SeparatedByCommas());

    public static readonly Parser<SyntaxElement> Select = Node(
        SyntaxKind.SelectDeclaration,
        Sequence(
            Word("select"), Name("the select's name", SelectForm),
            From.Required("`from`", SelectForm), Key.Required("`key`", SelectForm)).Recovering(DeclarationStart.OrSelectPart),
        ValueGrammar.Define.Recovering(DeclarationStart.OrSelectPart).Repeated(),
        Exclude.Recovering(DeclarationStart.OrSelectPart).Repeated(),
        Score.Recovering(DeclarationStart.OrSelectPart).Repeated(),
        Prefer.Recovering(DeclarationStart.OrSelectPart).Optional(),
        Rank.Required("`rank by`", RankForm));
}
