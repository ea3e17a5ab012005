using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Books.Tests;

/// <summary>The books that are written out by hand meet every published case and our own: they are fit to check others by.</summary>
public sealed class PublishedCaseTests
{
    public static IEnumerable<TestCaseData> Cases =>
        from book in Book.All
        from published in book.Cases
        select new TestCaseData(book, published).SetArgDisplayNames(book.ToString(), published.GetProperty("id").GetString()!);

    [TestCaseSource(nameof(Cases))]
    public void The_book_by_hand_decides_as_published(Book book, JsonElement published)
    {
        var judgement = book.ByHand(published.GetProperty("given"));
        foreach (var expected in published.GetProperty("expect").EnumerateObject())
            AssertPart(judgement, expected.Name, expected.Value);
    }

    [TestCaseSource(nameof(Cases))]
    public void The_rules_decide_as_the_book_by_hand(Book book, JsonElement published)
    {
        var given = published.GetProperty("given");
        var expected = DecisionText.Of(book.ByHand(given));
        Assert.That(DecisionText.Of(book.Interpreted.Evaluate(FactSet.FromJson(given))), Is.EqualTo(expected));
        Assert.That(DecisionText.Of(book.Compiled.Evaluate(FactSet.FromJson(given))), Is.EqualTo(expected));
    }

    /// <summary>Of a condition that is expected by its rule, or by rule and text: the books by hand set no texts.</summary>
    private static string RuleOf(JsonElement condition) =>
        (condition.ValueKind == JsonValueKind.String ? condition : condition.GetProperty("rule")).GetString()!;

    private static void AssertPart(Judgement judgement, string part, JsonElement expected)
    {
        switch (part)
        {
            case "verdict":
                Assert.That(System.Enum.Parse<Verdict>(judgement.Verdict.ToString()).ToName(), Is.EqualTo(expected.GetString()));
                break;
            case "rules":
                Assert.That(DecisionText.Show(judgement.Rules), Is.EqualTo(DecisionText.Show(expected)), part);
                break;
            case "approvers":
                var approvers = judgement.Approvers.Select(approver => KeyValuePair.Create<string, object>(approver.Key, approver.Value));
                Assert.That(DecisionText.Show(approvers), Is.EqualTo(DecisionText.Show(expected)), part);
                break;
            case "conditions":
                Assert.That(judgement.Conditions, Is.EqualTo(expected.EnumerateArray().Select(RuleOf).Distinct()), part);
                break;
            case "missing":
                Assert.That(DecisionText.Show(judgement.Missing), Is.EqualTo(DecisionText.Show(expected)), part);
                break;
            case "outputs":
                foreach (var output in expected.EnumerateObject())
                {
                    var shown = judgement.Outputs.TryGetValue(output.Name, out var value) ? DecisionText.Show(value) : null;
                    Assert.That(shown, Is.EqualTo(output.Value.ValueKind == JsonValueKind.Null ? null : DecisionText.Show(output.Value)), output.Name);
                }
                break;
            default:
                Assert.Fail("the case expects `" + part + "`, which is no part of a decision");
                break;
        }
    }
}
