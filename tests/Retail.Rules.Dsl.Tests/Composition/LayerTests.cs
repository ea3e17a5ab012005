using System;
using NUnit.Framework;

namespace Retail.Rules.Dsl.Tests.Composition;

/// <summary>Layers: what they may change of what they lie over, and what not.</summary>
[TestFixture]
public sealed class LayerTests
{
    private const string Base = """
        // file base.rules
        ruleset shop.book version "1"
        currency local

        enum Role { TradingDirector, CountryManager, RegionalVP }
        enum Category { fresh, bws, dry }

        input depth, margin : percent
        input category      : Category

        param maxDepth : percent = 50% tighter if lower within [30%..50%] owner TradingDirector
        param leadDays : number = 21 tighter if higher within [7..28] overridable by CountryManager
        param grace    : number = 3
        param window   : number = 5 within [1..9] overridable by CountryManager, RegionalVP

        table marginFloor overridable by CountryManager
          | category || floorOf : percent within [5%..30%] | note |
          | fresh    || 20%                                | "f"  |
          | bws      || 15%                                | "b"  |
          | otherwise || 10%                               | "o"  |

        rule A01 "Depth"
          when depth > maxDepth then reject

        rule A02 "Margin"
          when margin < marginFloor.floorOf then hold

        output leadDays
        output grace
        output window

        facts plain { depth: 10%, margin: 25%, category: dry }

        example "Fine below"
          given plain
          expect approve

        """;

    private const string Country = """
        // file country.rules
        layer shop.book.de over shop.book version "2"
        owner CountryManager

        set maxDepth = 40%
        set leadDays = 7
        set table marginFloor
          | category || floorOf | note |
          | bws      || 10%     | "b"  |

        input holiday : boolean = false

        rule DE01 "Holiday"
          when holiday then refer to CountryManager

        example "Deep in this country"
          given plain with { depth: 45% }
          expect reject
            rules A01

        example "Holiday, and a lower floor for drinks"
          given plain with { category: bws, margin: 12%, holiday: true }
          expect refer
            rules DE01
            outputs { leadDays: 7 }

        """;

    private const string Region = """
        // file region.rules
        layer shop.book.de.south over shop.book.de version "3"
        owner RegionalVP

        set maxDepth = 30%
        set leadDays = 9
        set window   = 9

        example "Deeper than the region allows"
          given { depth: 35%, margin: 25%, category: dry }
          expect reject
            outputs { leadDays: 9, grace: 3, window: 9 }

        """;

    [Test]
    public void A_layer_tightens_and_changes_what_its_owner_may() => Documents.Run(Country + Base);

    [Test]
    public void Layers_stack_and_each_is_compared_with_what_it_lies_over() => Documents.Run(Region + Country + Base);

    [Test]
    public void A_decision_carries_the_name_and_version_of_the_layer()
    {
        var decision = new Documents(Country + Base).Compiled().Evaluate(FactSet.FromJson("""{"depth":0.45,"margin":0.25,"category":"dry"}"""));

        Assert.That((decision.RuleSet, decision.Version, decision.Verdict), Is.EqualTo(("shop.book.de", "2", (Verdict?)Verdict.Reject)));
    }

    [Test]
    public void A_layer_may_have_parts_and_its_own_window() =>
        Documents.Run(Country.Replace("owner CountryManager", "effective from 2026-01-01\nowner CountryManager\nuse shop.de.law", StringComparison.Ordinal) + Base
            + "// file part.rules\npart shop.de.law of shop.book.de\nset grace = 3\nrule DE02 \"More\"\n  when depth > 60% then reject\n");

    [TestCase("set maxDepth = 40%", "set maxDepth = 50%", "")]
    [TestCase("set maxDepth = 40%", "set maxDepth = 20%", "country.rules(4,16): error RR0218: `20%` of `maxDepth` is outside [30%..50%]. TradingDirector owns it; the bounds are in the ruleset\n")]
    [TestCase("set leadDays = 7", "set leadDays = 6", "country.rules(5,16): error RR0218: `6` of `leadDays` is outside [7..28]. choose a value inside\n")]
    [TestCase("set leadDays = 7", "set leadDays = 28", "")]
    [TestCase("set leadDays = 7", "set window = 6", "")]
    [TestCase("set leadDays = 7", "set grace = 2", "country.rules(5,13): error RR0623: `grace` goes from 3 on line 12 of base.rules to 2, which may loosen it, and nobody may override it. "
        + "set what is tighter; who answers for the base can write `overridable by`\n")]
    [TestCase("set leadDays = 7", "set lead = 7", "country.rules(5,5): error RR0621: there is no param `lead` below this layer. it has maxDepth, leadDays, grace, window\n")]
    [TestCase("set leadDays = 7", "set leadDay = 7", "country.rules(5,5): error RR0621: there is no param `leadDay` below this layer. did you mean `leadDays`?\n")]
    [TestCase("set leadDays = 7", "set maxDepth = 35%", "country.rules(5,5): error RR0622: `maxDepth` is already set on line 4. delete one of them\n")]
    [TestCase("set leadDays = 7", "set leadDays = \"x\"", "country.rules(5,16): error RR0201: a number is expected here, and `\"x\"` is text.*")]
    [TestCase("| 10%     | \"b\"", "| 4%      | \"b\"", "country.rules(8,17): error RR0218: `4%` of `floorOf` is outside [5%..30%]. choose a value inside\n")]
    [TestCase("| 10%     | \"b\"", "| 10%     | \"x\"", "country.rules(8,3): error RR0626: this changes `note` of the row on line 18 of base.rules, and there are no bounds for those who may override it. "
        + "write `within` in the base: what may be overridden has bounds\n")]
    [TestCase("| bws      || 10%", "| dry      || 10%", "country.rules(8,3): error RR0624: table `marginFloor` on line 15 of base.rules has no row with these cells. "
        + "copy the cells of one of its rows: a layer changes values, and no conditions\n")]
    [TestCase("| category || floorOf | note |", "| category || least | note |", "country.rules(6,11): error RR0625: these are not the columns of table `marginFloor` on line 15 of base.rules. "
        + "write its heading: `| category || floorOf | note |`\n")]
    [TestCase("set table marginFloor", "set table margins", "country.rules(6,11): error RR0621: there is no table `margins` below this layer. it has marginFloor\n")]
    [TestCase("owner CountryManager", "owner RegionalVP", "country.rules(8,3): error RR0626: this changes `floorOf` of the row on line 18 of base.rules, and only CountryManager may override it, not RegionalVP. "
        + "leave the row as it is, or ask CountryManager\n")]
    [TestCase("rule DE01", "stop rule DE01", "country.rules(12,11): error RR0627: stop rule `DE01` could end the decision before the rules below this layer are heard. "
        + "let every clause of it reject, or make it an ordinary rule\n")]
    [TestCase("rule DE01", "rule A01", "country.rules(12,6): error RR0115: `A01` is already the id of the rule on line 21 of base.rules.*")]
    [TestCase("input holiday : boolean = false", "input holiday : boolean = false\nparam maxDepth : percent = 90%", "country.rules(11,7): error RR0108: `maxDepth` is already declared on line 10 of base.rules.*")]
    [TestCase("input holiday : boolean = false", "input holiday : boolean = false\ndefine bws = 1\noutput bws", "country.rules(11,8): error RR0628: `bws` would change what shop.book says on line 15 of base.rules, where the name is used already. choose another name\n")]
    [TestCase("owner CountryManager", "owner CountryManager\ncurrency GBP", "country.rules(3,10): error RR0606: `currency` does not belong in a layer. a layer has that of what it lies over\n")]
    public void What_a_layer_may_do_is_held(string before, string after, string findings)
    {
        var found = new Documents(Country.Replace(before, after, StringComparison.Ordinal) + Base).Findings();

        Assert.That(found, findings.EndsWith(".*", StringComparison.Ordinal) ? Does.StartWith(findings[..^2]) : Is.EqualTo(findings));
    }

    [Test]
    public void A_layer_above_may_not_take_back_what_the_one_below_tightened() =>
        Assert.That(new Documents(Region.Replace("set maxDepth = 30%", "set maxDepth = 50%", StringComparison.Ordinal) + Country + Base).Findings(), Does.StartWith(
            "region.rules(4,16): error RR0623: `maxDepth` goes from 40% on line 4 of country.rules to 50%, which loosens it, and only TradingDirector may override it, not RegionalVP."));

    [Test]
    public void A_layer_without_owner_only_tightens() =>
        Assert.That(new Documents(Country.Replace("owner CountryManager\n", "", StringComparison.Ordinal) + Base).Findings(), Does.Contain(
            "and only CountryManager may override it, not a layer without owner."));

    [Test]
    public void The_owner_of_a_param_may_loosen_it_inside_its_bounds() =>
        Assert.That(new Documents(Region.Replace("owner RegionalVP", "owner TradingDirector", StringComparison.Ordinal).Replace("set maxDepth = 30%", "set maxDepth = 50%", StringComparison.Ordinal)
            .Replace("set window   = 9\n", "", StringComparison.Ordinal) + Country + Base).Findings(), Is.Empty);

    [Test]
    public void Who_may_override_needs_bounds() =>
        Assert.That(new Documents(Country + Base.Replace(" within [7..28]", "", StringComparison.Ordinal)).Findings(), Does.StartWith(
            "country.rules(5,16): error RR0623: `leadDays` goes from 21 on line 11 of base.rules to 7, which loosens it, and there are no bounds for those who may override it."));

    [Test]
    public void Values_of_a_base_are_inside_the_bounds_of_their_columns() =>
        Assert.That(new Documents(Base.Replace("| bws      || 15%", "| bws      || 35%", StringComparison.Ordinal)).Findings(), Is.EqualTo(
            "base.rules(18,17): error RR0218: `35%` of `floorOf` is outside [5%..30%]. choose a value inside\n"));

    [Test]
    public void A_direction_needs_an_order() =>
        Assert.That(new Documents("// file a.rules\nruleset a version \"1\"\nparam p : text = \"x\" tighter if lower\noutput p\n").Findings(), Is.EqualTo(
            "a.rules(2,7): error RR0629: `p` is text, which is neither lower nor higher. leave out `tighter if`: then only who may override the param may set it\n"));

    [Test]
    public void A_ruleset_sets_nothing() =>
        Assert.That(new Documents(Base + "set maxDepth = 40%\n").Findings(), Is.EqualTo(
            "base.rules(36,5): error RR0606: `set` does not belong in a ruleset. only a layer sets what it lies over; here, change the declaration itself\n"));

    [Test]
    public void A_layer_does_not_lie_over_a_vocabulary() =>
        Assert.That(new Documents("// file a.rules\nlayer a over v version \"1\"\n// file v.rules\nvocabulary v version \"1\"\n").Findings(), Is.EqualTo(
            "a.rules(1,14): error RR0620: `v` is a vocabulary, and a layer lies over a ruleset or another layer. name the ruleset\n"));

    [Test]
    public void Layers_in_a_circle_are_told() =>
        Assert.That(new Documents("// file a.rules\nlayer a over b version \"1\"\n// file b.rules\nlayer b over a version \"1\"\n").Findings(), Does.StartWith(
            "b.rules(1,14): error RR0603: `a` needs itself: a needs b needs a."));

    [Test]
    public void A_layer_sets_a_param_of_a_vocabulary_below() =>
        Documents.Run("""
            // file a.rules
            layer a over b version "1"
            set most = 3
            example "Lower here"
              given { x: 4 }
              expect reject
            // file b.rules
            ruleset b version "1"
            use v
            input x : number
            rule R1 "Above"
              when x > most then reject
            // file v.rules
            vocabulary v version "1"
            param most : number = 5 tighter if lower
            """);

    private const string Dated = """
        // file b.rules
        ruleset b version "1"
        input asOf : date
        input x    : number
        enum Role { Boss }
        enum Kind { one, two }
        input kind : Kind
        param most : number = 5 tighter if lower effective until 2027-01-01
        param most : number = 4 tighter if lower effective from 2027-01-01
        table floors overridable by Boss
          | kind || least : number within [0..9] |
          | one  || 1                            | effective until 2027-01-01
          | one  || 2                            | effective from 2027-01-01
          | two  || 3                            |
        rule R1 "Above"
          when x > most then reject
        rule R2 "Below"
          when x < floors then hold

        """;

    [Test]
    public void A_param_with_windows_is_set_in_each_and_a_dated_row_by_its_window() =>
        Documents.Run("""
            // file a.rules
            layer a over b version "1"
            owner Boss
            set most = 3
            set table floors
              | kind || least |
              | one  || 0     | effective until 2027-01-01
            example "Before"
              given { asOf: 2026-12-31, x: 0.5, kind: one }
              expect approve
            example "After"
              given { asOf: 2027-01-01, x: 0.5, kind: one }
              expect hold
            example "Too much"
              given { asOf: 2027-01-01, x: 3.5, kind: one }
              expect reject

            """ + Dated);

    [Test]
    public void A_value_must_be_tighter_than_in_every_window() =>
        Assert.That(new Documents("// file a.rules\nlayer a over b version \"1\"\nset most = 5\n" + Dated).Findings(), Does.StartWith(
            "a.rules(2,12): error RR0623: `most` goes from 4 on line 8 of b.rules to 5, which loosens it, and nobody may override it."));

    [Test]
    public void A_layer_cannot_add_a_window_to_what_the_ruleset_declares() =>
        Assert.That(new Documents("// file a.rules\nlayer a over b version \"1\"\nparam most : number = 9 effective from 2028-01-01\n" + Dated.Replace("from 2027-01-01\ntable", "from 2027-01-01 until 2028-01-01\ntable", StringComparison.Ordinal)).Findings(),
            Does.StartWith("a.rules(2,7): error RR0108: `most` is already declared on line 7 of b.rules."));

    [Test]
    public void A_vocabulary_with_windows_is_checked_by_itself() =>
        Assert.That(new Documents("// file v.rules\nvocabulary v version \"1\"\nparam most : number = 5 effective until 2027-01-01\nparam most : number = 4 effective from 2027-01-01\n").Check("v.rules"), Is.Empty);
}
