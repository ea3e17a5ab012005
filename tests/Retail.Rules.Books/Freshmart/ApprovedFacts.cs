using System;
using System.Collections.Generic;

namespace Retail.Rules.Books.Freshmart;

/// <summary>What an approval is of: window, region, articles, price and funding. Any member may be absent.</summary>
public sealed record ApprovedFacts
{
    public required DateOnly? Start { get; init; }
    public required DateOnly? End { get; init; }
    public required string? Country { get; init; }
    public required string? Nation { get; init; }
    public required IReadOnlyList<string> Skus { get; init; }
    public required string? Mechanic { get; init; }
    public required Ratio? PromoPrice { get; init; }
    public required Ratio? Pct { get; init; }
    public required Ratio? PayQty { get; init; }
    public required Ratio? GetQty { get; init; }
    public required Ratio? DealPrice { get; init; }
    public required Ratio? DealQty { get; init; }
    public required IReadOnlyList<Agreement> Funding { get; init; }

    /// <summary>Whether both are the same, by value; lists item by item, in their order.</summary>
    public bool IsAs(ApprovedFacts other) =>
        this with { Skus = other.Skus, Funding = other.Funding } == other
        && AreAlike(Skus, other.Skus, string.Equals)
        && AreAlike(Funding, other.Funding, IsAs);

    private static bool IsAs(Agreement agreement, Agreement other) =>
        agreement with { Tiers = other.Tiers } == other
        && (agreement.Tiers is { } tiers && other.Tiers is { } others ? AreAlike(tiers, others, Equals) : agreement.Tiers is null && other.Tiers is null);

    private static bool AreAlike<T>(IReadOnlyList<T> items, IReadOnlyList<T> others, Func<T, T, bool> isAs)
    {
        if (items.Count != others.Count)
            return false;
        for (var i = 0; i < items.Count; i++)
        {
            if (!isAs(items[i], others[i]))
                return false;
        }
        return true;
    }
}
