using System.Numerics;

namespace Retail.Rules.Values;

/// <summary>An exact fraction in lowest terms with a positive denominator, for what two decimals cannot hold. Immutable.</summary>
internal sealed class BigRational
{
    public BigRational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }
}
