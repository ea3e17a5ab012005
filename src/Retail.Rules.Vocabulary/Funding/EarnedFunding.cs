namespace Retail.Rules.Vocabulary;

/// <summary>What money is earned by. Anything unknown is null. Immutable and thread-safe.</summary>
public sealed record EarningBasis
{
    /// <summary>Units bought in the buying window.</summary>
    public decimal? UnitsBought { get; init; }

    /// <summary>Units that go through the till in the selling window.</summary>
    public decimal? UnitsSold { get; init; }

    /// <summary>How many units one <see cref="SupplierFunding.RateUnit"/> holds, such as 12 in a case; not asked for rates per item.</summary>
    public decimal? UnitsPerRateUnit { get; init; }

    /// <summary>The cost of the units that earn, without tax, of which rates of cost pay a part.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the advertisement costs, of which co-op pays a part.</summary>
    public Money? AdvertisingCost { get; init; }

    /// <summary>Coupons redeemed.</summary>
    public decimal? Coupons { get; init; }

    /// <summary>Whether the event, display or advertisement took place, or is planned to when expected money is asked for.</summary>
    public bool? Performed { get; init; }
}

/// <summary>
/// What an agreement earns, before it is asked whether it may be counted (<see cref="CountableFunding"/>). Amounts are in the agreement's currency.
/// Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Sources of the types: scan-back is paid on what is sold at the special price in the period; variable pay-for-performance needs volume, fixed does not
/// (SAP trade promotion management); bill-back is deferred, off-invoice on the invoice (Siebel trade promotions).
/// </remarks>
public static class EarnedFunding
{
    /// <summary>A rate per unit: off-invoice on units bought, scan-back on units scanned, bill-back on either.</summary>
    /// <param name="rate">The amount per unit; null is unknown.</param>
    /// <param name="units">The units, zero or more; null is unknown.</param>
    /// <returns>0.20 on 22,000 units is 4,400; unknown if an argument is or units are below zero.</returns>
    public static Money? OfUnits(Money? rate, decimal? units) => units is >= 0m ? rate * units : null;

    /// <summary>A part of an amount: co-op of the cost of advertising, scan-back or rebate of the cost of units.</summary>
    /// <param name="rate">The part, from 0 to 1; null is unknown.</param>
    /// <param name="basis">The amount, zero or more; null is unknown.</param>
    /// <returns>50% of 8,000 is 4,000; unknown if an argument is or outside its range.</returns>
    public static Money? OfPart(Percent? rate, Money? basis) => rate is { Fraction: >= 0m and <= 1m } part && basis is { Amount: >= 0m } whole ? whole * part : null;

    /// <summary>A fixed amount for performance.</summary>
    /// <param name="amount">The amount; null is unknown.</param>
    /// <param name="performed">Whether it took place or is planned to; null is unknown.</param>
    /// <returns>The amount, or zero if it did not take place; unknown if an argument is.</returns>
    public static Money? OfLumpSum(Money? amount, bool? performed) => amount is { } sum && performed is { } done ? (done ? sum : Money.Zero(sum.Currency)) : null;

    /// <summary>What a manufacturer pays for coupons that were redeemed. The retailer's revenue stays the whole price: part of it comes from here.</summary>
    /// <param name="faceValue">The value of a coupon; null is unknown.</param>
    /// <param name="coupons">How many, zero or more; null is unknown.</param>
    /// <returns>0.50 for 3,000 coupons is 1,500.</returns>
    public static Money? OfManufacturerCoupon(Money? faceValue, decimal? coupons) => OfUnits(faceValue, coupons);

    /// <summary>What is earned per unit: it falls as units rise above a cap.</summary>
    /// <param name="earned">What is earned in all; null is unknown.</param>
    /// <param name="units">The units, above zero; null is unknown.</param>
    /// <returns>15,000 for 40,000 units is 0.375; unknown if there are no units.</returns>
    public static Money? PerUnit(Money? earned, decimal? units) => units is > 0m ? earned / units : null;

    /// <summary>What an agreement earns by its own terms, its cap as far as it is left included.</summary>
    /// <param name="agreement">The agreement; null is unknown.</param>
    /// <param name="basis">What it is earned by; null is unknown.</param>
    /// <returns>
    /// The amount: fixed amounts by performance (a co-op without a rate too), coupons by number, tiers before rates, rates by unit before rates of cost. Unknown
    /// if what its terms need is, or it states a cap and what is used of it is unknown.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">Its amounts are in different currencies.</exception>
    public static Money? OfAgreement(SupplierFunding? agreement, EarningBasis? basis)
    {
        if (agreement is null || basis is null)
            return null;
        var claimed = Claimed(agreement, basis);
        return agreement.Cap is { } cap ? FundingCap.Apply(claimed, FundingCap.Remaining(cap, agreement.CapUsed)) : claimed;
    }

    private static Money? Claimed(SupplierFunding agreement, EarningBasis basis) => agreement.Type switch
    {
        FundingType.Lump => OfLumpSum(agreement.Amount, basis.Performed),
        FundingType.ManufacturerCoupon => OfManufacturerCoupon(agreement.Amount, basis.Coupons),
        FundingType.Coop when agreement.RateOfCost is { } part => OfLumpSum(OfPart(part, basis.AdvertisingCost), basis.Performed),
        FundingType.Coop => OfLumpSum(agreement.Amount, basis.Performed),
        FundingType.Scanback => ByVolume(agreement, basis, basis.UnitsSold),
        FundingType.Billback when !CountableFunding.IsEarnedByBuying(agreement) => ByVolume(agreement, basis, basis.UnitsSold),
        _ => ByVolume(agreement, basis, basis.UnitsBought),
    };

    private static Money? ByVolume(SupplierFunding agreement, EarningBasis basis, decimal? units)
    {
        var paid = agreement.CapBasis == CapBasis.Units ? Least(units, agreement.CapUnits) : units;
        if (agreement.Tiers is { } tiers)
            return FundingTiers.Earned(tiers, agreement.TierMode, paid);
        return agreement.Rate is { } rate ? OfUnits(rate, InRateUnits(agreement, basis, paid)) : OfPart(agreement.RateOfCost, basis.Cost);
    }

    private static decimal? InRateUnits(SupplierFunding agreement, EarningBasis basis, decimal? units) =>
        agreement.RateUnit == UnitOfMeasure.Each ? units : basis.UnitsPerRateUnit is > 0m and { } size ? units / size : null;

    private static decimal? Least(decimal? one, decimal? other) => one is { } a && other is { } b ? decimal.Min(a, b) : null;
}
