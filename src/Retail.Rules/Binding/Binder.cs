using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Composition;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>
/// Looks up names and finds types: a <see cref="RuleSetDefinition"/> in, a <see cref="BoundRuleSet"/> and diagnostics out. Declarations may
/// stand in any order, so what has a body is bound when something first refers to it. Used once; not thread-safe.
/// </summary>
internal sealed partial class Binder
{
    private readonly RuleSetDefinition definition;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, ValueSymbol> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumType> enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleType> types = new(StringComparer.Ordinal);

    /// <summary>Rules by id; null once the ruleset is bound.</summary>
    private Dictionary<string, RuleDeclaration>? rules = new(StringComparer.Ordinal);
    private readonly HashSet<EnumType> usedEnums = [];
    private readonly HashSet<string> usedTypes = new(StringComparer.Ordinal);
    private readonly StructuralKeys keys = new();
    private readonly int maxDepth;

    /// <summary>Symbols whose bodies are being bound, outermost first.</summary>
    private readonly List<ComputedSymbol> running = [];

    /// <summary>The names by which what is being bound reaches the outcome; null while it does not.</summary>
    private IReadOnlyList<string>? outcomePath;

    /// <summary>The text of the declaration that is being bound.</summary>
    private SourceText source;

    private int depth;

    /// <summary>The greatest depth below what is being bound, through every symbol that it reads.</summary>
    private int deepest;

    private Binder(RuleSetDefinition definition, BindingOptions options)
    {
        this.definition = definition;
        source = definition.Source;
        parameters = options.Parameters;
        maxDepth = options.MaxDepth;
    }

    /// <summary>Binds a ruleset.</summary>
    /// <param name="definition">The ruleset.</param>
    /// <param name="options">Values of params and limits.</param>
    /// <param name="diagnostics">What was found, in the order of the text.</param>
    /// <returns>The bound ruleset; not to be planned if there are errors.</returns>
    public static BoundRuleSet Bind(RuleSetDefinition definition, BindingOptions options, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var binder = new Binder(definition, options);
        var bound = binder.BindRuleSet();
        diagnostics = binder.diagnostics
            .OrderBy(found => definition.Origins.PlaceOf(found.Source))
            .ThenBy(found => found.Span.Start)
            .ThenBy(found => found.Code, StringComparer.Ordinal)
            .ToArray();
        return bound;
    }

    private void Report(DiagnosticDescriptor descriptor, ModelNode node, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, source, node.Span, arguments));

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, source, span, arguments));

    private BoundError Fail(DiagnosticDescriptor descriptor, ModelNode node, params object[] arguments)
    {
        Report(descriptor, node, arguments);
        return BoundError.Instance;
    }

    private BoundError FailWithFix(DiagnosticDescriptor descriptor, ModelNode node, string replacement, params object[] arguments)
    {
        diagnostics.Add(Diagnostic.Create(descriptor, source, node.Span, arguments)
            .WithFixes(new CodeFix("write `" + replacement + "`", new TextEdit(node.Span, replacement))));
        return BoundError.Instance;
    }

    /// <summary>Goes on in the text of a piece of the model; gives the text to return to.</summary>
    private SourceText Enter(ModelNode node) => Enter(definition.Origins.Find(node) ?? (node is Declaration ? definition.Source : source));

    /// <summary>The text of the declaration that holds a node, wherever that is; for findings that follow names from text to text.</summary>
    private SourceText Holding(ModelNode node) => definition.Origins.Order.Count == 0
        ? definition.Source
        : definition.Declarations.FirstOrDefault(declaration => Names.Hold(declaration, node)) is { } holder ? definition.SourceOf(holder) : source;

    private SourceText Enter(SourceText? other)
    {
        var before = source;
        source = other ?? source;
        return before;
    }

    /// <summary>A line of the text that is being bound, or of another one with its name: 12, or 12 of group.limits.rules.</summary>
    private string LineOf(TextSpan span, SourceText? other = null)
    {
        var text = other ?? source;
        var line = text.GetPosition(span.Start).Line.ToString(CultureInfo.InvariantCulture);
        return ReferenceEquals(text, source) ? line : line + " of " + text.Path;
    }

    /// <summary>A type with its article, for messages.</summary>
    internal static string A(RuleType type)
    {
        if (type.IsOptional && type.Kind != TypeKind.Never)
            return A(type.AsKnown()) + " that may be unknown";
        return type.Kind switch
        {
            TypeKind.Number => "a number",
            TypeKind.Percent => "a percent",
            TypeKind.Money => type.ToString(),
            TypeKind.Date => "a date",
            TypeKind.Instant => "an instant",
            TypeKind.Duration => "a duration",
            TypeKind.Boolean => "true or false",
            TypeKind.Text => "text",
            TypeKind.Enum => WithArticle(type.Enum!.Name),
            TypeKind.Record => WithArticle(type.Record!.Name ?? "record"),
            TypeKind.List => "a " + type,
            TypeKind.Never => "unknown",
            TypeKind.Exclusions => "the exclusions of a select",
            _ => "something else",
        };
    }

    private static string WithArticle(string name) => ("AEIOUaeiou".IndexOf(name[0]) >= 0 ? "an " : "a ") + name;

    private static string Plural(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    private static string DidYouMean(string? suggestion, string otherwise) =>
        suggestion is null ? otherwise : "did you mean `" + suggestion + "`?";
}

/// <summary>What a compilation fixes besides the text.</summary>
internal sealed class BindingOptions
{
    /// <summary>What the stack of any host bears, whatever limits it sets.</summary>
    private const int MostDepth = 400;

    /// <summary>Defines that use defines may nest four times as deeply as one expression.</summary>
    public static BindingOptions Of(RuleSetOptions options) => new()
    {
        Parameters = options.Parameters,
        MaxDepth = (int)System.Math.Min(MostDepth, 4L * options.Limits.MaxDepth),
    };

    public IReadOnlyDictionary<string, Expression> Parameters { get; init; } = new Dictionary<string, Expression>();

    /// <summary>How deeply expressions may nest, defines that use defines included.</summary>
    public int MaxDepth { get; init; } = MostDepth;
}
