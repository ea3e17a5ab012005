using Retail.Rules.Evaluation;
using Retail.Rules.Indexing;

namespace Retail.Rules.Planning;

/// <summary>The rows of a table that match, one after another: those that its index finds, or all tested in turn. Of one evaluation of one table.</summary>
internal struct MatchingRows
{
    private readonly TableNode table;
    private readonly IndexSearch? search;
    private int position;
    private int last;

    public MatchingRows(TableNode table, Frame frame)
    {
        this.table = table;
        search = frame.JudgesInTurn ? null : table.Index?.Find(frame);
        position = 0;
        last = -1;
    }

    /// <summary>The next row that matches, or -1.</summary>
    public int Next(Frame frame)
    {
        if (search is null)
            return NextInTurn(frame);
        while (position < search.HitCount)
        {
            var found = search.Hits[position++];
            var row = table.Index!.TargetOf(found);
            // A row that can match in several ways may be found several times.
            if (row == last || (table.Index.ClauseOf(found) < 0 && !table.Rows[row].Matches(frame, table.Columns)))
                continue;
            return last = row;
        }
        return -1;
    }

    private int NextInTurn(Frame frame)
    {
        while (position < table.Rows.Count)
        {
            var row = position++;
            if (table.Rows[row].Matches(frame, table.Columns))
                return row;
        }
        return -1;
    }
}
