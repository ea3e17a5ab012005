using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Explanation;

/// <summary>
/// A condition prepared for being told: what it compares, under which names. Built beside the plan nodes that judge it and only used once the
/// outcome is clear, so that judging pays nothing for it. Immutable.
/// </summary>
internal abstract class ReasonNode
{
    protected ReasonNode(PlanNode test) => Test = test;

    /// <summary>The condition itself.</summary>
    public PlanNode Test { get; }

    /// <summary>Whether the condition only asks that something is known, so that others may use it.</summary>
    public virtual bool IsGuard => false;

    /// <summary>Tells why the condition has this truth: the parts that decided it, with their values.</summary>
    /// <param name="frame">The evaluation.</param>
    /// <param name="truth">The condition's value.</param>
    /// <param name="reason">Where to write.</param>
    public abstract void Tell(Frame frame, bool truth, ReasonWriter reason);
}

/// <summary>A value that a reason can show under the name by which it is written.</summary>
internal sealed class OperandPlan
{
    public OperandPlan(string name, PlanNode value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; }

    public PlanNode Value { get; }

    public RuleType Type => Value.Type;
}

/// <summary>not: the other truth of its operand.</summary>
internal sealed class NotReason : ReasonNode
{
    public NotReason(PlanNode test, ReasonNode operand)
        : base(test) => Operand = operand;

    public ReasonNode Operand { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason) => Operand.Tell(frame, !truth, reason);
}

/// <summary>
/// and / or: where all operands decided (a true and, a false or), all of them; otherwise the first that did. Operands after that one were
/// never judged and are not judged here. That something is known goes without saying where its value is told.
/// </summary>
internal sealed class LogicalReason : ReasonNode
{
    public LogicalReason(PlanNode test, bool isAnd, IReadOnlyList<ReasonNode> operands)
        : base(test)
    {
        IsAnd = isAnd;
        Operands = operands;
        AllAreGuards = true;
        foreach (var operand in operands)
            AllAreGuards &= operand.IsGuard;
    }

    public bool IsAnd { get; }

    public IReadOnlyList<ReasonNode> Operands { get; }

    public bool AllAreGuards { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        if (truth == IsAnd)
        {
            foreach (var operand in Operands)
            {
                if (!operand.IsGuard || AllAreGuards)
                    operand.Tell(frame, truth, reason);
            }
            return;
        }
        foreach (var operand in Operands)
        {
            if (operand.Test.Test(frame) != truth)
                continue;
            operand.Tell(frame, truth, reason);
            return;
        }
    }
}

/// <summary>A comparison: both sides with as many digits as it takes to see it.</summary>
internal sealed class ComparisonReason : ReasonNode
{
    public ComparisonReason(PlanNode test, BinaryOperator op, OperandPlan left, OperandPlan right, bool rightIsConstant, IReadOnlyList<OperandPlan> operands)
        : base(test)
    {
        Operator = op;
        Left = left;
        Right = right;
        RightIsConstant = rightIsConstant;
        Operands = operands;
    }

    public BinaryOperator Operator { get; }

    public OperandPlan Left { get; }

    public OperandPlan Right { get; }

    /// <summary>Whether the right side is written out, so that its value needs no name.</summary>
    public bool RightIsConstant { get; }

    public IReadOnlyList<OperandPlan> Operands { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        var left = Left.Value.Evaluate(frame);
        var right = Right.Value.Evaluate(frame);
        reason.Add(frame, Operands);
        if (RightIsConstant && truth && Operator == BinaryOperator.Equal)
        {
            reason.Say(Left.Name + " is " + ValuePrinting.Print(right, Right.Type));
            return;
        }
        var (leftText, rightText) = ValuePrinting.PrintPair(left, Left.Type, right, Right.Type);
        reason.Say(Left.Name + " " + leftText + " " + ReasonWords.Of(Operator, truth) + " " + (RightIsConstant ? "" : Right.Name + " ") + rightText);
    }
}

/// <summary>A value in an interval.</summary>
internal sealed class IntervalReason : ReasonNode
{
    public IntervalReason(InIntervalNode test, OperandPlan operand, IReadOnlyList<OperandPlan> operands)
        : base(test)
    {
        Interval = test;
        Operand = operand;
        Operands = operands;
    }

    public InIntervalNode Interval { get; }

    public OperandPlan Operand { get; }

    public IReadOnlyList<OperandPlan> Operands { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        var value = Operand.Value.Evaluate(frame);
        var low = Interval.Low.Evaluate(frame);
        var high = Interval.High.Evaluate(frame);
        var (atLow, lowText) = ValuePrinting.PrintPair(value, Operand.Type, low, Interval.Low.Type);
        var (atHigh, highText) = ValuePrinting.PrintPair(value, Operand.Type, high, Interval.High.Type);
        reason.Say(Operand.Name + " " + (atLow.Length >= atHigh.Length ? atLow : atHigh) + (truth ? " is in " : " is not in ")
            + (Interval.IncludesLow ? "[" : "(") + lowText + ".." + highText + (Interval.IncludesHigh ? "]" : ")"));
        reason.Add(frame, Operands);
    }
}

/// <summary>is known, is empty, in a list, contains, same as, subset of: operands with a phrase between them.</summary>
internal sealed class PhraseReason : ReasonNode
{
    public PhraseReason(PlanNode test, OperandPlan left, string whenTrue, string whenFalse, OperandPlan? right, IReadOnlyList<OperandPlan> operands)
        : base(test)
    {
        Left = left;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
        Right = right;
        Operands = operands;
    }

    public OperandPlan Left { get; }

    public string WhenTrue { get; }

    public string WhenFalse { get; }

    /// <summary>What follows the phrase; null if nothing does.</summary>
    public OperandPlan? Right { get; }

    public override bool IsGuard => WhenTrue == ReasonWords.IsKnown;

    public IReadOnlyList<OperandPlan> Operands { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        var value = Left.Value.Evaluate(frame);
        var text = Left.Name;
        var phrase = truth ? WhenTrue : WhenFalse;
        if (value.IsKnown && ReasonWords.ShowsValue(phrase) && Left.Type.Kind is not (TypeKind.Record or TypeKind.Exclusions))
            text += " " + ValuePrinting.Print(value, Left.Type);
        text += " " + phrase;
        if (Right is not null)
            text += " " + ValuePrinting.Print(Right.Value.Evaluate(frame), Right.Type);
        reason.Say(text);
        reason.Add(frame, Operands);
    }
}

/// <summary>Whether a table gives something: what it gives, and for which values of its columns.</summary>
internal sealed class TableReason : ReasonNode
{
    public TableReason(PlanNode test, OperandPlan table, IReadOnlyList<OperandPlan> columns, IReadOnlyList<OperandPlan> operands)
        : base(test)
    {
        Table = table;
        Columns = columns;
        Operands = operands;
    }

    public OperandPlan Table { get; }

    public IReadOnlyList<OperandPlan> Columns { get; }

    public IReadOnlyList<OperandPlan> Operands { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        var text = Table.Name + " is " + ValuePrinting.Print(Table.Value.Evaluate(frame), Table.Type);
        for (var i = 0; i < Columns.Count; i++)
            text += (i == 0 ? " for " : ", ") + Columns[i].Name + " " + ValuePrinting.Print(Columns[i].Value.Evaluate(frame), Columns[i].Type);
        reason.Say(text);
        reason.Add(frame, Operands);
    }
}

/// <summary>A flag: a boolean fact, or a boolean define, whose own condition tells the numbers behind it.</summary>
internal sealed class FlagReason : ReasonNode
{
    public FlagReason(PlanNode test, OperandPlan flag, ReasonNode? behind)
        : base(test)
    {
        Flag = flag;
        Behind = behind;
    }

    public OperandPlan Flag { get; }

    public ReasonNode? Behind { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        if (Behind is null)
        {
            reason.Say(truth ? Flag.Name : "not " + Flag.Name);
            reason.Add(frame, [Flag]);
            return;
        }
        reason.Add(frame, [Flag]);
        reason.Open(truth ? Flag.Name : "not " + Flag.Name);
        Behind.Tell(frame, truth, reason);
        reason.Close();
    }
}

/// <summary>A condition that is told as it is written, such as <c>any … in … where …</c>.</summary>
internal sealed class WholeReason : ReasonNode
{
    public WholeReason(PlanNode test, string text, IReadOnlyList<OperandPlan> operands)
        : base(test)
    {
        Text = text;
        Operands = operands;
    }

    public string Text { get; }

    public IReadOnlyList<OperandPlan> Operands { get; }

    public override void Tell(Frame frame, bool truth, ReasonWriter reason)
    {
        reason.Say(truth ? Text : "not (" + Text + ")");
        reason.Add(frame, Operands);
    }
}
