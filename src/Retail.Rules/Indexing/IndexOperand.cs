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
    private readonly Dictionary<object, int> numbers = [];
    private int[] codes = [];
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

    /// <summary>Takes a constant.</summary>
    /// <returns>Its number, for <see cref="CodeOfConstant"/>; the same for equal texts and decimals.</returns>
    public int Add(in Value constant)
    {
        object? key = IsText ? constant.Text : constant.Reference is null && constant.Denominator == 0m ? constant.Numerator : null;
        if (key is null || !numbers.TryGetValue(key, out var number))
        {
            number = constants.Count;
            constants.Add(constant);
            if (key is not null)
                numbers.Add(key, number);
        }
        return number;
    }

    /// <summary>Puts the constants in order; from now on they have codes.</summary>
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
        codes = new int[constants.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = CodeOf(constants[i]);
    }

    /// <summary>Forgets what only those who make the index ask.</summary>
    public void Forget()
    {
        numbers.Clear();
        constants.Clear();
        constants.TrimExcess();
        codes = [];
    }

    /// <summary>The code of a constant by its number, once frozen.</summary>
    public int CodeOfConstant(int number) => codes[number];

    private int CodeOf(in Value value)
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
    private IReadOnlyList<string> TextsInOrder() =>
        Node.Type.Enum is { Kind: Model.EnumKind.Ordered } ordered ? ordered.Members : constants.ConvertAll(constant => constant.Text);

    private List<Value> InOrder()
    {
        var sorted = constants.ToArray();
        Array.Sort(sorted, (left, right) => Exact.Compare(left, right));
        var found = new List<Value>();
        foreach (var constant in sorted)
        {
            if (found.Count == 0 || Exact.Compare(found[found.Count - 1], constant) != 0)
                found.Add(constant);
        }
        return found;
    }
}
