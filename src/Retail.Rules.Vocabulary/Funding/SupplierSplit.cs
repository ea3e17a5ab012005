using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Vocabulary;

/// <summary>A supplier's part in a deal that several share. Immutable and thread-safe.</summary>
/// <param name="Supplier">Who pays.</param>
/// <param name="Share">The supplier's share, from 0 to 1.</param>
/// <param name="Remaining">What is left of the supplier's own cap; null if there is no cap.</param>
public sealed record SupplierShare(string Supplier, Percent Share, Money? Remaining = null);

/// <summary>A total over suppliers, and what none of them bears. Immutable and thread-safe.</summary>
/// <param name="Paid">What each supplier pays, in the order of the shares.</param>
/// <param name="Uncovered">What caps cut off and nobody pays: the retailer's own.</param>
public sealed record SplitFunding(IReadOnlyList<Share<SupplierShare>> Paid, Money Uncovered);

/// <summary>Funding over several suppliers, each with a share and a cap of its own. Stateless and thread-safe.</summary>
public static class SupplierSplit
{
    /// <summary>Whether shares make a whole.</summary>
    /// <param name="shares">The shares; null is unknown.</param>
    /// <returns>True if their sum is 1 give or take 0.0001; unknown if they are.</returns>
    public static bool? AddUp(IReadOnlyList<Percent>? shares) =>
        shares is null ? null : Math.Abs(shares.Sum(share => share.Fraction) - 1m) <= 0.0001m;

    /// <summary>Splits a total over suppliers, to the smallest unit of its currency; what is paid and what is not add up to it exactly.</summary>
    /// <param name="total">The total, zero or more; rounded half away from zero to the smallest unit first.</param>
    /// <param name="shares">The suppliers; their shares add up, see <see cref="AddUp"/>.</param>
    /// <param name="order">
    /// Proportional: each bears its share as far as its cap reaches, the rest is uncovered. Waterfall: the first bears all that its cap allows, then the next,
    /// whatever their shares.
    /// </param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The total or what is left of a cap is below zero.</exception>
    /// <exception cref="ArgumentException">The shares do not add up, or one is below zero.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are in different currencies.</exception>
    public static SplitFunding Of(Money total, IReadOnlyList<SupplierShare> shares, CapOrder order)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfNegative(total.Amount, nameof(total));
        if (AddUp([.. shares.Select(share => share.Share)]) != true)
            throw new ArgumentException("the suppliers' shares do not add up to 100%", nameof(shares));

        var left = total.Round();
        var due = order == CapOrder.Proportional ? Split.Over(left, shares, share => share.Share.Fraction) : [.. shares.Select(share => new Share<SupplierShare>(share, left))];
        var paid = new List<Share<SupplierShare>>();
        foreach (var (share, asked) in due)
        {
            var part = FundingCap.Pay(share.Remaining ?? asked, [Money.Min(asked, left)], CapOrder.Waterfall)[0];
            paid.Add(new Share<SupplierShare>(share, part));
            left -= part;
        }

        return new SplitFunding(paid, left);
    }
}
