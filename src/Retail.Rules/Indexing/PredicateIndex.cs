using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Indexing;

/// <summary>
/// Finds, among many rows (clauses of rules, rows of a table), those that may match the facts, without looking at the others. What it finds
/// is in the order of the text. Immutable and thread-safe; what changes is in the <see cref="IndexSearch"/>.
/// </summary>
/// <remarks>
/// It leaves a row out only if a part of its condition is false that is judged before any part that could fault, so that every fault is
/// found that judging row by row finds. If an operand itself faults, nothing is left out.
/// </remarks>
internal sealed class PredicateIndex
{
    private readonly IndexGroup[] groups;

    /// <summary>Rows that no group holds, in order.</summary>
    private readonly int[] unindexed;

    /// <summary>Together in memory what is read of one row.</summary>
    private readonly IndexRow[] rows;

    public PredicateIndex(int number, IReadOnlyList<IndexOperand> operands, IndexGroup[] groups, int[] unindexed, IndexRow[] rows)
    {
        Number = number;
        Operands = operands;
        this.groups = groups;
        this.unindexed = Array.ConvertAll(unindexed, IndexSearch.Sure);
        this.rows = rows;
    }

    /// <summary>Its position among the indexes of the plan.</summary>
    public int Number { get; }

    public IReadOnlyList<IndexOperand> Operands { get; }

    public IReadOnlyList<IndexGroup> Groups => groups;

    public int UnindexedCount => unindexed.Length;

    public int RowCount => rows.Length;

    /// <summary>The rule or row of the table that a hit belongs to.</summary>
    public int TargetOf(int hit) => rows[IndexSearch.RowOf(hit)].Target;

    /// <summary>The clause that holds if the row matches; -1 if the target must be judged.</summary>
    public int ClauseOf(int hit) => IndexSearch.IsOpen(hit) ? -1 : rows[IndexSearch.RowOf(hit)].Clause;

    /// <summary>Whether its rule fires if the row matches, and firing takes no more than noting it.</summary>
    public bool IsPlain(int hit) => !IndexSearch.IsOpen(hit) && rows[IndexSearch.RowOf(hit)].IsPlain;

    /// <summary>What a rule says that fires.</summary>
    public Verdict VerdictOf(int hit) => rows[IndexSearch.RowOf(hit)].Verdict;

    /// <summary>Finds the rows that may match; null if an operand faults, so that every row must be judged.</summary>
    public IndexSearch? Find(Frame frame)
    {
        var search = frame.SearchOf(this);
        search.Start();
        try
        {
            var isOrdered = true;
            for (var i = 0; i < groups.Length; i++)
            {
                var before = search.HitCount;
                groups[i].Find(frame, search);
                isOrdered &= before == 0 || before == search.HitCount;
            }
            if (unindexed.Length > 0)
            {
                isOrdered &= search.HitCount == 0;
                search.Room(unindexed.Length);
                Array.Copy(unindexed, 0, search.Hits, search.HitCount, unindexed.Length);
                search.HitCount += unindexed.Length;
            }
            if (!isOrdered)
                Array.Sort(search.Hits, 0, search.HitCount);
            return search;
        }
        catch (EvaluationFault)
        {
            return null;
        }
    }
}
