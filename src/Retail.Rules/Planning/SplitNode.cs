using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>A total divided over the items of a list.</summary>
internal sealed class SplitNode : PlanNode
{
    public SplitNode(RuleType type, PlanNode total, int itemSlot, PlanNode source, PlanNode weight, int places)
        : base(type)
    {
        Total = total;
        ItemSlot = itemSlot;
        Source = source;
        Weight = weight;
        Places = places;
    }

    public PlanNode Total { get; }

    public int ItemSlot { get; }

    public PlanNode Source { get; }

    public PlanNode Weight { get; }

    public int Places { get; }

    public override Value Evaluate(Frame frame)
    {
        var total = Total.Evaluate(frame);
        var items = Source.Evaluate(frame).Composite;
        var weights = frame.Arena.Rent(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            frame.Step();
            frame.Slots[ItemSlot] = items.Items[i];
            weights.Add(Weight.Evaluate(frame));
        }
        return Shares.Of(frame, total, items, weights, Places);
    }
}
