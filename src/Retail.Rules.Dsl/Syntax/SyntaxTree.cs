using System.Collections.Generic;
using System.Text;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Syntax;

/// <summary>A ruleset's text as a tree that loses nothing: its tokens' full texts, joined, are the text again. Immutable and thread-safe.</summary>
internal sealed class SyntaxTree
{
    private SyntaxTree(SourceText source, SyntaxNode root, IReadOnlyList<Diagnostic> diagnostics)
    {
        Source = source;
        Root = root;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    /// <summary>The file.</summary>
    public SyntaxNode Root { get; }

    /// <summary>What is wrong with the syntax, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Parses any text at all: what cannot be read is reported and kept as skipped tokens.</summary>
    public static SyntaxTree Parse(SourceText source, RuleSetLimits limits)
    {
        var diagnostics = new DiagnosticSink(source);
        var root = FileParser.Parse(source, limits, diagnostics);
        return new SyntaxTree(source, root, diagnostics.InTextOrder());
    }

    /// <summary>The text, put together from the tokens.</summary>
    public string ToFullString()
    {
        var text = new StringBuilder(Source.Length);
        foreach (var token in Root.AllTokens())
            text.Append(token.FullText);
        return text.ToString();
    }
}
