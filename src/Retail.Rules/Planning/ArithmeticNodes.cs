using System.Collections.Generic;
using Retail.Rules.Binding;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

internal sealed class ArithmeticNode : PlanNode
{
    public ArithmeticNode(RuleType type, BinaryOperator op, PlanNode left, PlanNode right)
        : base(type)
    {
        Operator = op;
        Left = left;
        Right = right;
    }

    public BinaryOperator Operator { get; }

    public PlanNode Left { get; }

    public PlanNode Right { get; }

    public override Value Evaluate(Frame frame) => Operations.Calculate(Operator, Type.Kind, Left.Evaluate(frame), Right.Evaluate(frame));
}

internal sealed class NegateNode : PlanNode
{
    public NegateNode(RuleType type, PlanNode operand)
        : base(type) => Operand = operand;

    public PlanNode Operand { get; }

    public override Value Evaluate(Frame frame) => Exact.Negate(Operand.Evaluate(frame));
}

/// <summary>A function of the language with one or two arguments.</summary>
internal sealed class FunctionNode : PlanNode
{
    public FunctionNode(RuleType type, Function function, PlanNode first, PlanNode? second)
        : base(type)
    {
        Function = function;
        First = first;
        Second = second;
    }

    public Function Function { get; }

    public PlanNode First { get; }

    public PlanNode? Second { get; }

    public override Value Evaluate(Frame frame) =>
        Operations.Apply(Function, First.Evaluate(frame), Second is null ? default : Second.Evaluate(frame));
}

/// <summary>min(a, b, …) and max(a, b, …).</summary>
internal sealed class ExtremeNode : PlanNode
{
    public ExtremeNode(RuleType type, bool isMax, IReadOnlyList<PlanNode> arguments)
        : base(type)
    {
        IsMax = isMax;
        Arguments = arguments;
    }

    public bool IsMax { get; }

    public IReadOnlyList<PlanNode> Arguments { get; }

    public override Value Evaluate(Frame frame)
    {
        var best = Arguments[0].Evaluate(frame);
        for (var i = 1; i < Arguments.Count; i++)
            best = Operations.Better(IsMax, Type, best, Arguments[i].Evaluate(frame));
        return best;
    }
}
