using System;
using System.Runtime.InteropServices;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>
/// What the texts of one column stand for, each found out once as long as it keeps coming: no string is made for a text that is known. Holds
/// a limited number; a text that is rare or long is read anew. Not thread-safe.
/// </summary>
/// <typeparam name="TUnit">What texts consist of: UTF-8 bytes, or characters.</typeparam>
internal sealed class RepeatedTexts<TUnit>
    where TUnit : unmanaged, IEquatable<TUnit>
{
    private const int Places = 1024;
    private const int LongText = 64;

    private readonly Entry[] entries = new Entry[Places];
    private readonly RuleType type;
    private readonly Func<TUnit[], int, string?> decode;
    private TUnit[] scratch = new TUnit[LongText];

    /// <param name="type">The type of the column's fact.</param>
    /// <param name="decode">Makes a string of the first units; null if they are no text.</param>
    public RepeatedTexts(RuleType type, Func<TUnit[], int, string?> decode)
    {
        this.type = type;
        this.decode = decode;
    }

    /// <summary>The value if it is known and there is nothing to say about it.</summary>
    public bool TryFind(ReadOnlySpan<TUnit> text, out Value value)
    {
        ref var entry = ref entries[PlaceOf(text)];
        value = entry.Value;
        return entry.Text is { } known && text.SequenceEqual(known);
    }

    /// <summary>The value, found out; what is wrong with it is logged.</summary>
    public Value Read(ReadOnlySpan<TUnit> text, Frame frame)
    {
        if (TryFind(text, out var known))
            return known;
        if (scratch.Length < text.Length)
            scratch = new TUnit[text.Length];
        text.CopyTo(scratch);
        var log = frame.FactLog;
        if (decode(scratch, text.Length) is not { } decoded)
            return FactProblems.RefuseUnicode(log);
        var said = log.Errors.Count + log.Warnings.Count;
        var value = FactValues.FromText(decoded, type, log);
        // A value about which something is said is read anew in each row, so that each decision says it.
        if (text.Length <= LongText && said == log.Errors.Count + log.Warnings.Count)
            entries[PlaceOf(text)] = new Entry(text.ToArray(), value);
        return value;
    }

    private static int PlaceOf(ReadOnlySpan<TUnit> text)
    {
        // FNV-1a over eight bytes at a time would do as well; what matters is that neighbours differ. Nothing is decided by it.
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = 2166136261u ^ (uint)bytes.Length;
        foreach (var one in bytes)
            hash = (hash ^ one) * 16777619u;
        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }

    private readonly record struct Entry(TUnit[]? Text, Value Value);
}
