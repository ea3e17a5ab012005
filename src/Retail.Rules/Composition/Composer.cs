using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Composition;

/// <summary>
/// Makes one model of a ruleset and all that it uses, which is what is bound, hashed and written. A ruleset that uses nothing stays what it is.
/// Used once; not thread-safe.
/// </summary>
internal sealed class Composer
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly DocumentLookup lookup;

    private Composer(RuleSetLibrary library) => lookup = new DocumentLookup(library, diagnostics);

    /// <summary>Composes a ruleset, a layer or, to be checked by itself, a vocabulary.</summary>
    /// <param name="definition">The document, read without errors.</param>
    /// <param name="library">Where it finds what it uses.</param>
    /// <param name="diagnostics">What was found; without errors there is a model.</param>
    /// <returns>The model; null if there are errors.</returns>
    public static RuleSetDefinition? Compose(RuleSetDefinition definition, RuleSetLibrary library, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var composer = new Composer(library);
        var composed = composer.Compose(definition);
        diagnostics = composer.diagnostics;
        return composer.HasErrors ? null : composed;
    }

    /// <summary>Why a document cannot be compiled by itself; null if it can.</summary>
    public static Diagnostic? WhyItJudgesNothing(RuleSetDefinition definition) =>
        definition.Kind is DocumentKind.RuleSet or DocumentKind.Layer
            ? null
            : Diagnostic.Create(CompositionDiagnostics.JudgesNothing, definition.Source, definition.Name.Span, definition.Name.Text, Document.A(definition.Kind),
                definition.Kind == DocumentKind.Part ? "take `" + definition.Base?.Text + "`, which it is a piece of" : "take a ruleset that uses it");

    /// <summary>The ruleset or layer that a part is a piece of.</summary>
    /// <param name="part">The part.</param>
    /// <param name="library">Where it is looked for.</param>
    /// <param name="diagnostics">Why it cannot be had.</param>
    /// <returns>What was read, free of errors; null if it cannot be had.</returns>
    public static DefinitionResult? FindWhole(RuleSetDefinition part, RuleSetLibrary library, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var composer = new Composer(library);
        var whole = composer.lookup.FindWhole(part);
        diagnostics = composer.diagnostics;
        return whole;
    }

    private bool HasErrors => diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error);

    private RuleSetDefinition? Compose(RuleSetDefinition definition)
    {
        var root = lookup.Find(definition);
        var stack = root.Stack();
        foreach (var whole in stack)
        {
            foreach (var document in whole.WithParts())
                DocumentContents.Check(document, whole.Kind == DocumentKind.Layer, diagnostics);
        }
        var vocabularies = lookup.Documents.Where(document => document.Kind == DocumentKind.Vocabulary && document != root).ToArray();
        foreach (var vocabulary in vocabularies)
            DocumentContents.Check(vocabulary, isOfLayer: false, diagnostics);
        if (HasErrors)
            return null;
        UnneededUses.Report(lookup.Documents, diagnostics);
        if (lookup.Documents.Count == 1 && root.Kind == DocumentKind.RuleSet)
            return definition;
        var layers = new Layers(OpenEnums.Join([.. vocabularies.SelectMany(PiecesOf), .. stack.SelectMany(whole => OwnPieces(whole, stack))]), diagnostics);
        layers.Apply(stack);
        return HasErrors ? null : Join(root, stack, vocabularies, layers);
    }

    private RuleSetDefinition Join(Document root, IReadOnlyList<Document> stack, Document[] vocabularies, Layers layers)
    {
        var shared = layers.Pieces.Where(piece => vocabularies.Contains(piece.Document)).ToArray();
        var own = layers.Pieces.Where(piece => !vocabularies.Contains(piece.Document)).ToArray();
        var needed = SharedNeeds.Of(own, shared);
        var whole = needed.Concat(own).ToArray();
        if (root.Kind == DocumentKind.Vocabulary && whole.Any(piece => IsDated(piece.Declaration)))
            whole = [.. whole, new Piece(Day(), root)];
        var header = stack[0].Definition;
        var window = stack.Select(document => document.Definition).Last(document => document == header || document.EffectiveFrom is not null || document.EffectiveUntil is not null);
        return new RuleSetDefinition
        {
            Source = root.Definition.Source,
            Span = root.Definition.Span,
            Name = root.Definition.Name,
            Version = root.Definition.Version,
            Documentation = root.Definition.Documentation,
            EffectiveFrom = window.EffectiveFrom,
            EffectiveUntil = window.EffectiveUntil,
            Currency = header.Currency,
            OutputPlaces = header.OutputPlaces,
            Declarations = whole.Select(piece => piece.Declaration).ToArray(),
            Comments = root.Definition.Comments,
            TrailingComment = root.Definition.TrailingComment,
            ClosingComments = root.Definition.ClosingComments,
            Changes = layers.Changes,
            Origins = OriginsOf(whole, root.Kind == DocumentKind.Vocabulary ? whole : needed, shared, [(window.EffectiveUntil, window), (header.OutputPlaces, header)], layers.Sources),
        };
    }

    private static bool IsDated(Declaration declaration) => declaration switch
    {
        ParamDeclaration param => param.Effective is not null,
        TableDeclaration table => table.Effective is not null || table.Rows.Any(row => row.Effective is not null),
        _ => false,
    };

    /// <summary>The day that every ruleset has which uses a vocabulary with windows: <c>input asOf : date</c>.</summary>
    private static InputDeclaration Day() => new() { Names = [new Identifier { Text = "asOf" }], Type = new TypeReference { Name = new Identifier { Text = "date" } } };

    private static IEnumerable<Piece> PiecesOf(Document document) => document.Definition.Declarations.Select(declaration => new Piece(declaration, document));

    /// <summary>
    /// What a ruleset or layer and its parts declare. Examples of what lies below a layer may come out stricter with it and are not the layer's; of
    /// the facts there those stay that its own examples begin with.
    /// </summary>
    private static IEnumerable<Piece> OwnPieces(Document whole, IReadOnlyList<Document> stack)
    {
        var pieces = whole.WithParts().SelectMany(PiecesOf);
        if (whole == stack[stack.Count - 1])
            return pieces;
        var above = stack[stack.Count - 1].WithParts().SelectMany(PiecesOf);
        var begunWith = new HashSet<string?>(above.Select(piece => (piece.Declaration as ExampleDeclaration)?.BaseFacts?.Text));
        return pieces.Where(piece => piece.Declaration is not ExampleDeclaration && (piece.Declaration is not FactsDeclaration facts || begunWith.Contains(facts.Name.Text)));
    }

    private Origins OriginsOf(
        IReadOnlyList<Piece> whole, IReadOnlyList<Piece> needed, Piece[] shared, IEnumerable<(ModelNode? Clause, RuleSetDefinition Document)> header, Dictionary<ModelNode, SourceText> sources)
    {
        foreach (var (clause, document) in header.Where(entry => entry.Clause is not null))
            sources[clause!] = document.Source;
        foreach (var piece in whole)
            sources[piece.Declaration] = piece.Document.Definition.Source;
        return new Origins(
            sources,
            new HashSet<ModelNode>(needed.Select(piece => piece.Declaration)),
            lookup.Documents.Select(document => document.Definition.Source).ToArray(),
            shared.Except(needed).SelectMany(piece => Names.Given(piece.Declaration)).Select(name => name.Text).ToArray());
    }
}
