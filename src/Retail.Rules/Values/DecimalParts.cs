using System.Runtime.InteropServices;

namespace Retail.Rules.Values;

/// <summary>
/// The fields of a decimal, read without allocation on every target. All runtimes keep the flags first and the high word next, as the
/// COM DECIMAL does.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal struct DecimalParts
{
    [FieldOffset(0)]
    private decimal value;

    [FieldOffset(0)]
    private readonly int flags;

    [FieldOffset(4)]
    private readonly uint high;

    [FieldOffset(8)]
    private readonly ulong low;

    private const int ScaleBits = 0x00FF_0000;

    /// <summary>Sums of two smaller than this, in units of their last place, stay in 64 bits.</summary>
    private const ulong Small = 1ul << 62;

    public DecimalParts(decimal value)
    {
        this = default;
        this.value = value;
    }

    private DecimalParts(int flags, ulong low)
    {
        this = default;
        this.flags = flags;
        this.low = low;
    }

    /// <summary>Whether the integer that the decimal scales fits into 62 bits, as that of any amount of money does.</summary>
    public readonly bool IsSmall => high == 0 && low < Small;

    /// <summary>The integer that a small decimal scales, without its sign.</summary>
    public readonly long Magnitude => (long)low;

    /// <summary>Adds two small decimals of one scale, as amounts of money mostly are: whole numbers are added.</summary>
    public static bool TryAdd(in DecimalParts left, in DecimalParts right, out decimal sum)
    {
        if (!left.IsSmall || !right.IsSmall || ((left.flags ^ right.flags) & ScaleBits) != 0)
        {
            sum = 0m;
            return false;
        }
        var units = (left.flags < 0 ? -(long)left.low : (long)left.low) + (right.flags < 0 ? -(long)right.low : (long)right.low);
        sum = new DecimalParts((left.flags & ScaleBits) | (units < 0 ? int.MinValue : 0), (ulong)(units < 0 ? -units : units)).value;
        return true;
    }

    /// <summary>Multiplies two decimals whose integers fit into 31 bits, as those of most amounts do: whole numbers are multiplied.</summary>
    public static bool TryMultiply(in DecimalParts left, in DecimalParts right, out decimal product)
    {
        var scale = left.Scale + right.Scale;
        if ((left.high | right.high) != 0 || (left.low | right.low) > int.MaxValue || scale > 28)
        {
            product = 0m;
            return false;
        }
        var units = left.low * right.low;
        product = new DecimalParts((scale << 16) | (units == 0 ? 0 : (left.flags ^ right.flags) & int.MinValue), units).value;
        return true;
    }

    /// <summary>Decimal places, 0 to 28.</summary>
    public readonly int Scale => (flags >> 16) & 0xFF;

    /// <summary>The upper 32 of the 96 bits of the integer that the decimal scales.</summary>
    public readonly uint High => high;

    /// <summary>Whether the decimal is 0, at any scale: cheaper than to compare it.</summary>
    public readonly bool IsZero => (low | high) == 0;

    public readonly bool IsNegative => flags < 0;

    /// <summary>-1, 0 or 1.</summary>
    public readonly int Sign => IsZero ? 0 : flags < 0 ? -1 : 1;

    /// <summary>How many bits that integer takes, 0 to 96; may be overstated by up to 31 where that saves work.</summary>
    public readonly int BitsAtMost => high != 0 ? 64 + Length(high) : low >> 32 != 0 ? 32 + Length((uint)(low >> 32)) : 32;

    private static int Length(uint word)
    {
        var length = 0;
        if (word >= 1u << 16)
        {
            length = 16;
            word >>= 16;
        }
        if (word >= 1u << 8)
        {
            length += 8;
            word >>= 8;
        }
        if (word >= 1u << 4)
        {
            length += 4;
            word >>= 4;
        }
        if (word >= 1u << 2)
        {
            length += 2;
            word >>= 2;
        }
        return length + (word >= 2 ? 2 : 1);
    }
}
