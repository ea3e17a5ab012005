using System;
using System.Collections.Generic;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;
using Sprache;

namespace Retail.Rules.Dsl.Parsing;

/// <summary>
/// The production <c>file</c>: one Sprache parse per declaration, in a loop that finds the next declaration after a mistake. Any text
/// gives a tree.
/// </summary>
internal static class FileParser
{
    private static readonly Parser<SyntaxElement> Header = HeaderGrammar.Header.Recovering(DeclarationStart.OrHeaderClause);

    private static readonly Dictionary<string, Parser<SyntaxElement>> Declarations = new(StringComparer.Ordinal)
    {
        ["ordered"] = Recovering(TypeGrammar.MarkedEnum),
        ["open"] = Recovering(TypeGrammar.MarkedEnum),
        ["enum"] = Recovering(TypeGrammar.Enum),
        ["type"] = Recovering(TypeGrammar.Type),
        ["input"] = Recovering(ValueGrammar.Input),
        ["param"] = Recovering(ValueGrammar.Param),
        ["set"] = Recovering(TableGrammar.SetTable.Or(ValueGrammar.Set)),
        ["define"] = Recovering(ValueGrammar.Define),
        ["score"] = Recovering(ValueGrammar.Score),
        ["table"] = Recovering(TableGrammar.Table),
        ["select"] = Recovering(SelectGrammar.Select),
        ["stop"] = Recovering(RuleGrammar.MarkedRule),
        ["final"] = Recovering(RuleGrammar.MarkedRule),
        ["rule"] = Recovering(RuleGrammar.Rule),
        ["output"] = Recovering(ValueGrammar.Output),
        ["never"] = Recovering(ValueGrammar.Never),
        ["facts"] = Recovering(ValueGrammar.Facts),
        ["example"] = Recovering(ExampleGrammar.Example),
    };

    /// <summary>The tree of a text; whatever is wrong with it goes to <paramref name="diagnostics"/>.</summary>
    public static SyntaxNode Parse(SourceText source, RuleSetLimits limits, DiagnosticSink diagnostics)
    {
        var text = source.Content;
        if (text.Length > limits.MaxFileLength)
        {
            diagnostics.Report(SyntaxDiagnostics.TooLong, new TextSpan(0, 0), text.Length, limits.MaxFileLength);
            return new SyntaxNode(SyntaxKind.File, new SyntaxToken(SyntaxKind.EndOfFile, text, 0, text.Length, text.Length, true));
        }
        var context = new ParseContext(text, 0, text.Length, limits, diagnostics);
        var children = new List<SyntaxElement>();
        var place = ParseHeader(context, children);
        while (!place.AtEnd)
            place = ParseDeclaration(place, children);
        children.Add(place.Token);
        return new SyntaxNode(SyntaxKind.File, children.ToArray());
    }

    /// <summary>The tree of a text that is one expression.</summary>
    public static SyntaxNode ParseExpression(string text, RuleSetLimits limits, DiagnosticSink diagnostics)
    {
        if (text.Length > limits.MaxFileLength)
        {
            diagnostics.Report(SyntaxDiagnostics.TooLong, new TextSpan(0, 0), text.Length, limits.MaxFileLength);
            text = "";
        }
        var context = new ParseContext(text, 0, text.Length, limits, diagnostics) { EndName = "the end of the expression" };
        var result = ExpressionParser.Expression(context.InputAt(0));
        var place = (TokenInput)result.Remainder;
        if (!place.AtEnd)
            context.ReportExpected(place.Index, "an operator or the end of the expression", "a value ends here, and what follows belongs to nothing");
        return (SyntaxNode)result.Value;
    }

    private static TokenInput ParseHeader(ParseContext context, List<SyntaxElement> children)
    {
        var start = context.InputAt(0);
        var header = Header(start);
        if (header.WasSuccessful)
        {
            children.Add(header.Value);
            HeaderGrammar.CheckDuplicates((SyntaxNode)header.Value, context);
            return (TokenInput)header.Remainder;
        }
        context.Report(SyntaxDiagnostics.MissingHeader, start.Token.Span, context.Describe(0));
        return SkipToDeclaration(start, children);
    }

    private static TokenInput ParseDeclaration(TokenInput place, List<SyntaxElement> children)
    {
        var context = place.Context;
        context.Depth = 0;
        if (place.Kind == SyntaxKind.Name && Declarations.TryGetValue(place.Token.Text, out var parser))
        {
            var result = parser(place);
            children.Add(result.Value);
            return (TokenInput)result.Remainder;
        }
        if (place.Token.IsFirstOnLine && !context.IsUnitOnOtherLine(place.Index))
            context.Report(SyntaxDiagnostics.NotADeclaration, place.Token.Span, "`" + Lexing.Excerpt.Of(place.Token.Text) + "`", DeclarationStart.Advice(place.Token.Text));
        else
            context.ReportExpected(place.Index, "an operator or the end of the line", "a value ends here, and what follows belongs to nothing");
        return SkipToDeclaration(place, children);
    }

    private static TokenInput SkipToDeclaration(TokenInput place, List<SyntaxElement> children)
    {
        if (TokenParsers.Skip(place, DeclarationStart.IsAt, out var rest) is { } skipped)
            children.Add(skipped);
        place.Context.IsRecovering = false;
        return rest;
    }

    private static Parser<SyntaxElement> Recovering(Parser<SyntaxElement> declaration) => declaration.Recovering(DeclarationStart.IsAt);
}
