using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books.Grocer;

/// <summary>An eligible candidate: how many, what they cost, and how well they fit, from 0 to 100.</summary>
public sealed class Offer
{
    public Offer(OrderLine line, Product item, Ratio quantity)
    {
        Item = item;
        Quantity = quantity;
        Total = item.Price * quantity;
        PriceGap = Ratio.Abs(Total - line.Original.Price * line.Qty);
        IsChosen = item.Sku == line.Chosen;
        Score = ScoreOf(line);
    }

    public Product Item { get; }

    public Ratio Quantity { get; }

    public Ratio Total { get; }

    public Ratio PriceGap { get; }

    /// <summary>The customer named it in advance.</summary>
    public bool IsChosen { get; }

    public Ratio Score { get; }

    /// <summary>Best first.</summary>
    public static IReadOnlyList<Offer> Rank(IEnumerable<Offer> offers) => offers
        .OrderByDescending(offer => offer.IsChosen)
        .ThenByDescending(offer => offer.Score)
        .ThenByDescending(offer => offer.Item.AcceptRate)
        .ThenBy(offer => offer.PriceGap)
        .ThenBy(offer => offer.Item.Sku, StringComparer.Ordinal)
        .ToArray();

    private Ratio ScoreOf(OrderLine line)
    {
        var original = line.Original;
        var need = line.Qty * original.Size;
        var score = 10 * (1 - Ratio.Abs(Item.Size * Quantity - need) / (need * 0.25m));
        if (Item.Variant == original.Variant)
            score += 15;
        if (Item.Pack == original.Pack)
            score += 5;
        if (!original.Claims.Except(Item.Claims).Any())
            score += 10;
        if (original.SoftClaims.Except(Item.SoftClaims).Any())
            score -= 10;
        if (Item.Brand == original.Brand)
            score += 15;
        else if (Item.Tier == original.Tier)
            score += 8;
        if (Item.BoughtBefore)
            score += 20;
        score += 15 * Item.AcceptRate;
        score += 10 * Ratio.Max(0, 1 - PriceGap / (original.Price * line.Qty) / 0.5m);
        return score;
    }
}
