namespace Retail.Rules.Vocabulary;

/// <summary>
/// Money that a supplier takes off the invoice in a buying window, whatever is sold: goods may be bought ahead for the time after the promotion.
/// Stateless and thread-safe.
/// </summary>
/// <remarks>Source of the double deduction: trade deductions arise where the allowance is on the invoice and the price file already holds it.</remarks>
public static class OffInvoice
{
    /// <summary>The units that the allowance pays for.</summary>
    /// <param name="unitsBought">Units bought in the buying window, zero or more; null is unknown.</param>
    /// <param name="limit">The most that may be bought at it; null is unknown: ask only for agreements that have a limit.</param>
    /// <returns>The smaller; unknown if an argument is.</returns>
    public static decimal? UnitsWithin(decimal? unitsBought, decimal? limit) =>
        unitsBought is >= 0m and { } bought && limit is >= 0m and { } most ? decimal.Min(bought, most) : null;

    /// <summary>The units bought ahead: at the allowance, and not for the promotion.</summary>
    /// <param name="unitsBought">Units bought in the buying window; null is unknown.</param>
    /// <param name="unitsSold">Units sold in the promotion; null is unknown.</param>
    /// <returns>30,000 bought for 22,000 sold are 8,000 ahead; zero if no more was bought than sold.</returns>
    public static decimal? UnitsAhead(decimal? unitsBought, decimal? unitsSold) =>
        unitsBought is { } bought && unitsSold is { } sold ? decimal.Max(bought - sold, 0m) : null;

    /// <summary>What buying ahead is worth: the allowance on it, less the cost of holding it.</summary>
    /// <param name="unitsAhead">Units bought ahead; null is unknown.</param>
    /// <param name="rate">The allowance per unit; null is unknown.</param>
    /// <param name="holdingCostPerUnit">Capital and space for a unit until it is sold; null is unknown.</param>
    /// <returns>8,000 units at 0.10 less 0.03 are 560; below zero if holding costs more.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? WorthOfBuyingAhead(decimal? unitsAhead, Money? rate, Money? holdingCostPerUnit) => (rate - holdingCostPerUnit) * unitsAhead;

    /// <summary>By how much an invoice price differs from list less allowance.</summary>
    /// <param name="list">The list price; null is unknown.</param>
    /// <param name="rate">The allowance per unit; null is unknown.</param>
    /// <param name="invoiced">The price on the invoice; null is unknown.</param>
    /// <returns>
    /// Zero if it is as agreed. Below zero by the rate if it was taken off twice, since the price file held it already: 2.00 less 0.10 invoiced at 1.80 is −0.10.
    /// Above zero by the rate if it was forgotten.
    /// </returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? InvoiceVariance(Money? list, Money? rate, Money? invoiced) => invoiced - (list - rate);
}
