namespace Retail.Rules.Books.Freshmart;

/// <summary>Demand, stock to meet it, the depot that ships it, and the risk score.</summary>
internal static class SupplyRules
{
    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        if (promotion.PromoUnits > 8 * promotion.BaselineUnits && !promotion.ComparableHistory)
            judgement.Refer("A23", "DemandPlanning");

        if (numbers.Coverage < 0.60m)
            judgement.Reject("A30");
        else if (numbers.Coverage < 0.85m)
            judgement.Refer("A30", "SupplyChainManager");
        else if (numbers.Coverage < 1)
            judgement.Require("A30");

        if (numbers.Coverage < 1 && promotion.ReplenLeadDays > PromotionNumbers.Days(promotion.AsOf, promotion.Start))
            judgement.Refer("A31", "SupplyChainManager");

        if (promotion.PickUse > 0.95m || promotion.TruckUse > 0.95m)
            judgement.Refer("A32", "SupplyChainManager");

        if (promotion.Ai is { } score)
        {
            if (!score.ModelApproved || score.AsOf is not { } scored || PromotionNumbers.Days(scored, promotion.AsOf) > 7)
                judgement.Require("A33");
            else if (score.Risk >= 0.80m)
                judgement.Refer("A33", "DemandPlanning");
            else if (score.Risk >= 0.60m)
                judgement.Require("A33");
        }
    }
}
