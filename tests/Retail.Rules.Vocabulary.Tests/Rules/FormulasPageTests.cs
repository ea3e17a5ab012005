using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>What <c>docs/formulas.md</c> says: each expression gives what stands beside it, and each formula of C# has its row.</summary>
[TestFixture]
internal sealed class FormulasPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/formulas.md"));

    private static IEnumerable<TestCaseData> Rows =>
        Regex.Matches(Page, @"^\| .+? \| (`.+?`) \| `(.+?)` \| `(.+?)` \| .*\|$", RegexOptions.Multiline)
            .Select(row => new TestCaseData(row.Groups[2].Value, row.Groups[3].Value).SetArgDisplayNames(row.Groups[2].Value));

    private static IEnumerable<string> Formulas =>
        from folder in new[] { "Price", "Margin", "Funding" }
        from file in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src/Retail.Rules.Vocabulary", folder), "*.cs")
        from name in Regex.Matches(File.ReadAllText(file), @"^public static class (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value)
        from method in typeof(Money).Assembly.GetType("Retail.Rules.Vocabulary." + name, throwOnError: true)!.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        select name + "." + method.Name;

    [TestCaseSource(nameof(Rows))]
    public void An_expression_gives_what_stands_beside_it(string expression, string gives)
    {
        var values = gives == "unknown" ? [RuleFormula.Value(expression), null] : RuleFormula.Values(expression, gives);

        Assert.That(values[0], Is.EqualTo(values[1]));
    }

    [Test]
    public void No_row_is_left_out() =>
        Assert.That(Rows.Count(), Is.EqualTo(Regex.Count(Page, @"^\| (?!formula \|)", RegexOptions.Multiline)));

    [TestCaseSource(nameof(Formulas))]
    public void Every_formula_has_its_row(string formula) =>
        Assert.That(Page, Does.Contain("`" + formula + "`"));

    [Test]
    public void Every_name_of_C_sharp_exists()
    {
        var names = Regex.Matches(Page, @"^\| .+? \| (`[^|]+`) \|", RegexOptions.Multiline).SelectMany(row => Regex.Matches(row.Groups[1].Value, @"`(\w+)\.(\w+)`"));

        Assert.That(names.Where(name => typeof(Money).Assembly.GetType("Retail.Rules.Vocabulary." + name.Groups[1].Value)?.GetMember(name.Groups[2].Value) is not { Length: > 0 }), Is.Empty);
    }

    /// <summary>A reader finds every define that is not merely a step of another.</summary>
    [Test]
    public void Every_define_is_on_the_page_or_used_by_another()
    {
        var text = string.Concat(new[] { "retail.price", "retail.margin", "retail.funding" }.Select(name => RetailVocabulary.TextOf(name)!.Content));
        var defines = Regex.Matches(text, @"^define (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

        Assert.That(defines.Where(define => !Regex.IsMatch(Page, @"\b" + define + @"\(") && Regex.Count(text, @"\b" + define + @"\(") < 2), Is.Empty);
    }
}
