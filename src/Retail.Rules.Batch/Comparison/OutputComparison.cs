using System.Collections.Generic;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Compares an output of two judgements. Not thread-safe.</summary>
internal sealed class OutputComparison
{
    private readonly Judgement oldJudgement;
    private readonly Judgement newJudgement;
    private readonly int oldIndex;
    private readonly int newIndex;
    private readonly Way way;

    public OutputComparison(string name, Judgement oldJudgement, Judgement newJudgement)
    {
        Name = name;
        this.oldJudgement = oldJudgement;
        this.newJudgement = newJudgement;
        oldIndex = oldJudgement.RuleSet.IndexOfOutput(name);
        newIndex = newJudgement.RuleSet.IndexOfOutput(name);
        way = oldIndex < 0 || newIndex < 0 ? Way.ByPresence : WayOf(oldJudgement.Plan.Outputs[oldIndex].Value.Type, newJudgement.Plan.Outputs[newIndex].Value.Type);
    }

    private enum Way
    {
        ByPresence,
        ByNumber,
        ByText,
        ByContents,
    }

    public string Name { get; }

    public bool IsSame()
    {
        var hasOld = oldIndex >= 0 && oldJudgement.HasOutput(oldIndex);
        var hasNew = newIndex >= 0 && newJudgement.HasOutput(newIndex);
        if (!hasOld || !hasNew)
            return hasOld == hasNew;
        ref readonly var before = ref oldJudgement.Frame.Outputs[oldIndex];
        ref readonly var after = ref newJudgement.Frame.Outputs[newIndex];
        return way switch
        {
            Way.ByNumber => Exact.AreEqual(before, after),
            Way.ByText => before.Text == after.Text,
            Way.ByContents => AreSame(oldJudgement.ValueOf(oldIndex)!, newJudgement.ValueOf(newIndex)!),
            _ => true,
        };
    }

    /// <summary>Values of one kind are compared as they are; anything else as decisions carry it.</summary>
    private static Way WayOf(RuleType before, RuleType after)
    {
        if (before.Kind != after.Kind || before.Currency != after.Currency)
            return Way.ByContents;
        return before.Kind switch
        {
            TypeKind.Text or TypeKind.Enum => Way.ByText,
            TypeKind.List or TypeKind.Record or TypeKind.Exclusions => Way.ByContents,
            _ => Way.ByNumber,
        };
    }

    private static bool AreSame(object before, object after)
    {
        switch (before, after)
        {
            case (DecisionRecord left, DecisionRecord right):
                if (left.Count != right.Count)
                    return false;
                foreach (var (name, value) in left)
                {
                    if (!right.TryGetValue(name, out var other) || !AreSame(value, other))
                        return false;
                }
                return true;
            case (IReadOnlyList<object> left, IReadOnlyList<object> right):
                if (left.Count != right.Count)
                    return false;
                for (var i = 0; i < left.Count; i++)
                {
                    if (!AreSame(left[i], right[i]))
                        return false;
                }
                return true;
            default:
                return before.Equals(after);
        }
    }
}
