using System.Text.Json;

namespace Retail.Rules.Books.Freshmart;

/// <summary>FreshMart's approval of promotions, written out by hand: <c>freshmart.promotion_approval</c>.</summary>
public static class PromotionBook
{
    public static Judgement Judge(JsonElement json)
    {
        var facts = new FactReader(json);
        var promotion = PromotionReader.Read(facts);
        return facts.Missing.Count > 0 ? Judgement.Lacking(facts.Missing, "A01") : Judge(promotion);
    }

    public static Judgement Judge(Promotion promotion)
    {
        var numbers = new PromotionNumbers(promotion);
        var judgement = new Judgement();
        CalendarRules.Judge(promotion, numbers, judgement);
        PriceRules.Judge(promotion, numbers, judgement);
        MarginRules.Judge(promotion, numbers, judgement);
        FundingRules.Judge(promotion, numbers, judgement);
        SupplyRules.Judge(promotion, numbers, judgement);

        if (promotion.Approved is { } approved && !promotion.Current.IsAs(approved))
            judgement.ReApprove("A36");

        // Last, because it asks who must sign.
        if (promotion.Submitter is { } submitter && judgement.Approvers.ContainsKey(submitter))
            judgement.Require("A34");

        Output(promotion, numbers, judgement);
        return judgement;
    }

    private static void Output(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        judgement.Output("effectiveUnitPrice", promotion.EffectiveUnitPrice, 4);
        judgement.Output("discountDepth", numbers.DiscountDepth, 4);
        judgement.Output("netRegular", numbers.NetRegular, 4);
        judgement.Output("netPromo", numbers.NetPromo, 4);
        judgement.Output("fundingPerUnit", numbers.FundingPerUnit, 4);
        judgement.Output("fundingTotal", numbers.Earned + numbers.Lump, 2);
        judgement.Output("regularMargin", numbers.RegularMargin, 4);
        judgement.Output("promoMarginAfterFunding", numbers.MarginAfterFunding, 4);
        judgement.Output("promoMarginPct", numbers.MarginPct, 4);
        judgement.Output("discountCost", numbers.DiscountCost, 2);
        judgement.Output("fundingShare", numbers.FundingShare, 4);
        judgement.Output("incrementalMargin", numbers.IncrementalMargin, 2);
        judgement.Output("breakEvenUplift", numbers.BreakEvenUplift, 4);
        judgement.Output("leadDays", numbers.LeadDays, 4);
        judgement.Output("budgetUse", numbers.BudgetUse, 4);
        judgement.Output("coverage", numbers.Coverage, 4);
    }
}
