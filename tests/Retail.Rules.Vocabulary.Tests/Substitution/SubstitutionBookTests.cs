using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>
/// The reference cases of the substitution book: what is excluded, how much is sent, the scores and their order, from the formulas in C# and from a
/// select of the formulas in rules.
/// </summary>
[TestFixture]
internal sealed class SubstitutionBookTests
{
    private static readonly Currency Pound = new("GBP");

    /// <summary>The book's ids, in the order of the enum.</summary>
    private static readonly string[] Ids = ["C30", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11", "C13", "C14", "C15", "C16", "C17", "C18", "C19"];

    private const string Select = """
        type Line {
          qty    : number
          chosen : text?
        }
        input channel   : text
        input original  : Product
        input line      : Line
        input candidates : list of SubstituteCandidate
        input avoid, blockList : list of text = []

        select pick from item in candidates key item.sku
          define packs = packsFor(original, item)
          define qty   = packs * line.qty  only if packs is known
          define total = item.price * qty  only if qty is known
          exclude C30 "block list"   when item.sku in blockList
          exclude C04 "formula"      when otherFormula(original, item)
          exclude C05 "class"        when otherClass(original, item)
          exclude C06 "alcohol"      when alcoholNotSold(original, channel <> "marketplace")
          exclude C07 "abv"          when strongerAlcohol(original, item)
          exclude C08 "unknown"      when allergensUnknown(item)
          exclude C09 "adds"         when addsAllergen(original, item)
          exclude C10 "avoided"      when containsAvoided(item, avoid)
          exclude C11 "claim"        when losesClaim(original, item, claimsToKeep)
          exclude C13 "sub-category" when otherSubcategory(original, item)
          exclude C14 "temperature"  when otherTemperature(original, item)
          exclude C15 "shelf life"   when shortShelfLife(original, item)
          exclude C16 "packs"        when packs is unknown
          exclude C17 "not enough"   when qty is known and notEnoughPacks(item, qty)
          exclude C18 "tier"         when lowerTier(original, item)
          exclude C19 "dear"         when total is known and tooDear(total, original.price * line.qty)
          score substituteScore(original, item, packs)
          prefer line.chosen same as item.sku
          rank by score descending, (item.acceptRate otherwise 0%) descending, abs(total - original.price * line.qty)

        output r0 = pick.excluded
        output r1 = for c in pick.ranking: { sku: c.item.sku, qty: c.qty, score: c.score, chosen: c.preferred }
        """;

    [TestCaseSource(nameof(Cases))]
    public void The_formulas_give_what_the_book_states(JsonObject given, JsonObject outputs)
    {
        var original = ProductOf(given["original"]!);
        var qty = given["line"]!["qty"]!.GetValue<decimal>();
        var chosen = given["line"]!["chosen"]?.GetValue<string>();
        var sellsAlcohol = given["channel"]!.GetValue<string>() != "marketplace";
        var excluded = new List<string>();
        var ranked = new List<RankedSubstitute>();
        var packsOf = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var candidate in given["candidates"]!.AsArray().Select(json => CandidateOf(json!)))
        {
            var reasons = SubstitutionExclusions.Of(original, candidate, qty, sellsAlcohol, Texts(given["avoid"]), Texts(given["blockList"]));
            if (reasons.Count > 0)
            {
                excluded.Add(candidate.Sku + ":" + string.Join(",", reasons.Select(reason => Ids[(int)reason])));
                continue;
            }
            var packs = PackCount.Of(original, candidate)!.Value;
            packsOf[candidate.Sku] = packs * qty;
            var gap = (candidate.Price * (packs * qty)) - (original.Price * qty);
            ranked.Add(new RankedSubstitute(candidate.Sku, candidate.Sku == chosen, SubstituteScore.Of(original, candidate, packs)!.Value, candidate.AcceptRate, gap.Amount < 0m ? -gap : gap));
        }
        ranked.Sort();
        var inCSharp = ranked.Select(entry => Row(entry.Sku, packsOf[entry.Sku], entry.Score, entry.Chosen)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(excluded, Is.EquivalentTo(outputs["excluded"]!.AsObject().Select(entry => entry.Key + ":" + string.Join(",", entry.Value!.AsArray().Select(id => id!.GetValue<string>())))));
            Assert.That(
                ranked.Select(entry => Row(entry.Sku, packsOf[entry.Sku], decimal.Round(entry.Score, 2, MidpointRounding.AwayFromZero), entry.Chosen)),
                Is.EqualTo(outputs["ranking"]!.AsArray().Select(row => Row(row!["sku"]!.GetValue<string>(), row["qty"]!.GetValue<decimal>(), row["score"]!.GetValue<decimal>(), row["chosenByCustomer"]!.GetValue<bool>()))));
        });

        var results = RulesForm.Substitution.Run(Select, given.ToJsonString(), 2);
        var inRules = ((IReadOnlyList<object>)results[1]!).Cast<DecisionRecord>().Select(row => row.ToDictionary(member => member.Key, member => member.Value))
            .Select(row => Row((string)row["sku"], (decimal)row["qty"], (decimal)row["score"], (bool)row["chosen"]));
        Assert.Multiple(() =>
        {
            Assert.That(((DecisionRecord)results[0]!).Select(entry => entry.Key + ":" + string.Join(",", (IReadOnlyList<object>)entry.Value)), Is.EquivalentTo(excluded));
            Assert.That(inRules, Is.EqualTo(inCSharp), "to 18 places");
        });
    }

    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (var file in new[] { "grocer.substitution.suite.json", "grocer.substitution.boundaries.suite.json" })
        {
            var suite = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "samples", "grocer", file)))!;
            foreach (var entry in suite["cases"]!.AsArray())
            {
                var outputs = entry!["expect"]!["outputs"]!.AsObject();
                // Stops come before any candidate is looked at.
                if (outputs["ranking"]!.AsArray().Count + outputs["excluded"]!.AsObject().Count == 0)
                    continue;
                var given = entry["given"]!.AsObject();
                foreach (var item in given["candidates"]!.AsArray().Append(given["original"]))
                    item!.AsObject().TryAdd("claims", new JsonArray());  // the book's default; unknown claims are another matter
                yield return new TestCaseData(given, outputs).SetName("Book case " + entry["id"]!.GetValue<string>());
            }
        }
    }

    private static string Row(string sku, decimal qty, decimal score, bool chosen) => FormattableString.Invariant($"{sku} {qty:0.##} {score:0.##################} {chosen}");

    private static Product ProductOf(JsonNode json) => CandidateOf(json);

    private static SubstituteCandidate CandidateOf(JsonNode json) => new()
    {
        Sku = json["sku"]!.GetValue<string>(),
        Brand = json["brand"]!.GetValue<string>(),
        Tier = json["tier"].Deserialize<BrandTier>(),
        Subcat = json["subcat"]!.GetValue<string>(),
        Temp = json["temp"].Deserialize<TemperatureZone>(),
        Size = json["size"]!.GetValue<decimal>(),
        Price = new Money(json["price"]!.GetValue<decimal>(), Pound),
        Class = json["class"]?.GetValue<string>(),
        Stage = json["stage"]?.GetValue<string>(),
        Variant = json["variant"]?.GetValue<string>(),
        Pack = json["pack"]?.GetValue<string>(),
        Abv = json["abv"]?.GetValue<decimal>(),
        Allergens = Texts(json["allergens"]),
        Claims = Texts(json["claims"]),
        ExpectedShelfDays = json["expectedShelfDays"]?.GetValue<int>(),
        ShelfDays = json["shelfDays"]?.GetValue<int>(),
        Available = json["available"]?.GetValue<decimal>() ?? 0m,
        AcceptRate = json["acceptRate"] is { } rate ? Percent.FromFraction(rate.GetValue<decimal>()) : null,
        BoughtBefore = json["boughtBefore"]?.GetValue<bool>() ?? false,
    };

    private static TextSet? Texts(JsonNode? json) => json is null ? null : new TextSet(json.AsArray().Select(text => text!.GetValue<string>()));
}
