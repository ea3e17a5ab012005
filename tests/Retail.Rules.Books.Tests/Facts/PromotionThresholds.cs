using System;
using System.Linq;
using System.Text.Json.Nodes;
using Retail.Rules.Books.Freshmart;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Moves single facts of a promotion so that a ratio of many of them comes to lie exactly on a threshold, or the least bit beside it.</summary>
internal static class PromotionThresholds
{
    private static readonly Ratio[] Floors = [0.08m, 0.12m, 0.14m, 0.15m, 0.18m, 0.20m];

    public static void Solve(JsonObject facts, Dice dice)
    {
        if (dice.Chance(0.15))
            SolveFundingShare(facts, dice);
        if (dice.Chance(0.4) && facts.ContainsKey("demandP80"))
            facts["supplyToEnd"] = Math.Max(0, dice.Near(dice.Pick(0.60m, 0.85m, 1m) * facts.Decimal("demandP80"), dice.Pick(1m, 0.001m)));
        if (Numbers(facts) is { } priced && dice.Chance(0.08))
            SolveTurnover(facts, priced.Promotion, dice);
        if (Numbers(facts) is { } funded && dice.Chance(0.3))
            SolveMargin(facts, funded.Numbers, dice);
        if (Numbers(facts) is { } costed && dice.Chance(0.2))
        {
            var before = facts.Number("fixedCost") ?? 0;
            facts["fixedCost"] = before + FactJson.Nearest(costed.Numbers.IncrementalMargin) + dice.Near(dice.Pick(0m, 5000m), 0.01m);
        }
        if (Numbers(facts) is { } all && dice.Chance(0.4))
        {
            var budget = 1000m * dice.Int(1, 500);
            facts["budget"] = budget;
            var spent = all.Numbers.DiscountCost - all.Numbers.Earned - all.Numbers.Lump;
            facts["committed"] = dice.Chance(0.8)
                ? dice.Near(FactJson.Nearest(dice.Pick(0.90m, 1m, 1.10m) * budget - spent), 0.01m)
                : dice.Number(0, budget);
        }
    }

    private static (Promotion Promotion, PromotionNumbers Numbers)? Numbers(JsonObject facts)
    {
        var reader = new FactReader(FactJson.ToElement(facts));
        try
        {
            var promotion = PromotionReader.Read(reader);
            var lacksOnlyStock = reader.Missing.All(path => path is "supplyToEnd" or "committed");
            return lacksOnlyStock ? (promotion, new PromotionNumbers(promotion)) : null;
        }
        catch (DivideByZeroException)
        {
            return null;
        }
    }

    /// <summary>One agreement that pays 40 % of the discount, by rate, by cap or as a lump sum.</summary>
    private static void SolveFundingShare(JsonObject facts, Dice dice)
    {
        facts["funding"] = new JsonArray(new JsonObject
        {
            ["id"] = "F1",
            ["supplier"] = "S100",
            ["type"] = "scanback",
            ["status"] = "signed",
            ["from"] = facts["start"]!.DeepClone(),
            ["to"] = facts["end"]!.DeepClone(),
            ["treatment"] = "COGS_REDUCTION",
            ["financeApproved"] = facts["start"]!.DeepClone(),
        });
        if (Numbers(facts) is not { } found)
            return;
        var agreement = facts["funding"]![0]!.AsObject();
        var share = FactJson.Nearest(0.40m * found.Numbers.DiscountCost);
        switch (dice.Int(0, 2))
        {
            case 0:
                agreement["rate"] = dice.Near(FactJson.Nearest(0.40m * (found.Numbers.NetRegular - found.Numbers.NetPromo)), 0.0001m);
                break;
            case 1:
                agreement["rate"] = facts["regularPrice"]!.DeepClone();
                agreement["cap"] = dice.Near(share, 0.01m);
                break;
            default:
                agreement["type"] = "lump";
                agreement["amount"] = dice.Near(share, 0.01m);
                break;
        }
    }

    /// <summary>Units times price at 250,000.</summary>
    private static void SolveTurnover(JsonObject facts, Promotion promotion, Dice dice)
    {
        if (promotion.EffectiveUnitPrice > 0)
            facts["promoUnits"] = dice.Near(Math.Max(2, FactJson.Nearest((250_000 / promotion.EffectiveUnitPrice).Round(0))), 1);
    }

    /// <summary>A margin at a floor of some category, five points below it, or nothing.</summary>
    private static void SolveMargin(JsonObject facts, PromotionNumbers numbers, Dice dice)
    {
        var margin = dice.Pick(dice.Pick(Floors), dice.Pick(Floors) - 0.05m, Ratio.Zero);
        facts["unitCost"] = dice.Near(FactJson.Nearest(numbers.NetPromo * (1 - margin) + numbers.FundingPerUnit), dice.Pick(0.0001m, 0.000000000001m));
    }
}
