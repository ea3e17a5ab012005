using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>How a discount or a supplier's money is booked. Finance owns the policy; in rules and JSON by its codes in capitals.</summary>
/// <remarks>Sources: ASC 705-20 (consideration from a supplier), ASC 606 (consideration payable to a customer), IAS 2 (rebates in the cost of inventory).</remarks>
[JsonConverter(typeof(RuleEnumJsonConverter<AccountingTreatment>))]
public enum AccountingTreatment
{
    /// <summary>Lowers the cost of the goods, and so the cost of sales as they are sold: supplier money by default.</summary>
    [FactName("COGS_REDUCTION")]
    CogsReduction,

    /// <summary>Offsets a selling cost that the supplier pays back: specific, incremental and identifiable.</summary>
    [FactName("EXPENSE_OFFSET")]
    ExpenseOffset,

    /// <summary>Revenue for a distinct service to the supplier, up to its standalone price.</summary>
    [FactName("REVENUE_DISTINCT_SERVICE")]
    RevenueDistinctService,

    /// <summary>A coupon that the manufacturer pays and any retailer takes: a receivable, not a discount.</summary>
    [FactName("MANUFACTURER_COUPON")]
    ManufacturerCoupon,

    /// <summary>Lowers revenue: a discount or loyalty price that the retailer pays.</summary>
    [FactName("REVENUE_REDUCTION")]
    RevenueReduction,
}

/// <summary>What finance said to a promotion before it runs. Immutable and thread-safe.</summary>
public sealed record FinanceSignOff
{
    /// <summary>The codes of <see cref="AccountingTreatment"/>, joined by <c>+</c> where the discount has several parts; null if finance has not settled it.</summary>
    public string? Treatment { get; init; }

    /// <summary>When finance approved; null if it has not.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>How many hours before activation finance approved, negative if after it; null if it has not.</summary>
    public decimal? ApprovedHoursBefore { get; init; }
}

/// <summary>A signature on a promotion. Immutable and thread-safe.</summary>
public sealed record Approval
{
    /// <summary>The role that signed.</summary>
    public required string Role { get; init; }

    /// <summary>Who signed; null if unknown.</summary>
    public string? By { get; init; }

    /// <summary>When; null if unknown.</summary>
    public DateTimeOffset? At { get; init; }
}
