using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Batch;

/// <summary>Judges rows by two rulesets and notes what differs. One for each thread; not thread-safe.</summary>
internal sealed class RowComparison
{
    private const string Missing = "missing";

    private readonly DiffSubject subject;
    private readonly Judgement oldJudgement;
    private readonly Judgement newJudgement;
    private readonly RowReader oldReader;
    private readonly RowReader newReader;
    private readonly FiredRules oldFired;
    private readonly FiredRules newFired;
    private readonly OutputComparison[] outputs;
    private RowDifference difference = new();

    public RowComparison(DiffSubject subject, FactStream facts)
    {
        this.subject = subject;
        oldJudgement = subject.Old.CreateJudgement();
        newJudgement = subject.New.CreateJudgement();
        oldReader = facts.Bind(subject.Old);
        newReader = facts.Bind(subject.New);
        oldFired = new FiredRules(subject.PositionsOf(subject.Old), subject.RuleIds.Count);
        newFired = new FiredRules(subject.PositionsOf(subject.New), subject.RuleIds.Count);
        outputs = [.. subject.OutputNames.Select(name => new OutputComparison(name, oldJudgement, newJudgement))];
    }

    public void Compare(ComparedBlock block)
    {
        block.Differences.Clear();
        block.Unusable = 0;
        for (var i = 0; i < block.Facts.Count; i++)
        {
            block.Facts.Open(i);
            try
            {
                oldReader.Judge(block.Facts, i, oldJudgement);
                newReader.Judge(block.Facts, i, newJudgement);
                Compare(block, block.Facts.Before + i + 1);
            }
            finally
            {
                block.Facts.Close();
            }
        }
    }

    private void Compare(ComparedBlock block, long row)
    {
        if (oldJudgement.Frame.FactLog.Errors.Count > 0 || newJudgement.Frame.FactLog.Errors.Count > 0)
            block.Unusable++;
        oldFired.Note(oldJudgement);
        newFired.Note(newJudgement);
        difference.Begin(row, oldJudgement.Verdict, newJudgement.Verdict);
        oldFired.ListThoseNotIn(newFired, difference.OldRules);
        newFired.ListThoseNotIn(oldFired, difference.NewRules);
        ListMissingFrom(newJudgement.Approvers, oldJudgement.Approvers, difference.OldRoles);
        ListMissingFrom(oldJudgement.Approvers, newJudgement.Approvers, difference.NewRoles);
        foreach (var output in outputs)
        {
            if (!output.IsSame())
                difference.Members.Add(output.Name);
        }
        if (!AreSame(oldJudgement.Missing, newJudgement.Missing))
            difference.Members.Add(Missing);
        if (difference.IsEmpty)
            return;
        if (difference.IsFlip)
        {
            difference.OldMeasure = subject.OldMeasure?.Of(oldJudgement) ?? difference.OldMeasure;
            difference.NewMeasure = subject.NewMeasure?.Of(newJudgement) ?? difference.NewMeasure;
        }
        block.Differences.Add(difference);
        difference = new RowDifference();
    }

    /// <summary>Both are short, and in ordinal order.</summary>
    private static void ListMissingFrom(IReadOnlyList<string> others, IReadOnlyList<string> names, List<string> into)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!Contains(others, names[i]))
                into.Add(names[i]);
        }
    }

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return true;
        }
        return false;
    }

    private static bool AreSame(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i] != right[i])
                return false;
        }
        return true;
    }
}

/// <summary>Which rules fired in one row, by position among the rules of both rulesets. Not thread-safe.</summary>
internal sealed class FiredRules
{
    private readonly int[] positions;
    private readonly bool[] isFired;
    private readonly List<int> fired = [];

    public FiredRules(int[] positions, int count)
    {
        this.positions = positions;
        isFired = new bool[count];
    }

    public void Note(Judgement judgement)
    {
        foreach (var position in fired)
            isFired[position] = false;
        fired.Clear();
        foreach (var firing in judgement.Frame.Outcome.Firings)
        {
            var position = positions[firing.Rule];
            if (isFired[position])
                continue;
            isFired[position] = true;
            fired.Add(position);
        }
    }

    public void ListThoseNotIn(FiredRules other, List<int> into)
    {
        foreach (var position in fired)
        {
            if (!other.isFired[position])
                into.Add(position);
        }
    }
}
