using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Takes the findings of lexer and parser. Those about an expression that is a string in another document carry no fixes, since what they
/// would insert is not escaped for it. One per text; not thread-safe.
/// </summary>
internal sealed class DiagnosticSink
{
    private readonly List<Diagnostic> found = [];
    private readonly SourceText source;
    private readonly HostSpan? host;

    public DiagnosticSink(SourceText source, HostSpan? host = null)
    {
        this.source = source;
        this.host = host;
    }

    public int Count => found.Count;

    /// <summary>The number of the line that an offset is on.</summary>
    public int LineOf(int offset) => source.GetPosition(offset).Line;

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        found.Add(Diagnostic.Create(descriptor, source, Place(span), arguments));

    public void Report(CodeFix fix, DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        var diagnostic = Diagnostic.Create(descriptor, source, Place(span), arguments);
        found.Add(host is null ? diagnostic.WithFixes(fix) : diagnostic);
    }

    private TextSpan Place(TextSpan span) => host is null ? span : host.Map(span);

    /// <summary>What was found, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> InTextOrder() => found.OrderBy(diagnostic => diagnostic.Span.Start).ToArray();
}
