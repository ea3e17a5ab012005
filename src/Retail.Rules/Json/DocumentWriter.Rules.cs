using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

internal sealed partial class DocumentWriter
{
    private JsonPiece Rule(RuleDeclaration item)
    {
        var piece = JsonPiece.Object().Add("rule", item.Id.Text).Add("title", item.Title.Text);
        if (item.Code is not null)
            piece.Add("code", item.Code.ToString());
        if (item.Owner is not null)
            piece.Add("owner", item.Owner.Text);
        if (item.Kind != RuleKind.Ordinary)
            piece.Add("kind", JsonWords.Of(JsonWords.RuleKinds, item.Kind));
        AddEffective(piece, item.Effective);
        if (item.ForEach is not null)
            piece.Add("forEach", JsonPiece.Object().Add("item", item.ForEach.Item.Text).Add("in", Expression(item.ForEach.Source)));
        AddOptional(piece, "onlyIf", item.OnlyIf);
        piece.Add("clauses", JsonPiece.Array(item.Clauses.Select(Clause)));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Clause(Clause clause)
    {
        var piece = JsonPiece.Object().Add("when", Expression(clause.When)).Add("then", JsonPiece.Array(clause.Effects.Select(Effect)));
        AddNotes(piece, clause);
        return piece;
    }

    private JsonPiece Effect(Effect effect)
    {
        var piece = JsonPiece.Object().Add("effect", JsonWords.Of(JsonWords.Effects, effect.Kind));
        if (effect.Roles.Count > 0)
            piece.Add("to", JsonPiece.Array(effect.Roles.Select(Expression)));
        AddOptional(piece, "within", effect.Within);
        if (effect.EscalateTo.Count > 0)
            piece.Add("escalateTo", JsonPiece.Array(effect.EscalateTo.Select(Expression)));
        if (effect.Text is not null)
            piece.Add("text", Template(effect.Text));
        return piece;
    }

    /// <summary>A template as one string where a reader needs nothing but paths to understand it; else its parts.</summary>
    private JsonPiece Template(TextTemplate template)
    {
        var isString = !IsCanonical && template.Parts.All(part => part.Hole is null || IsOneString(part.Hole));
        return isString
            ? JsonPiece.Text(string.Concat(template.Parts.Select(PartText)))
            : JsonPiece.Array(template.Parts.Select(part => part.Hole is null ? JsonPiece.Text(part.Literal ?? "") : JsonPiece.Object().Add("hole", Expression(part.Hole))));
    }

    private static string PartText(TextPart part) =>
        part.Hole is null ? (part.Literal ?? "").Replace("{", "{{") : "{" + ExpressionText.Of(part.Hole) + "}";

    private JsonPiece Select(SelectDeclaration item)
    {
        var piece = JsonPiece.Object()
            .Add("select", item.Name.Text).Add("item", item.Item.Text).Add("from", Expression(item.Source)).Add("key", Expression(item.Key));
        if (item.Defines.Count > 0)
            piece.Add("defines", JsonPiece.Array(item.Defines.Select(Define)));
        if (item.Exclusions.Count > 0)
            piece.Add("exclusions", JsonPiece.Array(item.Exclusions.Select(Exclusion)));
        if (item.Scores.Count > 0)
            piece.Add("scores", JsonPiece.Array(item.Scores.Select(Score)));
        AddOptional(piece, "prefer", item.Prefer);
        piece.Add("rankBy", JsonPiece.Array(item.RankKeys.Select(RankKey)));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Exclusion(Exclusion exclusion)
    {
        var piece = JsonPiece.Object()
            .Add("exclude", exclusion.Id.Text).Add("title", exclusion.Title.Text).Add("when", Expression(exclusion.When));
        AddNotes(piece, exclusion);
        return piece;
    }

    private JsonPiece Score(ScoreItem score)
    {
        var piece = JsonPiece.Object().Add("score", Expression(score.Points));
        AddOptional(piece, "when", score.When);
        AddNotes(piece, score);
        return piece;
    }

    private JsonPiece RankKey(RankKey key)
    {
        var piece = JsonPiece.Object().Add("by", Expression(key.Value));
        return key.IsDescending ? piece.Add("descending", JsonPiece.True) : piece;
    }
}
