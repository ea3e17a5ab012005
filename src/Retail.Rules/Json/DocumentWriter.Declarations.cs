using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

internal sealed partial class DocumentWriter
{
    /// <summary>A declaration as JSON; in canonical form none for an example and one for each name of a group.</summary>
    private IEnumerable<JsonPiece> Declarations(Declaration declaration) => declaration switch
    {
        EnumDeclaration item => [Enum(item)],
        TypeDeclaration item => [Type(item)],
        InputDeclaration item => Groups(item.Names).Select(names => Input(item, names)),
        ParamDeclaration item => [Param(item)],
        SetDeclaration item => [Set(item)],
        SetTableDeclaration item => [SetTable(item)],
        DefineDeclaration item => [Define(item)],
        ScoreDeclaration item => [Score(item)],
        TableDeclaration item => [Table(item)],
        SelectDeclaration item => [Select(item)],
        RuleDeclaration item => [Rule(item)],
        OutputDeclaration item => [Output(item)],
        NeverDeclaration item => [Never(item)],
        FactsDeclaration item => IsCanonical ? [] : [Facts(item)],
        ExampleDeclaration item => IsCanonical ? [] : [Example(item)],
        _ => [],
    };

    /// <summary>Names as grouped by the author; one by one in canonical form, where the grouping is layout.</summary>
    private IEnumerable<IReadOnlyList<Identifier>> Groups(IReadOnlyList<Identifier> names) =>
        IsCanonical ? names.Select(name => new[] { name }) : [names];

    private JsonPiece Enum(EnumDeclaration item)
    {
        var piece = JsonPiece.Object().Add("enum", item.Name.Text);
        if (item.Kind != EnumKind.Closed)
            piece.Add("kind", JsonWords.Of(JsonWords.EnumKinds, item.Kind));
        piece.Add("members", Names(item.Members));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Type(TypeDeclaration item)
    {
        var fields = item.Fields.SelectMany(group => Groups(group.Names).Select(names => Field(group, names)));
        var piece = JsonPiece.Object().Add("type", item.Name.Text).Add("fields", JsonPiece.Array(fields));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Field(FieldGroup group, IEnumerable<Identifier> names)
    {
        var piece = JsonPiece.Object().Add("names", Names(names)).Add("type", TypeText(group.Type));
        AddOptional(piece, "default", group.Default);
        AddNotes(piece, group);
        return piece;
    }

    private JsonPiece Input(InputDeclaration item, IEnumerable<Identifier> names)
    {
        var piece = JsonPiece.Object().Add("input", Names(names)).Add("type", TypeText(item.Type));
        AddOptional(piece, "default", item.Default);
        AddOptional(piece, "requiredWhen", item.RequiredWhen);
        if (item.IsCritical)
            piece.Add("critical", JsonPiece.True);
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Param(ParamDeclaration item)
    {
        var value = parameters is not null && parameters.TryGetValue(item.Name.Text, out var given) ? given : item.Value;
        var piece = JsonPiece.Object().Add("param", item.Name.Text).Add("type", TypeText(item.Type)).Add("value", Expression(value));
        if (item.Tighter != TighterDirection.Unknown && !IsCanonical)
            piece.Add("tighter", JsonWords.Of(JsonWords.TighterDirections, item.Tighter));
        AddOptional(piece, "within", item.Within);
        if (item.Owner is not null)
            piece.Add("owner", item.Owner.Text);
        AddOverriders(piece, item.OverridableBy);
        AddEffective(piece, item.Effective);
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    /// <summary>Who may override, which says what layers may do and not how facts are judged, so that it is not part of the canonical form.</summary>
    private void AddOverriders(JsonPiece piece, IReadOnlyList<Identifier> roles)
    {
        if (roles.Count > 0 && !IsCanonical)
            piece.Add("overridableBy", Names(roles));
    }

    private JsonPiece Set(SetDeclaration item)
    {
        var piece = JsonPiece.Object().Add("set", item.Name.Text).Add("value", Expression(item.Value));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Define(DefineDeclaration item)
    {
        var piece = JsonPiece.Object().Add("define", item.Name.Text);
        if (item.Parameters.Count > 0)
            piece.Add("parameters", Parameters(item.Parameters));
        if (item.Type is not null)
            piece.Add("type", TypeText(item.Type));
        piece.Add("value", Expression(item.Body));
        AddOptional(piece, "onlyIf", item.OnlyIf);
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Score(ScoreDeclaration item)
    {
        var piece = JsonPiece.Object().Add("score", item.Name.Text);
        if (item.Type is not null)
            piece.Add("type", TypeText(item.Type));
        piece.Add("value", Expression(item.Body)).Add("onlyIf", Expression(item.OnlyIf));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Output(OutputDeclaration item)
    {
        var piece = JsonPiece.Object().Add("output", item.Name.Text);
        AddOptional(piece, "value", item.Value);
        AddOptional(piece, "onlyIf", item.OnlyIf);
        if (item.Places is not null)
            piece.Add("places", Places(item.Places));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Never(NeverDeclaration item)
    {
        var piece = JsonPiece.Object().Add("never", item.Verdict.Text).Add("when", Expression(item.When));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Facts(FactsDeclaration item)
    {
        var piece = JsonPiece.Object().Add("facts", item.Name.Text).Add("record", Members(item.Record));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }

    private JsonPiece Example(ExampleDeclaration item)
    {
        var piece = JsonPiece.Object().Add("example", item.Title.Text);
        if (item.BaseFacts is not null)
            piece.Add("given", item.BaseFacts.Text);
        if (item.Facts is not null)
            piece.Add(item.BaseFacts is null ? "given" : "with", Members(item.Facts));
        if (item.Verdict is not null)
            piece.Add("expect", item.Verdict.Text);
        foreach (var (name, names) in new[]
            { ("rules", item.Rules), ("approvers", item.Approvers), ("conditions", item.Conditions), ("missing", item.Missing) })
        {
            if (names is not null)
                piece.Add(name, Names(names));
        }
        if (item.Outputs is not null)
            piece.Add("outputs", Members(item.Outputs));
        AddNotes(piece, item, item.Documentation);
        return piece;
    }
}
