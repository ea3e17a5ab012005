using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>What each kind of document may hold.</summary>
internal static class DocumentContents
{
    /// <summary>Reports what does not belong into a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isOfLayer">Whether it is a layer, or a part of one.</param>
    /// <param name="diagnostics">Takes what is found.</param>
    public static void Check(Document document, bool isOfLayer, List<Diagnostic> diagnostics)
    {
        var definition = document.Definition;
        foreach (var (node, word, isOwner) in HeaderClauses(definition))
        {
            var fits = isOwner ? definition.Kind == DocumentKind.Layer
                : definition.Kind == DocumentKind.RuleSet || (definition.Kind == DocumentKind.Layer && word == "effective");
            if (!fits)
                Report(node, "`" + word + "`", isOwner ? "only a layer has an owner; a param names its own" : WhereHeaderBelongs(definition.Kind));
        }
        foreach (var declaration in definition.Declarations)
        {
            if (definition.Kind == DocumentKind.Vocabulary && declaration is not (EnumDeclaration or TypeDeclaration or ParamDeclaration or DefineDeclaration or TableDeclaration))
                Report(declaration, "`" + Word(declaration) + "`", "a vocabulary holds what rulesets share: enums, types, params, defines and tables");
            else if (declaration is SetDeclaration or SetTableDeclaration && !isOfLayer)
                Report(declaration, "`" + Word(declaration) + "`", "only a layer sets what it lies over; here, change the declaration itself");
        }

        void Report(ModelNode node, string what, string advice) =>
            diagnostics.Add(Diagnostic.Create(CompositionDiagnostics.OutOfPlace, definition.Source, HeadOf(node), what, Document.A(definition.Kind), advice));
    }

    private static IEnumerable<(ModelNode Node, string Word, bool IsOwner)> HeaderClauses(RuleSetDefinition definition)
    {
        if ((definition.EffectiveFrom ?? definition.EffectiveUntil) is { } effective)
            yield return (effective, "effective", false);
        if (definition.Currency is { } currency)
            yield return (currency, "currency", false);
        if (definition.OutputPlaces is { } places)
            yield return (places, "outputs", false);
        if (definition.Owner is { } owner)
            yield return (owner, "owner", true);
    }

    private static string WhereHeaderBelongs(DocumentKind kind) => kind == DocumentKind.Layer
        ? "a layer has that of what it lies over"
        : "it stands in the header of the ruleset";

    /// <summary>The name of a declaration, where it is told from others; the whole where it has none.</summary>
    private static Text.TextSpan HeadOf(ModelNode node) => node switch
    {
        InputDeclaration item => item.Names[0].Span,
        SelectDeclaration item => item.Name.Span,
        ScoreDeclaration item => item.Name.Span,
        RuleDeclaration item => item.Id.Span,
        OutputDeclaration item => item.Name.Span,
        NeverDeclaration item => item.Verdict.Span,
        FactsDeclaration item => item.Name.Span,
        ExampleDeclaration item => item.Title.Span,
        SetDeclaration item => item.Name.Span,
        SetTableDeclaration item => item.Name.Span,
        _ => node.Span,
    };

    private static string Word(Declaration declaration) => declaration switch
    {
        InputDeclaration => "input",
        SelectDeclaration => "select",
        ScoreDeclaration => "score",
        RuleDeclaration => "rule",
        OutputDeclaration => "output",
        NeverDeclaration => "never",
        FactsDeclaration => "facts",
        ExampleDeclaration => "example",
        SetTableDeclaration => "set table",
        SetDeclaration => "set",
        _ => throw new ArgumentException("belongs everywhere", nameof(declaration)),
    };
}
