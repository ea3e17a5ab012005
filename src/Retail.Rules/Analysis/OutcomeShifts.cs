using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Types;

namespace Retail.Rules.Analysis;

/// <summary>How the outcome that final rules read moves with a score. Filled rule by rule; not thread-safe.</summary>
internal sealed class OutcomeShifts
{
    private readonly Dictionary<string, Pairs> fired = new(System.StringComparer.Ordinal);
    private readonly HashSet<string> movedVerdicts = new(System.StringComparer.Ordinal);
    private bool isVerdictMoved;
    private Moves approvers = Moves.Same;

    /// <summary>What became of a rule: whether it fires in either world, whether its effect may differ, and what becomes of who must sign.</summary>
    public void Add(string rule, Pairs firing, bool isMoved, Moves signers)
    {
        fired[rule] = firing;
        if (isMoved)
            movedVerdicts.Add(rule);
        isVerdictMoved |= isMoved;
        approvers |= signers;
    }

    public Shift Of(OutcomeSymbol outcome) => outcome.Kind == OutcomeKind.Approvers
        ? new Shift(Pairs.Holds, approvers)
        : new Shift(Pairs.Holds, isVerdictMoved ? Moves.Any : Moves.Same);

    public Shift Of(BoundRuleQuery query)
    {
        if (query.AsksVerdict)
            return new Shift(Pairs.Holds, query.RuleIds.Any(movedVerdicts.Contains) ? Moves.Any : Moves.Same);
        return new Shift(query.RuleIds.Aggregate(Pairs.Same(WorldState.False), (found, id) => found.Combine(fired.TryGetValue(id, out var own) ? own : Pairs.AnyTruth, Either)));
    }

    private static WorldState Either(WorldState first, WorldState second) =>
        first == WorldState.True || second == WorldState.True ? WorldState.True : WorldState.False;
}
