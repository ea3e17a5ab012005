using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>How heavy clauses are: their verdict; among equals who must sign and what must be met. Stateless but for keys; not thread-safe.</summary>
internal sealed class RuleWeights
{
    private readonly StructuralKeys keys;

    public RuleWeights(StructuralKeys keys) => this.keys = keys;

    public static Verdict VerdictOf(BoundClause? clause) =>
        clause is null ? Verdict.Approve : clause.Effects.Max(effect => VerdictOf(effect.Kind));

    /// <summary>Whether a decision is no better with the first than with the second; null for a clause that does not fire.</summary>
    public bool IsAsHeavy(BoundClause? clause, BoundClause? other)
    {
        var (own, than) = (VerdictOf(clause), VerdictOf(other));
        return own != than ? own > than : HasSigners(clause, other) && Conditions(other).All(Conditions(clause).Contains);
    }

    /// <summary>Whether all who sign by the second sign by the first too.</summary>
    public bool HasSigners(BoundClause? clause, BoundClause? other) => Signers(other).All(Signers(clause).Contains);

    public bool HasAnySigner(BoundClause? clause) => Signers(clause).Count > 0;

    private HashSet<string> Signers(BoundClause? clause) => new(Effects(clause).SelectMany(effect => effect.Roles).Select(keys.Of), System.StringComparer.Ordinal);

    private HashSet<string> Conditions(BoundClause? clause) => new(
        Effects(clause).Where(effect => effect.Kind == EffectKind.Require).Select(effect => string.Concat(effect.Text!.Parts.Select(part => part.Literal ?? "{" + keys.Of(part.Hole!) + "}"))),
        System.StringComparer.Ordinal);

    private static IReadOnlyList<BoundEffect> Effects(BoundClause? clause) => clause?.Effects ?? [];

    private static Verdict VerdictOf(EffectKind effect) => effect switch
    {
        EffectKind.Note => Verdict.Approve,
        EffectKind.Require => Verdict.ApproveWithConditions,
        EffectKind.Refer => Verdict.Refer,
        EffectKind.ReApprove => Verdict.ReApprove,
        EffectKind.Hold => Verdict.Hold,
        EffectKind.Incomplete => Verdict.Incomplete,
        _ => Verdict.Reject,
    };
}
