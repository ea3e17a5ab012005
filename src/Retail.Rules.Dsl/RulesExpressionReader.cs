using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Lowering;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl;

/// <summary>Reads expressions of the rule language that stand as strings in the JSON form. Immutable and thread-safe.</summary>
public sealed class RulesExpressionReader : IExpressionReader
{
    private readonly RuleSetLimits limits;

    /// <summary>Creates a reader.</summary>
    /// <param name="limits">Bounds on length and nesting; null for <see cref="RuleSetLimits.Default"/>.</param>
    public RulesExpressionReader(RuleSetLimits? limits = null) => this.limits = limits ?? RuleSetLimits.Default;

    /// <inheritdoc/>
    public Expression? Read(SourceText source, TextSpan span, string text, ICollection<Diagnostic> diagnostics)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        if (diagnostics is null)
            throw new ArgumentNullException(nameof(diagnostics));
        var host = new HostSpan(span, text.Length);
        var sink = new DiagnosticSink(source, host);
        var node = FileParser.ParseExpression(text, limits, sink);
        foreach (var diagnostic in sink.InTextOrder())
            diagnostics.Add(diagnostic);
        return sink.Count == 0 ? new ExpressionLowering(null, host).Lower(node) : null;
    }
}
