namespace Retail.Rules.Vocabulary;

/// <summary>
/// Supplier money between the day it is earned and the day it is paid. Recognising it early is what Tesco wrote off 263 million pounds for in 2014.
/// Stateless and thread-safe.
/// </summary>
public static class Accrual
{
    /// <summary>What a period adds to the accrual.</summary>
    /// <param name="earnedToDate">What is earned so far, all periods together; null is unknown.</param>
    /// <param name="accruedBefore">What earlier periods have accrued; null is unknown.</param>
    /// <returns>12,000 after 7,500 adds 4,500; below zero if earlier periods accrued too much.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? OfPeriod(Money? earnedToDate, Money? accruedBefore) => earnedToDate - accruedBefore;

    /// <summary>What is earned so far of a sum that is expected for the whole term, in the proportion of units.</summary>
    /// <param name="expected">What the whole term is expected to earn; null is unknown.</param>
    /// <param name="unitsToDate">The units so far, zero or more; null is unknown.</param>
    /// <param name="unitsExpected">The units of the whole term, above zero; null is unknown.</param>
    /// <returns>50,000 expected for 125,000 units are 20,000 after 50,000 units, never more than expected; unknown if no units are expected.</returns>
    /// <remarks>Source: income by actual earned or pro-rata, Oracle Retail Merchandising deals.</remarks>
    public static Money? ProRata(Money? expected, decimal? unitsToDate, decimal? unitsExpected) =>
        expected is { } sum && unitsToDate is >= 0m and { } sold && unitsExpected is > 0m and { } all ? sum * decimal.Min(sold, all) / all : null;

    /// <summary>By how much a claim differs from what was accrued for it.</summary>
    /// <param name="claim">The claim; null is unknown.</param>
    /// <param name="accrued">What was accrued; null is unknown.</param>
    /// <returns>A claim of 14,800 against 15,000 is −200.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? ClaimVariance(Money? claim, Money? accrued) => claim - accrued;

    /// <summary>What must be paid back when a target was missed: what was paid beyond what the terms give for the real volume.</summary>
    /// <param name="paid">What the supplier has paid; null is unknown.</param>
    /// <param name="earned">What the terms give for the real volume; null is unknown.</param>
    /// <returns>50,000 paid against 28,500 earned is 21,500; zero if no more was paid than earned.</returns>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static Money? Clawback(Money? paid, Money? earned) => FundingCap.Remaining(paid, earned);
}
