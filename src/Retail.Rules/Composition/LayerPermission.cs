using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Composition;

/// <summary>Whether a layer may change a param or table in any direction, and in words why not. Immutable.</summary>
internal sealed class LayerPermission
{
    private LayerPermission(string? refusal, string advice)
    {
        Refusal = refusal;
        Advice = advice;
    }

    /// <summary>Why not, to follow "and"; null if it may.</summary>
    public string? Refusal { get; }

    public string Advice { get; }

    /// <summary>Asks for a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="owner">Who owns what it changes; null if nobody is named.</param>
    /// <param name="overriders">Who else may change it.</param>
    /// <param name="bounds">The bounds of what it changes; null if there are none.</param>
    /// <param name="instead">What it may do without asking, for the advice.</param>
    public static LayerPermission Of(RuleSetDefinition layer, Identifier? owner, IReadOnlyList<Identifier> overriders, Expression? bounds, string instead)
    {
        var allowed = overriders.Concat(owner is null ? [] : [owner]).Select(role => role.Text).Distinct().ToArray();
        if (allowed.Length == 0)
            return new LayerPermission("nobody may override it", instead + "; who answers for the base can write `overridable by`");
        if (layer.Owner is null || !allowed.Contains(layer.Owner.Text))
        {
            return new LayerPermission(
                "only " + string.Join(" or ", allowed) + " may override it, not " + (layer.Owner is null ? "a layer without owner" : layer.Owner.Text),
                instead + ", or ask " + allowed[0]);
        }
        return bounds is null
            ? new LayerPermission("there are no bounds for those who may override it", "write `within` in the base: what may be overridden has bounds")
            : new LayerPermission(null, "");
    }
}
