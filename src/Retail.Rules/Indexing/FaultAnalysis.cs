using System.Collections.Generic;
using Retail.Rules.Planning;
using Retail.Rules.Types;

namespace Retail.Rules.Indexing;

/// <summary>
/// Whether judging something may fault, apart from running out of steps. What may must be judged before what follows it is looked at, so that
/// no fault is lost by looking at cheaper parts first. Used while indexes are made.
/// </summary>
internal sealed class FaultAnalysis
{
    private readonly EvaluationPlan plan;

    /// <summary>By index of the computed value; what is being looked at may fault, for all that is known.</summary>
    private readonly Dictionary<int, bool> computed = [];

    public FaultAnalysis(EvaluationPlan plan) => this.plan = plan;

    public bool CanFault(PlanNode? node) => node switch
    {
        null or ConstantNode or SlotNode or OutcomeNode or RuleQueryNode => false,
        FieldNode field => CanFault(field.Target),
        ComputedNode value => CanFault(value.Index),
        CompareNode compare => CanFault(compare.Left) || CanFault(compare.Right),
        SameAsNode same => CanFault(same.Left) || CanFault(same.Right),
        InListNode inList => CanFault(inList.Operand) || CanFault(inList.List),
        InIntervalNode inside => CanFault(inside.Operand) || CanFault(inside.Low) || CanFault(inside.High),
        NotNode not => CanFault(not.Operand),
        LogicalNode logical => CanFault(logical.Operands),
        KnownNode known => CanFault(known.Operand),
        EmptyNode empty => CanFault(empty.Operand),
        OtherwiseNode otherwise => CanFault(otherwise.Operand) || CanFault(otherwise.Fallback),
        IfNode conditional => CanFault(conditional.Condition) || CanFault(conditional.Then) || CanFault(conditional.Else),
        ExtremeNode extreme => CanFault(extreme.Arguments),
        NegateNode negate => CanFault(negate.Operand),
        ConditionRows.CellNode cell => CanFault(cell.Cell),
        _ => true,
    };

    private bool CanFault(IReadOnlyList<PlanNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (CanFault(node))
                return true;
        }
        return false;
    }

    private bool CanFault(CellPlan cell)
    {
        foreach (var test in cell.Tests)
        {
            if (CanFault(test.Value) || CanFault(test.High))
                return true;
        }
        return false;
    }

    private bool CanFault(int index)
    {
        if (computed.TryGetValue(index, out var known))
            return known;
        computed[index] = true;
        var plans = plan.Computed[index];
        return computed[index] = CanFault(plans.OnlyIf) || CanFault(plans.Body);
    }
}
