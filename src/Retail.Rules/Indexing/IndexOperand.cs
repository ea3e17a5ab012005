using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// A value that rules test against constants. Its code says how it stands to all of them: 0 while it is unknown, from 1 on a position among
/// the constants, so that every test is one of whether a code lies in a range. Collects constants until it is frozen, then immutable.
/// </summary>
internal sealed class IndexOperand
{
    private readonly List<Value> constants = [];
    private TextTable? texts;
    private Thresholds? thresholds;

    public IndexOperand(int number, PlanNode node, bool canFault)
    {
        Number = number;
        Node = node;
        CanFault = canFault;
    }

    /// <summary>Its position among the operands of the index.</summary>
    public int Number { get; }

    public PlanNode Node { get; }

    /// <summary>Whether reading it may fault, so that rules that test something else first must not be judged by it.</summary>
    public bool CanFault { get; }

    /// <summary>The largest code.</summary>
    public int LastCode { get; private set; }

    private bool IsText => Node.Type.Kind is TypeKind.Text or TypeKind.Enum;

    public void Add(in Value constant) => constants.Add(constant);

    public void Freeze()
    {
        if (IsText)
        {
            texts = new TextTable(TextsInOrder());
            // One more for whatever is none of them.
            LastCode = texts.Count + 1;
        }
        else
        {
            thresholds = new Thresholds(InOrder());
            LastCode = 2 * thresholds.Count + 1;
        }
        constants.Clear();
        constants.TrimExcess();
    }

    /// <summary>The code of a constant that was added.</summary>
    public int CodeOf(in Value value)
    {
        if (value.IsUnknown)
            return 0;
        if (texts is null)
            return thresholds!.Place(value) + 1;
        var index = texts.IndexOf(value.Text);
        return index < 0 ? LastCode : index + 1;
    }

    /// <summary>Whether a code stands for one constant, not for what lies between two.</summary>
    public bool IsConstant(int code) => IsText ? code > 0 && code < LastCode : code % 2 == 0 && code > 0;

    /// <summary>The code of the value in a frame.</summary>
    /// <exception cref="EvaluationFault">The value cannot be computed.</exception>
    public int CodeIn(Frame frame)
    {
        // The common places of values are read where they stand.
        if (Node is SlotNode slot)
            return CodeOf(frame.Slots[slot.Slot]);
        if (Node is ComputedNode computed)
        {
            frame.Ensure(computed.Index);
            return CodeOf(frame.Computed[computed.Index]);
        }
        return CodeOf(Node.Evaluate(frame));
    }

    /// <summary>All members of an enum whose order counts, in that order; otherwise the constants, each once.</summary>
    private IReadOnlyList<string> TextsInOrder()
    {
        if (Node.Type.Enum is { Kind: Model.EnumKind.Ordered } ordered)
            return ordered.Members;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var constant in constants)
        {
            if (seen.Add(constant.Text))
                found.Add(constant.Text);
        }
        return found;
    }

    private List<Value> InOrder()
    {
        constants.Sort((left, right) => Exact.Compare(left, right));
        var found = new List<Value>();
        foreach (var constant in constants)
        {
            if (found.Count == 0 || Exact.Compare(found[found.Count - 1], constant) != 0)
                found.Add(constant);
        }
        return found;
    }
}
