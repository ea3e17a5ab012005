using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

internal sealed class ConstantNode : PlanNode
{
    public ConstantNode(RuleType type, Value value)
        : base(type) => Value = value;

    public Value Value { get; }

    public override Value Evaluate(Frame frame) => Value;
}

/// <summary>A fact or a local.</summary>
internal sealed class SlotNode : PlanNode
{
    public SlotNode(RuleType type, int slot)
        : base(type) => Slot = slot;

    public int Slot { get; }

    public override Value Evaluate(Frame frame) => frame.Slots[Slot];
}

/// <summary>A define, table or select without parameters: computed when first read, then kept for the evaluation.</summary>
internal sealed class ComputedNode : PlanNode
{
    public ComputedNode(RuleType type, int index)
        : base(type) => Index = index;

    public int Index { get; }

    public override Value Evaluate(Frame frame) => frame.Compute(Index);
}

/// <summary>A member of a record; unknown where the record is.</summary>
internal sealed class FieldNode : PlanNode
{
    public FieldNode(RuleType type, PlanNode target, int index)
        : base(type)
    {
        Target = target;
        Index = index;
    }

    public PlanNode Target { get; }

    public int Index { get; }

    public override Value Evaluate(Frame frame)
    {
        var target = Target.Evaluate(frame);
        return target.IsUnknown ? Value.Unknown : target.Composite.Items[Index];
    }
}

/// <summary>A define or table with arguments. Each call keeps its arguments in slots of its own until all are computed, since computing one may call the same define.</summary>
internal sealed class InvokeNode : PlanNode
{
    public InvokeNode(RuleType type, ComputedPlan target, IReadOnlyList<PlanNode> arguments, int firstTemporary)
        : base(type)
    {
        Target = target;
        Arguments = arguments;
        FirstTemporary = firstTemporary;
    }

    public ComputedPlan Target { get; }

    public IReadOnlyList<PlanNode> Arguments { get; }

    public int FirstTemporary { get; }

    public override Value Evaluate(Frame frame)
    {
        for (var i = 0; i < Arguments.Count; i++)
            frame.Slots[FirstTemporary + i] = Arguments[i].Evaluate(frame);
        return Invoke(frame);
    }

    /// <summary>Moves the computed arguments to the parameters and evaluates the body.</summary>
    public Value Invoke(Frame frame)
    {
        frame.Step();
        for (var i = 0; i < Arguments.Count; i++)
            frame.Slots[Target.ParameterSlots[i]] = frame.Slots[FirstTemporary + i];
        return frame.EvaluateBody(Target);
    }
}

/// <summary>missing, verdict or approvers.</summary>
internal sealed class OutcomeNode : PlanNode
{
    public OutcomeNode(RuleType type, Binding.OutcomeKind kind)
        : base(type) => Kind = kind;

    public Binding.OutcomeKind Kind { get; }

    public override Value Evaluate(Frame frame) => frame.Outcome.Read(Kind, frame.Arena);
}

/// <summary>verdict(ids…) or fired(ids…).</summary>
internal sealed class RuleQueryNode : PlanNode
{
    public RuleQueryNode(RuleType type, bool asksVerdict, IReadOnlyList<int> rules)
        : base(type)
    {
        AsksVerdict = asksVerdict;
        Rules = rules;
    }

    public bool AsksVerdict { get; }

    public IReadOnlyList<int> Rules { get; }

    public override Value Evaluate(Frame frame) => AsksVerdict ? frame.Outcome.VerdictOf(Rules) : Value.Of(frame.Outcome.AnyFired(Rules));
}
