using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>
/// Collects what is wrong with a document, up to a hundred findings: who reads them mends the first and reads again. One instance a document;
/// not thread-safe.
/// </summary>
internal sealed class JsonReports(SourceText source)
{
    private const int MaxReports = 100;

    private readonly List<Diagnostic> diagnostics = [];

    public bool IsFull => diagnostics.Count >= MaxReports;

    public int Count => diagnostics.Count;

    /// <summary>What was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> InOrder => diagnostics.OrderBy(diagnostic => diagnostic.Span.Start).ToArray();

    /// <summary>For whom reads expressions in strings.</summary>
    public ICollection<Diagnostic> Sink => diagnostics;

    public void Add(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (!IsFull)
            diagnostics.Add(Diagnostic.Create(descriptor, source, span, arguments));
    }

    /// <summary>Reports a value, whose path is the first argument.</summary>
    public void Add(DiagnosticDescriptor descriptor, JsonSyntax at, params object[] arguments)
    {
        if (!IsFull)
            Add(descriptor, at.Span, [at.Path, .. arguments]);
    }

    /// <summary>Reports a word that is none of some words, and offers the nearest.</summary>
    /// <param name="descriptor">The code; its last hole takes the advice.</param>
    /// <param name="at">The value whose path leads.</param>
    /// <param name="span">The word, without quotes.</param>
    /// <param name="word">The word.</param>
    /// <param name="known">The words that it may be.</param>
    /// <param name="what">What it is not.</param>
    public void AddUnknown(DiagnosticDescriptor descriptor, JsonSyntax at, TextSpan span, string word, IReadOnlyCollection<string> known, string what)
    {
        if (IsFull)
            return;
        var suggestion = Spelling.Suggest(word, known);
        var advice = suggestion is null ? "write one of " + string.Join(", ", known) : "did you mean `" + suggestion + "`?";
        var found = Diagnostic.Create(descriptor, source, span, at.Path, word, what, advice);
        diagnostics.Add(suggestion is null ? found : found.WithFixes(new CodeFix("write `" + suggestion + "`", new TextEdit(span, suggestion))));
    }
}
