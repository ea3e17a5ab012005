using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

/// <summary>
/// The plan nodes that many rules have in common, each kept once: names, paths, constants, and comparisons of a path with a constant. So what a
/// rule costs in memory is what tells it from the others. One per plan; not thread-safe.
/// </summary>
internal sealed class SharedNodes
{
    private readonly Dictionary<PlanNode, PlanNode> nodes = new(new Sameness());

    /// <summary>The first node that was the same as this one, or this one.</summary>
    public PlanNode Share(PlanNode node)
    {
        if (!MayShare(node))
            return node;
        if (nodes.TryGetValue(node, out var first))
            return first;
        nodes.Add(node, node);
        return node;
    }

    private static bool MayShare(PlanNode node) => node switch
    {
        SlotNode or ComputedNode or ConstantNode => true,
        FieldNode field => IsPath(field.Target),
        CompareNode comparison => IsPath(comparison.Left) && comparison.Right is ConstantNode,
        _ => false,
    };

    private static bool IsPath(PlanNode node) => node is SlotNode or ComputedNode or FieldNode;

    /// <summary>Whether nodes whose own parts were shared do the same. One class and not a key a kind, which would cost a start the compilation of as many dictionaries.</summary>
    private sealed class Sameness : IEqualityComparer<PlanNode>
    {
        public bool Equals(PlanNode? left, PlanNode? right) => left!.Type.Equals(right!.Type) && (left, right) switch
        {
            (SlotNode one, SlotNode other) => one.Slot == other.Slot,
            (ComputedNode one, ComputedNode other) => one.Index == other.Index,
            (FieldNode one, FieldNode other) => one.Target == other.Target && one.Index == other.Index,
            (CompareNode one, CompareNode other) => one.Operator == other.Operator && one.Left == other.Left && one.Right == other.Right,
            (ConstantNode one, ConstantNode other) => AreSame(one.Value, other.Value),
            _ => false,
        };

        public int GetHashCode(PlanNode node) => node switch
        {
            SlotNode slot => slot.Slot,
            ComputedNode computed => ~computed.Index,
            FieldNode field => unchecked((GetHashCode(field.Target) * 31) + field.Index + 1),
            CompareNode comparison => unchecked((((GetHashCode(comparison.Left) * 31) + GetHashCode(comparison.Right)) * 31) + (int)comparison.Operator),
            ConstantNode constant => constant.Value.Reference is string text ? System.StringComparer.Ordinal.GetHashCode(text) : constant.Value.Numerator.GetHashCode(),
            _ => 0,
        };

        private static bool AreSame(in Value left, in Value right) =>
            (left.Reference is string text ? text.Equals(right.Reference as string, System.StringComparison.Ordinal) : ReferenceEquals(left.Reference, right.Reference))
            && AreSame(left.Numerator, right.Numerator)
            && AreSame(left.Denominator, right.Denominator);

        /// <summary>2.5 and 2.50 are one number, but are not written alike.</summary>
        private static bool AreSame(decimal left, decimal right) => left == right && new DecimalParts(left).Scale == new DecimalParts(right).Scale;
    }
}
