using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>By which standard the books are kept.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<AccountingStandard>))]
public enum AccountingStandard
{
    /// <summary>The accounting standards codification of the United States.</summary>
    UsGaap,

    /// <summary>The international financial reporting standards.</summary>
    Ifrs,
}

/// <summary>What must be known of a supplier's money to classify it. Anything unknown is null. Immutable and thread-safe.</summary>
public sealed record SupplierMoney
{
    /// <summary>The amount, zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>When and how it is earned.</summary>
    public required FundingType Type { get; init; }

    /// <summary>For a manufacturer's coupon: whether any retailer takes it. One that only this retailer takes is supplier money like other.</summary>
    public bool? RedeemableAnywhere { get; init; }

    /// <summary>Whether the supplier gets a distinct good or service for it.</summary>
    public bool? DistinctService { get; init; }

    /// <summary>What that service costs by itself; not asked without one.</summary>
    public Money? StandalonePrice { get; init; }

    /// <summary>The selling costs that it pays back, specific, incremental and identifiable; zero if it pays none back.</summary>
    public Money? ReimbursedCost { get; init; }

    /// <summary>For a volume rebate: whether it is probable that its threshold is reached. Before, nothing is recognised.</summary>
    public bool? Probable { get; init; }
}

/// <summary>A part of an amount, how it is booked, and by which text. Immutable and thread-safe.</summary>
/// <param name="Treatment">How it is booked.</param>
/// <param name="Amount">The part.</param>
/// <param name="Source">The standard that says so.</param>
public sealed record TreatmentPart(AccountingTreatment Treatment, Money Amount, string Source);

/// <summary>
/// Classifies discounts and supplier money for the journal. An aid to finance, which owns the policy: not accounting advice. Stateless and thread-safe.
/// </summary>
public static class TreatmentClassification
{
    /// <summary>A discount or loyalty price that the retailer bears: it reduces revenue.</summary>
    /// <param name="amount">The discount, zero or more.</param>
    /// <param name="standard">The standard.</param>
    /// <returns>The one part.</returns>
    public static TreatmentPart OfRetailerDiscount(Money amount, AccountingStandard standard) =>
        new(AccountingTreatment.RevenueReduction, amount, standard == AccountingStandard.Ifrs ? "IFRS 15.47" : "ASC 606-10-32-2");

    /// <summary>
    /// A supplier's money. By default it reduces the purchase price, and so cost of sales as the goods are sold; for a distinct service it is revenue up to the
    /// service's own price, and for selling costs paid back it offsets them, the excess of either reducing cost.
    /// </summary>
    /// <param name="money">The money; null is unknown.</param>
    /// <param name="standard">The standard.</param>
    /// <returns>
    /// The parts, which add up to the amount, without parts of zero; none for a rebate that is not probable. Unknown if what decides it is unknown, or it
    /// claims to be both for a service and for costs: finance has to say.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below zero.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static IReadOnlyList<TreatmentPart>? OfSupplierMoney(SupplierMoney? money, AccountingStandard standard)
    {
        if (money is null)
            return null;
        ArgumentOutOfRangeException.ThrowIfNegative(money.Amount.Amount, nameof(money));
        var ifrs = standard == AccountingStandard.Ifrs;
        switch (money.Type)
        {
            case FundingType.ManufacturerCoupon when money.RedeemableAnywhere != false:
                return money.RedeemableAnywhere is null ? null : Parts(money.Amount, AccountingTreatment.ManufacturerCoupon, money.Amount, ifrs ? "IFRS 15.47" : "ASC 606-10-32-2", "");
            case FundingType.VolumeRebate when money.Probable != true:
                return money.Probable is null ? null : [];
        }

        var cost = ifrs ? "IAS 2.11" : "ASC 705-20-25-1";
        if (money.DistinctService is not { } service || money.ReimbursedCost is not { } reimbursed || (service && reimbursed.Amount != 0m))
            return null;
        if (service)
            return money.StandalonePrice is { } price ? Parts(money.Amount, AccountingTreatment.RevenueDistinctService, price, ifrs ? "IFRS 15.22" : "ASC 705-20-25-2", cost) : null;
        return Parts(money.Amount, AccountingTreatment.ExpenseOffset, reimbursed, ifrs ? "IFRIC November 2004" : "ASC 705-20-25-1", cost);
    }

    /// <summary>The amount up to a limit under one treatment, and what is above it as a reduction of cost.</summary>
    private static List<TreatmentPart> Parts(Money amount, AccountingTreatment treatment, Money limit, string source, string excessSource)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit.Amount, nameof(limit));
        var within = Money.Min(amount, limit);
        var parts = new List<TreatmentPart>();
        if (within.Amount > 0m)
            parts.Add(new TreatmentPart(treatment, within, source));
        if (within < amount)
            parts.Add(new TreatmentPart(AccountingTreatment.CogsReduction, amount - within, excessSource));
        return parts;
    }
}
