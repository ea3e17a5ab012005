using System;
using System.Linq;

namespace Retail.Rules.Books.Homegoods;

/// <summary>Whether the supplier's money counts, and how the discount is booked.</summary>
internal static class FinanceRules
{
    /// <summary>Judges B13 to B16; whether one of them holds the whole region.</summary>
    public static bool Judge(Launch launch, Judgement judgement)
    {
        if (!AgreementCounts(launch))
            judgement.Note("B13");

        if (!launch.FinanceSigned)
        {
            judgement.Hold("B14");
            judgement.Refer("B14", "Finance");
        }

        var mapped = true;
        foreach (var part in launch.DiscountParts)
        {
            var treatment = TreatmentOf(part.Payer);
            if (part.Treatment != treatment)
                judgement.Refer("B15", "Finance");
            if (launch.GlMapped?.Contains(treatment) != true)
                mapped = false;
        }
        if (!mapped)
            judgement.Hold("B16");
        return !launch.FinanceSigned || !mapped;
    }

    /// <summary>What the supplier pays for a unit, as far as it may be counted on.</summary>
    public static Ratio CountedFunding(Launch launch) => AgreementCounts(launch) ? launch.FundingPerUnit : 0;

    /// <summary>Signed and in force on every launch day; funding of which no agreement is given is taken as it stands.</summary>
    private static bool AgreementCounts(Launch launch) =>
        launch.Agreement is not { } agreement
        || (agreement.Status == "signed" && agreement.From <= Exposure.FirstDay && agreement.To >= Exposure.LastDay);

    private static string TreatmentOf(string payer) => payer switch
    {
        "retailer" => "REVENUE_REDUCTION",
        "scanback" => "COGS_REDUCTION",
        "adMoney" => "EXPENSE_OFFSET",
        "vendorCoupon" => "MANUFACTURER_COUPON",
        _ => throw new ArgumentOutOfRangeException(nameof(payer), payer, "not a payer of the book"),
    };
}
