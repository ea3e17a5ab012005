using System;

namespace Retail.Rules.Books.Freshmart;

/// <summary>Dates, how old the numbers are, lead time, duration, how often the article is promoted, and the moment of the launch.</summary>
internal static class CalendarRules
{
    private static readonly TimeSpan OldestSnapshot = TimeSpan.FromHours(24);

    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        if (PromotionNumbers.Days(promotion.CostAsOf, promotion.AsOf) > 14)
            judgement.Lack("A02");

        if (promotion.PriceAge > OldestSnapshot || promotion.StockAge > OldestSnapshot)
            judgement.Lack("A03");

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

        if (promotion.StoreLaunch is { } stores && !IsLaunchMoment(stores, promotion.OnlineLaunch))
            judgement.Require("A09");
    }

    /// <summary>Stores open a promotion on a Wednesday at 06:00, and online at 00:01 of that day.</summary>
    private static bool IsLaunchMoment(LocalTime stores, LocalTime? online) =>
        stores.Date.DayOfWeek == DayOfWeek.Wednesday
        && stores.Minute == 6 * 60
        && (online is null || (online.Date == stores.Date && online.Minute == 1));
}
