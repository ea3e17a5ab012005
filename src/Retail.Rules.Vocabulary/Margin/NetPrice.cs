namespace Retail.Rules.Vocabulary;

/// <summary>
/// Prices without tax. Costs never carry it, European and British shelf prices do, American ones do not; whoever forgets it takes
/// 37.5% for a margin of 25.0%. Stateless and thread-safe.
/// </summary>
public static class NetPrice
{
    /// <summary>A price without the tax that it contains.</summary>
    /// <param name="price">The price, tax included; null is unknown.</param>
    /// <param name="vatRate">The rate of the tax, zero or more; null is unknown.</param>
    /// <returns>2.40 at 20% is 2.00, not rounded; unknown if an argument is, or the rate is below zero.</returns>
    public static Money? Of(Money? price, Percent? vatRate) => vatRate is { Fraction: >= 0m } rate ? price / (1m + rate.Fraction) : null;
}
