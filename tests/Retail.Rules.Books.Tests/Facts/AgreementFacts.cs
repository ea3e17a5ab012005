using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Supplier funding of every kind: rates, tiers, caps, lump sums; signed or not, inside their windows or a day out.</summary>
internal static class AgreementFacts
{
    public static void Add(JsonObject facts, Dice dice)
    {
        var count = dice.Pick(0, 1, 1, 1, 2, 3);
        if (count > 0 || dice.Chance(0.3))
            facts["funding"] = FactJson.List(Enumerable.Range(1, count).Select(number => Draw("F" + number.ToString(CultureInfo.InvariantCulture), facts, dice)));
        if (dice.Chance(0.2))
            facts["split"] = DrawSplit(dice);
    }

    private static JsonObject Draw(string id, JsonObject facts, Dice dice)
    {
        var start = FactJson.Date(facts, "start");
        var end = FactJson.Date(facts, "end");
        var agreement = new JsonObject
        {
            ["id"] = id,
            ["supplier"] = dice.Pick("S100", "S200"),
            ["type"] = dice.Pick("scanback", "scanback", "lump", "coop", "billback"),
            ["status"] = dice.Pick("signed", "signed", "signed", "signed", "signed", "draft", "offered", "disputed", "expired", "Signed"),
            ["from"] = FactJson.Of(dice.Chance(0.3) ? dice.Near(start) : start.AddDays(-10)),
            ["to"] = FactJson.Of(dice.Chance(0.3) ? dice.Near(end) : end.AddDays(10)),
        };
        var regular = facts.Decimal("regularPrice");
        var units = facts.Decimal("promoUnits");
        if (dice.Chance(0.8))
            agreement["rate"] = decimal.Round(regular * dice.Number(0, 0.3m), 2);
        if (dice.Chance(0.25))
            agreement["tiers"] = DrawTiers(regular, units, dice);
        if (agreement["type"]!.GetValue<string>() == "lump" || dice.Chance(0.1))
            agreement["amount"] = dice.Pick(dice.Near(25_000m, 0.01m), dice.Near(12_500m, 0.01m), dice.Number(0, 5000));
        if (dice.Chance(0.3))
            agreement["cap"] = dice.Pick(dice.Number(0, 30_000), dice.Near((agreement.Number("rate") ?? 0) * units, 0.01m));
        if (dice.Chance(0.8))
            agreement["treatment"] = dice.Pick("COGS_REDUCTION", "REVENUE_DISTINCT_SERVICE", "COGS_REDUCTION", "");
        if (dice.Chance(0.8))
            agreement["financeApproved"] = FactJson.Of(dice.Chance(0.4) ? dice.Near(start) : start.AddDays(-5));
        if (dice.Chance(0.5))
            agreement["proofPlan"] = dice.Chance(0.8);
        return agreement;
    }

    private static JsonArray DrawTiers(decimal regular, decimal units, Dice dice)
    {
        var count = dice.Int(1, 4);
        var from = dice.Chance(0.8) ? 0m : Math.Floor(units / 4);
        var tiers = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            tiers.Add(new JsonObject { ["from"] = from, ["rate"] = decimal.Round(regular * dice.Number(0, 0.3m), 2) });
            from = Math.Max(from + 1, dice.Near(decimal.Floor(from + (units - from) * dice.Pick(0.3m, 0.5m, 1m, 1.2m)), 1));
        }
        return tiers;
    }

    private static JsonArray DrawSplit(Dice dice)
    {
        var first = dice.Number(0, 1, 4);
        var rest = 1 - first + dice.Pick(0m, 0m, 0.0001m, -0.0001m, 0.00011m, -0.00011m, 0.01m);
        return dice.Chance(0.1) ? FactJson.List([]) : FactJson.List([first, rest]);
    }
}
