using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Composition;

/// <summary>Vocabularies: what a ruleset sees of them, and what is wrong with a use.</summary>
[TestFixture]
public sealed class VocabularyTests
{
    private const string Limits = """
        // file limits.rules
        vocabulary group.limits version "1"
        use retail

        param maxDepth : percent = 30%
        define depth(regular : money, promo : money) = (regular - promo) / regular
        table leastMargin
          | category || least : percent |
          | fresh    || 20%  |
          | ambient  || 10%  |
        define category = fresh

        """;

    private const string Retail = """
        // file retail.rules
        vocabulary retail version "1"

        open enum Role { Buyer }
        enum Category { fresh, ambient }
        type Item { sku : text, category : Category }
        param unneeded : money = 1

        """;

    private const string Book = """
        // file book.rules
        ruleset shop.book version "1"
        currency GBP
        use group.limits

        open enum Role { Director }
        input item           : Item
        input regular, promo : money

        rule R1 "Depth"
          when depth(regular, promo) > maxDepth then reject
          when depth(regular, promo) > 10% and item.category = fresh then refer to Director, Buyer

        example "Too deep"
          given { item: { sku: "A", category: fresh }, regular: 10, promo: 6 }
          expect reject
            rules R1

        example "Both sign"
          given { item: { sku: "A", category: fresh }, regular: 10, promo: 8 }
          expect refer
            approvers Buyer, Director

        """;

    [Test]
    public void A_ruleset_sees_what_it_uses_and_what_that_uses() => Documents.Run(Book + Limits + Retail);

    [Test]
    public void A_document_that_is_not_at_hand_is_named_with_what_is_there() =>
        Assert.That(new Documents(Book + Retail).Findings(), Is.EqualTo(
            "book.rules(3,5): error RR0600: `group.limits` is not at hand: the library has retail. put group.limits.rules or group.limits.rules.json beside this file, "
            + "or where `--library` says; a host gives it in RuleSetOptions.Library\n"));

    [Test]
    public void The_whole_is_checked_as_one() =>
        Assert.That(new Documents(Book.Replace("maxDepth", "maxDept") + Limits + Retail).Findings(), Is.EqualTo(
            "book.rules(10,32): error RR0101: `maxDept` is not known here. did you mean `maxDepth`?\n"));

    [Test]
    public void What_a_used_document_gets_wrong_is_told_in_its_file() =>
        Assert.That(new Documents(Book + Limits.Replace("= 30%", "= 0.3") + Retail).Findings(), Is.EqualTo(
            "limits.rules(4,28): error RR0202: `0.3` is a bare number where a percent stands. write `30%`\n"));

    [Test]
    public void Mistakes_of_syntax_in_a_used_document_come_first() =>
        Assert.That(new Documents(Book.Replace("maxDepth", "x") + Limits.Replace("= 30%", "30%") + Retail).Findings(), Does.StartWith(
            "limits.rules(4,26): error RR0001: `=` and a value is expected here, not `30%`."));

    [Test]
    public void What_nobody_needs_of_a_vocabulary_is_not_even_bound() =>
        Assert.That(new Documents(Book + Limits + Retail + "define broken = nothing\n").Findings(), Is.Empty);

    [Test]
    public void A_name_declared_twice_is_told_with_both_places() =>
        Assert.That(new Documents(Book + Limits.Replace("define category", "define unneeded") + Retail).Findings(), Is.EqualTo(
            "limits.rules(10,8): error RR0108: `unneeded` is already declared on line 6 of retail.rules. give one of them another name\n"));

    [Test]
    public void A_name_of_the_ruleset_may_not_be_one_of_a_vocabulary() =>
        Assert.That(new Documents(Book.Replace("input item ", "input depth : money\ninput item ") + Limits + Retail).Findings(), Is.EqualTo(
            "book.rules(6,7): error RR0108: `depth` is already declared on line 5 of limits.rules. give one of them another name\n"));

    [Test]
    public void A_closed_enum_cannot_be_added_to() =>
        Assert.That(new Documents(Book.Replace("open enum Role { Director }", "enum Category { frozen }\nopen enum Role { Director }") + Limits + Retail).Findings(), Does.StartWith(
            "book.rules(5,6): error RR0108: `Category` is already declared on line 4 of retail.rules. give one of them another name\n"));

    [Test]
    public void A_closed_enum_cannot_stand_in_for_an_open_one() =>
        Assert.That(new Documents(Book.Replace("open enum Role", "enum Role") + Limits + Retail).Findings(), Does.Contain(
            "book.rules(5,6): error RR0108: `Role` is already declared on line 3 of retail.rules."));

    [Test]
    public void A_use_from_which_nothing_is_needed_is_a_warning() =>
        Assert.That(new Documents(Book.Replace("use group.limits", "use group.limits, other") + Limits + Retail + "// file other.rules\nvocabulary other version \"1\"\nparam p : number = 1\n").Findings(), Is.EqualTo(
            "book.rules(3,19): warning RR0605: nothing of `other` is needed here. delete the `use`\n"));

    [Test]
    public void Vocabularies_in_a_circle_are_told_with_the_way_round() =>
        Assert.That(new Documents(Book + Limits + Retail.Replace("version \"1\"", "version \"1\"\nuse group.limits")).Findings(), Is.EqualTo(
            "retail.rules(2,5): error RR0603: `group.limits` needs itself: group.limits needs retail needs group.limits. break the circle: put what they share into a vocabulary of its own\n"));

    [Test]
    public void A_ruleset_cannot_be_used() =>
        Assert.That(new Documents(Book.Replace("use group.limits", "use group.limits, other") + Limits + Retail + "// file other.rules\nruleset other version \"1\"\n").Findings(), Is.EqualTo(
            "book.rules(3,19): error RR0601: `other` is a ruleset, which a ruleset cannot use. put what both need into a vocabulary, or lie over it with a layer\n"));

    [Test]
    public void A_use_twice_is_told() =>
        Assert.That(new Documents(Book.Replace("use group.limits", "use group.limits\nuse group.limits") + Limits + Retail).Findings(), Is.EqualTo(
            "book.rules(4,5): error RR0607: `group.limits` is already used on line 3. delete one of them\n"));

    [Test]
    public void A_vocabulary_holds_what_is_shared_and_nothing_else() =>
        Assert.That(new Documents(Book + Limits + Retail + "input asOf : date\nrule X \"x\" when true then note\n").Findings(), Is.EqualTo(
            "retail.rules(7,7): error RR0606: `input` does not belong in a vocabulary. a vocabulary holds what rulesets share: enums, types, params, defines and tables\n"
            + "retail.rules(8,6): error RR0606: `rule` does not belong in a vocabulary. a vocabulary holds what rulesets share: enums, types, params, defines and tables\n"));

    [Test]
    public void A_vocabulary_has_no_header_of_a_ruleset() =>
        Assert.That(new Documents(Book + Limits + Retail.Replace("version \"1\"", "version \"1\"\ncurrency GBP")).Findings(), Is.EqualTo(
            "retail.rules(2,10): error RR0606: `currency` does not belong in a vocabulary. it stands in the header of the ruleset\n"));

    [Test]
    public void A_ruleset_has_no_owner() =>
        Assert.That(new Documents("// file a.rules\nruleset a version \"1\"\nowner Boss\noutput one = 1\n").Findings(), Is.EqualTo(
            "a.rules(2,7): error RR0606: `owner` does not belong in a ruleset. only a layer has an owner; a param names its own\n"));

    [Test]
    public void A_vocabulary_is_checked_by_itself_and_nothing_of_it_is_unused() =>
        Assert.That(new Documents(Limits + Retail).Check("limits.rules"), Is.Empty);

    [Test]
    public void A_vocabulary_that_does_not_stand_alone_is_told() =>
        Assert.That(new Documents(Limits.Replace("= (regular - promo)", "= asOf * (regular - promo)") + Retail).Check("limits.rules"), Is.EqualTo(
            "limits.rules(5,48): error RR0101: `asOf` is not known here. declare it, or check the spelling\n"));

    [Test]
    public void A_vocabulary_judges_nothing() =>
        Assert.That(new Documents(Limits + Retail).Findings(), Is.EqualTo(
            "limits.rules(1,12): error RR0609: `group.limits` is a vocabulary, which judges nothing by itself. take a ruleset that uses it\n"));

    [Test]
    public void A_document_under_another_name_is_told()
    {
        var documents = new Documents(Book + Limits + Retail);
        var library = new RuleSetLibrary(new Dictionary<string, DefinitionResult> { ["group.limits"] = documents["retail.rules"] }, ["here"]);

        Assert.That(RuleSet.Compile(documents["book.rules"], new RuleSetOptions { Library = library }).Diagnostics.Single().ToString(), Is.EqualTo(
            "book.rules(3,5): error RR0608: the document found as `group.limits` calls itself `retail`. give the file the name of its document, or use `retail`"));
    }

    [Test]
    public void Where_it_was_looked_for_is_told()
    {
        var documents = new Documents(Book + Limits + Retail);
        var library = new RuleSetLibrary(new Dictionary<string, DefinitionResult>(), ["rules", "shared"]);

        Assert.That(RuleSet.Compile(documents["book.rules"], new RuleSetOptions { Library = library }).Diagnostics.Single().Message, Is.EqualTo("`group.limits` is not at hand: looked in rules, shared"));
    }

    [TestCase("vocabulary group.limits\nparam p : number = 1\n", "a.rules(1,24): error RR0001: `version` is expected here, not the end of the line. write `vocabulary company.name version \"1\"`\n")]
    [TestCase("part shop.law shop.book\n", "a.rules(1,15): error RR0001: `of` is expected here, not `shop`. write `part company.name of company.ruleset`\n")]
    [TestCase("layer shop.de version \"1\"\n", "a.rules(1,15): error RR0001: `over` is expected here, not `version`. write `layer company.name over company.ruleset version \"1\"`\n")]
    [TestCase("layer a over b version \"1\"\nset p 40%\n", "a.rules(2,7): error RR0001: `=` and a value is expected here, not `40%`. write `set param = value`, or `set table name` with rows below\n")]
    [TestCase("layer a over b version \"1\"\nset table t\nset p = 1\n", "a.rules(2,12): error RR0001: the table's columns is expected here, not the end of the line. write `table name`, then a line `| input || output |`\n")]
    [TestCase("ruleset a version \"1\"\nparam p : number = 1 tighter\n", "a.rules(2,29): error RR0001: `if` is expected here, not the end of the text. write `tighter if lower`, or `tighter if higher`\n")]
    [TestCase("ruleset a version \"1\"\noutput x = 1\nuse b\n", "a.rules(3,1): error RR0021: `use` begins no declaration. `use` stands below the header, before the first declaration\n")]
    public void Mistakes_of_writing_are_told_with_the_form(string text, string findings) =>
        Assert.That(string.Concat(RulesText.Parse(new Retail.Rules.Text.SourceText(text, "a.rules")).Diagnostics.Select(found => found + "\n")), Is.EqualTo(findings));

    [Test]
    public void A_param_may_be_called_table() => Assert.That(RulesText.Parse(new Retail.Rules.Text.SourceText("layer a over b version \"1\"\nset table = 1\n")).Diagnostics, Is.Empty);
}
