using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>
/// Finds every document that one needs and sees that they fit together: each is at hand, of the right kind, and none needs itself. One per
/// composition; not thread-safe.
/// </summary>
internal sealed class DocumentLookup(RuleSetLibrary library, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, Document> found = new(StringComparer.Ordinal);
    private readonly HashSet<DefinitionResult> told = [];

    /// <summary>Documents whose needs are being looked up, outermost first.</summary>
    private readonly List<Document> open = [];

    /// <summary>Every document that was found, in the order in which they are needed.</summary>
    public List<Document> Documents { get; } = [];

    /// <summary>Looks up all that a document needs.</summary>
    /// <param name="definition">The document.</param>
    /// <returns>It, with what could be found.</returns>
    public Document Find(RuleSetDefinition definition)
    {
        var root = Add(definition, definition.Name.Text);
        foreach (var document in root.Stack())
            ReportForgottenParts(document);
        return root;
    }

    /// <summary>Looks up the ruleset or layer that a part is a piece of.</summary>
    /// <param name="part">The part.</param>
    /// <returns>What was read, free of errors; null if it cannot be had.</returns>
    public DefinitionResult? FindWhole(RuleSetDefinition part)
    {
        var document = new Document(part);
        if (Need(document, part.Base!) is not { } whole)
            return null;
        if (whole.Kind is DocumentKind.RuleSet or DocumentKind.Layer)
            return library.Find(whole.Name.Text);
        Report(CompositionDiagnostics.NotUsable, document, part.Base!, part.Base!.Text, Document.A(whole.Kind), "a part", "name the ruleset that it is a piece of");
        return null;
    }

    /// <param name="definition">A document that is needed for the first time.</param>
    /// <param name="whole">The ruleset or layer that it belongs to; its own name unless it is a part.</param>
    private Document Add(RuleSetDefinition definition, string whole)
    {
        var document = new Document(definition);
        found.Add(definition.Name.Text, document);
        Documents.Add(document);
        open.Add(document);
        if (definition is { Kind: DocumentKind.Layer, Base: { } below } && Need(document, below) is { } lower)
        {
            if (lower.Kind is DocumentKind.RuleSet or DocumentKind.Layer)
                document.Base = Resolve(document, below, lower, below.Text);
            else
                Report(LayerDiagnostics.NotUnderLayer, document, below, below.Text, Document.A(lower.Kind));
        }
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var use in definition.Uses.SelectMany(clause => clause.Names))
        {
            if (lines.TryGetValue(use.Text, out var line))
            {
                Report(CompositionDiagnostics.UsedTwice, document, use, use.Text, line);
                continue;
            }
            lines.Add(use.Text, definition.Source.GetPosition(use.Span.Start).Line);
            if (Need(document, use) is { } needed && MayUse(document, use, needed, whole) && Resolve(document, use, needed, whole) is { } target)
                document.Uses.Add((use, target));
        }
        open.RemoveAt(open.Count - 1);
        return document;
    }

    /// <summary>What a document names; null if it cannot be had, which is reported.</summary>
    private RuleSetDefinition? Need(Document document, Identifier name)
    {
        if (found.TryGetValue(name.Text, out var known))
            return known.Definition;
        if (library.Find(name.Text) is not { } read)
        {
            Report(CompositionDiagnostics.NotAtHand, document, name, name.Text, WhereItIsNot(), WhatToDo(name.Text));
            return null;
        }
        if (told.Add(read))
            diagnostics.AddRange(read.Diagnostics);
        if (read.HasErrors)
            return null;
        if (string.Equals(read.Definition!.Name.Text, name.Text, StringComparison.Ordinal))
            return read.Definition;
        Report(CompositionDiagnostics.OtherName, document, name, name.Text, read.Definition.Name.Text);
        return null;
    }

    private bool MayUse(Document document, Identifier place, RuleSetDefinition needed, string whole)
    {
        if (needed.Kind == DocumentKind.Vocabulary)
            return true;
        if (needed.Kind != DocumentKind.Part || document.Kind == DocumentKind.Vocabulary)
        {
            // A circle is the greater mistake.
            if (open.Any(other => other.Name == needed.Name.Text))
                return true;
            Report(CompositionDiagnostics.NotUsable, document, place, place.Text, Document.A(needed.Kind), Document.A(document.Kind),
                document.Kind == DocumentKind.Vocabulary ? "a vocabulary uses vocabularies" : "put what both need into a vocabulary, or lie over it with a layer");
            return false;
        }
        if (needed.Base!.Text == whole)
            return true;
        Report(CompositionDiagnostics.PartOfAnother, document, place, place.Text, needed.Base.Text, whole);
        return false;
    }

    /// <summary>A document with all that it needs in turn; null if it needs the one that needs it, which is reported.</summary>
    private Document? Resolve(Document document, Identifier place, RuleSetDefinition needed, string whole)
    {
        var circle = open.SkipWhile(other => other.Name != needed.Name.Text).ToArray();
        if (circle.Length > 0)
        {
            Report(CompositionDiagnostics.Cycle, document, place, place.Text, string.Join(" needs ", circle.Select(other => other.Name).Concat([needed.Name.Text])));
            return null;
        }
        return found.TryGetValue(needed.Name.Text, out var known) ? known : Add(needed, whole);
    }

    /// <summary>Reports parts of a ruleset that it does not use: a rule that was written is in force, or it is an error.</summary>
    private void ReportForgottenParts(Document document)
    {
        foreach (var name in library.Names)
        {
            if (library.Find(name)!.Definition is { Kind: DocumentKind.Part } part && part.Base?.Text == document.Name && !found.ContainsKey(name))
                diagnostics.Add(Diagnostic.Create(CompositionDiagnostics.ForgottenPart, part.Source, part.Name.Span, part.Name.Text, document.Name));
        }
    }

    private string WhereItIsNot()
    {
        if (library.Places.Count > 0)
            return "looked in " + string.Join(", ", library.Places);
        return library.Names.Count == 0 ? "no library was given" : "the library has " + string.Join(", ", library.Names);
    }

    private string WhatToDo(string name) => Spelling.Suggest(name, library.Names) is { } suggestion
        ? "did you mean `" + suggestion + "`?"
        : string.Format(CultureInfo.InvariantCulture, "put {0}.rules or {0}.rules.json beside this file, or where `--library` says; a host gives it in RuleSetOptions.Library", name);

    private void Report(DiagnosticDescriptor descriptor, Document document, Identifier place, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, document.Definition.Source, place.Span, arguments));
}
