using System.Linq;

namespace Retail.Rules.Books.Freshmart;

/// <summary>Whether the supplier's money is real, and who checks how it is booked.</summary>
internal static class FundingRules
{
    public static void Judge(Promotion promotion, PromotionNumbers numbers, Judgement judgement)
    {
        foreach (var agreement in promotion.Funding)
        {
            if (!PromotionNumbers.Counts(agreement, promotion))
                judgement.Require("A24");
            else if (agreement.Type != "lump" && PromotionNumbers.Claimed(agreement, promotion.PromoUnits) > agreement.Cap)
                judgement.Require("A26");

            if (agreement.Type is "lump" or "coop" && !agreement.ProofPlan)
                judgement.Refer("A28", "FinanceControl");

            if (agreement.Treatment is null || agreement.FinanceApproved is not { } approved || approved > promotion.Start)
                judgement.Refer("A29", "FinanceControl");
        }

        if (promotion.Split is { } shares)
        {
            var sum = shares.Aggregate(Ratio.Zero, (total, share) => total + share);
            if (Ratio.Abs(sum - 1) > 0.0001m)
                judgement.Reject("A27");
        }

        if (numbers.Lump > 25_000)
            judgement.Refer("A28", "FinanceControl");
    }
}
