using Retail.Rules.Model;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>A test of an operand against constants, not yet turned into codes. Immutable.</summary>
internal sealed class IndexTest
{
    private readonly TestKind kind;

    /// <summary>Constants, by their numbers among those of the operand.</summary>
    private readonly int low;
    private readonly int high;
    private readonly bool includesLow;
    private readonly bool includesHigh;

    private IndexTest(IndexOperand operand, TestKind kind, int low, int high, bool includesLow, bool includesHigh, bool isNegated)
    {
        Operand = operand;
        this.kind = kind;
        this.low = low;
        this.high = high;
        this.includesLow = includesLow;
        this.includesHigh = includesHigh;
        IsNegated = isNegated;
    }

    private enum TestKind : byte
    {
        Known,
        Below,
        Above,
        Between,
    }

    public IndexOperand Operand { get; }

    /// <summary>Whether it holds for the codes outside its range, that of unknown among them.</summary>
    public bool IsNegated { get; }

    public static IndexTest Known(IndexOperand operand, bool truth) => new(operand, TestKind.Known, -1, -1, false, false, !truth);

    public static IndexTest Between(IndexOperand operand, in Value low, in Value high, bool includesLow, bool includesHigh, bool truth) =>
        new(operand, TestKind.Between, operand.Add(low), operand.Add(high), includesLow, includesHigh, !truth);

    /// <summary>A comparison of the operand, on the left, with a constant.</summary>
    public static IndexTest Compare(IndexOperand operand, BinaryOperator op, in Value constant, bool truth)
    {
        var number = operand.Add(constant);
        return op switch
        {
            BinaryOperator.Equal => new IndexTest(operand, TestKind.Between, number, number, true, true, !truth),
            BinaryOperator.NotEqual => new IndexTest(operand, TestKind.Between, number, number, true, true, truth),
            BinaryOperator.Less => new IndexTest(operand, TestKind.Below, -1, number, false, false, !truth),
            BinaryOperator.LessOrEqual => new IndexTest(operand, TestKind.Below, -1, number, false, true, !truth),
            BinaryOperator.Greater => new IndexTest(operand, TestKind.Above, number, -1, false, false, !truth),
            _ => new IndexTest(operand, TestKind.Above, number, -1, true, false, !truth),
        };
    }

    /// <summary>The range of codes, once the operand is frozen.</summary>
    public CodeRange Range()
    {
        var first = kind is TestKind.Known or TestKind.Below ? 1 : Operand.CodeOfConstant(low) + (includesLow ? 0 : 1);
        var last = kind is TestKind.Known or TestKind.Above ? Operand.LastCode : Operand.CodeOfConstant(high) - (includesHigh ? 0 : 1);
        return new CodeRange(first, last);
    }
}

/// <summary>Codes from a first to a last one; none if the first is above the last.</summary>
internal readonly struct CodeRange
{
    public CodeRange(int first, int last)
    {
        First = first;
        Last = last;
    }

    public int First { get; }

    public int Last { get; }

    public bool IsPoint => First == Last;

    public CodeRange Intersect(CodeRange other) => new(System.Math.Max(First, other.First), System.Math.Min(Last, other.Last));
}
