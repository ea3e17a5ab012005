using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Model;

/// <summary>What composing adds to a model: where its pieces came from and what layers changed.</summary>
public sealed partial class RuleSetDefinition
{
    /// <summary>What layers changed, the lowest layer first; empty in a model that was not composed of layers.</summary>
    public IReadOnlyList<LayerChange> Changes { get; internal init; } = [];

    /// <summary>Where the pieces of a composed model came from.</summary>
    internal Origins Origins { get; init; } = Origins.None;

    /// <summary>The text that a declaration stands in: in a composed model it may be that of another document.</summary>
    /// <param name="declaration">A declaration of this model.</param>
    /// <returns>The text.</returns>
    public SourceText SourceOf(Declaration declaration) => Origins.Find(declaration) ?? Source;
}

/// <summary>
/// Where the pieces of a composed model came from: declarations, and in those that a layer changed the value or row that it put there. Immutable.
/// </summary>
internal sealed class Origins
{
    public static readonly Origins None = new(new Dictionary<ModelNode, SourceText>(), [], [], []);

    private readonly IReadOnlyDictionary<ModelNode, SourceText> sources;
    private readonly HashSet<ModelNode> shared;

    public Origins(IReadOnlyDictionary<ModelNode, SourceText> sources, HashSet<ModelNode> shared, IReadOnlyList<SourceText> order, IReadOnlyList<string> unneeded)
    {
        this.sources = sources;
        this.shared = shared;
        Order = order;
        Unneeded = unneeded;
    }

    /// <summary>Every text that was composed, that of the document itself first.</summary>
    public IReadOnlyList<SourceText> Order { get; }

    /// <summary>Names of vocabularies that nothing needs and that are left out; someone who misspells one meant it.</summary>
    public IReadOnlyList<string> Unneeded { get; }

    /// <summary>The text that a piece stands in; null if it is that of what is around it.</summary>
    public SourceText? Find(ModelNode node) => sources.TryGetValue(node, out var source) ? source : null;

    /// <summary>Where a text comes in the order of texts.</summary>
    public int PlaceOf(SourceText source)
    {
        for (var i = 0; i < Order.Count; i++)
        {
            if (ReferenceEquals(Order[i], source))
                return i;
        }
        return Order.Count;
    }

    /// <summary>Findings in the order of texts, and within one in its order.</summary>
    public Diagnostic[] InOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.OrderBy(found => PlaceOf(found.Source)).ThenBy(found => found.Span.Start).ToArray();

    /// <summary>Whether a declaration is a vocabulary's, which other rulesets use too.</summary>
    public bool IsShared(Declaration declaration) => shared.Contains(declaration);
}
