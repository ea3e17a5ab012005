using System.Linq;
using NUnit.Framework;
using Retail.Rules.Dsl.Syntax;

namespace Retail.Rules.Dsl.Tests.Parsing;

[TestFixture]
public sealed class BookTests
{
    [TestCaseSource(typeof(Books), nameof(Books.Paths))]
    public void A_book_parses_without_a_finding(string path)
    {
        var result = RulesText.Parse(Books.Read(path));

        Assert.That(string.Join("\n", result.Diagnostics.Select(diagnostic => diagnostic.ToString())), Is.Empty);
        Assert.That(result.HasErrors, Is.False);
    }

    [TestCaseSource(typeof(Books), nameof(Books.Paths))]
    public void The_tree_of_a_book_is_the_book(string path)
    {
        var source = Books.Read(path);

        Assert.That(SyntaxTree.Parse(source, RuleSetLimits.Default).ToFullString(), Is.EqualTo(source.Content));
    }
}
