namespace Retail.Rules.Vocabulary;

/// <summary>The tests of a price that was moved, to an ending for instance, made again with the price as it now is. Immutable and thread-safe.</summary>
/// <param name="Price">The price as it now is.</param>
/// <param name="Depth">Its depth below the regular price; null is unknown.</param>
/// <param name="MarginRate">Its margin after tax, as a part of its net price; null is unknown.</param>
/// <param name="BelowLowest">Whether it is below the lowest price before the start, as an announced reduction must be; null is unknown.</param>
public sealed record RetestedPrice(Money Price, Percent? Depth, Percent? MarginRate, bool? BelowLowest)
{
    /// <summary>Tests a price anew.</summary>
    /// <param name="price">The price as it now is.</param>
    /// <param name="regular">The regular price, above zero; null is unknown.</param>
    /// <param name="vatRate">The tax in both prices; null is unknown.</param>
    /// <param name="unitCost">What a unit costs, without tax; null is unknown.</param>
    /// <param name="lowestBefore">The lowest price before the start, see <see cref="LowestPrice"/>; null is unknown.</param>
    /// <returns>The numbers of the moved price.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static RetestedPrice Of(Money price, Money? regular, Percent? vatRate, Money? unitCost, Money? lowestBefore) =>
        new(price, DiscountDepth.Of(regular, price), GrossMargin.Rate(NetPrice.Of(price, vatRate), unitCost), lowestBefore is { } lowest ? price < lowest : null);
}
