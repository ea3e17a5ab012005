namespace Retail.Rules.Vocabulary;

/// <summary>
/// Prices that the manufacturer states: the minimum that may be advertised (MAP) and the price that it suggests (MSRP). Stateless and thread-safe.
/// </summary>
/// <remarks>Sources: MAP restricts the advertised, not the selling price; list prices as a reference: 16 CFR 233.3.</remarks>
public static class ReferencePrice
{
    /// <summary>Whether a price is advertised below the minimum. Selling below it, in the cart only, breaks no such agreement.</summary>
    /// <param name="price">The price; null is unknown.</param>
    /// <param name="advertised">Whether the price is shown outside the cart. Shelf labels count where the agreement says so; null is unknown.</param>
    /// <param name="map">The minimum advertised price; null is unknown: ask only for items that have one.</param>
    /// <returns>True if it is; a price that is not advertised never is; unknown if an argument that matters is.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static bool? IsAdvertisedBelow(Money? price, bool? advertised, Money? map) => advertised switch
    {
        false => false,
        true when price is { } shown && map is { } minimum => shown < minimum,
        _ => null,
    };

    /// <summary>The part by which a price is below the suggested one; not a reduction in law unless the suggested price was really charged.</summary>
    /// <param name="msrp">The suggested price, above zero; null is unknown.</param>
    /// <param name="price">The price; null is unknown.</param>
    /// <returns>80.00 against 100.00 is 20%; below zero if the price is above it; unknown if the suggested price is not above zero.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Percent? BelowMsrp(Money? msrp, Money? price) => DiscountDepth.Of(msrp, price);
}
