using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// What one unit costs the customer when the deal is taken in full, mechanic by mechanic. The tax basis is that of the regular price. Not rounded
/// unless said so. An argument that is unknown, or quantities that make no deal, give unknown (null); a price at or below zero is given as
/// it is, since it is a mistake of the offer that a rule must see. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Source of the list of mechanics: Dynamics 365 Commerce (simple, quantity, mix and match, threshold), commercetools (gift, multi-buy),
/// Oracle Retail Pricing (markdown); depth is judged by the full deal price, margin by <see cref="AveragePrice"/>.
/// </remarks>
public static class EffectivePrice
{
    /// <summary>A new price instead of the regular one: price cut, loyalty price (what members pay) and markdown alike.</summary>
    /// <param name="dealPrice">What the customer pays for one unit.</param>
    /// <returns>That price.</returns>
    public static Money? OfPrice(Money? dealPrice) => dealPrice;

    /// <summary>A percentage off, as the till does it: rounded half away from zero to the smallest unit of the currency.</summary>
    /// <param name="regular">The regular price.</param>
    /// <param name="off">The part that is taken off.</param>
    /// <returns>2.49 less 25% is 1.87.</returns>
    public static Money? OfPercentOff(Money? regular, Percent? off) =>
        regular is { } price && off is { } part ? (price * (1m - part.Fraction)).Round() : null;

    /// <summary>An amount off each unit.</summary>
    /// <param name="regular">The regular price.</param>
    /// <param name="off">The amount that is taken off.</param>
    /// <returns>4.00 less 1.50 is 2.50; below zero if more is taken off than the price.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfAmountOff(Money? regular, Money? off) => regular - off;

    /// <summary>Buy one, get one free.</summary>
    /// <param name="regular">The regular price.</param>
    /// <returns>Half of it.</returns>
    public static Money? OfBogof(Money? regular) => regular / 2m;

    /// <summary>Get X units and pay for Y: three for two, and a pack with extra free (33% extra: get 4, pay 3).</summary>
    /// <param name="regular">The regular price of one unit.</param>
    /// <param name="getQty">How many the customer gets, above zero.</param>
    /// <param name="payQty">How many of them are paid, from zero to <paramref name="getQty"/>.</param>
    /// <returns>4.00 at three for two is 8/3; unknown if the quantities make no deal.</returns>
    public static Money? OfXForY(Money? regular, decimal? getQty, decimal? payQty) =>
        regular is { } price && getQty is > 0m and { } get && payQty is >= 0m and { } pay && pay <= get ? price * pay / get : null;

    /// <summary>Several units for one amount: two for 6.00.</summary>
    /// <param name="dealPrice">The amount for all of them.</param>
    /// <param name="dealQty">How many, above zero.</param>
    /// <returns>2 for 6.00 is 3.00; unknown if the quantity is not above zero.</returns>
    public static Money? OfMultibuy(Money? dealPrice, decimal? dealQty) => dealQty is > 0m and { } qty ? dealPrice / qty : null;

    /// <summary>
    /// A set of different items for less: any three for 10.00, or the cheapest free (the set then pays its total without the cheapest). Each item
    /// bears its share by price, so that all items of the set are reduced by the same part.
    /// </summary>
    /// <param name="regular">The regular price of the item that is asked about.</param>
    /// <param name="setRegular">The regular price of the whole set, above zero.</param>
    /// <param name="setPays">What the customer pays for the set.</param>
    /// <returns>5.00 in a set of 12.50 that pays 9.00 is 3.60; unknown if the set is worth nothing.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfMixAndMatch(Money? regular, Money? setRegular, Money? setPays) =>
        regular is { } price && setRegular is { Amount: > 0m } worth && setPays is { } pays ? price * pays.In(price.Currency) / worth.In(price.Currency) : null;

    /// <summary>What a set pays when its cheapest item is free.</summary>
    /// <param name="prices">The regular prices of the set; null is unknown.</param>
    /// <returns>5.00, 4.00 and 3.50 pay 9.00; unknown for an empty set.</returns>
    /// <exception cref="CurrencyMismatchException">The prices are in different currencies.</exception>
    public static Money? SetWithCheapestFree(IReadOnlyList<Money>? prices)
    {
        if (prices is null || prices.Count == 0)
            return null;
        var total = Money.Zero(prices[0].Currency);
        var cheapest = prices[0];
        foreach (var price in prices)
        {
            total += price;
            cheapest = Money.Min(cheapest, price);
        }

        return total - cheapest;
    }

    /// <summary>An amount off the basket from a certain spend on: 5.00 off 30.00. Judged where it is deepest, by the basket that just reaches the spend.</summary>
    /// <param name="regular">The regular price of the item that is asked about.</param>
    /// <param name="spend">The spend from which on the amount is taken off, above zero.</param>
    /// <param name="off">The amount that is taken off the basket.</param>
    /// <returns>3.00 at 5.00 off 30.00 is 2.50; unknown if the spend is not above zero.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfThreshold(Money? regular, Money? spend, Money? off) => OfMixAndMatch(regular, spend, spend - off);

    /// <summary>
    /// A gift with the item. What is paid is shared between item and gift by what each costs alone, so that a gift of the item itself is buy one, get
    /// one free. Source: the allocation by standalone selling prices of ASC 606-10-32-31 and IFRS 15.76.
    /// </summary>
    /// <param name="regular">The regular price of the item, which the customer pays.</param>
    /// <param name="giftValue">The regular price of the gift, zero or more.</param>
    /// <returns>4.00 with a gift worth 1.00 is 3.20; unknown if both are worth nothing.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfGift(Money? regular, Money? giftValue) =>
        giftValue is { Amount: >= 0m } ? OfMixAndMatch(regular, regular + giftValue, regular) : null;

    /// <summary>
    /// A coupon of a face value: what the customer pays. For a manufacturer's coupon the retailer still receives the whole price, a part of it from
    /// the clearing house: margin is then reckoned on the price before the coupon (see <see cref="EarnedFunding.OfManufacturerCoupon"/>).
    /// </summary>
    /// <param name="price">The price before the coupon.</param>
    /// <param name="faceValue">The coupon's value.</param>
    /// <returns>4.00 with a coupon of 0.50 is 3.50.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfCoupon(Money? price, Money? faceValue) => price - faceValue;

    /// <summary>The price of a unit by the mechanic of a promotion line.</summary>
    /// <param name="line">The line; null is unknown.</param>
    /// <param name="regular">The regular price of the item; null is unknown.</param>
    /// <param name="giftValue">The regular price of the gift, for that mechanic alone; null is unknown.</param>
    /// <returns>
    /// The price; unknown if the line lacks what its mechanic needs, or has both an amount and a percent for a coupon or threshold. Mix and match takes the
    /// other items of the set to cost what this one costs: <c>DealPrice</c> over <c>DealQty</c>, or <c>PayQty</c> of <c>GetQty</c> where the cheapest are free.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfLine(PromotionLine? line, Money? regular, Money? giftValue = null) => line?.Mechanic switch
    {
        Mechanic.Price or Mechanic.Loyalty or Mechanic.Markdown => OfPrice(line.PromoPrice),
        Mechanic.Pct => OfPercentOff(regular, line.Pct),
        Mechanic.Amount => OfAmountOff(regular, line.AmountOff),
        Mechanic.Bogof => OfBogof(regular),
        Mechanic.XForY or Mechanic.ExtraFree => OfXForY(regular, line.GetQty, line.PayQty),
        Mechanic.Multibuy => OfMultibuy(line.DealPrice, line.DealQty),
        Mechanic.MixMatch => OfMultibuy(line.DealPrice, line.DealQty) ?? OfXForY(regular, line.GetQty, line.PayQty),
        Mechanic.Threshold when line.Pct is null => OfThreshold(regular, line.Threshold, line.AmountOff),
        Mechanic.Coupon when line.Pct is null => OfCoupon(regular, line.AmountOff),
        Mechanic.Threshold or Mechanic.Coupon when line.AmountOff is null => OfPercentOff(regular, line.Pct),
        Mechanic.Gift => OfGift(regular, giftValue),
        _ => null,
    };
}
