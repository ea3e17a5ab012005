using System;
using System.Linq;
using System.Text.Json.Nodes;
using Retail.Rules.Books.Homegoods;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Facts of weekend launches, most of them on a threshold or a step beside one.</summary>
internal static class LaunchFacts
{
    private static readonly string[] Systems = ["POS", "ECOM", "OMS", "WMS", "ERP"];

    public static JsonObject Draw(Dice dice)
    {
        var facts = new JsonObject
        {
            ["region"] = dice.Pick("NE", "SE", "MW", "SW", "W"),
            ["sku"] = "HG-1001",
            ["priceVersion"] = dice.Pick("v7", "v7", "V7"),
            ["priceAcks"] = DrawAcks(dice),
            ["mappedPct"] = dice.Chance(0.8) ? 1m : dice.Pick(0.98m, 0.9799m, 0.9801m, 0.9999m, 0.5m, 1m),
            ["inventoryAgeMin"] = dice.Chance(0.5) ? 6m : dice.Pick(0m, 15m, 15.5m, 16m, 50m, 239m, 240m, 240.1m, 241m, 2000m),
        };
        AddFinance(facts, dice);
        AddPrice(facts, dice);
        AddStock(facts, dice);
        LaunchDeskFacts.Add(facts, dice);
        ExposureThresholds.Solve(facts, dice);
        if (dice.Chance(0.12))
            FactJson.Lose(facts, dice, dice.Pick(0.02, 0.1, 0.5));
        return facts;
    }

    private static JsonObject DrawAcks(Dice dice)
    {
        var acks = new JsonObject();
        var careful = dice.Chance(0.85);
        foreach (var system in Systems)
        {
            if (careful || dice.Chance(0.8))
                acks[system] = careful ? "v7" : dice.Pick("v7", "v7", "v6", "V7", "", null);
        }
        return acks;
    }

    private static void AddFinance(JsonObject facts, Dice dice)
    {
        if (!dice.Chance(0.95))
            return;
        var finance = new JsonObject();
        if (dice.Chance(0.95))
            finance["treatment"] = dice.Chance(0.95) ? "REVENUE_REDUCTION" : dice.Pick("", " ", null);
        if (dice.Chance(0.95))
            finance["approvedHoursBefore"] = dice.Chance(0.7) ? 72m : dice.Pick<decimal?>(0m, 23m, 23.99m, 24m, 24.01m, -1m, null);
        facts["finance"] = finance;
    }

    private static void AddPrice(JsonObject facts, Dice dice)
    {
        var region = Region.Of(facts["region"]!.GetValue<string>());
        var regular = dice.Pick(40m, 20m * dice.Int(1, 20), dice.Number(1, 200));
        var depth = FactJson.Nearest(dice.Pick(region.MaxDepth, region.MaxDepth, region.MaxDepth - 0.1m, region.MaxDepth + 0.05m, 0.45m, 0));
        var promo = Math.Max(0.01m, dice.Near(decimal.Round(regular * (1 - depth), 2), 0.01m));
        facts["regularPrice"] = regular;
        facts["promoPrice"] = promo;
        var funding = dice.Chance(0.7) ? dice.Number(0, 3) : 0m;
        if (funding != 0)
            facts["fundingPerUnit"] = funding;
        var margin = dice.Chance(0.6) ? dice.Number(0.2m, 0.7m) : dice.Pick(0.10m, 0.22m);
        facts["unitCost"] = dice.Near(promo * (1 - margin) + funding, 0.01m);
        if (dice.Chance(0.25))
            facts["mapPrice"] = dice.Near(promo, 0.01m);
        if (dice.Chance(0.15))
            facts["inCartOnly"] = dice.Chance(0.7);
    }

    private static void AddStock(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.2))
            facts["duplicateEvents"] = dice.Pick(0, 1, 5);
        if (dice.Chance(0.1))
            facts["sequenceGap"] = dice.Chance(0.5);
        facts["onHand"] = dice.Pick(dice.Int(0, 200), dice.Int(0, 10_000), dice.Int(0, 10_000));
        facts["safety"] = dice.Pick(0, 100 * dice.Int(0, 6), dice.Int(0, 50));
        facts["reserved"] = dice.Int(0, 400);
        facts["hardAllocated"] = dice.Pick(0, 0, dice.Int(0, 100));
        facts["baselinePerDay"] = dice.Pick(0m, dice.Int(0, 300), dice.Number(0, 300, 1));
        if (dice.Chance(0.8))
            facts["receipts"] = FactJson.List(Enumerable.Range(0, dice.Pick(0, 1, 1, 2, 4)).Select(_ => DrawReceipt(dice)));
        facts["demandP50"] = dice.Pick(dice.Int(1, 6000), 20 * dice.Int(1, 300), dice.Number(0, 6000, 1));
        facts["cv"] = dice.Pick(0m, 0m, 0.25m, 0.30m, 0.35m, dice.Number(0, 1, 3));
        if (dice.Chance(0.4))
            facts["ai"] = DrawScore(dice);
        var capacity = dice.Pick(9000, 20 * dice.Int(1, 600), dice.Int(1, 9000));
        facts["wmsCapacity"] = capacity;
        facts["wmsLines"] = dice.Chance(0.5) ? capacity * 2 / 3 : Math.Max(0, dice.Near(decimal.Floor(capacity * dice.Pick(0.90m, 1m, 1.04m, 1.10m)), 1));
    }

    private static JsonObject DrawReceipt(Dice dice) => new()
    {
        ["qty"] = dice.Pick(dice.Int(0, 3000), dice.Int(0, 30), dice.Number(0, 30, 1)),
        ["dock"] = FactJson.Of(new DateOnly(2026, 10, 16).AddDays(dice.Int(-2, 3))),
        ["status"] = dice.Pick("received", "asn", "confirmed", "planned"),
    };

    private static JsonObject DrawScore(Dice dice)
    {
        var score = new JsonObject { ["risk"] = dice.Pick(0m, 0.5m, 0.6999m, 0.70m, 0.7001m, 0.75m, 0.8499m, 0.85m, 0.8501m, 1m) };
        if (dice.Chance(0.95))
            score["modelApproved"] = dice.Chance(0.8);
        return score;
    }
}
