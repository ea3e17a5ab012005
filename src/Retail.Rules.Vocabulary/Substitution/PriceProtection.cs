namespace Retail.Rules.Vocabulary;

/// <summary>Who bears the difference when a substitute is dearer. Unknown gives unknown (null). Stateless and thread-safe.</summary>
public static class PriceProtection
{
    /// <summary>What the customer pays for the line.</summary>
    /// <param name="pricing">The channel's pricing; null is unknown.</param>
    /// <param name="total">What the substitute costs: its price × packs; null is unknown.</param>
    /// <param name="originalTotal">What the line would have cost, or costs by its multibuy; null is unknown.</param>
    /// <returns>1.90 in place of 1.55 is 1.55 under protect and 1.90 under recalc; 1.40 in place of 1.55 is 1.40 under both.</returns>
    /// <remarks>Source: Tesco pays the original price if the substitute is dearer; others offer substitutes of equal or lower value only.</remarks>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? CustomerPays(SubstitutePricing? pricing, Money? total, Money? originalTotal) =>
        pricing is { } how && total is { } substitute && originalTotal is { } original
            ? how == SubstitutePricing.Protect ? Money.Min(substitute, original) : substitute
            : null;

    /// <summary>What the retailer bears.</summary>
    /// <param name="total">What the substitute costs; null is unknown.</param>
    /// <param name="customerPays">What the customer pays of it; null is unknown.</param>
    /// <returns>1.90 of which the customer pays 1.55 leaves 0.35.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? RetailerAbsorbs(Money? total, Money? customerPays) => total - customerPays;

    /// <summary>Whether that is more than the channel bears on a line or on an order, so that the customer is asked (C21).</summary>
    /// <param name="absorbs">What the retailer would bear; null is unknown.</param>
    /// <param name="lineLimit">The most on one line; null is unknown.</param>
    /// <param name="absorbedSoFar">What it bears on the order so far; null is unknown.</param>
    /// <param name="orderLimit">The most on an order: 6.00; null is unknown.</param>
    /// <returns>0.35 after 5.70 is more than 6.00; unknown if an argument is.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static bool? IsAboveLimit(Money? absorbs, Money? lineLimit, Money? absorbedSoFar, Money? orderLimit) =>
        absorbs is { } gap && lineLimit is { } line && absorbedSoFar + gap is { } sum && orderLimit is { } order ? gap > line || sum > order : null;
}
