using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books.Freshmart;

/// <summary>The numbers that the rules judge a promotion by, unrounded.</summary>
public sealed class PromotionNumbers
{
    public PromotionNumbers(Promotion promotion)
    {
        var p = promotion;
        var averagePrice = p.Participation * p.EffectiveUnitPrice + (1 - p.Participation) * p.RegularPrice;
        NetRegular = p.RegularPrice / (1 + p.VatRate);
        NetPromo = averagePrice / (1 + p.VatRate);
        DiscountDepth = (p.RegularPrice - p.EffectiveUnitPrice) / p.RegularPrice;

        var counted = p.Funding.Where(agreement => Counts(agreement, p)).ToArray();
        Earned = Sum(counted.Where(agreement => agreement.Type != "lump").Select(agreement => Earns(agreement, p.PromoUnits)));
        Lump = Sum(counted.Where(agreement => agreement.Type == "lump").Select(agreement => agreement.Amount));
        FundingPerUnit = Earned / p.PromoUnits;

        RegularMargin = NetRegular - p.UnitCost;
        MarginAfterFunding = NetPromo - p.UnitCost + FundingPerUnit;
        MarginPct = MarginAfterFunding / NetPromo;
        DiscountCost = p.PromoUnits * (NetRegular - NetPromo);
        FundingShare = DiscountCost > 0 ? (Earned + Lump) / DiscountCost : 0;
        IncrementalMargin = p.PromoUnits * MarginAfterFunding + Lump - p.BaselineUnits * RegularMargin - p.CannibalUnits * p.CannibalMargin - p.FixedCost;
        BreakEvenUplift = MarginAfterFunding > 0 ? RegularMargin / MarginAfterFunding - 1 : null;

        LeadDays = Days(p.Submitted, p.Start);
        Duration = Days(p.Start, p.End) + 1;
        BudgetUse = p.Budget is { } budget ? (p.Committed + DiscountCost - Earned - Lump) / budget : null;
        Coverage = p.DemandP80 is { } demand ? p.SupplyToEnd / demand : null;
    }

    public Ratio NetRegular { get; }

    public Ratio NetPromo { get; }

    public Ratio DiscountDepth { get; }

    /// <summary>What the agreements that count pay, lump sums apart.</summary>
    public Ratio Earned { get; }

    /// <summary>The lump sums of the agreements that count.</summary>
    public Ratio Lump { get; }

    public Ratio FundingPerUnit { get; }

    public Ratio RegularMargin { get; }

    public Ratio MarginAfterFunding { get; }

    public Ratio MarginPct { get; }

    public Ratio DiscountCost { get; }

    public Ratio FundingShare { get; }

    public Ratio IncrementalMargin { get; }

    public Ratio? BreakEvenUplift { get; }

    public int LeadDays { get; }

    public int Duration { get; }

    public Ratio? BudgetUse { get; }

    public Ratio? Coverage { get; }

    public static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    /// <summary>Signed, and its window covers the event.</summary>
    public static bool Counts(Agreement agreement, Promotion promotion) =>
        agreement.Status == "signed" && agreement.From <= promotion.Start && agreement.To >= promotion.End;

    /// <summary>What the agreement pays by its rate or its tiers, before the cap.</summary>
    public static Ratio Claimed(Agreement agreement, Ratio units)
    {
        if (agreement.Tiers is not { } tiers)
            return agreement.Rate * units;
        var sum = Ratio.Zero;
        foreach (var tier in tiers)
        {
            var upTo = units;
            foreach (var other in tiers)
            {
                if (other.From > tier.From)
                    upTo = Ratio.Min(upTo, other.From);
            }
            sum += tier.Rate * Ratio.Max(0, upTo - tier.From);
        }
        return sum;
    }

    private static Ratio Earns(Agreement agreement, Ratio units) =>
        agreement.Cap is { } cap ? Ratio.Min(Claimed(agreement, units), cap) : Claimed(agreement, units);

    private static Ratio Sum(IEnumerable<Ratio> values) => values.Aggregate(Ratio.Zero, (sum, value) => sum + value);
}
