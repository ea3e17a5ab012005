using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// Where an expression stands that is a string in another document. If the string is as long there, offsets only shift; otherwise it holds
/// escapes, and everything points at the whole string. Immutable.
/// </summary>
internal sealed class HostSpan
{
    private readonly TextSpan span;
    private readonly bool isVerbatim;

    public HostSpan(TextSpan span, int length)
    {
        this.span = span;
        isVerbatim = span.Length == length;
    }

    /// <summary>The place in the document of a place in the expression.</summary>
    public TextSpan Map(TextSpan inner) => isVerbatim ? new TextSpan(span.Start + inner.Start, inner.Length) : span;
}
