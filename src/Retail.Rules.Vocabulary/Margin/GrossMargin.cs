namespace Retail.Rules.Vocabulary;

/// <summary>
/// What a unit leaves above its cost. Margin is a part of the net price, markup a part of the cost; a margin of 25.0% is a markup of 33.3%.
/// All prices and costs are without tax, per unit. Stateless and thread-safe.
/// </summary>
public static class GrossMargin
{
    /// <summary>The margin of a unit as an amount.</summary>
    /// <param name="netPrice">The price without tax, see <see cref="NetPrice"/>; null is unknown.</param>
    /// <param name="unitCost">What the unit costs; null is unknown.</param>
    /// <returns>2.00 less 1.50 is 0.50; below zero for a loss.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Of(Money? netPrice, Money? unitCost) => netPrice - unitCost;

    /// <summary>The margin as a part of the net price.</summary>
    /// <param name="netPrice">The price without tax, above zero; null is unknown.</param>
    /// <param name="unitCost">What the unit costs; null is unknown.</param>
    /// <returns>0.50 of 2.00 is 25%; unknown if the price is not above zero, where the sign would turn.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Percent? Rate(Money? netPrice, Money? unitCost) => RateOf(Of(netPrice, unitCost), netPrice);

    /// <summary>The margin as a part of the cost.</summary>
    /// <param name="netPrice">The price without tax; null is unknown.</param>
    /// <param name="unitCost">What the unit costs, above zero; null is unknown.</param>
    /// <returns>0.50 on 1.50 is 33.3%; unknown if the cost is not above zero.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Percent? Markup(Money? netPrice, Money? unitCost) => RateOf(Of(netPrice, unitCost), unitCost);

    /// <summary>The margin with what suppliers pay for each unit. Lump sums stay out: they are not earned by the unit.</summary>
    /// <param name="netPrice">The price without tax; null is unknown.</param>
    /// <param name="unitCost">What the unit costs, before this funding; null is unknown.</param>
    /// <param name="fundingPerUnit">What counts today, per unit; null is unknown, and makes the margin unknown.</param>
    /// <returns>2.00 less 1.50 with 0.25 is 0.75.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? AfterFunding(Money? netPrice, Money? unitCost, Money? fundingPerUnit) => netPrice - unitCost + fundingPerUnit;

    /// <summary>The margin after funding as a part of the net price.</summary>
    /// <param name="netPrice">The price without tax, above zero; null is unknown.</param>
    /// <param name="unitCost">What the unit costs, before this funding; null is unknown.</param>
    /// <param name="fundingPerUnit">What counts today, per unit; null is unknown.</param>
    /// <returns>0.75 of 2.00 is 37.5%; unknown if the price is not above zero.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Percent? RateAfterFunding(Money? netPrice, Money? unitCost, Money? fundingPerUnit) =>
        RateOf(AfterFunding(netPrice, unitCost, fundingPerUnit), netPrice);

    private static Percent? RateOf(Money? margin, Money? whole) =>
        margin is { } part && whole is { Amount: > 0m } all ? Percent.FromFraction(part / all) : null;
}
