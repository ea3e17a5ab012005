using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Release.Tests;

/// <summary>A small gate: a price for the promotion, stock and windows for each region.</summary>
internal static class Gates
{
    public const string Price = """
        ruleset test.price version "1"
        currency EUR
        enum Role { Buyer }
        input price, cost : money
        rule P1 "Below cost" when price < cost then reject
        rule P2 "Thin" when price < 1.10 * cost and price >= cost then refer to Buyer
        output margin = price - cost
        """;

    public const string Stock = """
        ruleset test.stock version "1"
        currency EUR
        type Pricing { margin : money }
        input region       : text
        input onHand       : number
        input pricing      : Pricing
        input acknowledged : boolean = true
        rule S1 "Nothing to sell" when onHand <= 0 then hold
        rule S2 "Few"             when onHand > 0 and onHand < 10 then require "{onHand} left, {pricing.margin} each"
        rule S3 "Not acknowledged" when not acknowledged then hold
        output units    = onHand
        output awaiting = ["POS"] only if not acknowledged
        """;

    public const string Windows = """
        ruleset test.windows version "1"
        currency EUR
        type Opening { channel, wave : text, start, end : instant }
        type Stock { units : number }
        input openings : list of Opening
        input stock    : Stock
        rule W1 "Nothing opens" when not (any o in openings where o.wave = "Fri") then incomplete
        output plan = for o in openings where o.wave = "Fri": { channel: o.channel, wave: o.wave, start: o.start, end: o.end, units: stock.units }
        """;

    public const string Finance = """
        ruleset test.finance version "1"
        currency EUR
        type Stock { units : number? }
        type Region { region : text, stock : Stock? }
        input regions : list of Region
        define known = for r in regions where r.stock.units is known: r.region
        rule N1 "A region without stock figures" when (count r in regions where r.stock.units is unknown) > 0 then incomplete
        output known
        """;

    public static ReleaseGate Gate() => new(
    [
        Stage("pricing", StageScope.Promotion, Price),
        Stage("stock", StageScope.Region, Stock),
        Stage("windows", StageScope.Region, Windows),
        Stage("finance", StageScope.Promotion, Finance),
    ]);

    public static ReleaseStage Stage(string name, StageScope scope, string rules)
    {
        var compiled = RulesText.Compile(new SourceText(rules, name + ".rules"));
        return new ReleaseStage(name, scope, compiled.RuleSet ?? throw new System.InvalidOperationException(string.Join("\n", compiled.Diagnostics.Select(found => found.ToString()))));
    }

    /// <summary>A request with the facts of two regions.</summary>
    public static ReleaseRequest Request(string promotion, string north, string west) => ReleaseRequest.Parse(
        $$"""
        {
          "promotion": "P-1", "from": "2026-10-16", "to": "2026-10-18",
          "channels": [ { "channel": "stores", "opens": "06:00" }, { "channel": "ecom", "opens": "00:01", "closes": "22:00" } ],
          "waves": [ { "wave": "Fri", "date": "2026-10-16", "share": 0.3 }, { "wave": "Sat", "date": "2026-10-17", "share": 0.7 } ],
          "facts": {{promotion}},
          "regions": [
            { "region": "North", "zone": "America/New_York", "facts": {{north}} },
            { "region": "West", "zone": "America/Phoenix", "facts": {{west}} }
          ]
        }
        """);

    public static ReleaseRequest Good() => Request("""{ "price": 12, "cost": 8 }""", """{ "onHand": 50 }""", """{ "onHand": 40 }""");
}
