namespace Retail.Rules.Books.Freshmart;

/// <summary>Dates, lead time, duration, and how often the article is promoted.</summary>
internal static class CalendarRules
{
    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        if (PromotionNumbers.Days(promotion.CostAsOf, promotion.AsOf) > 14)
            judgement.Lack("A02");

        if (numbers.LeadDays < 7)
        {
            if (promotion.Emergency)
                judgement.Refer("A04", "TradingDirector");
            else
                judgement.Reject("A04");
        }
        else if (numbers.LeadDays < 21)
            judgement.Refer("A04", "SupplyChainManager");

        if (numbers.Duration > 42)
            judgement.Reject("A05");
        else if (numbers.Duration > 28)
            judgement.Refer("A05", "CategoryManager");

        if (promotion.PromoWeeksIn12 > 6)
            judgement.Refer("A06", "PricingCompliance");

        if (promotion.DaysSinceLastPromo < 14)
            judgement.Refer("A07", "CategoryManager");

        if (promotion.Overlaps)
            judgement.Reject("A08");
    }
}
