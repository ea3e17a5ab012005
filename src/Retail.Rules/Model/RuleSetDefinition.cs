using System.Collections.Generic;
using Retail.Rules.Text;

namespace Retail.Rules.Model;

/// <summary>
/// A document: a ruleset, or a vocabulary, part or layer, with its header and its declarations in the order of the text; or a ruleset with all that
/// it uses composed into one. Immutable and thread-safe.
/// </summary>
public sealed partial class RuleSetDefinition : ModelItem
{
    /// <summary>The text or JSON it was read from, for diagnostics; an empty text for a model built in code.</summary>
    public required SourceText Source { get; init; }

    /// <summary>What the document is; default a ruleset.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>The dotted name, such as <c>freshmart.promotion_approval</c>.</summary>
    public required Identifier Name { get; init; }

    /// <summary>The version as written; the engine does not interpret it. Empty for a part, which has that of its ruleset.</summary>
    public required Identifier Version { get; init; }

    /// <summary>For a part the ruleset that it is a piece of, for a layer the ruleset or layer that it lies over; else null.</summary>
    public Identifier? Base { get; init; }

    /// <summary>For a layer the role that answers for it, and may do what <c>overridable by</c> allows that role; null if none is named.</summary>
    public Identifier? Owner { get; init; }

    /// <summary>The <c>use</c> lines; none in a composed ruleset.</summary>
    public IReadOnlyList<UseClause> Uses { get; init; } = [];

    /// <summary>The documentation above the header, without <c>///</c>, lines joined by <c>\n</c>; null if there is none.</summary>
    public string? Documentation { get; init; }

    /// <summary>First day of the effective window; null if the header gives none.</summary>
    public DateLiteral? EffectiveFrom { get; init; }

    /// <summary>First day after the effective window; null if it is open.</summary>
    public DateLiteral? EffectiveUntil { get; init; }

    /// <summary>The currency of every amount of money, or <c>local</c>; null if the header gives none.</summary>
    public Identifier? Currency { get; init; }

    /// <summary>Decimal places of outputs, 0 to 18; null if the header gives none (outputs then keep up to 18).</summary>
    public NumberLiteral? OutputPlaces { get; init; }

    /// <summary>Every declaration, in the order of the text.</summary>
    public required IReadOnlyList<Declaration> Declarations { get; init; }

    /// <summary>Comment lines after the last declaration.</summary>
    public IReadOnlyList<string> ClosingComments { get; init; } = [];
}

/// <summary>A declaration at top level. Immutable.</summary>
public abstract class Declaration : ModelItem
{
    private protected Declaration()
    {
    }

    /// <summary>The documentation above it, without <c>///</c>, lines joined by <c>\n</c>; null if there is none.</summary>
    public string? Documentation { get; init; }
}
