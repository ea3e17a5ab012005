namespace Retail.Rules.Vocabulary;

/// <summary>
/// What a permanent markdown does to the stock that is left. A promotion lets the price return and does none of this, which is why budget,
/// approver and accounting differ. All without tax. Immutable and thread-safe.
/// </summary>
/// <param name="RetailValueLost">How much less the stock is worth at retail.</param>
/// <param name="MarginBefore">The margin in the stock at the old price.</param>
/// <param name="MarginAfter">The margin in the stock at the new price; below zero for a loss.</param>
/// <param name="WriteDown">What the stock must be written down by: as far as the new price is below cost, zero otherwise.</param>
/// <remarks>
/// Sources: the retail method (a markdown lowers the retail value of stock); lower of cost and net realisable value: IAS 2.9 and ASC 330-10-35-1B,
/// with costs to sell taken as zero.
/// </remarks>
public sealed record MarkdownEffect(Money RetailValueLost, Money MarginBefore, Money MarginAfter, Money WriteDown)
{
    /// <summary>Works the effect out.</summary>
    /// <param name="unitsLeft">Units in stock, zero or more; null is unknown.</param>
    /// <param name="netOld">The old price without tax; null is unknown.</param>
    /// <param name="netNew">The new price without tax; null is unknown.</param>
    /// <param name="unitCost">What a unit cost; null is unknown.</param>
    /// <returns>500 units from 10.00 to 6.00 at a cost of 7.00: 2,000 lost, margin 1,500 before and −500 after, 500 written down; unknown if an argument is.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static MarkdownEffect? Of(decimal? unitsLeft, Money? netOld, Money? netNew, Money? unitCost)
    {
        if (unitsLeft is not (>= 0m and { } units) || netOld is not { } before || netNew is not { } after || unitCost is not { } cost)
            return null;
        var belowCost = (cost - after) * units;
        return new MarkdownEffect((before - after) * units, (before - cost) * units, (after - cost) * units, Money.Max(belowCost, Money.Zero(belowCost.Currency)));
    }
}
