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

    /// <summary>The parts of conditions that each hold in one way, one after another.</summary>
    public static ConditionRow Of(List<ConditionRow>[] conditions)
    {
        var count = 0;
        foreach (var condition in conditions)
            count += condition[0].Parts.Count;
        var parts = new ConditionPart[count];
        var at = 0;
        foreach (var condition in conditions)
        {
            for (var i = 0; i < condition[0].Parts.Count; i++)
                parts[at++] = condition[0].Parts[i];
        }
        return new ConditionRow(parts);
    }

    public ConditionRow Then(ConditionRow next) => Parts.Count == 0 ? next : next.Parts.Count == 0 ? this : new([.. Parts, .. next.Parts]);

    public ConditionRow Then(ConditionPart next) => new([.. Parts, next]);
}

/// <summary>A test, or a condition that is left to be judged. Immutable.</summary>
internal readonly struct ConditionPart
{
    public ConditionPart(IndexTest test)
    {
        Test = test;
        Form = null;
        Rest = null;
    }

    public ConditionPart(LinearForm form, PlanNode rest)
    {
        Test = null;
        Form = form;
        Rest = rest;
    }

    public ConditionPart(PlanNode rest)
    {
        Test = null;
        Form = null;
        Rest = rest;
    }

    public IndexTest? Test { get; }

    /// <summary>The form by which <see cref="Rest"/> can be estimated; null if it has none.</summary>
    public LinearForm? Form { get; }

    public PlanNode? Rest { get; }
}
