using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>Warns of vocabularies that a document uses and needs nothing of.</summary>
internal static class UnneededUses
{
    public static void Report(IReadOnlyList<Document> documents, List<Diagnostic> diagnostics)
    {
        foreach (var document in documents.Where(document => document.Uses.Count > 0))
        {
            var read = new HashSet<string>(document.WithParts().SelectMany(part => part.Definition.Declarations).SelectMany(Meant), StringComparer.Ordinal);
            foreach (var (place, target) in document.Uses.Where(use => use.Target.Kind == DocumentKind.Vocabulary))
            {
                if (!target.Reach().Concat([target]).SelectMany(other => other.Definition.Declarations).SelectMany(Offered).Any(read.Contains))
                    diagnostics.Add(Diagnostic.Create(CompositionDiagnostics.Unneeded, document.Definition.Source, place.Span, place.Text));
            }
        }
    }

    /// <summary>What a declaration refers to, and an open enum that it may add to.</summary>
    private static IEnumerable<string> Meant(Declaration declaration) =>
        Names.Read(declaration).Concat(declaration is EnumDeclaration { Kind: EnumKind.Open } item ? [item.Name.Text] : []);

    private static IEnumerable<string> Offered(Declaration declaration) =>
        Names.Given(declaration).Concat(declaration is EnumDeclaration item ? item.Members : []).Select(name => name.Text);
}
