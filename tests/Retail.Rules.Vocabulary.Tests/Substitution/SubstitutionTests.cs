using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests;

/// <summary>Packs, exclusions, policy, price, order and metrics at their edges; the book's cases are in <see cref="SubstitutionBookTests"/>.</summary>
[TestFixture]
internal sealed class SubstitutionTests
{
    private static readonly Currency Pound = new("GBP");

    // For 2,000: 90% to 125% by one pack, 95% to 125% by two or three.
    [TestCase("2000", 1)]
    [TestCase("1800", 1)]
    [TestCase("1799.99", null)]
    [TestCase("2500", 1)]
    [TestCase("2500.01", null)]
    [TestCase("950", 2)]
    [TestCase("949.99", null)]
    [TestCase("1000", 2)]
    [TestCase("1250", 2)]
    [TestCase("700", 3)]
    [TestCase("633", null)]
    [TestCase("640", 3)]
    [TestCase("500", null)]
    public void The_fewest_packs_that_fit(string size, int? packs)
    {
        Assert.That(PackCount.Of(2000m, Number(size)), Is.EqualTo(packs));
        Assert.That(RulesForm.Substitution.Of($"substitutePacks(2000, {size})"), Is.EqualTo((decimal?)packs));
    }

    [Test]
    public void Packs_of_other_units_or_of_no_size_stand_for_nothing()
    {
        var original = Item with { SizeUnit = new UnitOfMeasure("ML") };
        Assert.Multiple(() =>
        {
            Assert.That(PackCount.Of(original, Item with { SizeUnit = new UnitOfMeasure("G") }), Is.Null);
            Assert.That(PackCount.Of(original, Item with { SizeUnit = new UnitOfMeasure("ML") }), Is.EqualTo(1));
            Assert.That(PackCount.Of(original, Item), Is.EqualTo(1), "a unit that is not stated compares as a number");
            Assert.That(PackCount.Of(0m, 1m), Is.Null);
            Assert.That(PackCount.Of(1m, 0m), Is.Null);
            Assert.That(PackCount.Of(null, 1m), Is.Null);
            Assert.That(PackCount.Of((Product?)null, Item), Is.Null);
        });
        const string Inputs = "input a : Product\ninput b, c, d : SubstituteCandidate\noutput r0 = packsFor(a, b)\noutput r1 = packsFor(a, c)\noutput r2 = packsFor(a, d)\noutput r3 = substitutePacks(1, 0)\n";
        var facts = $$"""{ "a": {{Json("ML")}}, "b": {{Json("G")}}, "c": {{Json("ML")}}, "d": {{Json(null)}} }""";
        Assert.That(RulesForm.Substitution.Run(Inputs, facts, 4), Is.EqualTo(new object?[] { null, 1m, 1m, null }));
    }

    [Test]
    public void Allergens_that_are_unknown_exclude_on_either_side()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Reasons(Item, Item with { Allergens = null }), Is.EqualTo(new[] { SubstitutionExclusion.AllergensUnknown }));
            Assert.That(Reasons(Item with { Allergens = null }, Item), Is.EqualTo(new[] { SubstitutionExclusion.AddsAllergen }), "any allergen may be a new one");
            Assert.That(Reasons(Item with { Allergens = null }, Item with { Allergens = [] }), Is.Empty);
            Assert.That(Reasons(Item, Item with { Allergens = ["milk", "nuts"] }), Is.EqualTo(new[] { SubstitutionExclusion.AddsAllergen }));
            Assert.That(Reasons(Item, Item, avoid: ["milk"]), Is.EqualTo(new[] { SubstitutionExclusion.ContainsAvoided }));
        });
    }

    [Test]
    public void Claims_that_are_unknown_pass_for_none_and_may_be_any()
    {
        var vegan = Item with { Claims = ["vegan"] };
        Assert.Multiple(() =>
        {
            Assert.That(Reasons(vegan, Item with { Claims = [] }), Is.EqualTo(new[] { SubstitutionExclusion.LosesClaim }));
            Assert.That(Reasons(vegan, Item with { Claims = null }), Is.EqualTo(new[] { SubstitutionExclusion.LosesClaim }));
            Assert.That(Reasons(vegan, vegan), Is.Empty);
            Assert.That(Reasons(Item with { Claims = ["organic"] }, Item with { Claims = [] }), Is.Empty, "a soft claim may be lost");
            Assert.That(Reasons(Item with { Claims = null }, vegan), Is.EqualTo(new[] { SubstitutionExclusion.LosesClaim }));
            Assert.That(Reasons(Item with { Claims = null }, Item with { Claims = SubstitutionExclusions.HardClaims }), Is.Empty);
        });
        string Loses(string original, string item) =>
            $"input a : Product\ninput b : SubstituteCandidate\noutput r0 = losesClaim(a, b, claimsToKeep)\n|{{ \"a\": {Json(null, original)}, \"b\": {Json(null, item)} }}";
        object? Rules(string original, string item) => RulesForm.Substitution.Run(Loses(original, item).Split('|')[0], Loses(original, item).Split('|')[1], 1)[0];
        Assert.Multiple(() =>
        {
            Assert.That(Rules("""["vegan"]""", "[]"), Is.True);
            Assert.That(Rules("""["vegan"]""", "null"), Is.True);
            Assert.That(Rules("""["vegan"]""", """["vegan"]"""), Is.False);
            Assert.That(Rules("""["organic"]""", "[]"), Is.False);
            Assert.That(Rules("null", """["vegan"]"""), Is.True);
        });
    }

    [Test]
    public void Every_reason_is_listed_in_the_order_of_the_book()
    {
        var original = Item with { Class = SubstitutionExclusions.Alcohol, Abv = 5m, Claims = ["vegan"], Tier = BrandTier.Premium, ExpectedShelfDays = 7 };
        var candidate = Item with
        {
            Sku = "S9", Class = null, Abv = 6m, Allergens = ["milk", "nuts"], Claims = [], Subcat = "other", Temp = TemperatureZone.Frozen, ShelfDays = 2,
            Available = 2m, Tier = BrandTier.Value, Price = new Money(9m, Pound),
        };
        var reasons = SubstitutionExclusions.Of(original, candidate, 1m, sellsAlcohol: false, new TextSet(["nuts"]), new TextSet(["S9"]));
        var expected = Enum.GetValues<SubstitutionExclusion>().Except([SubstitutionExclusion.OtherFormula, SubstitutionExclusion.AllergensUnknown, SubstitutionExclusion.NoPackCount]);
        Assert.That(reasons, Is.EqualTo(expected));

        var formula = Item with { Class = SubstitutionExclusions.InfantFormula, Stage = "1" };
        Assert.That(Reasons(formula, formula with { Stage = "2" }), Is.EqualTo(new[] { SubstitutionExclusion.OtherFormula }));
        Assert.That(Reasons(formula, formula with { Brand = "Other" }), Is.EqualTo(new[] { SubstitutionExclusion.OtherFormula }));
        Assert.That(Reasons(Item, Item with { Size = 100m, Available = 0m, Price = new Money(99m, Pound) }), Is.EqualTo(new[] { SubstitutionExclusion.NoPackCount }), "what has no count has no price or stock to judge");
    }

    [TestCase(2, 7, true)]
    [TestCase(3, 7, false)]
    [TestCase(1, 1, true)]
    [TestCase(2, 1, false)]
    [TestCase(1, null, true)]
    [TestCase(2, null, false)]
    [TestCase(null, 7, false)]
    public void Shelf_life_is_at_least_half_of_the_expected_and_two_days(int? shelfDays, int? expected, bool isShort) =>
        Assert.That(SubstitutionExclusions.IsShortLived(shelfDays, expected), Is.EqualTo(isShort));

    [TestCase("delivery", SubstitutionMode.Auto, SubstitutePricing.Protect, 2)]
    [TestCase("collect", SubstitutionMode.Auto, SubstitutePricing.Protect, 2)]
    [TestCase("rapid", SubstitutionMode.Ask, SubstitutePricing.Protect, 1)]
    [TestCase("marketplace", SubstitutionMode.Ask, SubstitutePricing.Recalc, 0)]
    [TestCase("b2b", SubstitutionMode.None, SubstitutePricing.Recalc, 0)]
    public void Each_channel_has_its_policy(string channel, SubstitutionMode mode, SubstitutePricing pricing, int absorb)
    {
        Assert.That(SubstitutionPolicy.Of(channel, Pound), Is.EqualTo(new SubstitutionPolicy(mode, pricing, new Money(absorb, Pound))));
        Assert.That(
            RulesForm.Substitution.Of($"substitutionPolicy(\"{channel}\").mode", $"substitutionPolicy(\"{channel}\").pricing", $"substitutionPolicy(\"{channel}\").absorb"),
            Is.EqualTo(new object[] { mode.ToString().ToLowerInvariant(), pricing.ToString().ToLowerInvariant(), (decimal)absorb }));
    }

    [Test]
    public void A_channel_that_nobody_described_substitutes_nothing()
    {
        Assert.That(SubstitutionPolicy.Of("kiosk", Pound), Is.Null);
        Assert.That(SubstitutionPolicy.Of(null, Pound), Is.Null);
        Assert.That(RulesForm.Substitution.Of("substitutionPolicy(\"kiosk\").mode"), Is.Null);
    }

    [TestCase(4, 10, false)]
    [TestCase(5, 10, true)]
    [TestCase(5, 29, true)]
    [TestCase(5, 30, false)]
    [TestCase(6, 34, true)]
    [TestCase(6, 35, false)]
    public void From_five_or_a_fifth_of_the_lines_on_the_customer_is_asked(int subs, int lines, bool expected)
    {
        Assert.That(SubstitutionPolicy.IsOverLimit(subs, lines), Is.EqualTo(expected));
        Assert.That(RulesForm.Substitution.Of($"isOverSubstitutionLimit({subs}, {lines})"), Is.EqualTo(expected));
    }

    [TestCase(SubstitutePricing.Protect, "1.90", "1.55", "1.55", "0.35")]
    [TestCase(SubstitutePricing.Recalc, "1.90", "1.55", "1.90", "0.00")]
    [TestCase(SubstitutePricing.Protect, "1.40", "1.55", "1.40", "0.00")]
    [TestCase(SubstitutePricing.Recalc, "1.40", "1.55", "1.40", "0.00")]
    public void Under_protection_the_customer_pays_the_lower_price(SubstitutePricing pricing, string total, string original, string pays, string absorbs)
    {
        var paid = PriceProtection.CustomerPays(pricing, Pounds(total), Pounds(original));
        Assert.That(paid, Is.EqualTo(Pounds(pays)));
        Assert.That(PriceProtection.RetailerAbsorbs(Pounds(total), paid), Is.EqualTo(Pounds(absorbs)));
        Assert.That(RulesForm.Substitution.Of($"substituteCustomerPays({pricing.ToString().ToLowerInvariant()}, {total}, {original})"), Is.EqualTo(Number(pays)));
    }

    [TestCase("2.00", "2.00", "0.00", false)]
    [TestCase("2.01", "2.00", "0.00", true)]
    [TestCase("0.35", "2.00", "5.65", false)]
    [TestCase("0.35", "2.00", "5.66", true)]
    public void What_the_retailer_bears_is_limited_by_line_and_by_order(string absorbs, string line, string soFar, bool expected)
    {
        Assert.That(PriceProtection.IsAboveLimit(Pounds(absorbs), Pounds(line), Pounds(soFar), Pounds("6.00")), Is.EqualTo(expected));
        Assert.That(RulesForm.Substitution.Of($"isAboveAbsorbLimit({absorbs}, {line}, {soFar}, 6.00)"), Is.EqualTo(expected));
    }

    [Test]
    public void What_is_unknown_stays_unknown()
    {
        var pound = Pounds("1.00");
        Assert.Multiple(() =>
        {
            Assert.That(PriceProtection.CustomerPays(null, pound, pound), Is.Null);
            Assert.That(PriceProtection.CustomerPays(SubstitutePricing.Recalc, pound, null), Is.Null);
            Assert.That(PriceProtection.RetailerAbsorbs(pound, null), Is.Null);
            Assert.That(PriceProtection.IsAboveLimit(pound, pound, null, pound), Is.Null);
            Assert.That(SubstitutionPolicy.IsOverLimit(null, 1), Is.Null);
            Assert.That(SubstituteScore.Of(Item with { Price = Money.Zero(Pound) }, Item, 1), Is.Null);
            Assert.That(SubstitutionMetrics.SubstitutionRate(1, 0), Is.Null);
            Assert.That(SubstitutionMetrics.SubstitutionRate(null, 1), Is.Null);
            Assert.That(SubstitutionMetrics.AcceptanceRate(2, 1), Is.Null);
            Assert.That(SubstitutionMetrics.NotFoundRate(10, 9, 2), Is.Null);
            Assert.That(SubstitutionMetrics.NotFoundRate(10, -1, 2), Is.Null);
            Assert.That(() => PriceProtection.CustomerPays(SubstitutePricing.Protect, pound, new Money(1m, new Currency("EUR"))), Throws.TypeOf<CurrencyMismatchException>());
            Assert.That(() => SubstitutionExclusions.Of(Item, Item, 0m, true, null, null), Throws.TypeOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void How_substitution_went()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SubstitutionMetrics.SubstitutionRate(8, 200), Is.EqualTo(Percent.FromPoints(4m)));
            Assert.That(SubstitutionMetrics.AcceptanceRate(6, 8), Is.EqualTo(Percent.FromPoints(75m)));
            Assert.That(SubstitutionMetrics.NotFoundRate(200, 188, 8), Is.EqualTo(Percent.FromPoints(2m)));
        });
        Assert.That(
            RulesForm.Substitution.Of("substitutionRate(8, 200)", "acceptanceRate(6, 8)", "notFoundRate(200, 188, 8)", "acceptanceRate(0, 0)"),
            Is.EqualTo(new object?[] { 0.04m, 0.75m, 0.02m, null }));
    }

    [FsCheck.NUnit.Property]
    public Property The_order_is_antisymmetric() => Prop.ForAll(Gen.Two(Entries).ToArbitrary(), pair =>
        Math.Sign(pair.Item1.CompareTo(pair.Item2)) == -Math.Sign(pair.Item2.CompareTo(pair.Item1)));

    [FsCheck.NUnit.Property]
    public Property The_order_is_transitive() => Prop.ForAll(Gen.Three(Entries).ToArbitrary(), all =>
        !(all.Item1.CompareTo(all.Item2) <= 0 && all.Item2.CompareTo(all.Item3) <= 0) || all.Item1.CompareTo(all.Item3) <= 0);

    [FsCheck.NUnit.Property]
    public Property Only_one_item_ties_with_itself() => Prop.ForAll(Gen.Two(Entries).ToArbitrary(), pair => pair.Item1.CompareTo(pair.Item2) != 0 || pair.Item1.Sku == pair.Item2.Sku);

    [FsCheck.NUnit.Property]
    public Property No_sort_depends_on_how_they_came() => Prop.ForAll(Gen.ArrayOf(Entries).ToArbitrary(), entries =>
    {
        var single = entries.DistinctBy(entry => entry.Sku).ToArray();
        return single.Order().SequenceEqual(single.Reverse().Order());
    });

    [FsCheck.NUnit.Property]
    public Property Packs_are_as_few_as_can_be_and_within_their_window() => Prop.ForAll(Gen.Choose(1, 5000).ToArbitrary(), size =>
        PackCount.Of(2000m, size) is not { } packs
        || (size * packs >= (packs == 1 ? 1800m : 1900m) && size * packs <= 2500m && !Enumerable.Range(1, packs - 1).Any(fewer => size * fewer >= (fewer == 1 ? 1800m : 1900m) && size * fewer <= 2500m)));

    private static Gen<RankedSubstitute> Entries { get; } =
        from sku in Gen.Elements("A", "B", "a", "B1", "Ä")
        from chosen in Gen.Elements(true, false)
        from score in Gen.Choose(58, 61)
        from rate in Gen.Elements<Percent?>(null, default(Percent), Percent.FromPoints(50m))
        from gap in Gen.Choose(0, 2)
        select new RankedSubstitute(sku, chosen, score, rate, new Money(gap, Pound));

    private static SubstituteCandidate Item { get; } = new()
    {
        Sku = "S1", Brand = "Dale", Tier = BrandTier.Standard, Subcat = "milk.semi", Temp = TemperatureZone.Chilled, Size = 2000m, Price = new Money(1.55m, Pound),
        Allergens = ["milk"], Claims = [], Available = 40m,
    };

    private static IReadOnlyList<SubstitutionExclusion> Reasons(SubstituteCandidate original, SubstituteCandidate candidate, TextSet? avoid = null) =>
        SubstitutionExclusions.Of(original, candidate, 1m, sellsAlcohol: true, avoid, blockList: null);

    private static string Json(string? unit, string claims = "[]") =>
        $$"""{ "sku": "S1", "brand": "Dale", "tier": "standard", "subcat": "milk.semi", "temp": "chilled", "size": 2000, "price": 1.55, "available": 40, "claims": {{claims}}{{(unit is null ? "" : $", \"sizeUnit\": \"{unit}\"")}} }""";

    private static Money Pounds(string text) => new(Number(text), Pound);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
