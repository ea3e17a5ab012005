using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Writes a model as JSON. One instance a document; holds settings only.</summary>
internal sealed partial class DocumentWriter
{
    private readonly ExpressionForm form;
    private readonly IReadOnlyDictionary<string, Expression>? parameters;

    public DocumentWriter(ExpressionForm form) => this.form = form;

    /// <summary>For the canonical form: parameters as set, without what changes no decision.</summary>
    public DocumentWriter(IReadOnlyDictionary<string, Expression> parameters) => this.parameters = parameters;

    private bool IsCanonical => parameters is not null;

    public JsonPiece Document(RuleSetDefinition definition)
    {
        var document = JsonPiece.Object(isBroken: true);
        if (!IsCanonical)
            document.Add("$schema", RuleSetJson.SchemaId);
        document.Add("schemaVersion", JsonPiece.Number(RuleSetJson.SchemaVersion));
        AddHead(document, definition);
        if (definition.EffectiveFrom is not null || definition.EffectiveUntil is not null)
            document.Add("effective", Effective(definition.EffectiveFrom, definition.EffectiveUntil));
        if (definition.Currency is not null)
            document.Add("currency", definition.Currency.Text);
        if (definition.OutputPlaces is not null)
            document.Add("outputPlaces", Places(definition.OutputPlaces));
        if (definition.Owner is not null)
            document.Add("owner", definition.Owner.Text);
        if (definition.Uses.Count > 0)
            document.Add("uses", JsonPiece.Array(definition.Uses.Select(Use)));
        AddNotes(document, definition, definition.Documentation);
        var declarations = definition.Declarations.SelectMany(Declarations);
        document.Add("declarations", IsCanonical ? JsonPiece.ArrayAsMade(declarations) : JsonPiece.Array(declarations, isBroken: true));
        if (!IsCanonical && definition.ClosingComments.Count > 0)
            document.Add("closingComments", Strings(definition.ClosingComments));
        return document;
    }

    private static void AddHead(JsonPiece document, RuleSetDefinition definition)
    {
        document.Add(JsonWords.Of(JsonWords.DocumentKinds, definition.Kind), definition.Name.Text);
        if (definition.Base is not null)
            document.Add(definition.Kind == DocumentKind.Part ? "of" : "over", definition.Base.Text);
        if (definition.Kind != DocumentKind.Part)
            document.Add("version", definition.Version.Text);
    }

    private JsonPiece Use(UseClause use)
    {
        var piece = JsonPiece.Object().Add("use", Names(use.Names));
        AddNotes(piece, use);
        return piece;
    }

    private static JsonPiece Effective(DateLiteral? from, DateLiteral? until)
    {
        var effective = JsonPiece.Object();
        if (from is not null)
            effective.Add("from", ExpressionText.Of(from));
        if (until is not null)
            effective.Add("until", ExpressionText.Of(until));
        return effective;
    }

    private static void AddEffective(JsonPiece target, EffectiveWindow? window)
    {
        if (window is not null)
            target.Add("effective", Effective(window.From, window.Until));
    }

    /// <summary>A count of decimal places, a JSON number: small enough that no tool loses a digit of it.</summary>
    private JsonPiece Places(NumberLiteral places) => JsonPiece.Number(IsCanonical ? Normalised(places).Value : places.Value);

    private static JsonPiece Strings(IEnumerable<string> texts) => JsonPiece.Array(texts.Select(JsonPiece.Text));

    private static JsonPiece Names(IEnumerable<Identifier> names) => Strings(names.Select(name => name.Text));

    private static string TypeText(TypeReference type) =>
        (type.IsList ? "list of " : "") + type.Name.Text + (type.Currency is null ? "" : " in " + type.Currency.Text) + (type.IsOptional ? "?" : "");

    private JsonPiece Parameters(IEnumerable<Parameter> items) =>
        JsonPiece.Array(items.Select(item => JsonPiece.Object().Add("name", item.Name.Text).Add("type", TypeText(item.Type))));

    private void AddOptional(JsonPiece target, string name, Expression? value)
    {
        if (value is not null)
            target.Add(name, Expression(value));
    }

    private void AddNotes(JsonPiece target, ModelItem item, string? documentation = null)
    {
        if (IsCanonical)
            return;
        if (documentation is not null)
            target.Add("documentation", Strings(documentation.Split('\n')));
        if (item.Comments.Count > 0)
            target.Add("comments", Strings(item.Comments));
        if (item.TrailingComment is not null)
            target.Add("trailingComment", item.TrailingComment);
    }

    /// <summary>The number without the zeros that end it: 2.50 and 2.5 are the same threshold.</summary>
    private static NumberLiteral Normalised(NumberLiteral number) => new()
    {
        Value = number.Value / 1.0000000000000000000000000000m,
        IsPercent = number.IsPercent,
        Unit = number.Unit,
    };
}
