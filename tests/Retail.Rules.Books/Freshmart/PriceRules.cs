using System;
using System.Linq;

namespace Retail.Rules.Books.Freshmart;

/// <summary>The price itself: depth, endings, and what the law of each country says.</summary>
internal static class PriceRules
{
    private static readonly int[] Endings = [0, 25, 49, 50, 75, 79, 89, 95, 99];

    // The days on which laws came into force; they hold for what is sold from then on.
    private static readonly DateOnly LowestPriceLaw = new(2022, 5, 28);
    private static readonly DateOnly FrenchGoodsLaw = new(2024, 3, 1);
    private static readonly DateOnly EnglishHealthLaw = new(2025, 10, 1);

    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        var price = promotion.EffectiveUnitPrice;
        if (price <= 0 || price >= promotion.RegularPrice)
            judgement.Reject("A10");

        var depth = numbers.DiscountDepth;
        if (depth > 0.50m)
        {
            if (promotion.Clearance)
                judgement.Refer("A11", "TradingDirector");
            else
                judgement.Reject("A11");
        }
        else if (depth > 0.35m)
            judgement.Refer("A11", "TradingDirector");
        else if (depth > 0.25m)
            judgement.Refer("A11", "HeadOfCategory");
        else if (depth > 0.15m)
            judgement.Refer("A11", "CategoryManager");

        if (promotion.Country == "GB" && promotion.Mechanic is ("price" or "pct") && price >= 1)
        {
            var cents = (price - Ratio.Floor(price)) * 100;
            if (!Endings.Any(ending => cents == ending))
                judgement.Require("A12");
        }

        JudgeLowestPrice(promotion, judgement);
        JudgeFrance(promotion, numbers, judgement);

        if (promotion.End >= EnglishHealthLaw && promotion.Country == "GB" && promotion.Nation == "ENG" && promotion.Hfss && promotion.IsVolumeOffer)
            judgement.Reject("A16");

        if (promotion.Nation == "SCT" && promotion.AlcoholUnits is { } units)
        {
            if (price < MinimumUnitPrice(promotion.End) * units)
                judgement.Reject("A17a");
            if (promotion.IsVolumeOffer)
                judgement.Reject("A17b");
        }

        if (promotion.Banned)
            judgement.Reject("A19");
    }

    /// <summary>The lowest price of the 30 days before, which an announced reduction must beat and be measured from.</summary>
    private static void JudgeLowestPrice(Promotion promotion, Judgement judgement)
    {
        if (promotion.End < LowestPriceLaw || promotion.Country is not ("FR" or "DE" or "PL") || !promotion.Announced || promotion.PerishableExempt)
            return;
        if (promotion.Lowest30 is not { } lowest)
        {
            judgement.Lack("A13");
            return;
        }
        if ((promotion.WasPrice ?? promotion.RegularPrice) > lowest)
            judgement.Reject("A13a");
        if (promotion.EffectiveUnitPrice >= lowest)
            judgement.Reject("A13b");
    }

    /// <summary>Of a unit of alcohol sold in Scotland on a day; nothing before there was one.</summary>
    private static Ratio MinimumUnitPrice(DateOnly day)
    {
        if (day >= new DateOnly(2024, 9, 30))
            return 0.65m;
        return day >= new DateOnly(2018, 5, 1) ? 0.50m : 0m;
    }

    private static void JudgeFrance(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        if (promotion.Country != "FR")
            return;
        if (promotion.Pgc && promotion.End >= FrenchGoodsLaw)
        {
            if (numbers.DiscountDepth > 0.34m)
                judgement.Reject("A14a");
            if (promotion.FrVolumeShare > 0.25m)
                judgement.Reject("A14b");
        }
        if (promotion.ClaimText?.Contains("gratuit", StringComparison.OrdinalIgnoreCase) == true)
            judgement.Reject("A15");
    }
}
