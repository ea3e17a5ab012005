using System.Numerics;

namespace Retail.Rules.Values;

/// <summary>An exact fraction in lowest terms with a positive denominator, for what two decimals cannot hold. Immutable.</summary>
internal sealed class BigRational
{
    /// <summary>Beyond this many bits a number counts as too large: only a ruleset built to grow numbers gets there.</summary>
    private const int MaxBytes = 1024;

    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;

    private BigRational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>The value as a fraction of whole numbers; the denominator is positive.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Of(in Value value)
    {
        if (value.Reference is BigRational big)
            return (big.Numerator, big.Denominator);
        var (numerator, scale) = Mantissa(value.Numerator);
        if (value.Denominator == 0m)
            return (numerator, BigInteger.Pow(10, scale));
        var (denominator, otherScale) = Mantissa(value.Denominator);
        return (numerator * BigInteger.Pow(10, otherScale), denominator * BigInteger.Pow(10, scale));
    }

    /// <summary>The value of a fraction, in decimals where they can hold it.</summary>
    /// <exception cref="EvaluationFault">The number is too large.</exception>
    public static Value ToValue(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            divisor = -divisor;
        numerator /= divisor;
        denominator /= divisor;
        if (TryDecimal(numerator, denominator, out var whole))
            return new Value(whole);
        if (BigInteger.Abs(numerator) <= MaxMantissa && denominator <= MaxMantissa)
            return new Value((decimal)numerator, (decimal)denominator);
        if (numerator.ToByteArray().Length > MaxBytes || denominator.ToByteArray().Length > MaxBytes)
            throw EvaluationFault.Overflow();
        return new Value(new BigRational(numerator, denominator));
    }

    /// <summary>Whether a fraction in lowest terms is one decimal: its denominator divides a power of ten that leaves room.</summary>
    private static bool TryDecimal(BigInteger numerator, BigInteger denominator, out decimal value)
    {
        value = 0m;
        var places = 0;
        while (!denominator.IsOne)
        {
            if (++places > 28)
                return false;
            numerator *= 10;
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (divisor.IsOne)
                return false;
            numerator /= divisor;
            denominator /= divisor;
        }
        var magnitude = BigInteger.Abs(numerator);
        if (magnitude > MaxMantissa)
            return false;
        var low = (uint)(magnitude & uint.MaxValue);
        var middle = (uint)((magnitude >> 32) & uint.MaxValue);
        var high = (uint)(magnitude >> 64);
        value = new decimal(unchecked((int)low), unchecked((int)middle), unchecked((int)high), numerator.Sign < 0, (byte)places);
        return true;
    }

    private static (BigInteger Mantissa, int Scale) Mantissa(decimal number)
    {
        var bits = decimal.GetBits(number);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (bits[3] < 0 ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }
}
