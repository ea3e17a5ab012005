using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Planning;

namespace Retail.Rules.Compilation;

/// <summary>How much code a plan would become. Immutable.</summary>
internal readonly struct PlanSize
{
    /// <summary>Tables with more rows stay loops over their rows.</summary>
    public const int MaxRows = 200;

    /// <summary>Above this many nodes the body of a define with parameters is called, not repeated where it is invoked; so is one that invokes others.</summary>
    public const int MaxInlined = 24;

    private PlanSize(int nodes, int depth)
    {
        Nodes = nodes;
        Depth = depth;
    }

    public int Nodes { get; }

    public int Depth { get; }

    public static PlanSize Of(ComputedPlan target) => Of([target.OnlyIf, target.Body]);

    public static PlanSize Of(RulePlan rule) => Of([rule.OnlyIf, .. rule.Clauses.Select(clause => clause.When)]);

    /// <summary>
    /// Whether an invocation becomes the body itself: one that is short and invokes nothing, since defines that each call the next one twice
    /// would double with every step.
    /// </summary>
    public static bool IsInlined(ComputedPlan target)
    {
        var room = MaxInlined;
        return target.Body is not (TableNode or SelectNode) && FitsInto(target.OnlyIf, ref room) && FitsInto(target.Body, ref room);
    }

    private static bool FitsInto(PlanNode? node, ref int room)
    {
        if (node is null)
            return true;
        if (node is InvokeNode || --room < 0)
            return false;
        foreach (var child in Children(node))
        {
            if (!FitsInto(child, ref room))
                return false;
        }
        return true;
    }

    private static PlanSize Of(PlanNode node)
    {
        var inside = Of(Children(node));
        return new PlanSize(inside.Nodes + 1, inside.Depth + 1);
    }

    private static PlanSize Of(IEnumerable<PlanNode?> nodes)
    {
        var (count, depth) = (0, 0);
        foreach (var node in nodes)
        {
            if (node is null)
                continue;
            var size = Of(node);
            count += size.Nodes;
            depth = Math.Max(depth, size.Depth);
        }
        return new PlanSize(count, depth);
    }

    private static IEnumerable<PlanNode?> Children(PlanNode node) => node switch
    {
        FieldNode field => [field.Target],
        InvokeNode invoke => IsInlined(invoke.Target) ? new[] { invoke.Target.OnlyIf, invoke.Target.Body }.Concat(invoke.Arguments) : invoke.Arguments,
        ArithmeticNode arithmetic => [arithmetic.Left, arithmetic.Right],
        NegateNode negate => [negate.Operand],
        FunctionNode function => [function.First, function.Second],
        ExtremeNode extreme => extreme.Arguments,
        CompareNode compare => [compare.Left, compare.Right],
        SameAsNode same => [same.Left, same.Right],
        InListNode inList => [inList.Operand, inList.List],
        InIntervalNode inInterval => [inInterval.Operand, inInterval.Low, inInterval.High],
        ContainsNode contains => [contains.Text, contains.Part],
        SubsetNode subset => [subset.List, subset.Of],
        NotNode not => [not.Operand],
        LogicalNode logical => logical.Operands,
        KnownNode known => [known.Operand],
        EmptyNode empty => [empty.Operand],
        OtherwiseNode otherwise => [otherwise.Operand, otherwise.Fallback],
        IfNode conditional => [conditional.Condition, conditional.Then, conditional.Else],
        ListNode list => list.Items,
        RecordNode record => record.Members.SelectMany(member => new[] { member.OnlyIf, member.Value }),
        AggregateNode aggregate => [aggregate.Source, aggregate.Where, aggregate.Body],
        SplitNode split => [split.Total, split.Source, split.Weight],
        TableNode table => Children(table),
        SelectNode select => Children(select),
        _ => [],
    };

    private static IEnumerable<PlanNode?> Children(TableNode table) => table.Index is not null
        ? table.Columns.Select(column => (PlanNode?)column.Value)
        : table.Rows.Count > MaxRows
        ? []
        : table.Columns.Select(column => (PlanNode?)column.Value)
            .Concat(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell?.Tests ?? []).SelectMany(test => new[] { test.Value, test.High }))
            .Concat(table.Rows.SelectMany(row => row.Values))
            .Concat(table.Otherwise?.Values ?? []);

    private static IEnumerable<PlanNode?> Children(SelectNode select) =>
        new[] { select.Source, select.Key, select.Prefer }
            .Concat(select.Exclusions.Select(exclusion => exclusion.When))
            .Concat(select.Scores.SelectMany(score => new[] { score.When, score.Points }))
            .Concat(select.Ranks.Select(rank => rank.Value));
}
