using System.Linq;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>The record of an approval: of the facts as they are, written otherwise, or with one thing another.</summary>
internal static class ApprovalFacts
{
    private static readonly string[] Critical =
    [
        "start", "end", "country", "nation", "skus", "mechanic", "promoPrice", "pct", "payQty", "getQty", "dealPrice", "dealQty", "funding",
    ];

    public static void Add(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.5))
            facts["skus"] = FactJson.Texts(dice.Some("S-1", "S-2", "S-3"));
        var approved = new JsonObject();
        foreach (var name in Critical.Where(facts.ContainsKey))
            approved[name] = facts[name]!.DeepClone();
        if (dice.Chance(0.3))
            WriteOtherwise(approved, dice);
        if (dice.Chance(0.5))
            Change(approved, dice);
        facts["approved"] = approved;
    }

    /// <summary>Nothing that a comparison by value sees: defaults that are left out or spelt out, trailing zeros, numbers in quotes.</summary>
    private static void WriteOtherwise(JsonObject approved, Dice dice)
    {
        foreach (var list in new[] { "skus", "funding" })
        {
            if (approved[list] is JsonArray { Count: 0 } && dice.Chance(0.5))
                approved.Remove(list);
        }
        if (approved.Number("promoPrice") is { } price)
            approved["promoPrice"] = dice.Chance(0.5) ? price * 1.000m : price.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var agreement in Agreements(approved))
        {
            agreement["rate"] ??= 0.00m;
            agreement["proofPlan"] ??= false;
        }
    }

    private static void Change(JsonObject approved, Dice dice)
    {
        var name = dice.Pick(approved.Select(member => member.Key).ToArray());
        switch (name)
        {
            case "start" or "end":
                approved[name] = FactJson.Of(dice.Near(FactJson.Date(approved, name)));
                break;
            case "country":
                approved[name] = dice.Pick("GB", "FR", "DE", "PL");
                break;
            case "nation":
                approved[name] = dice.Pick("ENG", "SCT", null);
                break;
            case "skus":
                approved[name] = FactJson.Texts(dice.Chance(0.5) ? ["S-2", "S-1"] : dice.Some("S-1", "S-2", "S-3", "s-1"));
                break;
            case "mechanic":
                approved[name] = dice.Pick("price", "pct", "bogof", "multibuy", null);
                break;
            case "funding":
                ChangeFunding(approved, dice);
                break;
            default:
                approved[name] = dice.Chance(0.8) ? dice.Near(FactJson.Read(approved[name]!), 0.01m) : null;
                break;
        }
    }

    private static void ChangeFunding(JsonObject approved, Dice dice)
    {
        var agreements = Agreements(approved);
        if (agreements.Length == 0 || dice.Chance(0.2))
        {
            approved["funding"] = FactJson.List(agreements.Reverse().Skip(dice.Int(0, 1)).Select(agreement => agreement.DeepClone()));
            return;
        }
        var changed = dice.Pick(agreements);
        switch (dice.Int(0, 5))
        {
            case 0:
                changed["rate"] = dice.Near(changed.Number("rate") ?? 0, 0.01m);
                break;
            case 1:
                changed["id"] = dice.Pick("F1", "F9", null);
                break;
            case 2:
                changed["cap"] = dice.Pick<decimal?>(changed.Number("cap"), 1000m, null);
                break;
            case 3:
                changed["status"] = dice.Pick("signed", "draft", "Signed", null);
                break;
            case 4 when changed["tiers"] is JsonArray { Count: > 0 } tiers:
                tiers[0]!["rate"] = dice.Near(tiers[0]!.AsObject().Decimal("rate"), 0.01m);
                break;
            default:
                changed["tiers"] = dice.Chance(0.5) ? new JsonArray() : null;
                break;
        }
    }

    private static JsonObject[] Agreements(JsonObject approved) => (approved["funding"] as JsonArray ?? []).Select(agreement => agreement!.AsObject()).ToArray();
}
