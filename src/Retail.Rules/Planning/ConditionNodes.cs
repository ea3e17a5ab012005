using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>= &lt; &lt;= &gt; &gt;= between known values of one type.</summary>
internal sealed class CompareNode : ConditionNode
{
    public CompareNode(BinaryOperator op, PlanNode left, PlanNode right)
    {
        Operator = op;
        Left = left;
        Right = right;
        OperandType = left.Type;
    }

    public BinaryOperator Operator { get; }

    public PlanNode Left { get; }

    public PlanNode Right { get; }

    public RuleType OperandType { get; }

    public override bool Test(Frame frame) => Operations.Compare(Operator, OperandType, Left.Evaluate(frame), Right.Evaluate(frame));
}

/// <summary>same as: true if both are unknown, or both known and equal.</summary>
internal sealed class SameAsNode : ConditionNode
{
    public SameAsNode(PlanNode left, PlanNode right)
    {
        Left = left;
        Right = right;
    }

    public PlanNode Left { get; }

    public PlanNode Right { get; }

    public override bool Test(Frame frame) => Operations.Same(Left.Evaluate(frame), Right.Evaluate(frame));
}

internal sealed class InListNode : ConditionNode
{
    public InListNode(PlanNode operand, PlanNode list)
    {
        Operand = operand;
        List = list;
    }

    public PlanNode Operand { get; }

    public PlanNode List { get; }

    public override bool Test(Frame frame) => Operations.IsIn(frame, Operand.Evaluate(frame), List.Evaluate(frame).Composite);
}

internal sealed class InIntervalNode : ConditionNode
{
    public InIntervalNode(PlanNode operand, PlanNode low, PlanNode high, bool includesLow, bool includesHigh)
    {
        Operand = operand;
        Low = low;
        High = high;
        IncludesLow = includesLow;
        IncludesHigh = includesHigh;
    }

    public PlanNode Operand { get; }

    public PlanNode Low { get; }

    public PlanNode High { get; }

    public bool IncludesLow { get; }

    public bool IncludesHigh { get; }

    public override bool Test(Frame frame) =>
        Operations.IsInside(Operand.Type, Operand.Evaluate(frame), Low.Evaluate(frame), High.Evaluate(frame), IncludesLow, IncludesHigh);
}

internal sealed class ContainsNode : ConditionNode
{
    public ContainsNode(PlanNode text, PlanNode part)
    {
        Text = text;
        Part = part;
    }

    public PlanNode Text { get; }

    public PlanNode Part { get; }

    public override bool Test(Frame frame) => Operations.Contains(Text.Evaluate(frame), Part.Evaluate(frame));
}

internal sealed class SubsetNode : ConditionNode
{
    public SubsetNode(PlanNode list, PlanNode of)
    {
        List = list;
        Of = of;
    }

    public PlanNode List { get; }

    public PlanNode Of { get; }

    public override bool Test(Frame frame) => Operations.IsSubset(frame, List.Evaluate(frame).Composite, Of.Evaluate(frame).Composite);
}

internal sealed class NotNode : ConditionNode
{
    public NotNode(PlanNode operand) => Operand = operand;

    public PlanNode Operand { get; }

    public override bool Test(Frame frame) => !Operand.Test(frame);
}

/// <summary>and / or: judged left to right until the result is clear.</summary>
internal sealed class LogicalNode : ConditionNode
{
    public LogicalNode(bool isAnd, IReadOnlyList<PlanNode> operands)
    {
        IsAnd = isAnd;
        Operands = operands;
    }

    public bool IsAnd { get; }

    public IReadOnlyList<PlanNode> Operands { get; }

    public override bool Test(Frame frame)
    {
        for (var i = 0; i < Operands.Count; i++)
        {
            if (Operands[i].Test(frame) != IsAnd)
                return !IsAnd;
        }
        return IsAnd;
    }
}

internal sealed class KnownNode : ConditionNode
{
    public KnownNode(PlanNode operand) => Operand = operand;

    public PlanNode Operand { get; }

    public override bool Test(Frame frame) => Operand.Evaluate(frame).IsKnown;
}

internal sealed class EmptyNode : ConditionNode
{
    public EmptyNode(PlanNode operand) => Operand = operand;

    public PlanNode Operand { get; }

    public override bool Test(Frame frame) => Operand.Evaluate(frame).Composite.Count == 0;
}
