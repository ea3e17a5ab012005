using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using RulesEngine.Models;

namespace Retail.Rules.Benchmarks;

/// <summary>A rule of the workload.</summary>
internal sealed record MarginRule(string Category, string Region, int Percent)
{
    /// <summary>The threshold as a fraction.</summary>
    public decimal Threshold { get; } = Percent / 100m;
}

/// <summary>
/// N margin rules over 40 categories and 25 regions: rule i fires where its category and region match and
/// <c>(promoPrice + fundingPerUnit - unitCost) / promoPrice</c> is below its threshold of 5 % to 30 %. From 1,001 rules on pairs repeat, each
/// time with another threshold.
/// </summary>
internal static class MarginRules
{
    private const uint Seed = 12345;

    private const string Head = """
        ruleset bench.margin version "1"

        input category, region : text
        input promoPrice, unitCost, fundingPerUnit : money

        define margin : percent = (promoPrice + fundingPerUnit - unitCost) / promoPrice

        """;

    /// <summary>The rules, one for each line of any other form.</summary>
    public static IReadOnlyList<MarginRule> Of(int count)
    {
        var random = new Lcg(Seed);
        var rules = new MarginRule[count];
        for (var i = 0; i < count; i++)
            rules[i] = new MarginRule(CategoryName(i % 40), RegionName(i / 40 % 25), 5 + (int)(random.Next() % 26));
        return rules;
    }

    public static string CategoryName(int number) => "CATEGORY-" + number.ToString("000", CultureInfo.InvariantCulture);

    public static string RegionName(int number) => "REGION-" + number.ToString("00", CultureInfo.InvariantCulture);

    public static string Id(int rule) => "R" + rule.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>The rules as text of ours, one rule each.</summary>
    public static string Text(int count) => AsRules(count, "rule");

    /// <summary>The rules as stop rules, of which the first that fires ends the judging.</summary>
    public static string StopText(int count) => AsRules(count, "stop rule");

    /// <summary>The rules as one table that collects the ids of all rows that match, or gives the first.</summary>
    public static string TableText(int count, string hit)
    {
        var text = new StringBuilder(Head).Append("\ntable hits hit ").Append(hit).Append("\n  | category | region | margin || rule : text |\n");
        var rules = Of(count);
        for (var i = 0; i < count; i++)
            text.Append("  | = \"").Append(rules[i].Category).Append("\" | = \"").Append(rules[i].Region).Append("\" | < ").Append(rules[i].Percent).Append("% || \"").Append(Id(i)).Append("\" |\n");
        return text.Append("\noutput rules = hits\n").ToString();
    }

    /// <summary>The same rules as a workflow of Microsoft RulesEngine.</summary>
    public static Workflow Workflow(int count) => new()
    {
        WorkflowName = "margin",
        Rules = Of(count).Select((rule, i) => new Rule
        {
            RuleName = Id(i),
            Expression = "facts.Category == \"" + rule.Category + "\" and facts.Region == \"" + rule.Region
                + "\" and (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice < 0." + rule.Percent.ToString("00", CultureInfo.InvariantCulture) + "m",
        }).ToArray(),
    };

    /// <summary>Facts that rule 0 fires for.</summary>
    public const string Facts = """{"category":"CATEGORY-000","region":"REGION-00","promoPrice":2.00,"unitCost":1.99,"fundingPerUnit":0.00}""";

    private static string AsRules(int count, string keyword)
    {
        var text = new StringBuilder(Head);
        var rules = Of(count);
        for (var i = 0; i < count; i++)
        {
            text.Append('\n').Append(keyword).Append(' ').Append(Id(i)).Append(" \"Margin of ").Append(rules[i].Category).Append(" in ").Append(rules[i].Region)
                .Append("\"\n  when category = \"").Append(rules[i].Category).Append("\" and region = \"").Append(rules[i].Region)
                .Append("\" and margin < ").Append(rules[i].Percent).Append("% then reject\n");
        }
        return text.ToString();
    }
}
