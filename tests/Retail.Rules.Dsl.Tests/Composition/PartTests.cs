using System;
using NUnit.Framework;

namespace Retail.Rules.Dsl.Tests.Composition;

/// <summary>Parts: pieces of one ruleset in files of their own.</summary>
[TestFixture]
public sealed class PartTests
{
    private const string Book = """
        // file book.rules
        ruleset shop.book version "1"
        use shop.law

        input depth : percent

        rule R1 "Depth"
          when depth > most then hold

        example "Both speak"
          given { depth: 60%, alcohol: true }
          expect reject
            rules L1, R1

        """;

    private const string Law = """
        // file law.rules
        part shop.law of shop.book

        input alcohol : boolean
        param most    : percent = 50%

        rule L1 "Alcohol"
          when alcohol and depth > 10% then reject

        output depth

        """;

    [Test]
    public void A_part_and_its_ruleset_see_each_other() => Documents.Run(Book + Law);

    [Test]
    public void A_part_may_have_parts_of_the_same_ruleset() =>
        Documents.Run(Book + Law.Replace("shop.book\n", "shop.book\nuse shop.numbers\n", StringComparison.Ordinal).Replace("param most    : percent = 50%\n", "", StringComparison.Ordinal)
            + "// file numbers.rules\npart shop.numbers of shop.book\nparam most : percent = 50%\n");

    [Test]
    public void Examples_of_a_part_are_examples_of_its_ruleset() =>
        Documents.Run(Book + Law + "example \"Shallow\"\n  given { depth: 5%, alcohol: true }\n  expect approve\n    outputs { depth: 0.05 }\n");

    [Test]
    public void A_part_that_its_ruleset_forgets_is_an_error() =>
        Assert.That(new Documents(Book.Replace("use shop.law\n", "param most : percent = 50%\n", StringComparison.Ordinal).Replace(", alcohol: true", "", StringComparison.Ordinal)
            .Replace("L1, R1", "R1", StringComparison.Ordinal) + Law).Findings(), Is.EqualTo(
            "law.rules(1,6): error RR0604: part `shop.law` is a piece of `shop.book`, which does not use it, so that nothing of it is in force. "
            + "write `use shop.law` below the header of `shop.book`, or delete the part\n"));

    [Test]
    public void A_part_of_another_ruleset_cannot_be_used() =>
        Assert.That(new Documents(Book + Law.Replace("of shop.book", "of shop.other", StringComparison.Ordinal)).Findings(), Is.EqualTo(
            "book.rules(2,5): error RR0602: part `shop.law` is a piece of `shop.other`, not of `shop.book`. put what both need into a vocabulary\n"));

    [Test]
    public void A_vocabulary_cannot_use_a_part() =>
        Assert.That(new Documents(Book.Replace("use shop.law", "use v", StringComparison.Ordinal) + "// file v.rules\nvocabulary v version \"1\"\nuse shop.law\nparam most : percent = 50%\n"
            + Law.Replace("of shop.book", "of v", StringComparison.Ordinal)).Findings(), Is.EqualTo(
            "v.rules(2,5): error RR0601: `shop.law` is a part, which a vocabulary cannot use. a vocabulary uses vocabularies\n"));

    [Test]
    public void A_part_is_checked_within_its_ruleset() =>
        Assert.That(new Documents(Book + Law.Replace("depth > 10%", "depth > 0.1", StringComparison.Ordinal)).Check("law.rules"), Is.EqualTo(
            "law.rules(7,28): error RR0202: `0.1` is a bare number where a percent stands. write `10%`\n"));

    [Test]
    public void A_part_whose_ruleset_is_not_at_hand_is_told() =>
        Assert.That(new Documents(Law).Check("law.rules"), Does.StartWith("law.rules(1,18): error RR0600: `shop.book` is not at hand: the library has shop.law."));

    [Test]
    public void A_part_judges_nothing() =>
        Assert.That(new Documents(Law + Book).Findings(), Is.EqualTo(
            "law.rules(1,6): error RR0609: `shop.law` is a part, which judges nothing by itself. take `shop.book`, which it is a piece of\n"));

    [Test]
    public void A_rule_id_given_twice_is_told_with_both_files() =>
        Assert.That(new Documents(Book + Law.Replace("rule L1", "rule R1", StringComparison.Ordinal)).Findings(), Does.Contain(
            "law.rules(6,6): error RR0115: `R1` is already the id of the rule on line 6 of book.rules."));
}
