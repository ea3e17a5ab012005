using System;
using System.Collections.Generic;

namespace Retail.Rules.Indexing;

/// <summary>
/// Numbers for a fixed set of texts. Hashes only the characters that tell them apart, which are found when the table is made, since names of
/// one kind differ in few places; a text that is found was compared whole. Immutable and thread-safe.
/// </summary>
internal sealed class TextTable
{
    /// <summary>How far from either end of a text the characters may stand.</summary>
    private const int Reach = 16;

    private const int MaxPositions = 6;

    /// <summary>So many texts show well enough where all of them differ.</summary>
    private const int SampleSize = 1_000;

    private readonly string[] texts;

    /// <summary>Where the characters stand: from the start, or negative from the end.</summary>
    private readonly int[] positions;

    /// <summary>By hash: the first text, plus 1; 0 for none.</summary>
    private readonly int[] heads;

    /// <summary>By text: the next of the same hash, plus 1.</summary>
    private readonly int[] next;

    public TextTable(IReadOnlyList<string> texts)
    {
        this.texts = [.. texts];
        positions = ChoosePositions(this.texts);
        var size = 4;
        while (size < this.texts.Length * 2)
            size *= 2;
        heads = new int[size];
        next = new int[this.texts.Length];
        for (var i = 0; i < this.texts.Length; i++)
        {
            ref var head = ref heads[Hash(this.texts[i]) & (heads.Length - 1)];
            next[i] = head;
            head = i + 1;
        }
    }

    public int Count => texts.Length;

    /// <summary>The position of a text in the list that the table was made of, or -1.</summary>
    public int IndexOf(string text)
    {
        for (var i = heads[Hash(text) & (heads.Length - 1)] - 1; i >= 0; i = next[i] - 1)
        {
            if (string.Equals(texts[i], text))
                return i;
        }
        return -1;
    }

    private int Hash(string text) => Hash(text, positions, positions.Length);

    private static int Hash(string text, int[] positions, int count)
    {
        var hash = (uint)text.Length;
        for (var i = 0; i < count; i++)
        {
            var at = positions[i];
            at = at < 0 ? text.Length + at : at;
            hash = (hash * 31) + ((uint)at < (uint)text.Length ? text[at] : 0u);
        }
        return (int)(hash ^ (hash >> 15));
    }

    /// <summary>Adds the position that tells most texts apart until all are, or no position helps.</summary>
    private static int[] ChoosePositions(string[] texts)
    {
        var sample = texts.Length <= SampleSize ? texts : Sample(texts);
        var chosen = new int[MaxPositions];
        var count = 0;
        var best = CountHashes(sample, chosen, 0);
        while (count < MaxPositions && best < sample.Length)
        {
            var bestPosition = 0;
            var improved = best;
            for (var position = -Reach; position < Reach; position++)
            {
                chosen[count] = position;
                if (CountHashes(sample, chosen, count + 1) is var told && told > improved)
                    (improved, bestPosition) = (told, position);
            }
            if (improved == best)
                break;
            chosen[count++] = bestPosition;
            best = improved;
        }
        Array.Resize(ref chosen, count);
        return chosen;
    }

    private static string[] Sample(string[] texts)
    {
        var sample = new string[SampleSize];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = texts[(int)((long)i * texts.Length / sample.Length)];
        return sample;
    }

    private static int CountHashes(string[] texts, int[] positions, int count)
    {
        var hashes = new HashSet<int>();
        foreach (var text in texts)
            hashes.Add(Hash(text, positions, count));
        return hashes.Count;
    }
}
