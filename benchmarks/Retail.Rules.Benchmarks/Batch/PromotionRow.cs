using System;
using System.Collections.Generic;

namespace Retail.Rules.Benchmarks;

/// <summary>The facts of a promotion as a C# program has them.</summary>
public sealed class PromotionRow
{
    public DateOnly AsOf { get; set; }

    public DateOnly Submitted { get; set; }

    public DateOnly Start { get; set; }

    public DateOnly End { get; set; }

    public DateOnly? CostAsOf { get; set; }

    public string? Country { get; set; }

    public string? Nation { get; set; }

    public string? Category { get; set; }

    public string? Mechanic { get; set; }

    public decimal? PromoPrice { get; set; }

    public decimal? Pct { get; set; }

    public decimal? PayQty { get; set; }

    public decimal? GetQty { get; set; }

    public decimal? DealPrice { get; set; }

    public decimal? DealQty { get; set; }

    public decimal? RegularPrice { get; set; }

    public decimal? UnitCost { get; set; }

    public decimal? VatRate { get; set; }

    public decimal? WasPrice { get; set; }

    public decimal? Lowest30 { get; set; }

    public decimal? BaselineUnits { get; set; }

    public decimal? PromoUnits { get; set; }

    public decimal? FixedCost { get; set; }

    public decimal? DemandP80 { get; set; }

    public decimal? SupplyToEnd { get; set; }

    public decimal? Budget { get; set; }

    public decimal? Committed { get; set; }

    public List<AgreementRow> Funding { get; set; } = [];
}

/// <summary>A supplier's agreement as a C# program has it.</summary>
public sealed class AgreementRow
{
    public string? Id { get; set; }

    public string? Supplier { get; set; }

    public string? Type { get; set; }

    public string? Status { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public decimal? Rate { get; set; }

    public decimal? Amount { get; set; }

    public decimal? Cap { get; set; }

    public string? Treatment { get; set; }

    public DateOnly? FinanceApproved { get; set; }
}
