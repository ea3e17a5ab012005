using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Retail.Rules.Books.Homegoods;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Moves the stock of a launch so that the exposure of a day comes to lie exactly on a threshold of the region, or a unit beside it.</summary>
internal static class ExposureThresholds
{
    public static void Solve(JsonObject facts, Dice dice)
    {
        var region = Region.Of(facts["region"]!.GetValue<string>());
        var tightened = dice.Pick(Ratio.Zero, Ratio.Zero, 0.05m);
        var (launch, capped, stagger) = (region.Launch - tightened, region.Capped - tightened, region.Stagger - tightened);
        if (dice.Chance(0.5))
            MakeDemandDivisible(facts, dice);
        switch (dice.Int(0, 5))
        {
            case 0:
                break;
            case 1:
                // Next to nothing to promise: the buffer is larger than the stock.
                facts["demandP50"] = dice.Int(0, 20);
                MoveStock(facts, dice.Int(-1, 40), dice);
                break;
            case 2 or 3:
                MoveStock(facts, WantedAtp(facts, 0, dice.Pick(launch, capped, stagger)), dice);
                break;
            default:
                // Friday is between capped and stagger; what arrives on Friday decides about Saturday.
                MoveStock(facts, WantedAtp(facts, 0, (capped + stagger) / 2), dice);
                AddReceipt(facts, WantedAtp(facts, 1, dice.Pick(launch, capped)), dice);
                break;
        }
    }

    /// <summary>Demand that thresholds in twentieths divide without rest, both of Friday and of Saturday.</summary>
    private static void MakeDemandDivisible(JsonObject facts, Dice dice)
    {
        facts["cv"] = 0;
        facts["demandP50"] = 20 * 27 * 23 * dice.Int(1, 12) / dice.Pick(1, 1, 27, 23);
    }

    private static IReadOnlyList<Wave> Waves(JsonObject facts) => Exposure.Of(LaunchReader.Read(new FactReader(FactJson.ToElement(facts))));

    private static Ratio WantedAtp(JsonObject facts, int wave, Ratio threshold) => Ratio.Floor(Waves(facts)[wave].DemandP90 / threshold);

    private static void MoveStock(JsonObject facts, Ratio fridayAtp, Dice dice)
    {
        var haircut = facts.Decimal("inventoryAgeMin") is > 15 and <= 240 ? 0.80m : 1m;
        var wanting = Ratio.Floor((fridayAtp - Waves(facts)[0].Atp) / haircut);
        facts["onHand"] = Math.Max(0, dice.Near(facts.Decimal("onHand") + FactJson.Nearest(wanting), 1));
    }

    private static void AddReceipt(JsonObject facts, Ratio atp, Dice dice)
    {
        var missing = FactJson.Nearest(Ratio.Floor(atp - Waves(facts)[1].Atp));
        if (missing <= 0)
            return;
        var receipts = facts["receipts"] as JsonArray ?? [];
        facts.Remove("receipts");
        receipts.Add(new JsonObject { ["qty"] = dice.Near(missing, 1), ["dock"] = "2026-10-16", ["status"] = "received" });
        facts["receipts"] = receipts;
    }
}
