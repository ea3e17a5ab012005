using System.Collections.Generic;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>
/// The plan nodes that many rules have in common, each made once: names, paths, constants, and comparisons of a path with a constant. So what a
/// rule costs in memory is what tells it from the others. One per plan; not thread-safe.
/// </summary>
internal sealed class SharedNodes
{
    private readonly Dictionary<PathKey, PlanNode> paths = [];
    private readonly Dictionary<ConstantKey, ConstantNode> constants = [];
    private readonly Dictionary<(BinaryOperator, PlanNode, PlanNode), CompareNode> comparisons = [];

    public PlanNode Slot(RuleType type, int slot)
    {
        var key = new PathKey(type, null, slot, false);
        if (!paths.TryGetValue(key, out var node))
            paths.Add(key, node = new SlotNode(type, slot));
        return node;
    }

    public PlanNode Computed(RuleType type, int index)
    {
        var key = new PathKey(type, null, index, true);
        if (!paths.TryGetValue(key, out var node))
            paths.Add(key, node = new ComputedNode(type, index));
        return node;
    }

    public PlanNode Field(RuleType type, PlanNode target, int index)
    {
        if (!IsPath(target))
            return new FieldNode(type, target, index);
        var key = new PathKey(type, target, index, false);
        if (!paths.TryGetValue(key, out var node))
            paths.Add(key, node = new FieldNode(type, target, index));
        return node;
    }

    public ConstantNode Constant(RuleType type, in Value value)
    {
        var key = new ConstantKey(type, value.Reference, value.Numerator, ScaleOf(value.Numerator), value.Denominator, ScaleOf(value.Denominator));
        if (!constants.TryGetValue(key, out var node))
            constants.Add(key, node = new ConstantNode(type, value));
        return node;
    }

    public CompareNode Comparison(BinaryOperator op, PlanNode left, PlanNode right)
    {
        if (!IsPath(left) || right is not ConstantNode)
            return new CompareNode(op, left, right);
        if (!comparisons.TryGetValue((op, left, right), out var node))
            comparisons.Add((op, left, right), node = new CompareNode(op, left, right));
        return node;
    }

    private static bool IsPath(PlanNode node) => node is SlotNode or ComputedNode or FieldNode;

    /// <summary>The places of a decimal: 2.5 and 2.50 are one number, but are not written alike.</summary>
    private static int ScaleOf(decimal number)
    {
#if NET
        return number.Scale;
#else
        return (decimal.GetBits(number)[3] >> 16) & 0xFF;
#endif
    }

    private readonly record struct PathKey(RuleType Type, PlanNode? Target, int Index, bool IsComputed);

    private readonly record struct ConstantKey(RuleType Type, object? Reference, decimal Numerator, int Scale, decimal Denominator, int DenominatorScale);
}
