using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>Which facts differ from a record of them as they were approved, member by member, at every depth.</summary>
internal sealed class ChangedNode : PlanNode
{
    public ChangedNode(RuleType type, PlanNode approved, IReadOnlyList<(Value Name, PlanNode Fact)> facts)
        : base(type)
    {
        Approved = approved;
        Facts = facts;
    }

    public PlanNode Approved { get; }

    /// <summary>In the order of the record's members.</summary>
    public IReadOnlyList<(Value Name, PlanNode Fact)> Facts { get; }

    public override Value Evaluate(Frame frame)
    {
        var names = frame.Arena.Rent(Facts.Count);
        var approved = Approved.Evaluate(frame);
        if (approved.IsUnknown)
            return new Value(names);
        for (var i = 0; i < Facts.Count; i++)
        {
            if (!Operations.SameThroughout(frame, Facts[i].Fact.Evaluate(frame), approved.Composite.Items[i]))
                names.Add(Facts[i].Name);
        }
        return new Value(names);
    }
}
