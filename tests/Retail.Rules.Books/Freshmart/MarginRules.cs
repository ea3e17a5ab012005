using System;

namespace Retail.Rules.Books.Freshmart;

/// <summary>What the event earns and what it costs.</summary>
internal static class MarginRules
{
    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        if (numbers.MarginAfterFunding < 0)
        {
            if (promotion.Clearance)
                judgement.Refer("A18", "TradingDirector");
            else
                judgement.Reject("A18");
        }
        else
        {
            var gap = Floor(promotion.Category) - numbers.MarginPct;
            if (gap > 0.05m)
                judgement.Refer("A20", "TradingDirector", "FinanceDirector");
            else if (gap > 0)
                judgement.Refer("A20", "HeadOfCategory");
        }

        if (numbers.IncrementalMargin < -5000)
            judgement.Refer("A21", "CategoryFinance", "TradingDirector");
        else if (numbers.IncrementalMargin < 0)
            judgement.Refer("A21", "CategoryFinance");

        if (numbers.BudgetUse > 1.10m)
            judgement.Reject("A22");
        else if (numbers.BudgetUse > 1)
            judgement.Refer("A22", "FinanceDirector");
        else if (numbers.BudgetUse > 0.90m)
            judgement.Require("A22");

        if (numbers.DiscountDepth > 0.25m && numbers.FundingShare < 0.40m)
            judgement.Refer("A25", "HeadOfCategory");

        if (promotion.PromoUnits * promotion.EffectiveUnitPrice > 250_000)
            judgement.Refer("A35", "TradingDirector");
    }

    private static Ratio Floor(string category) => category switch
    {
        "ambient" => 0.12m,
        "chilled" => 0.15m,
        "fresh" => 0.18m,
        "frozen" => 0.14m,
        "bws" => 0.08m,
        "household" => 0.15m,
        "hba" => 0.20m,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "not a category of the book"),
    };
}
