using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Planning;

internal sealed class OtherwiseNode : PlanNode
{
    public OtherwiseNode(RuleType type, PlanNode operand, PlanNode fallback)
        : base(type)
    {
        Operand = operand;
        Fallback = fallback;
    }

    public PlanNode Operand { get; }

    public PlanNode Fallback { get; }

    public override Value Evaluate(Frame frame)
    {
        var value = Operand.Evaluate(frame);
        return value.IsUnknown ? Fallback.Evaluate(frame) : value;
    }
}

internal sealed class IfNode : PlanNode
{
    public IfNode(RuleType type, PlanNode condition, PlanNode then, PlanNode otherwise)
        : base(type)
    {
        Condition = condition;
        Then = then;
        Else = otherwise;
    }

    public PlanNode Condition { get; }

    public PlanNode Then { get; }

    public PlanNode Else { get; }

    public override Value Evaluate(Frame frame) => Condition.Test(frame) ? Then.Evaluate(frame) : Else.Evaluate(frame);
}

internal sealed class ListNode : PlanNode
{
    public ListNode(RuleType type, IReadOnlyList<PlanNode> items)
        : base(type) => Items = items;

    public IReadOnlyList<PlanNode> Items { get; }

    public override Value Evaluate(Frame frame)
    {
        var list = frame.Arena.Rent(Items.Count);
        for (var i = 0; i < Items.Count; i++)
            list.Add(Items[i].Evaluate(frame));
        return new Value(list);
    }
}

/// <summary>A record: each member is kept in a slot, where later members read it.</summary>
internal sealed class RecordNode : PlanNode
{
    public RecordNode(RuleType type, IReadOnlyList<MemberPlan> members)
        : base(type) => Members = members;

    public IReadOnlyList<MemberPlan> Members { get; }

    public override Value Evaluate(Frame frame)
    {
        var record = frame.Arena.Rent(Members.Count);
        for (var i = 0; i < Members.Count; i++)
        {
            var member = Members[i];
            var value = member.OnlyIf is null || member.OnlyIf.Test(frame) ? member.Value.Evaluate(frame) : Value.Unknown;
            frame.Slots[member.Slot] = value;
            record.Add(value);
        }
        return new Value(record);
    }
}

internal sealed class MemberPlan
{
    public MemberPlan(int slot, PlanNode value, PlanNode? onlyIf)
    {
        Slot = slot;
        Value = value;
        OnlyIf = onlyIf;
    }

    public int Slot { get; }

    public PlanNode Value { get; }

    public PlanNode? OnlyIf { get; }
}

/// <summary>sum, min, max, first, any, count and for, over a list.</summary>
internal sealed class AggregateNode : PlanNode
{
    public AggregateNode(RuleType type, AggregateKind kind, int itemSlot, PlanNode source, PlanNode? where, PlanNode? body)
        : base(type)
    {
        Kind = kind;
        ItemSlot = itemSlot;
        Source = source;
        Where = where;
        Body = body;
    }

    public AggregateKind Kind { get; }

    public int ItemSlot { get; }

    public PlanNode Source { get; }

    public PlanNode? Where { get; }

    public PlanNode? Body { get; }

    public override Value Evaluate(Frame frame)
    {
        var items = Source.Evaluate(frame).Composite;
        var result = Start(frame, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            frame.Step();
            frame.Slots[ItemSlot] = items.Items[i];
            if (Where is not null && !Where.Test(frame))
                continue;
            if (Take(ref result, items.Items[i], Body is null ? default : Body.Evaluate(frame)))
                break;
        }
        return result;
    }

    /// <summary>The result over no items.</summary>
    public Value Start(Frame frame, int count) => Kind switch
    {
        AggregateKind.First or AggregateKind.Min or AggregateKind.Max => Value.Unknown,
        AggregateKind.List => new Value(frame.Arena.Rent(count)),
        _ => default,
    };

    /// <summary>Adds an item to the result; true if no further item can change it.</summary>
    public bool Take(ref Value result, in Value item, in Value body)
    {
        switch (Kind)
        {
            case AggregateKind.First:
                result = item;
                return true;
            case AggregateKind.Any:
                result = Value.True;
                return true;
            case AggregateKind.Count:
                result = Exact.Add(result, Value.True);
                return false;
            case AggregateKind.Sum:
                result = Exact.Add(result, body);
                return false;
            case AggregateKind.List:
                result.Composite.Add(body);
                return false;
            default:
                result = result.IsUnknown ? body : Operations.Better(Kind == AggregateKind.Max, Type, result, body);
                return false;
        }
    }
}

/// <summary>The value whose days hold the day of the decision.</summary>
internal sealed class InForceNode : PlanNode
{
    public InForceNode(RuleType type, string name, PlanNode day, IReadOnlyList<(DayRange Days, PlanNode Value)> choices)
        : base(type)
    {
        Name = name;
        Day = day;
        Choices = choices;
    }

    public string Name { get; }

    public PlanNode Day { get; }

    public IReadOnlyList<(DayRange Days, PlanNode Value)> Choices { get; }

    public override Value Evaluate(Frame frame)
    {
        var day = Day.Evaluate(frame);
        for (var i = 0; i < Choices.Count; i++)
        {
            if (Choices[i].Days.Contains(day))
                return Choices[i].Value.Evaluate(frame);
        }
        throw new EvaluationFault(FaultKind.NotInForce, "nothing in force on " + ValuePrinting.Print(day, RuleType.Date)) { Where = Name };
    }
}
