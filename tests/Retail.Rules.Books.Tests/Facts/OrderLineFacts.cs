using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Facts of order lines whose candidates differ from the original in little, often just by enough to matter.</summary>
internal static class OrderLineFacts
{
    private static readonly string[] Claims = ["glutenFree", "lactoseFree", "halal", "kosher", "vegan", "vegetarian", "organic", "fairTrade"];
    private static readonly string[] Allergens = ["milk", "nuts", "gluten", "soy"];

    public static JsonObject Draw(Dice dice)
    {
        var original = DrawOriginal(dice);
        var quantity = dice.Chance(0.95) ? dice.Pick(1m, 1m, 2m, 3m, 6m) : dice.Pick(0.5m, 1.5m);
        var candidates = Enumerable.Range(1, dice.Pick(0, 1, 1, 2, 3, 5)).Select(number => CandidateFacts.Draw(number, original, quantity, dice)).ToList();
        var orderLines = dice.Int(1, 60);
        var line = new JsonObject { ["qty"] = quantity };
        if (dice.Chance(0.2))
            line["optOut"] = dice.Chance(0.2);
        if (dice.Chance(0.4))
            line["chosen"] = dice.Pick("X1", "X2", "X3", "X9", "", null);
        var facts = new JsonObject
        {
            ["channel"] = dice.Pick("delivery", "delivery", "collect", "rapid", "marketplace", "b2b"),
            ["orderLines"] = orderLines,
            ["subsSoFar"] = dice.Chance(0.6) ? 1 : Math.Max(5, orderLines / 5) + dice.Int(-1, 1),
            ["absorbedSoFar"] = dice.Chance(0.6) ? 0m : dice.Number(0, 6.5m),
            ["original"] = original,
            ["line"] = line,
            ["candidates"] = FactJson.List(candidates),
        };
        AddOrder(facts, dice);
        SubstitutionThresholds.Solve(facts, dice);
        if (dice.Chance(0.1))
            FactJson.Lose(facts, dice, dice.Pick(0.01, 0.05, 0.3));
        return facts;
    }

    public static JsonArray DrawClaims(Dice dice) => FactJson.Texts(dice.Some(Claims).Where(_ => dice.Chance(0.5)));

    public static JsonArray DrawSoftClaims(Dice dice) => FactJson.Texts(dice.Some("organic", "fairTrade", "freeRange", "local"));

    public static JsonArray DrawAllergens(Dice dice) => FactJson.Texts(dice.Some(Allergens).Where(_ => dice.Chance(0.6)));

    private static JsonObject DrawOriginal(Dice dice)
    {
        var original = new JsonObject
        {
            ["sku"] = "M1",
            ["brand"] = "Dale",
            ["tier"] = dice.Pick("value", "standard", "premium"),
            ["subcat"] = "milk.semi",
            ["temp"] = dice.Pick("chilled", "ambient"),
            ["size"] = dice.Pick(2000m, 1000m, 750m, 450m, 330m, 7m, 0.5m),
            ["price"] = dice.Pick(1.55m, 2.40m, 4.00m, 8.00m, dice.Number(0.5m, 20)),
        };
        if (dice.Chance(0.85))
            original["allergens"] = DrawAllergens(dice);
        if (dice.Chance(0.85))
            original["claims"] = DrawClaims(dice);
        if (dice.Chance(0.4))
            original["softClaims"] = DrawSoftClaims(dice);
        if (dice.Chance(0.8))
            original["variant"] = dice.Pick("semi", "cherry");
        if (dice.Chance(0.8))
            original["pack"] = dice.Pick("bottle", "tub", "");
        if (dice.Chance(0.4))
            original["class"] = dice.Pick("alcohol", "alcohol", "alcohol", "infantFormula", "infantFormula", "medicine", "knife");
        if (dice.Chance(0.3))
            original["abv"] = dice.Pick(4.5m, 13m, 40m);
        if (dice.Chance(0.3))
            original["stage"] = dice.Pick("1", "2");
        if (dice.Chance(0.7))
            original["expectedShelfDays"] = dice.Pick(0, 2, 4, 5, 6, 7, 14);
        return original;
    }

    private static void AddOrder(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.1))
            facts["orderOptOut"] = dice.Chance(0.3);
        if (dice.Chance(facts["channel"]!.GetValue<string>() == "b2b" ? 0.8 : 0.05))
            facts["contractAllows"] = dice.Chance(0.9);
        if (dice.Chance(0.4))
            facts["verifiedAge"] = dice.Pick(17, 18, 18, 18, 19, 34);
        if (dice.Chance(0.3))
            facts["avoid"] = DrawAllergens(dice);
        if (dice.Chance(0.3))
            facts["blockList"] = FactJson.Texts(dice.Some("X1", "X2", "X9"));
    }
}
