using System.Collections.Generic;
using Retail.Rules.Planning;

namespace Retail.Rules.Indexing;

/// <summary>
/// One way for a condition to hold: parts that must all hold, in the order in which they are judged. A part that no index can test is a plan
/// node that is left to be judged. Immutable.
/// </summary>
internal sealed class ConditionRow
{
    public static readonly ConditionRow Always = new([]);

    private ConditionRow(IReadOnlyList<ConditionPart> parts) => Parts = parts;

    public IReadOnlyList<ConditionPart> Parts { get; }

    public static ConditionRow Of(ConditionPart part) => new([part]);

    public ConditionRow Then(ConditionRow next) => Parts.Count == 0 ? next : next.Parts.Count == 0 ? this : new([.. Parts, .. next.Parts]);

    public ConditionRow Then(ConditionPart next) => new([.. Parts, next]);
}

/// <summary>A test, or a condition that is left to be judged. Immutable.</summary>
internal readonly struct ConditionPart
{
    public ConditionPart(IndexTest test)
    {
        Test = test;
        Rest = null;
    }

    public ConditionPart(PlanNode rest)
    {
        Test = null;
        Rest = rest;
    }

    public IndexTest? Test { get; }

    public PlanNode? Rest { get; }
}
