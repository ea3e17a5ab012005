using System;

namespace Retail.Rules.Batch;

/// <summary>Rows of cells. Reused; belongs to one thread at a time.</summary>
internal sealed class CsvBlock : FactBlock
{
    /// <summary>A block with so many characters takes no more rows, so that long rows do not multiply.</summary>
    private const int FullBlock = 1 << 20;

    private readonly int rows;
    private readonly int columns;
    private readonly int[] ends;
    private readonly string?[] problems;
    private char[] characters = new char[16 * 1024];
    private int length;
    private int cell;

    public CsvBlock(int rows, int columns)
    {
        this.rows = rows;
        this.columns = columns;
        ends = new int[rows * columns];
        problems = new string?[rows];
    }

    public bool IsFull => Count == rows || length >= FullBlock;

    public void Clear() => Count = length = cell = 0;

    public void Add(ReadOnlySpan<char> text)
    {
        if (characters.Length - length < text.Length)
            Array.Resize(ref characters, Math.Max(characters.Length * 2, length + text.Length));
        text.CopyTo(characters.AsSpan(length));
        length += text.Length;
        ends[cell++] = length;
    }

    public void EndRow() => problems[Count++] = null;

    /// <summary>Adds a row that has no cells to be read.</summary>
    public void Refuse(string why)
    {
        ends.AsSpan(cell, columns).Fill(length);
        cell += columns;
        problems[Count++] = why;
    }

    /// <summary>Why a row cannot be read; null if it can.</summary>
    public string? ProblemOf(int row) => problems[row];

    public ReadOnlySpan<char> Cell(int row, int column)
    {
        var at = row * columns + column;
        var start = at == 0 ? 0 : ends[at - 1];
        return characters.AsSpan(start, ends[at] - start);
    }
}
