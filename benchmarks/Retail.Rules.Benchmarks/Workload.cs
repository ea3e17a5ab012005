using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using RulesEngine.Models;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// N margin rules, one per pair of category and region: rule i fires where
/// <c>(promoPrice + fundingPerUnit - unitCost) / promoPrice</c> is below its threshold of 5 % to 30 %.
/// </summary>
internal static class Workload
{
    private const uint Seed = 12345;

    private static IEnumerable<(string Category, string Region, int Percent)> Rules(int count)
    {
        var state = Seed;
        for (var i = 0; i < count; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            yield return ("CATEGORY-" + (i % 40).ToString("000", CultureInfo.InvariantCulture), "REGION-" + (i / 40 % 25).ToString("00", CultureInfo.InvariantCulture), 5 + (int)((state >> 8) % 26));
        }
    }

    /// <summary>The rules as text of ours.</summary>
    public static string Text(int count)
    {
        var text = new StringBuilder("ruleset bench.margin version \"1\"\n\ninput category, region : text\ninput promoPrice, unitCost, fundingPerUnit : money\n\ndefine margin : percent = (promoPrice + fundingPerUnit - unitCost) / promoPrice\n");
        var number = 0;
        foreach (var (category, region, percent) in Rules(count))
        {
            text.Append("\nrule R").Append(number.ToString("00000", CultureInfo.InvariantCulture)).Append(" \"Margin of ").Append(category).Append(" in ").Append(region).Append("\"\n  when category = \"")
                .Append(category).Append("\" and region = \"").Append(region).Append("\" and margin < ").Append(percent.ToString(CultureInfo.InvariantCulture)).Append("% then reject\n");
            number++;
        }
        return text.ToString();
    }

    /// <summary>The same rules as a workflow of Microsoft RulesEngine.</summary>
    public static Workflow Workflow(int count) => new()
    {
        WorkflowName = "margin",
        Rules = Rules(count).Select((rule, i) => new Rule
        {
            RuleName = "R" + i.ToString("00000", CultureInfo.InvariantCulture),
            Expression = "facts.Category == \"" + rule.Category + "\" and facts.Region == \"" + rule.Region
                + "\" and (facts.PromoPrice + facts.FundingPerUnit - facts.UnitCost) / facts.PromoPrice < 0." + rule.Percent.ToString("00", CultureInfo.InvariantCulture) + "m",
        }).ToArray(),
    };

    /// <summary>Facts that rule 0 fires for.</summary>
    public const string Facts = """{"category":"CATEGORY-000","region":"REGION-00","promoPrice":2.00,"unitCost":1.99,"fundingPerUnit":0.00}""";
}

/// <summary>The facts of the workload as a class, for engines that take one. Immutable.</summary>
public sealed class MarginFacts
{
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
}
