using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Benchmarks;

/// <summary>The workload as good programmers write it by hand, from the tuned to the plain.</summary>
internal static class HandWritten
{
    /// <summary>Rules by category, by region, sorted by threshold from high to low, so that those that fire come first.</summary>
    public sealed class NestedDictionary
    {
        private readonly Dictionary<string, Dictionary<string, (decimal[] Thresholds, int[] Rules)>> categories;

        public NestedDictionary(IReadOnlyList<MarginRule> rules) => categories = rules
            .Select((rule, index) => (Rule: rule, Index: index))
            .GroupBy(one => one.Rule.Category)
            .ToDictionary(category => category.Key, category => category.GroupBy(one => one.Rule.Region).ToDictionary(region => region.Key, region => Sorted(region)));

        public int Collect(MarginFacts facts, int[] fired)
        {
            if (!categories.TryGetValue(facts.Category, out var regions) || !regions.TryGetValue(facts.Region, out var rules))
                return 0;
            var margin = (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice;
            var count = 0;
            while (count < rules.Thresholds.Length && margin < rules.Thresholds[count])
            {
                fired[count] = rules.Rules[count];
                count++;
            }
            return count;
        }

        private static (decimal[] Thresholds, int[] Rules) Sorted(IEnumerable<(MarginRule Rule, int Index)> rules)
        {
            var sorted = rules.OrderByDescending(one => one.Rule.Threshold).ToArray();
            return (sorted.Select(one => one.Rule.Threshold).ToArray(), sorted.Select(one => one.Index).ToArray());
        }
    }

    /// <summary>A loop over the rules as data, the margin computed once before it.</summary>
    public sealed class Loop
    {
        private readonly MarginRule[] rules;

        public Loop(IReadOnlyList<MarginRule> rules) => this.rules = [.. rules];

        public int Collect(MarginFacts facts, int[] fired)
        {
            var margin = (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice;
            var count = 0;
            for (var i = 0; i < rules.Length; i++)
            {
                var rule = rules[i];
                if (facts.Category == rule.Category && facts.Region == rule.Region && margin < rule.Threshold)
                    fired[count++] = i;
            }
            return count;
        }
    }

    /// <summary>One compiled delegate for each rule.</summary>
    public sealed class Delegates
    {
        private readonly Func<MarginFacts, bool>[] rules;

        public Delegates(IReadOnlyList<MarginRule> rules) => this.rules = rules.Select(Compile).ToArray();

        public int Collect(MarginFacts facts, int[] fired)
        {
            var count = 0;
            for (var i = 0; i < rules.Length; i++)
            {
                if (rules[i](facts))
                    fired[count++] = i;
            }
            return count;
        }

        private static Func<MarginFacts, bool> Compile(MarginRule rule)
        {
            System.Linq.Expressions.Expression<Func<MarginFacts, bool>> tree = facts =>
                facts.Category == rule.Category && facts.Region == rule.Region && (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice < rule.Threshold;
            return tree.Compile();
        }
    }
}
