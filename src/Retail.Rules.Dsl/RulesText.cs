using System;
using Retail.Rules.Dsl.Formatting;
using Retail.Rules.Dsl.Lowering;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl;

/// <summary>Reads and writes the <c>.rules</c> form of a ruleset. Thread-safe; keeps nothing between calls.</summary>
public static class RulesText
{
    /// <summary>Reads a ruleset. Never throws for what the text says: whatever is wrong with it is in the result.</summary>
    /// <param name="source">The text.</param>
    /// <param name="limits">Bounds on length and nesting; null for <see cref="RuleSetLimits.Default"/>.</param>
    /// <returns>The model as far as it could be made out, not yet bound to types, and what is wrong with the syntax.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public static DefinitionResult Parse(SourceText source, RuleSetLimits? limits = null)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        var tree = SyntaxTree.Parse(source, limits ?? RuleSetLimits.Default);
        return new DefinitionResult(DeclarationLowering.Lower(tree), tree.Diagnostics);
    }

    /// <summary>Reads a ruleset, checks it and makes it ready to judge facts.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Parameters, tier and limits; null for the defaults.</param>
    /// <returns>The ruleset, or all that stands in its way: what is wrong with the syntax, and only without that, with names and types.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public static CompilationResult Compile(SourceText source, RuleSetOptions? options = null) => RuleSet.Compile(Parse(source, options?.Limits), options);

    /// <summary>
    /// Writes a ruleset in the canonical layout, comments and documentation included. Reading the text again gives the same model but for
    /// spans, provided that the model is one that text can hold: names are names, and holes of effect texts hold no texts and no records.
    /// </summary>
    /// <param name="definition">The model; need not bind.</param>
    /// <returns>The text, with <c>\n</c> line ends and one at its end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static string Write(RuleSetDefinition definition) =>
        RulesWriter.Write(definition ?? throw new ArgumentNullException(nameof(definition)));

    /// <summary>Writes one expression on one line, as JSON holds it in a string and <see cref="RulesExpressionReader"/> reads it.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>Its text, with the parentheses that precedence needs and no others; without comments.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expression"/> is null.</exception>
    public static string WriteExpression(Expression expression) =>
        ExpressionFormatter.Format(expression ?? throw new ArgumentNullException(nameof(expression)));
}
