using System.IO;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

/// <summary>Rulesets that use other files.</summary>
[TestFixture]
internal sealed class LibraryTests : CommandLineFixture
{
    private const string Book = """
        ruleset shop.book version "1"
        currency GBP
        use group.limits

        input depth : percent

        rule R1 "Depth"
          when depth > maxDepth then reject

        example "Too deep"
          given { depth: 50% }
          expect reject
            rules R1

        """;

    private const string Limits = "vocabulary group.limits version \"1\"\n\nparam maxDepth : percent = 30%\nparam other    : percent = 10%\n";

    [SetUp]
    public void WriteBook() => Write("books/book.rules", Book);

    [Test]
    public void A_used_file_stands_beside_the_file_that_uses_it()
    {
        Write("books/group.limits.rules", Limits);
        Expect(Run("test", "books/book.rules"), 0, "books/book.rules: 1 of 1 passed\n1 passed, 0 failed\n");
    }

    [Test]
    public void Or_in_a_folder_of_the_library()
    {
        Write("shared/group.limits.rules", Limits);
        Expect(Run("test", "books/book.rules", "--library", "none", "--library", "shared"), 0, "books/book.rules: 1 of 1 passed\n1 passed, 0 failed\n");
    }

    [Test]
    public void Or_there_in_json()
    {
        Write("limits.rules", Limits);
        Write("shared/group.limits.rules.json", Run("convert", "limits.rules").Out);
        Assert.That(RunWith("""{"depth":0.4}""", "run", "books/book.rules", "--facts", "-", "--library", "shared", "--format", "json").Out, Does.Contain("\"verdict\":\"reject\""));
    }

    [Test]
    public void A_file_that_is_not_there_is_told_with_the_folders() =>
        Expect(Run("check", "books/book.rules", "--library", "shared"), 1, """
            books/book.rules(3,5): error RR0600: `group.limits` is not at hand: looked in books, shared, the built-in vocabularies. put group.limits.rules or group.limits.rules.json beside this file, or where `--library` says; a host gives it in RuleSetOptions.Library
                3 | use group.limits
                  |     ^^^^^^^^^^^^
            1 ruleset: 1 error, 0 warnings

            """);

    [Test]
    public void A_mistake_in_a_used_file_is_shown_there_and_once()
    {
        Write("books/group.limits.rules", Limits.Replace("30%", "0.3", System.StringComparison.Ordinal));
        Write("books/second.rules", Book.Replace("shop.book", "shop.second", System.StringComparison.Ordinal));
        Expect(Run("check", "books"), 1, """
            books/group.limits.rules(3,28): error RR0202: `0.3` is a bare number where a percent stands. write `30%`
                3 | param maxDepth : percent = 0.3
                  |                            ^^^
            3 documents: 1 error, 0 warnings

            """);
    }

    [Test]
    public void A_folder_is_tested_without_its_vocabularies()
    {
        Write("books/group.limits.rules", Limits);
        Expect(Run("test", "books"), 0, "books/book.rules: 1 of 1 passed\n1 passed, 0 failed\n");
    }

    [Test]
    public void A_vocabulary_does_not_run()
    {
        Write("limits.rules", Limits);
        Assert.That(RunWith("{}", "run", "limits.rules", "--facts", "-").Error, Does.StartWith("limits.rules(1,12): error RR0609: `group.limits` is a vocabulary"));
    }

    [TestCase("json")]
    [TestCase("text")]
    public void A_bundle_is_one_document_that_decides_alike_with_the_same_hash(string form)
    {
        Write("shared/group.limits.rules", Limits);
        var file = form == "json" ? "bundle.json" : "bundle.rules";
        Expect(Run("convert", "books/book.rules", "--bundle", "--to", form, "--library", "shared", "--out", file), 0, "");

        Assert.That(File.ReadAllText(file), Does.Contain("maxDepth").And.Not.Contain("other").And.Not.Contain("group.limits"));
        Assert.That(Decision(file), Is.EqualTo(Decision("books/book.rules", "--library", "shared")).And.Contain("\"verdict\":\"reject\""));
    }

    [Test]
    public void Without_bundle_a_document_stays_by_itself() =>
        Assert.That(JsonDocument.Parse(Run("convert", "books/book.rules").Out).RootElement.GetProperty("uses")[0].GetProperty("use")[0].GetString(), Is.EqualTo("group.limits"));

    private static string Decision(string ruleSet, params string[] more) => RunWith("""{"depth":0.4}""", ["run", ruleSet, "--facts", "-", "--format", "json", .. more]).Out;
}
