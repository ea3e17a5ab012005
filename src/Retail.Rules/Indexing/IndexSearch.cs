using System;
using Retail.Rules.Evaluation;

namespace Retail.Rules.Indexing;

/// <summary>What a search in one index has found so far. Belongs to one frame; not thread-safe.</summary>
internal sealed class IndexSearch
{
    private const int NotRead = -1;

    public IndexSearch(int operandCount) => Codes = new int[operandCount];

    /// <summary>By operand; -1 while it was not read.</summary>
    public int[] Codes { get; }

    /// <summary>Numbers of rows that match, or that are left to be judged; the first <see cref="HitCount"/> count.</summary>
    public int[] Hits { get; private set; } = new int[16];

    public int HitCount { get; set; }

    /// <summary>How many rows were compared since the frame was made: the work that an index saves is the rest.</summary>
    public long RowsExamined { get; set; }

    public void Start()
    {
        for (var i = 0; i < Codes.Length; i++)
            Codes[i] = NotRead;
        HitCount = 0;
    }

    /// <summary>The code of an operand, read once a search.</summary>
    public int CodeOf(IndexOperand operand, Frame frame)
    {
        var code = Codes[operand.Number];
        return code != NotRead ? code : Codes[operand.Number] = operand.CodeIn(frame);
    }

    /// <summary>Makes room for some more hits.</summary>
    public void Room(int more)
    {
        if (Hits.Length >= HitCount + more)
            return;
        var larger = new int[Math.Max(HitCount + more, Hits.Length * 2)];
        Array.Copy(Hits, larger, HitCount);
        Hits = larger;
    }
}
