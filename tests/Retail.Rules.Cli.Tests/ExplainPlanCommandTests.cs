using System.Globalization;
using System.Linq;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class ExplainPlanCommandTests : CommandLineFixture
{
    private const string Head = """
        ruleset shop.many version "1"
        input category, region : text
        input price, cost, funding : money
        define margin : percent = (price + funding - cost) / price

        """;

    [Test]
    public void It_tells_what_is_found_by_an_index_and_by_what()
    {
        var rules = Enumerable.Range(0, 20).Select(i => Rule(i, i % 2 == 0
            ? $"category = \"C{i}\" and region in [\"N\", \"S\"] and margin < {i + 5}%"
            : $"price * 1.0{i:00} + funding < cost * 2 and margin < 50%"));
        Write("many.rules", Head + string.Concat(rules) + Rule(99, "price > 5.00 and price < 6.00"));

        Expect(Run("explain", "plan", "many.rules"), 0, """
            ordinary rules: 21, which hold in 31 ways
              20 found by category, region (20 buckets), then compared by margin
              10 compared by margin and by an estimated sum of 3 terms
              1 judged in turn
            computed when first read, once: margin
            written several times, computed once: cost * 2

            """);
    }

    [Test]
    public void A_few_rules_are_judged_in_turn()
    {
        Write("few.rules", Head + Rule(1, "margin < 5%") + "stop rule S \"Stop\"\n  when price = 0.00 then reject\n");

        Expect(Run("explain", "plan", "few.rules"), 0, "stop rules: 1, judged in turn\nordinary rules: 1, judged in turn\ncomputed when first read, once: margin\n");
    }

    private static string Rule(int number, string condition) =>
        string.Create(CultureInfo.InvariantCulture, $"rule R{number} \"Rule {number}\"\n  when {condition} then reject\n");
}
