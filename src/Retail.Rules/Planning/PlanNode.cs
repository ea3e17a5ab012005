using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>
/// A step of an evaluation plan that can evaluate itself: the tier that answers at once and explains. The compiled tier translates the same
/// nodes. Immutable and shared by all evaluations; what changes is in the <see cref="Frame"/>.
/// </summary>
internal abstract class PlanNode
{
    protected PlanNode(RuleType type) => Type = type;

    public RuleType Type { get; }

    /// <summary>The value in this frame.</summary>
    /// <exception cref="EvaluationFault">It cannot be computed.</exception>
    public abstract Value Evaluate(Frame frame);

    /// <summary>The value of a condition.</summary>
    /// <exception cref="EvaluationFault">It cannot be computed.</exception>
    public virtual bool Test(Frame frame) => Evaluate(frame).Boolean;
}

/// <summary>A condition: its value is made from its test.</summary>
internal abstract class ConditionNode : PlanNode
{
    protected ConditionNode()
        : base(RuleType.Boolean)
    {
    }

    public sealed override Value Evaluate(Frame frame) => Value.Of(Test(frame));

    public abstract override bool Test(Frame frame);
}
