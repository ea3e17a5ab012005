using System;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A substitute in the order in which they are offered: what the customer chose first, then the higher score, the higher acceptance, the smaller
/// price gap, the item's number letter by letter. The order is total: two that tie are the same item, so that no sort depends on how they came. Immutable and thread-safe.
/// </summary>
/// <param name="Sku">The item; one item stands once in a ranking.</param>
/// <param name="Chosen">Whether the customer named it beforehand.</param>
/// <param name="Score">See <see cref="SubstituteScore"/>.</param>
/// <param name="AcceptRate">How often customers took it, from 0 to 1; unknown counts as 0.</param>
/// <param name="PriceGap">How far its total is from the original's, either way; from 0.</param>
public sealed record RankedSubstitute(string Sku, bool Chosen, decimal Score, Percent? AcceptRate, Money PriceGap) : IComparable<RankedSubstitute>
{
    /// <summary>Which of two is offered first.</summary>
    /// <param name="other">The other; nothing at all comes last.</param>
    /// <returns>Below zero if this one is, above zero if the other is, zero if both are the same item with the same numbers.</returns>
    /// <exception cref="CurrencyMismatchException">The gaps are in different currencies.</exception>
    public int CompareTo(RankedSubstitute? other)
    {
        if (other is null)
            return -1;
        if (Chosen != other.Chosen)
            return Chosen ? -1 : 1;
        var order = other.Score.CompareTo(Score);
        if (order == 0)
            order = (other.AcceptRate ?? default).CompareTo(AcceptRate ?? default);
        if (order == 0)
            order = PriceGap.CompareTo(other.PriceGap);
        return order == 0 ? string.CompareOrdinal(Sku, other.Sku) : order;
    }
}
