using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// Which agreements may be counted today: signed, not over, the window covers what they pay for, terms complete, proof obtainable, cap not used up.
/// Anything else counts as nothing, with its reasons. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Off-invoice and volume rebates are earned by purchases, so their buying window must cover the days of buying; the others are earned by sales or
/// performance, so their selling window must cover the promotion. A bill-back is earned by purchases if it has a buying window and no selling window.
/// </remarks>
public static class CountableFunding
{
    /// <summary>Whether an agreement may be counted.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="promotion">The days for which funding is asked.</param>
    /// <returns>True if nothing stands against it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool Counts(SupplierFunding agreement, FundedEvent promotion) => WhyNot(agreement, promotion).Count == 0;

    /// <summary>All that stands against counting an agreement.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="promotion">The days for which funding is asked.</param>
    /// <returns>The reasons, in the order of their enum; none if it counts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">The cap and what is used of it are in different currencies.</exception>
    public static IReadOnlyList<NotCountedReason> WhyNot(SupplierFunding agreement, FundedEvent promotion)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(promotion);
        var reasons = new List<NotCountedReason>();
        AddStatus(reasons, agreement, promotion);
        AddWindow(reasons, agreement, promotion);
        AddTerms(reasons, agreement);
        AddProofAndCap(reasons, agreement);
        return reasons;
    }

    internal static bool IsEarnedByBuying(SupplierFunding agreement) => agreement.Type switch
    {
        FundingType.OffInvoice or FundingType.VolumeRebate => true,
        FundingType.Billback => agreement.From is null && agreement.To is null && agreement.BuyFrom is not null,
        _ => false,
    };

    private static DateOnly? LastDay(SupplierFunding agreement) => IsEarnedByBuying(agreement) ? agreement.BuyTo : agreement.To;

    private static void AddStatus(List<NotCountedReason> reasons, SupplierFunding agreement, FundedEvent promotion)
    {
        switch (agreement.Status)
        {
            case null:
                reasons.Add(NotCountedReason.StatusUnknown);
                break;
            case AgreementStatus.Signed or AgreementStatus.Expired:
                break;
            case AgreementStatus.Disputed:
                reasons.Add(NotCountedReason.Disputed);
                break;
            default:
                reasons.Add(NotCountedReason.NotSigned);
                break;
        }

        if (agreement.Status == AgreementStatus.Expired || LastDay(agreement) < promotion.AsOf)
            reasons.Add(NotCountedReason.Expired);
    }

    private static void AddWindow(List<NotCountedReason> reasons, SupplierFunding agreement, FundedEvent promotion)
    {
        var buying = IsEarnedByBuying(agreement);
        var (from, to) = buying ? (agreement.BuyFrom, agreement.BuyTo) : (agreement.From, agreement.To);
        var (first, last) = buying ? (promotion.BuyFrom, promotion.BuyTo) : (promotion.Start, promotion.End);
        if (from is null || to is null || first is null || last is null)
            reasons.Add(NotCountedReason.WindowUnknown);
        if (from > first)
            reasons.Add(NotCountedReason.WindowStartsLate);
        if (to < last)
            reasons.Add(NotCountedReason.WindowEndsEarly);
    }

    private static void AddTerms(List<NotCountedReason> reasons, SupplierFunding agreement)
    {
        if (agreement.Rate is null && agreement.RateOfCost is null && agreement.Tiers is null && agreement.Amount is null)
            reasons.Add(NotCountedReason.TermsUnknown);
        if (agreement.Tiers is not null && agreement.TierMode is null)
            reasons.Add(NotCountedReason.TierModeUnknown);
    }

    private static void AddProofAndCap(List<NotCountedReason> reasons, SupplierFunding agreement)
    {
        if (agreement.Proof is null)
            reasons.Add(NotCountedReason.ProofUnknown);
        else if (agreement.Proof != ProofRequirement.None && !agreement.ProofPlan)
            reasons.Add(NotCountedReason.ProofNotPlanned);
        if (agreement.Cap is not { } cap)
            return;
        if (agreement.CapUsed is not { } used)
            reasons.Add(NotCountedReason.CapUsedUnknown);
        else if (used >= cap)
            reasons.Add(NotCountedReason.CapUsedUp);
    }
}
