using NUnit.Framework;

namespace Retail.Rules.Dsl.Tests.Composition;

/// <summary>The hash is over what is needed, however it is laid out in files.</summary>
[TestFixture]
public sealed class HashTests
{
    private const string Book = """
        // file book.rules
        ruleset shop.book version "1"
        use a, b

        input x : number

        rule R1 "Above"
          when x > most or x > least and kindOf(x) = large then reject

        """;

    private const string A = """
        // file a.rules
        vocabulary a version "1"

        param most : number = 5
        define kindOf(x : number) = if x > bound then Kind.large else small
        param bound : number = 2

        """;

    private const string B = """
        // file b.rules
        vocabulary b version "1"

        param least : number = 1
        enum Kind { small, large }

        """;

    private static readonly string Hash = HashOf(Book + A + B);

    [Test]
    public void What_is_not_needed_does_not_count() =>
        Assert.That(HashOf(Book + A + "param other : number = 3\nenum Other { one }\ndefine more = other\n" + B), Is.EqualTo(Hash));

    [Test]
    public void Comments_and_versions_of_vocabularies_do_not_count() =>
        Assert.That(HashOf(Book + A.Replace("version \"1\"", "version \"2\"").Replace("param most", "// more\n/// Most.\nparam most") + B), Is.EqualTo(Hash));

    [Test]
    public void The_order_of_uses_does_not_count() => Assert.That(HashOf(Book.Replace("use a, b", "use b\nuse a") + A + B), Is.EqualTo(Hash));

    [Test]
    public void The_order_of_declarations_in_vocabularies_does_not_count() =>
        Assert.That(HashOf(Book + A.Replace("param most : number = 5\n", "") + "param most : number = 5\n" + B), Is.EqualTo(Hash));

    [Test]
    public void Which_vocabulary_declares_it_does_not_count() =>
        Assert.That(HashOf(Book.Replace("use a, b", "use c") + "// file c.rules\nvocabulary c version \"1\"\n" + Body(A) + Body(B)), Is.EqualTo(Hash));

    [Test]
    public void A_value_that_is_needed_counts() => Assert.That(HashOf(Book + A.Replace("bound : number = 2", "bound : number = 3") + B), Is.Not.EqualTo(Hash));

    [Test]
    public void A_member_of_an_enum_that_is_needed_counts() => Assert.That(HashOf(Book + A + B.Replace("large }", "large, huge }")), Is.Not.EqualTo(Hash));

    private static string Body(string document) => document[(document.IndexOf("\n\n", System.StringComparison.Ordinal) + 1)..];

    private static string HashOf(string text)
    {
        var documents = new Documents(text);
        var result = documents.Compile();
        return result.GetValueOrThrow().Hash;
    }
}
