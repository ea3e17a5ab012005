using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Explanation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>What it takes to report a score that is there and does not count. Immutable.</summary>
internal sealed class ScoreReport
{
    public ScoreReport(string name, IReadOnlyList<PlanNode> reads, ReasonNode condition, string conditionText, IReadOnlyList<OperandPlan> values)
    {
        Name = name;
        Reads = reads;
        Condition = condition;
        ConditionText = conditionText;
        Values = values;
    }

    public string Name { get; }

    /// <summary>What its value is made of and may be unknown; the value is there when all of it is.</summary>
    public IReadOnlyList<PlanNode> Reads { get; }

    /// <summary>The condition under which it counts.</summary>
    public ReasonNode Condition { get; }

    /// <summary>The condition as written.</summary>
    public string ConditionText { get; }

    /// <summary>What its value reads, for the reason's operands.</summary>
    public IReadOnlyList<OperandPlan> Values { get; }

    /// <summary>Whether its value is there; an empty list gives none.</summary>
    /// <exception cref="EvaluationFault">What it is made of cannot be computed.</exception>
    public bool IsThere(Frame frame)
    {
        foreach (var read in Reads)
        {
            var value = read.Evaluate(frame);
            if (value.IsUnknown || (read.Type.Kind == TypeKind.List && value.Composite.Count == 0))
                return false;
        }
        return true;
    }
}
