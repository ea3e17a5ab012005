using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>What the launch desk adds as the weekend comes nearer: plans, agreements, bookings, stores and signatures, most of them just right or just not.</summary>
internal static class LaunchDeskFacts
{
    private static readonly string[] Channels = ["stores", "ecom", "marketplace"];
    private static readonly string[] Payers = ["retailer", "scanback", "adMoney", "vendorCoupon"];
    private static readonly string[] Treatments = ["REVENUE_REDUCTION", "COGS_REDUCTION", "EXPENSE_OFFSET", "MANUFACTURER_COUPON"];
    private static readonly string[] Roles = ["RegionalVP", "ChiefMerchant", "CFO", "Finance", "InventoryPlanner", "DCManager", "SupplyChainDirector"];

    public static void Add(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.3))
            AddAgreement(facts, dice);
        if (dice.Chance(0.2))
            AddBookings(facts, dice);
        if (dice.Chance(0.2))
            facts["planned"] = FactJson.Texts(dice.Chance(0.6) ? Channels.Reverse() : dice.Some([.. Channels, "stores"]));
        if (dice.Chance(0.4))
            facts["activations"] = FactJson.List(Channels.Where(_ => dice.Chance(0.9)).Select(channel => DrawActivation(channel, dice)));
        if (dice.Chance(0.3))
            facts["reforecast"] = dice.Chance(0.8);
        AddDepot(facts, dice);
        if (dice.Chance(0.2))
            facts["storeStock"] = FactJson.List(Enumerable.Range(1, dice.Int(0, 4)).Select(number => DrawStore("S" + number.ToString(CultureInfo.InvariantCulture), dice)));
        AddSignatures(facts, dice);
    }

    /// <summary>Every other time the cost moves too, so that a margin that lay on a threshold with the supplier's money lies there without it.</summary>
    private static void AddAgreement(JsonObject facts, Dice dice)
    {
        var agreement = new JsonObject();
        if (dice.Chance(0.95))
            agreement["status"] = dice.Pick("signed", "signed", "signed", "signed", "draft", "offered", "disputed", "expired", "Signed", "");
        if (dice.Chance(0.95))
            agreement["from"] = FactJson.Of(dice.Chance(0.5) ? new DateOnly(2026, 10, 1) : new DateOnly(2026, 10, 16).AddDays(dice.Int(-1, 2)));
        if (dice.Chance(0.95))
            agreement["to"] = FactJson.Of(dice.Chance(0.5) ? new DateOnly(2026, 12, 31) : new DateOnly(2026, 10, 18).AddDays(dice.Int(-2, 1)));
        facts["agreement"] = agreement;
        if (dice.Chance(0.5))
            facts["unitCost"] = facts.Decimal("unitCost") - (facts.Number("fundingPerUnit") ?? 0);
    }

    private static void AddBookings(JsonObject facts, Dice dice)
    {
        var careful = dice.Chance(0.6);
        facts["discountParts"] = FactJson.List(Enumerable.Range(0, Payers.Length).Where(_ => dice.Chance(0.5)).Select(index => new JsonObject
        {
            ["payer"] = Payers[index],
            ["treatment"] = careful ? Treatments[index] : dice.Pick([.. Treatments, Treatments[index], "revenue_reduction", "", null]),
        }));
        if (dice.Chance(0.6))
            facts["glMapped"] = FactJson.Texts(careful ? Treatments : dice.Some(Treatments));
    }

    /// <summary>Around five minutes before the others; the same instant is written in several ways.</summary>
    private static JsonObject DrawActivation(string channel, Dice dice)
    {
        var at = new DateTimeOffset(2026, 10, 16, 10, 0, 0, TimeSpan.Zero);
        var early = at - TimeSpan.FromMinutes(5);
        var (instant, offset) = (dice.Pick(at, at, at, early, early.AddSeconds(-1), early.AddSeconds(1), early.AddMilliseconds(-1), at.AddHours(-1)), dice.Pick(0, 0, -4, 2));
        return new JsonObject
        {
            ["channel"] = channel,
            ["at"] = offset == 0
                ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture)
                : instant.ToOffset(TimeSpan.FromHours(offset)).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture),
        };
    }

    private static void AddDepot(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.3))
            facts["daysToLaunch"] = dice.Pick(-1m, 0m, 1m, 2m, 2m, 2.5m, 3m, 14m);
        if (dice.Chance(0.3))
            facts["labourConfirmed"] = dice.Chance(0.5);
        var margin = dice.Pick(0m, -100m, 10_000m, dice.Number(1, 50_000));
        if (dice.Chance(0.3))
            facts["eventMargin"] = margin;
        if (dice.Chance(0.3))
            facts["transferCost"] = dice.Chance(0.8) ? dice.Near(0.15m * margin, 0.01m) : dice.Number(0, 5000);
    }

    private static JsonObject DrawStore(string id, Dice dice)
    {
        var presentation = dice.Pick(4, 4, 0, 6);
        var store = new JsonObject { ["id"] = id, ["onHand"] = presentation + dice.Pick(-1m, -0.5m, 0m, 0m, 2m, 2.5m, 3m, 3m, 4m) };
        if (presentation != 4 || dice.Chance(0.2))
            store["presentation"] = presentation;
        return store;
    }

    private static void AddSignatures(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.4))
            facts["activating"] = dice.Chance(0.8);
        if (dice.Chance(0.4))
            facts["approvals"] = FactJson.List((dice.Chance(0.4) ? Roles : dice.Some(Roles)).Select(role => new JsonObject { ["role"] = role, ["by"] = "j.ortiz" }));
    }
}
