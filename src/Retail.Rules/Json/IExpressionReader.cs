using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>
/// Reads an expression of the rule language that stands as a string in a JSON document. The Retail.Rules.Dsl package has the reader;
/// the runtime package has no grammar. An implementation is thread-safe and does not throw.
/// </summary>
public interface IExpressionReader
{
    /// <summary>Reads one expression, which takes up the whole text.</summary>
    /// <param name="source">The JSON document, for diagnostics.</param>
    /// <param name="span">
    /// Where the characters stand in <paramref name="source"/>, without the quotes. If it is as long as <paramref name="text"/>, offsets in the two agree;
    /// otherwise the string holds escapes, and every node and diagnostic takes the whole span.
    /// </param>
    /// <param name="text">The expression, escapes of JSON resolved.</param>
    /// <param name="diagnostics">Takes what is wrong with it; at least one error if the result is null.</param>
    /// <returns>The expression; null if it could not be made out.</returns>
    Expression? Read(SourceText source, TextSpan span, string text, ICollection<Diagnostic> diagnostics);
}
