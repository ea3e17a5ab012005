using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Retail.Rules.Indexing;

/// <summary>
/// Rows that test the same operands in the same way. Those that ask for one code each are found by a hash of them (buckets); in a bucket the
/// other codes are compared with the ranges of its rows, several rows at a time where the processor can. Immutable and thread-safe.
/// </summary>
internal sealed class IndexGroup
{
    private readonly IndexOperand[] guards;
    private readonly IndexOperand[] keys;
    private readonly IndexOperand[] columns;
    private readonly bool[] negated;

    /// <summary>By column, then by row in the order of buckets: the first and the last code that match.</summary>
    private readonly int[][] first;
    private readonly int[][] last;
    private readonly int[] rows;

    /// <summary>What else rows ask for; null if nothing.</summary>
    private readonly Estimate? estimate;

    private readonly ulong[] bucketKeys;

    /// <summary>By place in the hash table: the first row of the bucket, and its number of rows; 0 for none.</summary>
    private readonly int[] bucketStarts;
    private readonly int[] bucketCounts;
    private readonly int shift;

    /// <param name="guards">Operands that may fault and are judged before a key is, so that they must be read first.</param>
    /// <param name="keys">Operands of which each row asks for one code.</param>
    /// <param name="columns">The other operands.</param>
    /// <param name="negated">By column: whether codes outside the range match.</param>
    /// <param name="rows">The rows, sorted by key and then by number.</param>
    public IndexGroup(IndexOperand[] guards, IndexOperand[] keys, IndexOperand[] columns, bool[] negated, GroupRow[] rows)
    {
        this.guards = guards;
        this.keys = keys;
        this.columns = columns;
        this.negated = negated;
        this.rows = new int[rows.Length];
        first = new int[columns.Length][];
        last = new int[columns.Length][];
        for (var column = 0; column < columns.Length; column++)
        {
            first[column] = new int[rows.Length];
            last[column] = new int[rows.Length];
        }
        if (rows[0].Form is not null)
            estimate = new Estimate(Array.ConvertAll(rows, row => row.Form!));
        var buckets = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            this.rows[i] = IndexSearch.Sure(rows[i].Number);
            buckets += i == 0 || rows[i].Key != rows[i - 1].Key ? 1 : 0;
            for (var column = 0; column < columns.Length; column++)
            {
                first[column][i] = rows[i].Ranges[column].First;
                last[column][i] = rows[i].Ranges[column].Last;
            }
        }
        var bits = 1;
        while (1 << bits < buckets * 2)
            bits++;
        shift = 64 - bits;
        bucketKeys = new ulong[1 << bits];
        bucketStarts = new int[1 << bits];
        bucketCounts = new int[1 << bits];
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && rows[end].Key == rows[start].Key)
                end++;
            var place = PlaceOf(rows[start].Key);
            while (bucketCounts[place] != 0)
                place = (place + 1) & (bucketKeys.Length - 1);
            bucketKeys[place] = rows[start].Key;
            bucketStarts[place] = start;
            bucketCounts[place] = end - start;
            start = end;
        }
    }

    public int RowCount => rows.Length;

    public int BucketCount
    {
        get
        {
            var count = 0;
            foreach (var rowsOfBucket in bucketCounts)
                count += rowsOfBucket > 0 ? 1 : 0;
            return count;
        }
    }

    /// <summary>How many terms the sums have that are estimated; 0 if none are.</summary>
    public int TermCount => estimate?.TermCount ?? 0;

    public IReadOnlyList<IndexOperand> Keys => keys;

    public IReadOnlyList<IndexOperand> Columns => columns;

    /// <summary>Adds the rows that match, in their order.</summary>
    /// <exception cref="Values.EvaluationFault">An operand cannot be computed.</exception>
    public void Find(Frame frame, IndexSearch search)
    {
        for (var i = 0; i < guards.Length; i++)
            search.CodeOf(guards[i], frame);
        var key = 0ul;
        for (var i = 0; i < keys.Length; i++)
            key = (key * (uint)(keys[i].LastCode + 1)) + (uint)search.CodeOf(keys[i], frame);
        var place = PlaceOf(key);
        while (bucketKeys[place] != key || bucketCounts[place] == 0)
        {
            if (bucketCounts[place] == 0)
                return;
            place = (place + 1) & (bucketKeys.Length - 1);
        }
        var (start, count) = (bucketStarts[place], bucketCounts[place]);
        search.Room(count);
        search.RowsExamined += count;
        if (columns.Length == 0 && estimate is null)
        {
            Array.Copy(rows, start, search.Hits, search.HitCount, count);
            search.HitCount += count;
            return;
        }
        for (var i = 0; i < columns.Length; i++)
            search.CodeOf(columns[i], frame);
        if (estimate is null)
        {
            Scan(search, start, start + count);
            return;
        }
        estimate.Read(frame, search);
        ScanEstimates(search, start, start + count);
    }

    private void Scan(IndexSearch search, int row, int end)
    {
        var hits = search.Hits;
        var found = search.HitCount;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            for (; row + Vector256<int>.Count <= end; row += Vector256<int>.Count)
            {
                for (var bits = MatchesOf(search, row); bits != 0; bits &= bits - 1)
                    hits[found++] = rows[row + BitOperations.TrailingZeroCount(bits)];
            }
        }
#endif
        for (; row < end; row++)
        {
            if (Matches(search, row))
                hits[found++] = rows[row];
        }
        search.HitCount = found;
    }

    private void ScanEstimates(IndexSearch search, int row, int end)
    {
        var hits = search.Hits;
        var found = search.HitCount;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            for (; row + Vector256<double>.Count <= end; row += Vector256<double>.Count)
            {
                var (sure, possible) = estimate!.Signs(search, row);
                for (var bits = possible; bits != 0; bits &= bits - 1)
                {
                    var at = BitOperations.TrailingZeroCount(bits);
                    if (columns.Length == 0 || Matches(search, row + at))
                        hits[found++] = (sure >> at & 1) == 1 ? rows[row + at] : IndexSearch.Judged(rows[row + at]);
                }
            }
        }
#endif
        for (; row < end; row++)
        {
            var sign = estimate!.Sign(search, row);
            if (sign >= 0 && Matches(search, row))
                hits[found++] = sign > 0 ? rows[row] : IndexSearch.Judged(rows[row]);
        }
        search.HitCount = found;
    }

    private bool Matches(IndexSearch search, int row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var code = search.Codes[columns[i].Number];
            if ((code >= first[i][row] && code <= last[i][row]) == negated[i])
                return false;
        }
        return true;
    }

#if NET8_0_OR_GREATER
    /// <summary>A bit for each of eight rows.</summary>
    private uint MatchesOf(IndexSearch search, int row)
    {
        var all = Vector256<int>.AllBitsSet;
        for (var i = 0; i < columns.Length; i++)
        {
            var code = Vector256.Create(search.Codes[columns[i].Number]);
            var low = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(first[i]), (nuint)row);
            var high = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(last[i]), (nuint)row);
            var inside = Vector256.GreaterThanOrEqual(code, low) & Vector256.LessThanOrEqual(code, high);
            all &= negated[i] ? ~inside : inside;
            if (all == Vector256<int>.Zero)
                return 0;
        }
        return all.ExtractMostSignificantBits();
    }
#endif

    private int PlaceOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> shift);
}

/// <summary>A row of a group while it is made. Immutable.</summary>
internal readonly struct GroupRow
{
    public GroupRow(ulong key, int number, CodeRange[] ranges, LinearForm? form)
    {
        Form = form;
        Key = key;
        Number = number;
        Ranges = ranges;
    }

    public ulong Key { get; }

    public int Number { get; }

    public CodeRange[] Ranges { get; }

    /// <summary>What else it asks for; null if nothing.</summary>
    public LinearForm? Form { get; }
}
