namespace Retail.Rules.Vocabulary;

/// <summary>How deep a deal cuts, by its full deal price. Both prices carry the same tax, so tax does not matter. Stateless and thread-safe.</summary>
public static class DiscountDepth
{
    /// <summary>The part of the regular price that the deal takes off.</summary>
    /// <param name="regular">The regular price, above zero; null is unknown.</param>
    /// <param name="effective">The price of a unit in the deal, see <see cref="EffectivePrice"/>; null is unknown.</param>
    /// <returns>3.00 instead of 4.00 is 25%; below zero if the deal is dearer; unknown if the regular price is not above zero.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Percent? Of(Money? regular, Money? effective) =>
        regular is { Amount: > 0m } price && effective is { } deal ? Percent.FromFraction((price - deal) / price) : null;
}
