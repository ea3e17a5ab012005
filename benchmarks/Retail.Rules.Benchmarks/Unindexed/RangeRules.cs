using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// Rules that ask for no single category or region. Ranges: a range of prices, a bound of the cost and one of the margin. Sums: a sum of facts
/// that each rule weighs with factors of its own.
/// </summary>
internal sealed record RangeRule(decimal LowPrice, decimal HighPrice, decimal Cost, decimal Margin, decimal PriceFactor, decimal CostFactor)
{
    private const uint Seed = 4711;

    private const string Head = """
        ruleset bench.ranges version "1"

        input promoPrice, unitCost, fundingPerUnit : money

        define margin : percent = (promoPrice + fundingPerUnit - unitCost) / promoPrice

        """;

    public static IReadOnlyList<RangeRule> Of(int count)
    {
        var random = new Lcg(Seed);
        return Enumerable.Range(0, count).Select(_ => Next(random)).ToArray();
    }

    public static string RangeText(int count) => Text(count, "ranges", rule => FormattableString.Invariant(
        $"promoPrice >= {rule.LowPrice} and promoPrice < {rule.HighPrice} and unitCost > {rule.Cost} and margin < {rule.Margin * 100m:0}%"));

    public static string SumText(int count) => Text(count, "sums", rule => FormattableString.Invariant(
        $"promoPrice * {rule.PriceFactor} + fundingPerUnit < unitCost * {rule.CostFactor}"));

    public bool IsInRange(MarginFacts facts, decimal margin) =>
        facts.PromoPrice >= LowPrice && facts.PromoPrice < HighPrice && facts.UnitCost > Cost && margin < Margin;

    public bool IsBelow(MarginFacts facts) => (facts.PromoPrice * PriceFactor) + facts.FundingPerUnit < facts.UnitCost * CostFactor;

    private static RangeRule Next(Lcg random)
    {
        var low = random.Next() % 9_000 / 100m;
        return new RangeRule(low, low + ((100 + random.Next() % 900) / 100m), random.Next() % 8_000 / 100m, (5 + random.Next() % 26) / 100m,
            (80 + random.Next() % 40) / 100m, (60 + random.Next() % 40) / 100m);
    }

    private static string Text(int count, string title, Func<RangeRule, string> condition)
    {
        var text = new StringBuilder(Head);
        var number = 0;
        foreach (var rule in Of(count))
            text.Append("\nrule ").Append(MarginRules.Id(number++)).Append(" \"Rule of ").Append(title).Append("\"\n  when ").Append(condition(rule)).Append(" then reject\n");
        return text.ToString();
    }
}
