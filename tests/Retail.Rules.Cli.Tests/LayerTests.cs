using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

/// <summary>Layers and parts on the command line.</summary>
[TestFixture]
internal sealed class LayerTests : CommandLineFixture
{
    [SetUp]
    public void WriteFiles()
    {
        Write("books/shop.book.rules", """
            ruleset shop.book version "1"
            use shop.law

            input depth : percent

            rule R1 "Depth"
              when depth > maxDepth then reject

            example "Shallow"
              given { depth: 45% }
              expect approve

            """);
        Write("books/shop.law.rules", """
            part shop.law of shop.book

            enum Role { Director, Country }
            param maxDepth : percent = 50% tighter if lower within [30%..50%] owner Director overridable by Country

            """);
        Write("books/shop.book.de.rules", """
            layer shop.book.de over shop.book version "2"
            owner Country

            set maxDepth = 40%

            example "Too deep here"
              given { depth: 45% }
              expect reject
                rules R1

            """);
    }

    [Test]
    public void A_layer_is_checked_tested_and_run()
    {
        Expect(Run("check", "books"), 0, "3 documents: 0 errors, 0 warnings\n");
        Expect(Run("test", "books"), 0, "books/shop.book.de.rules: 1 of 1 passed\nbooks/shop.book.rules: 1 of 1 passed\n2 passed, 0 failed\n");
        Assert.That(RunWith("""{"depth":0.45}""", "run", "books/shop.book.de.rules", "--facts", "-", "--format", "json").Out,
            Does.Contain("\"ruleset\":\"shop.book.de\",\"version\":\"2\"").And.Contain("\"verdict\":\"reject\""));
        Assert.That(RunWith("""{"depth":0.45}""", "explain", "books/shop.book.de.rules", "--facts", "-").Out, Does.Contain("maxDepth 40.0%"));
    }

    [Test]
    public void A_param_is_explained_with_everyone_who_set_it() =>
        Expect(Run("explain", "parameter", "maxDepth", "books/shop.book.de.rules", "--set", "maxDepth=35%"), 0, """
            maxDepth is 35%
              50%  declared                           books/shop.law.rules(4,7)
              40%  layer shop.book.de, owner Country  books/shop.book.de.rules(4,5)
              35%  --set
              tighter if lower
              within [30%..50%]
              owner Director
              overridable by Country

            """);

    [Test]
    public void A_param_that_nobody_set_is_explained_by_its_declaration() =>
        Expect(Run("explain", "parameter", "least", "price.rules"), 0, """
            least is 10%
              10%  declared  price.rules(17,7)
              within [5%..20%]

            """);

    [Test]
    public void A_param_that_is_not_there_is_told() =>
        Expect(Run("explain", "parameter", "most", "price.rules"), 2, "", "error: most: test.price has no such param\n");

    [Test]
    public void A_part_that_lies_beside_its_ruleset_is_not_forgotten()
    {
        Write("books/shop.more.rules", "part shop.more of shop.book\n\nrule R2 \"Never\"\n  when depth > 80% then hold\n");
        Assert.That(Run("check", "books/shop.book.rules").Out, Does.StartWith("books/shop.more.rules(1,6): error RR0604: part `shop.more` is a piece of `shop.book`, which does not use it"));
    }
}
