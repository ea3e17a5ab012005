using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;

namespace Retail.Rules.Indexing;

/// <summary>A plan in words for people: what is found by an index, what is judged in turn, what is computed once. Used once; not thread-safe.</summary>
internal sealed class PlanText
{
    private readonly EvaluationPlan plan;
    private readonly StringBuilder text = new();

    private PlanText(EvaluationPlan plan) => this.plan = plan;

    public static string Of(EvaluationPlan plan)
    {
        var words = new PlanText(plan);
        words.Tell("stop rules", plan.Rules.Count(rule => rule.Kind == RuleKind.Stop), plan.StopIndex);
        words.Tell("ordinary rules", plan.Rules.Count(rule => rule.Kind == RuleKind.Ordinary), plan.OrdinaryIndex);
        words.Tell("final rules", plan.Rules.Count(rule => rule.Kind == RuleKind.Final), null);
        foreach (var computed in plan.Computed)
        {
            if (computed.Body is TableNode table)
                words.Tell("table " + table.Name, table.Rows.Count, table.Index);
        }
        words.TellComputed("computed when first read, once", plan.Computed.Where(one => !one.IsShared && one.ParameterSlots.Count == 0));
        words.TellComputed("written several times, computed once", plan.Computed.Where(one => one.IsShared));
        return words.text.ToString();
    }

    private void Tell(string what, int count, PredicateIndex? index)
    {
        if (count == 0)
            return;
        text.Append(what).Append(": ").Append(Show(count));
        if (index is null)
        {
            text.Append(", judged in turn\n");
            return;
        }
        if (index.RowCount != count)
            text.Append(", which hold in ").Append(Show(index.RowCount)).Append(" ways");
        text.Append('\n');
        foreach (var group in index.Groups)
            Tell(group);
        if (index.UnindexedCount > 0)
            text.Append("  ").Append(Show(index.UnindexedCount)).Append(" judged in turn\n");
    }

    private void Tell(IndexGroup group)
    {
        text.Append("  ").Append(Show(group.RowCount)).Append(group.Keys.Count > 0 ? " found by " + Names(group.Keys) + " (" + Show(group.BucketCount) + " buckets)" : " compared");
        if (group.Columns.Count > 0)
            text.Append(group.Keys.Count > 0 ? ", then compared by " : " by ").Append(Names(group.Columns));
        if (group.TermCount > 0)
            text.Append(group.Columns.Count > 0 ? " and" : "").Append(" by an estimated sum of ").Append(Show(group.TermCount)).Append(" terms");
        text.Append('\n');
    }

    private void TellComputed(string what, IEnumerable<ComputedPlan> computed)
    {
        var names = computed.Select(one => one.Name).ToArray();
        if (names.Length > 0)
            text.Append(what).Append(": ").Append(string.Join(", ", names)).Append('\n');
    }

    private string Names(IReadOnlyList<IndexOperand> operands) => string.Join(", ", operands.Select(operand => NameOf(operand.Node)).Distinct());

    private string NameOf(PlanNode node) => node switch
    {
        SlotNode slot => NameOf(slot.Slot),
        ComputedNode computed => plan.Computed[computed.Index].Name,
        FieldNode { Target.Type.Record: { } record } field => NameOf(field.Target) + "." + record.Fields[field.Index].Name,
        _ => "value",
    };

    /// <summary>A fact, or the column of a table, which is named by what it reads.</summary>
    private string NameOf(int slot)
    {
        if (slot < plan.Facts.Inputs.Count)
            return plan.Facts.Inputs[slot].Name;
        foreach (var computed in plan.Computed)
        {
            if (computed.Body is TableNode table && table.Columns.FirstOrDefault(column => column.Slot == slot) is { } column)
                return NameOf(column.Value);
        }
        return "value";
    }

    private static string Show(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
