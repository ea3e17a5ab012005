using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Takes the findings of lexer and parser. An expression that stands as a string inside another document reports everything at the
/// place of that string, without fixes, since its offsets are not those of the document. One per text; not thread-safe.
/// </summary>
internal sealed class DiagnosticSink
{
    private readonly List<Diagnostic> found = [];
    private readonly SourceText source;
    private readonly TextSpan? host;

    public DiagnosticSink(SourceText source, TextSpan? host = null)
    {
        this.source = source;
        this.host = host;
    }

    public int Count => found.Count;

    /// <summary>The number of the line that an offset is on.</summary>
    public int LineOf(int offset) => source.GetPosition(offset).Line;

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        found.Add(Diagnostic.Create(descriptor, source, host ?? span, arguments));

    public void Report(CodeFix fix, DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        var diagnostic = Diagnostic.Create(descriptor, source, host ?? span, arguments);
        found.Add(host is null ? diagnostic.WithFixes(fix) : diagnostic);
    }

    /// <summary>What was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> InTextOrder() => found.OrderBy(diagnostic => diagnostic.Span.Start).ToArray();
}
