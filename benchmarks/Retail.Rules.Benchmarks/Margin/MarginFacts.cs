using System;

namespace Retail.Rules.Benchmarks;

/// <summary>The facts of the workload as a class, for engines that take one. Immutable.</summary>
public sealed class MarginFacts
{
    private const uint Seed = 777;

    /// <summary>The article's category.</summary>
    public string Category { get; init; } = "";

    /// <summary>The selling region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The price while promoted.</summary>
    public decimal PromoPrice { get; init; }

    /// <summary>The cost of one unit.</summary>
    public decimal UnitCost { get; init; }

    /// <summary>What the supplier pays a unit.</summary>
    public decimal FundingPerUnit { get; init; }

    /// <summary>A thousand facts, half of them for a pair that has a rule, in strings of their own.</summary>
    internal static MarginFacts[] Thousand(int rules)
    {
        var random = new Lcg(Seed);
        var facts = new MarginFacts[1000];
        for (var i = 0; i < facts.Length; i++)
        {
            int category, region;
            if (random.Next() % 2 == 0)
            {
                var rule = (int)(random.Next() % (uint)rules);
                (category, region) = (rule % 40, rule / 40 % 25);
            }
            else
            {
                category = (int)(random.Next() % 40);
                region = (int)(random.Next() % 25);
            }
            var list = 1m + (random.Next() % 9900) / 100m;
            facts[i] = new MarginFacts
            {
                Category = MarginRules.CategoryName(category),
                Region = MarginRules.RegionName(region),
                PromoPrice = Math.Round(list * (60 + random.Next() % 36) / 100m, 2),
                UnitCost = Math.Round(list * (50 + random.Next() % 36) / 100m, 2),
                FundingPerUnit = Math.Round(list * (random.Next() % 11) / 100m, 2),
            };
        }
        return facts;
    }
}
