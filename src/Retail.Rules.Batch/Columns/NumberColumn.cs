using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>How the numbers of a column are turned into values.</summary>
/// <typeparam name="TRaw">What the column holds.</typeparam>
internal interface IRawNumber<TRaw>
{
    /// <summary>The value, if it can be used and there is nothing to say about it.</summary>
    bool TryConvert(TRaw raw, out Value value);

    /// <summary>The value; what is wrong or odd is logged.</summary>
    Value Convert(TRaw raw, FactLog log);
}

/// <summary>Reads a column of numbers of fixed width.</summary>
internal sealed class NumberColumn<TRaw, TNumber> : SingleColumn
    where TRaw : unmanaged
    where TNumber : struct, IRawNumber<TRaw>
{
    private readonly TNumber number;

    public NumberColumn(TNumber number) => this.number = number;

    protected override void Load(int start, Span<Value> into)
    {
        var raws = Raws.Slice(start, into.Length);
        var hasNulls = !Data.Buffers[0].IsEmpty && Data.NullCount != 0;
        for (var i = 0; i < raws.Length; i++)
        {
            if (hasNulls && IsNull(start + i))
                into[i] = Value.Absent;
            else if (!number.TryConvert(raws[i], out into[i]))
                into[i] = Later;
        }
    }

    protected override Value ReadNow(int row, Frame frame) => number.Convert(Raws[row], frame.FactLog);

    private ReadOnlySpan<TRaw> Raws => MemoryMarshal.Cast<byte, TRaw>(Data.Buffers[1].Span).Slice(Data.Offset, Data.Length);
}

/// <summary>A whole number, exact as it is.</summary>
internal readonly struct WholeNumber<TRaw>(RuleType type, Func<TRaw, decimal> widen) : IRawNumber<TRaw>
{
    public bool TryConvert(TRaw raw, out Value value)
    {
        value = new Value(widen(raw));
        return type.Kind != TypeKind.Percent;
    }

    public Value Convert(TRaw raw, FactLog log) => FactValues.FromDecimal(widen(raw), type, log);
}

/// <summary>A 64-bit whole number, the usual one.</summary>
internal readonly struct LongNumber(RuleType type) : IRawNumber<long>
{
    public bool TryConvert(long raw, out Value value)
    {
        value = new Value(raw);
        return type.Kind != TypeKind.Percent;
    }

    public Value Convert(long raw, FactLog log) => FactValues.FromDecimal(raw, type, log);
}

/// <summary>A decimal of 128 bits at a scale.</summary>
internal readonly struct DecimalNumber : IRawNumber<Int128>
{
    private const int MostPlaces = 28;

    private readonly RuleType type;
    private readonly int scale;

    public DecimalNumber(RuleType type, int scale)
    {
        this.type = type;
        this.scale = scale;
    }

    public bool TryConvert(Int128 raw, out Value value)
    {
        if (!TryDecimal(raw, out var number) || (type.Kind == TypeKind.Percent && (number >= 2m || number <= -2m)))
        {
            value = default;
            return false;
        }
        value = new Value(number);
        return true;
    }

    public Value Convert(Int128 raw, FactLog log)
    {
        if (TryDecimal(raw, out var number))
            return FactValues.FromDecimal(number, type, log);
        // Zeros at the end are no digits of the number: 10^30 / 10^29 is 10.
        var (rest, places) = (raw, scale);
        while (places > 0 && rest % 10 == 0)
            (rest, places) = (rest / 10, places - 1);
        return new DecimalNumber(type, places).TryDecimal(rest, out number) ? FactValues.FromDecimal(number, type, log) : FactProblems.RefuseDigits(ExactText.Of(raw, scale), log);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDecimal(Int128 raw, out decimal number)
    {
        var isNegative = raw < 0;
        var size = (UInt128)(isNegative ? -raw : raw);
        var (upper, lower) = ((ulong)(size >> 64), (ulong)size);
        if (upper > uint.MaxValue || (uint)scale > MostPlaces)
        {
            number = 0m;
            return size == 0;
        }
        var places = scale;
        // A column has the places of its longest number. Without the zeros that the others end with, what is computed of them stays within decimals.
        while (upper == 0 && places > 0 && lower % 10 == 0)
        {
            lower /= 10;
            places = lower == 0 ? 0 : places - 1;
        }
        number = new decimal((int)lower, (int)(lower >> 32), (int)upper, isNegative, (byte)places);
        return true;
    }
}
