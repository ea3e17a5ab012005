using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>What <c>docs/formulas-stock.md</c> names is there, and what is there it names.</summary>
[TestFixture]
internal sealed class StockFormulasPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/formulas-stock.md"));

    [Test]
    public void Every_name_of_C_sharp_exists()
    {
        // A row names a type once and then members by their dot: `Tripwire.Pace`, `.SellsOutEarly`.
        var cells = Regex.Matches(Page, @"^\| [^|]+ \| (`[^|]+`) \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).ToArray();
        var missing = cells.SelectMany(cell => Regex.Matches(cell, @"`(?:(\w+))?\.(\w+)").Select(name => (Type: Regex.Match(cell, @"`(\w+)").Groups[1].Value, Member: name.Groups[2].Value)))
            .Where(name => typeof(Money).Assembly.GetType("Retail.Rules.Vocabulary." + name.Type)?.GetMember(name.Member) is not { Length: > 0 });

        Assert.That(cells, Has.Length.GreaterThan(30));
        Assert.That(missing, Is.Empty);
    }

    [TestCase("retail.exposure")]
    [TestCase("retail.substitution")]
    public void Every_formula_in_rules_is_on_the_page_or_used_by_another(string vocabulary)
    {
        var text = RetailVocabulary.TextOf(vocabulary)!.Content;
        var names = Regex.Matches(text, @"^(?:define|table) (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToArray();

        Assert.That(names, Has.Length.GreaterThan(20));
        Assert.That(names.Where(name => !Regex.IsMatch(Page, @"`" + name + @"[`(]") && Regex.Count(text, @"\b" + name + @"\(") < 2), Is.Empty);
    }
}
