using System;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>A candidate that is as the original but for a few things.</summary>
internal static class CandidateFacts
{
    public static JsonObject Draw(int number, JsonObject original, decimal quantity, Dice dice)
    {
        var candidate = original.DeepClone().AsObject();
        candidate.Remove("expectedShelfDays");
        candidate["sku"] = "X" + number.ToString(CultureInfo.InvariantCulture);
        AddContent(candidate, original, dice);
        AddPrice(candidate, original, dice);
        var packs = Math.Max(1, decimal.Round(original.Decimal("size") / candidate.Decimal("size"))) * quantity;
        candidate["available"] = dice.Chance(0.8) ? packs + 20 : Math.Max(0, packs + 2 + dice.Int(-1, 1));
        if (dice.Chance(0.3))
        {
            var half = Math.Floor((original.Number("expectedShelfDays") ?? 4) / 2);
            candidate["shelfDays"] = Math.Max(0, dice.Chance(0.5) ? Math.Max(2, half) + dice.Int(-1, 1) : dice.Int(0, 9));
        }
        if (dice.Chance(0.8))
            candidate["acceptRate"] = dice.Pick(0m, 0.2m, 0.4m, 0.6m, 0.75m, 0.85m, 1m);
        if (dice.Chance(0.3))
            candidate["boughtBefore"] = dice.Chance(0.7);
        AddRefusals(candidate, dice);
        if (dice.Chance(0.15))
            candidate["fenced"] = Math.Max(0, dice.Near(candidate.Decimal("available") - packs - 2, 1));
        if (dice.Chance(original["class"]?.GetValue<string>() == "alcohol" ? 0.8 : 0.1))
            candidate["minimumAge"] = dice.Pick(16, 18, 18, 18, 25);
        Differ(candidate, original, dice);
        return candidate;
    }

    private static void AddContent(JsonObject candidate, JsonObject original, Dice dice)
    {
        if (dice.Chance(0.4))
            return;
        var packs = dice.Int(1, 4);
        var size = original.Decimal("size") * dice.Pick(packs == 1 ? 0.90m : 0.95m, 1m, 1m, 1.25m) / packs;
        candidate["size"] = Math.Max(0.01m, dice.Near(decimal.Round(size, 6), dice.Pick(1m, 0.001m, 0m)));
    }

    private static void AddPrice(JsonObject candidate, JsonObject original, Dice dice)
    {
        var packs = Math.Max(1, decimal.Round(original.Decimal("size") / candidate.Decimal("size")));
        var price = original.Decimal("price") * dice.Pick(0.5m, 0.9m, 1m, 1m, 1.1m, 1.5m);
        candidate["price"] = Math.Max(0, dice.Near(decimal.Round((price + dice.Pick(0m, 0m, 0m, 1m, 2m)) / packs, 2), 0.01m));
    }

    /// <summary>Sent back about twice by this customer; by all of them about 20 times in about 50.</summary>
    private static void AddRefusals(JsonObject candidate, Dice dice)
    {
        if (dice.Chance(0.15))
            candidate["refusedByCustomer"] = dice.Pick(0, 1, 1, 2, 3);
        if (!dice.Chance(0.2))
            return;
        var offered = dice.Pick(49, 50, 50, 51, 55, 200);
        candidate["offered60"] = offered;
        if (dice.Chance(0.95))
            candidate["refused60"] = dice.Chance(0.8) ? dice.Near(0.40m * offered, dice.Pick(1m, 0.1m)) : dice.Int(0, offered);
    }

    private static void Differ(JsonObject candidate, JsonObject original, Dice dice)
    {
        const double Rarely = 0.08;
        if (dice.Chance(0.4))
            candidate["brand"] = dice.Pick("Coral", "Farmco", "dale");
        if (dice.Chance(0.3))
            candidate["variant"] = dice.Pick("semi", "cherry", "", null);
        if (dice.Chance(0.3))
            candidate["pack"] = dice.Pick("bottle", "tub", "", null);
        if (dice.Chance(0.15))
            candidate["tier"] = dice.Pick("value", "standard", "premium");
        if (dice.Chance(Rarely))
            candidate["subcat"] = "milk.whole";
        if (dice.Chance(Rarely))
            candidate["temp"] = "frozen";
        if (dice.Chance(Rarely))
            candidate["class"] = dice.Pick("alcohol", "knife", null);
        if (dice.Chance(0.3) && original.Number("abv") is { } abv)
            candidate["abv"] = dice.Chance(0.9) ? dice.Near(abv + 0.5m, 0.01m) : null;
        if (dice.Chance(Rarely))
            candidate["stage"] = dice.Pick("1", "2", null);
        if (dice.Chance(0.2))
            candidate["claims"] = dice.Chance(0.9) ? OrderLineFacts.DrawClaims(dice) : null;
        if (dice.Chance(0.2))
            candidate["softClaims"] = dice.Chance(0.9) ? OrderLineFacts.DrawSoftClaims(dice) : null;
        if (dice.Chance(0.2))
            candidate["allergens"] = dice.Chance(0.8) ? OrderLineFacts.DrawAllergens(dice) : null;
    }
}
