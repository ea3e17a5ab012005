using System;
using System.Linq;
using System.Text.Json.Nodes;
using Retail.Rules.Books.Grocer;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>
/// Moves acceptance rates so that scores tie or lie exactly at 40 or 60, adds twins that only the price gap or the article number tells apart,
/// and moves the price of the multibuy and the money absorbed so far so that the limits of line and order are met to the cent.
/// </summary>
internal static class SubstitutionThresholds
{
    public static void Solve(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.3))
            SolveScores(facts, dice);
        if (dice.Chance(0.15))
            AddTwin(facts, dice);
        var line = facts["line"]!.AsObject();
        if (dice.Chance(0.2))
        {
            Ratio total = Best(facts)?.Total ?? dice.Int(1, 20);
            line["dealTotal"] = Math.Max(0, dice.Near(FactJson.Nearest(total - dice.Pick(-1, 0, 1, 2)), 0.01m));
        }
        if (dice.Chance(0.2) && Best(facts) is { } best)
        {
            var original = line.Number("dealTotal") ?? facts["original"]!.AsObject().Decimal("price") * line.Decimal("qty");
            facts["absorbedSoFar"] = Math.Max(0, dice.Near(FactJson.Nearest(6 - Ratio.Max(0, best.Total - original)), 0.01m));
        }
    }

    private static void SolveScores(JsonObject facts, Dice dice)
    {
        Ratio wanted = dice.Pick(40, 60, dice.Int(40, 90));
        foreach (var candidate in facts["candidates"]!.AsArray().Select(item => item!.AsObject()))
        {
            candidate["acceptRate"] = 0;
            if (OfferOf(facts, candidate) is not { } offer)
                continue;
            var rate = (wanted - offer.Score) / 15;
            if (rate >= 0 && rate <= 1)
                candidate["acceptRate"] = Math.Clamp(FactJson.Nearest(rate) + dice.Pick(0m, 0m, 0m, 0.0001m, -0.0001m), 0, 1);
        }
    }

    /// <summary>Prices half off or more all score nothing for closeness.</summary>
    private static void AddTwin(JsonObject facts, Dice dice)
    {
        if (facts["candidates"]!.AsArray() is not [JsonObject first, ..] candidates)
            return;
        var original = facts["original"]!.AsObject();
        var price = original.Decimal("price") * Math.Min(1, first.Decimal("size") / original.Decimal("size"));
        var twin = first.DeepClone().AsObject();
        twin["sku"] = dice.Pick("X0", "X8");
        first["price"] = decimal.Round(price * dice.Pick(0.3m, 0.4m, 0.5m, 1.5m), 2);
        twin["price"] = decimal.Round(price * dice.Pick(0.3m, 0.4m, 0.5m, 1.5m), 2);
        candidates.Add(twin);
    }

    private static Offer? Best(JsonObject facts) =>
        Offer.Rank(facts["candidates"]!.AsArray().Select(item => OfferOf(facts, item!.AsObject())).OfType<Offer>()).FirstOrDefault();

    private static Offer? OfferOf(JsonObject facts, JsonObject candidate)
    {
        var line = OrderLineReader.Read(new FactReader(FactJson.ToElement(facts)));
        var item = line.Candidates.Single(other => other.Sku == candidate["sku"]!.GetValue<string>());
        return Eligibility.Quantity(line, item) is { } quantity ? new Offer(line, item, quantity) : null;
    }
}
