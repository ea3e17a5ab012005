using System;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Facts of promotions, most of them on a threshold or a step beside one.</summary>
internal static class PromotionFacts
{
    private static readonly decimal[] Depths = [0, 0.15m, 0.25m, 0.34m, 0.35m, 0.50m];
    private static readonly DateOnly[] Laws = [new(2022, 5, 28), new(2024, 3, 1), new(2024, 9, 30), new(2025, 10, 1)];
    private static readonly string[] Flags = ["comparableHistory", "perishableExempt", "overlaps", "emergency", "clearance", "hfss", "pgc", "banned"];
    private static readonly string[] Roles =
    [
        "CategoryManager", "HeadOfCategory", "TradingDirector", "SupplyChainManager", "PricingCompliance", "CategoryFinance", "FinanceDirector",
        "FinanceControl", "DemandPlanning", "Intern",
    ];

    public static JsonObject Draw(Dice dice)
    {
        var facts = new JsonObject();
        AddCalendar(facts, dice);
        AddLaunch(facts, start: FactJson.Date(facts, "start"), dice);
        AddPlace(facts, dice);
        AddPrice(facts, dice);
        AddVolumes(facts, dice);
        AgreementFacts.Add(facts, dice);
        PromotionThresholds.Solve(facts, dice);
        AddLaw(facts, dice);
        AddFlags(facts, dice);
        if (dice.Chance(0.3))
            ApprovalFacts.Add(facts, dice);
        if (dice.Chance(0.15))
            LosePromotion(facts, dice);
        return facts;
    }

    /// <summary>What a promotion can lack; its date of judgement and its mechanic are always given.</summary>
    private static void LosePromotion(JsonObject facts, Dice dice)
    {
        var (asOf, mechanic) = (facts["asOf"], facts["mechanic"]);
        facts.Remove("asOf");
        facts.Remove("mechanic");
        FactJson.Lose(facts, dice, dice.Pick(0.02, 0.1, 0.5));
        facts["asOf"] = asOf;
        facts["mechanic"] = mechanic;
    }

    private static void AddCalendar(JsonObject facts, Dice dice)
    {
        var asOf = dice.Chance(0.8) ? new DateOnly(2026, 8, 3).AddDays(dice.Int(0, 400)) : dice.Near(dice.Pick(Laws)).AddDays(-dice.Pick(0, 28, 35));
        var submitted = dice.Chance(0.7) ? asOf : asOf.AddDays(dice.Int(-40, 5));
        var start = submitted.AddDays(dice.Pick(0, 6, 7, 20, 21, 22, 30, 30, 30, 60));
        facts["asOf"] = FactJson.Of(asOf);
        facts["submitted"] = FactJson.Of(submitted);
        facts["start"] = FactJson.Of(start);
        facts["end"] = FactJson.Of(start.AddDays(dice.Pick(-1, 0, 6, 13, 13, 13, 27, 28, 41, 42)));
        facts["costAsOf"] = FactJson.Of(asOf.AddDays(-dice.Pick(-1, 0, 2, 2, 2, 13, 14, 15, 90)));
        if (dice.Chance(0.3))
            facts["promoWeeksIn12"] = dice.Pick(0, 5, 6, 7, 12);
        if (dice.Chance(0.3))
            facts["daysSinceLastPromo"] = dice.Pick(0, 13, 14, 15, 100);
        if (dice.Chance(0.4))
            facts["replenLeadDays"] = Math.Max(0, start.DayNumber - asOf.DayNumber + dice.Int(-1, 1));
        if (dice.Chance(0.3))
        {
            facts["ai"] = new JsonObject
            {
                ["risk"] = dice.Pick(0.1m, 0.59m, 0.5999m, 0.60m, 0.7m, 0.7999m, 0.80m, 0.81m, 1m),
                ["asOf"] = FactJson.Of(asOf.AddDays(-dice.Pick(-1, 0, 2, 6, 7, 8))),
                ["modelApproved"] = dice.Chance(0.8),
            };
        }
    }

    /// <summary>Snapshots around a day old, launches around Wednesday at 06:00 and around 00:01 online, a depot around 95 % of its capacity.</summary>
    private static void AddLaunch(JsonObject facts, DateOnly start, Dice dice)
    {
        foreach (var snapshot in new[] { "priceAge", "stockAge" })
        {
            if (dice.Chance(0.2))
                facts[snapshot] = dice.Pick("PT24H", "P1D", "PT1440M", "PT23H59M59S", "PT24H0.001S", "PT24H1M", "P1DT1S", "P3D", "PT5M", "PT0S");
        }
        if (dice.Chance(0.3))
        {
            var day = dice.Chance(0.6) ? WednesdayFrom(start) : start.AddDays(dice.Int(-1, 1));
            facts["storeLaunch"] = LocalTime(dice.Chance(0.8) ? day : dice.Near(day), dice.Pick(360m, 360m, 360m, 359m, 361m, 360.5m, 0m));
            if (dice.Chance(0.6))
                facts["onlineLaunch"] = LocalTime(dice.Chance(0.8) ? day : dice.Near(day), dice.Pick(1m, 1m, 1m, 0m, 2m, 360m));
        }
        else if (dice.Chance(0.1))
            facts["onlineLaunch"] = LocalTime(start, dice.Int(0, 2));
        foreach (var capacity in new[] { "pickUse", "truckUse" })
        {
            if (dice.Chance(0.2))
                facts[capacity] = dice.Chance(0.7) ? dice.Near(0.95m, 0.0001m) : dice.Number(0, 1.5m);
        }
    }

    private static DateOnly WednesdayFrom(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Wednesday)
            day = day.AddDays(1);
        return day;
    }

    private static JsonObject LocalTime(DateOnly day, decimal minute) => new() { ["date"] = FactJson.Of(day), ["minute"] = minute };

    private static void AddPlace(JsonObject facts, Dice dice)
    {
        facts["country"] = dice.Pick("GB", "GB", "FR", "DE", "PL");
        if (dice.Chance(facts["country"]!.GetValue<string>() == "GB" ? 0.9 : 0.05))
            facts["nation"] = dice.Pick("ENG", "ENG", "SCT", "SCT", "WLS", "NIR");
        facts["category"] = dice.Pick("ambient", "chilled", "fresh", "frozen", "bws", "household", "hba");
    }

    private static void AddPrice(JsonObject facts, Dice dice)
    {
        var regular = dice.Pick(dice.Int(1, 60), 20m * dice.Int(1, 5), dice.Number(0.5m, 30), dice.Number(0.5m, 3)) * dice.Pick(1, 1, 1, 1, 1000);
        var price = dice.Chance(0.7)
            ? dice.Near(decimal.Round(regular * (1 - dice.Pick(Depths)), 2), 0.01m)
            : dice.Chance(0.9) ? dice.Number(regular / 3, regular) : dice.Pick(0.01m, regular, regular + 1, 0.99m, 1m, 1.01m, 0m);
        if (dice.Chance(0.3))
            price = Math.Min(Math.Floor(price) + dice.Pick(0, 0.25m, 0.49m, 0.5m, 0.75m, 0.79m, 0.89m, 0.95m, 0.99m), regular);
        var mechanic = dice.Pick("price", "price", "price", "pct", "pct", "bogof", "multibuy", "xfory", "extra_free");
        facts["regularPrice"] = regular;
        facts["mechanic"] = mechanic;
        if (mechanic == "price" || dice.Chance(0.05))
            facts["promoPrice"] = price;
        if (mechanic == "pct" || dice.Chance(0.05))
            facts["pct"] = dice.Chance(0.6) ? dice.Near(dice.Pick(Depths), 0.0001m) : dice.Number(0, 0.6m, 3);
        if (mechanic is "xfory" or "extra_free" || dice.Chance(0.05))
        {
            var get = dice.Int(1, 20);
            facts["getQty"] = get;
            facts["payQty"] = Math.Max(1, dice.Pick(get - 1, get - 2, get * 3 / 4, get / 2, get * 13 / 20, get));
        }
        if (mechanic == "multibuy" || dice.Chance(0.05))
        {
            var quantity = dice.Int(1, 6);
            facts["dealQty"] = quantity;
            facts["dealPrice"] = dice.Chance(0.7)
                ? dice.Near(decimal.Round(regular * quantity * (1 - dice.Pick(Depths)), 2), 0.01m)
                : decimal.Round(price * quantity, 2);
        }
        facts["vatRate"] = dice.Pick(0m, 0m, 0.05m, 0.055m, 0.07m, 0.19m, 0.20m, 0.20m, 0.23m);
        if (dice.Chance(0.5))
            facts["participation"] = dice.Pick(0m, 0.5m, 0.7m, 0.8m, 0.9m, 0.333m, 1m);
    }

    private static void AddVolumes(JsonObject facts, Dice dice)
    {
        var baseline = dice.Pick(dice.Int(1, 30), 100 * dice.Int(1, 200), dice.Int(1, 20_000));
        facts["baselineUnits"] = baseline;
        facts["promoUnits"] = dice.Chance(0.2) ? Math.Max(1, 8 * baseline + dice.Int(-1, 1)) : Math.Max(1, (int)(baseline * dice.Number(0.5m, 9)));
        facts["unitCost"] = decimal.Round(facts.Decimal("regularPrice") * dice.Number(0.2m, 0.9m), 2);
        if (dice.Chance(0.3))
            facts["cannibalUnits"] = dice.Int(0, 2000);
        if (dice.Chance(0.3))
            facts["cannibalMargin"] = dice.Number(-0.5m, 3);
        if (dice.Chance(0.3))
            facts["fixedCost"] = dice.Number(0, 5000);
        if (dice.Chance(0.8))
            facts["demandP80"] = dice.Pick(20 * dice.Int(1, 2000), dice.Int(1, 30_000));
        if (dice.Chance(0.9))
            facts["supplyToEnd"] = dice.Int(0, 60_000);
    }

    private static void AddLaw(JsonObject facts, Dice dice)
    {
        var regular = facts.Decimal("regularPrice");
        var price = facts.Number("promoPrice") ?? decimal.Round(regular / 2, 2);
        if (dice.Chance(0.5))
            facts["wasPrice"] = dice.Near(regular, 0.01m);
        if (dice.Chance(0.7))
            facts["lowest30"] = dice.Chance(0.5) ? dice.Near(regular, 0.01m) : dice.Near(price, 0.01m);
        if (dice.Chance(0.3))
            facts["frVolumeShare"] = dice.Near(0.25m, 0.0001m);
        if (dice.Chance(0.3))
            facts["claimText"] = dice.Pick("2e produit GRATUIT", "gratuit", "Gratuité", "gratis", "1+1", "", " ");
        if (dice.Chance(0.3))
            facts["alcoholUnits"] = dice.Near(decimal.Round(price / dice.Pick(0.65m, 0.65m, 0.50m), 3), 0.001m);
    }

    private static void AddFlags(JsonObject facts, Dice dice)
    {
        foreach (var flag in Flags)
        {
            if (dice.Chance(0.2))
                facts[flag] = dice.Chance(0.6);
        }
        if (dice.Chance(0.2))
            facts["announced"] = dice.Chance(0.5);
        if (dice.Chance(0.5))
            facts["submitter"] = dice.Pick(Roles);
    }
}
