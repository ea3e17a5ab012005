using System;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Parsing;

/// <summary>Any text at all gives a tree that is the text, and no exception.</summary>
[TestFixture]
public sealed class HostileTextTests
{
    private const string Header = "ruleset a.b version \"1\"\n";
    private const int Many = 100_000;

    private static readonly string[] Pieces =
    [
        "rule", "R1", "\"t\"", "when", "then", "reject", "refer", "to", "and", "or", "not", "if", "else", "otherwise", "only", "for", "each", "in", "where",
        "table", "hit", "first", "|", "||", "-", "\n", "\n", "\n  ", " ", "(", ")", "[", "]", "{", "}", "..", ".", ",", ":", "?", "=", "<>", "<=", "%", "5%", "1 day", "1_000.50",
        "2026-10-16", "2026-10-16T06:00Z", "define", "x", "select", "from", "key", "exclude", "score", "rank", "by", "descending", "example", "given", "expect", "facts",
        "type", "enum", "ordered", "open", "input", "param", "output", "never", "stop", "final", "sum", "of", "any", "count", "min", "is", "known", "unknown", "same", "as", "subset",
        "// c", "/// d", "\"{x}\"", "\"{\"", "\"", "\\", "&&", "==", "!", "'", "\u201C", "#", "/*", "*/", "\uD800", "\0", "\r", "ruleset", "version", "effective", "until", "currency", "outputs", "places", "split", "over",
    ];

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Any_string_gives_a_tree_that_is_the_string(string? text) => AssertTotal(text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Any_soup_of_tokens_gives_a_tree_that_is_the_soup(int seed) => AssertTotal(Header + Soup(seed));

    [Test]
    public void Damaged_books_give_trees_that_are_the_damaged_books([Range(0, 2)] int book)
    {
        var content = Books.Read(Books.Paths.ElementAt(book)).Content;
        var random = new Random(book);
        for (var i = 0; i < 400; i++)
            AssertTotal(Damage(content, random));
    }

    [Test]
    public void Damaged_pieces_of_books_give_trees_that_are_the_pieces([Range(0, 2)] int book)
    {
        var content = Books.Read(Books.Paths.ElementAt(book)).Content;
        var random = new Random(100 + book);
        for (var i = 0; i < 3000; i++)
        {
            var start = random.Next(content.Length);
            AssertTotal(Header + Damage(content.Substring(start, random.Next(Math.Min(800, content.Length - start))), random));
        }
    }

    [TestCase("(")]
    [TestCase("[")]
    [TestCase("{ a: ")]
    [TestCase("f(")]
    [TestCase("if ")]
    [TestCase("split (")]
    [TestCase("split a + ")]
    [TestCase("split split over x in (")]
    [TestCase("if a then ")]
    [TestCase("not ")]
    [TestCase("-")]
    [TestCase("not (")]
    [TestCase("a + (")]
    [TestCase("sum of ")]
    [TestCase("for x in y: ")]
    [TestCase("first x in ")]
    [TestCase("first x in y where ")]
    [TestCase("a.b + ")]
    [TestCase("a * b - ")]
    [TestCase("(a..")]
    [TestCase("if a then b else ")]
    public void Endless_nesting_is_one_finding(string piece)
    {
        var text = Header + "define x = " + Repeat(piece) + "\ndefine y = 1";

        var result = RulesText.Parse(new SourceText(text));

        Assert.That(result.Diagnostics, Has.Count.EqualTo(1));
        Assert.That(result.Definition!.Declarations, Has.Count.EqualTo(2));
        AssertTotal(text);
    }

    [TestCase(" or ", 0)]
    [TestCase(" and ", 0)]
    [TestCase(" + ", 1)]
    [TestCase(" * ", 1)]
    [TestCase(".", 1)]
    [TestCase(" = ", 1)]
    [TestCase(" otherwise ", 1)]
    public void A_long_chain_is_read_or_refused_without_the_stack(string op, int findings)
    {
        var text = Header + "define x = " + string.Join(op, Enumerable.Repeat("a", Many));

        var result = RulesText.Parse(new SourceText(text));

        Assert.That(result.Diagnostics, Has.Count.EqualTo(findings));
        AssertTotal(text);
    }

    [Test]
    public void Nesting_up_to_the_limit_is_read()
    {
        var depth = RuleSetLimits.Default.MaxDepth - 1;

        var result = RulesText.Parse(new SourceText(Header + "define x = " + new string('(', depth) + "5" + new string(')', depth)));

        Assert.That(result.Diagnostics, Is.Empty);
    }

    [Test]
    public void Nesting_in_the_hole_of_a_text_counts()
    {
        var result = RulesText.Parse(new SourceText(Header + "rule R \"t\"\n  when a then note \"{" + Repeat("(") + "}\""));

        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "RR0010" }));
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Many));

    private static string Soup(int seed)
    {
        var random = new Random(seed);
        return string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(120)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    /// <summary>One to three of: characters deleted, doubled, swapped, or a token put in.</summary>
    private static string Damage(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0 && text.Length > 2; times--)
        {
            var start = random.Next(text.Length - 1);
            var length = random.Next(1, Math.Min(12, text.Length - start));
            var part = text.Substring(start, length);
            text = random.Next(4) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, part),
                2 => text.Remove(start, length).Insert(random.Next(text.Length - length), part),
                _ => text.Insert(start, Pieces[random.Next(Pieces.Length)]),
            };
        }
        return text;
    }

    private static void AssertTotal(string text)
    {
        var source = new SourceText(text);
        var tree = SyntaxTree.Parse(source, RuleSetLimits.Default);
        Assert.That(tree.ToFullString() == text, Is.True, "the tree is the text: " + (text.Length < 3000 ? text : text[..3000]));
        var result = RulesText.Parse(source);
        foreach (var diagnostic in result.Diagnostics)
            Assert.That(diagnostic.Span.End, Is.LessThanOrEqualTo(text.Length), diagnostic.ToString());
        if (result.Definition is not null && !result.HasErrors)
            Assert.That(RulesText.Parse(new SourceText(RulesText.Write(result.Definition))).Diagnostics, Is.Empty, text.Length < 3000 ? text : text[..3000]);
    }
}
