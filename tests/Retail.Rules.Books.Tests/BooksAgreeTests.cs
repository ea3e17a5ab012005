using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Retail.Rules.Books.Tests.Facts;

namespace Retail.Rules.Books.Tests;

/// <summary>
/// The sample books decide as the books written out by hand, in both tiers, on generated facts that crowd around every threshold.
/// <c>BOOKS_CASES</c> and <c>BOOKS_SEED</c> in the environment ask for other cases than the ones of every build.
/// </summary>
public sealed class BooksAgreeTests
{
    /// <summary>For each book, so that a build does not wait for long.</summary>
    private const int Cases = 4000;

    [Test]
    public void Freshmart_rules_and_code_decide_alike() => AssertAgree(Book.Freshmart, PromotionFacts.Draw);

    [Test]
    public void Homegoods_rules_and_code_decide_alike() => AssertAgree(Book.Homegoods, LaunchFacts.Draw);

    [Test]
    public void Grocer_rules_and_code_decide_alike() => AssertAgree(Book.Grocer, OrderLineFacts.Draw);

    private static void AssertAgree(Book book, Func<Dice, JsonObject> draw)
    {
        var differences = new List<string>();
        var fired = new HashSet<string>(StringComparer.Ordinal);
        var seed = Setting("BOOKS_SEED", 1);
        var count = Setting("BOOKS_CASES", Cases);
        for (var i = 0; i < count && differences.Count < 5; i++)
        {
            var facts = draw(new Dice(unchecked(seed * 1_000_003 + i)));
            if (Difference(book, facts, fired) is not null)
                differences.Add(Report(book, facts));
        }
        Assert.That(differences, Is.Empty);
        Assert.That(book.RuleIds.Except(fired), Is.Empty, "rules that no generated facts reach");
    }

    /// <summary>What differs between rules and code, and in which tier; null if nothing does.</summary>
    private static string? Difference(Book book, JsonObject facts, HashSet<string>? fired = null)
    {
        var json = FactJson.ToElement(facts);
        string? expected;
        try
        {
            var judgement = book.ByHand(json);
            fired?.UnionWith(judgement.Rules);
            fired?.UnionWith(Exclusions(judgement));
            expected = DecisionText.Of(judgement);
        }
        catch (DivideByZeroException)
        {
            // Outside the definitions; the language promises no more than that nothing passes.
            expected = null;
        }
        if (Difference(book.Interpreted, json, expected) is { } interpreted)
            return "interpreted:\n" + interpreted;
        return Difference(book.Compiled, json, expected) is { } compiled ? "compiled:\n" + compiled : null;
    }

    private static string? Difference(RuleSet rules, JsonElement json, string? expected)
    {
        var decision = rules.Evaluate(FactSet.FromJson(json));
        if (expected is null)
            return decision.Verdict is Verdict.Incomplete or Verdict.Reject ? null : "divides by zero and is " + decision.Verdict;
        var actual = DecisionText.Of(decision);
        if (actual == expected && decision.Problems.Count == 0)
            return null;
        var problems = decision.Problems.Select(problem => "problem: " + problem.Path + ": " + problem.Message);
        var lines = expected.Split('\n').Except(actual.Split('\n')).Select(line => "by hand  " + line)
            .Concat(actual.Split('\n').Concat(problems).Except(expected.Split('\n')).Select(line => "by rules " + line));
        return string.Join('\n', lines);
    }

    /// <summary>The difference on as few facts as still show one.</summary>
    private static string Report(Book book, JsonObject facts)
    {
        var complete = IsComplete(book, facts);
        foreach (var name in facts.Select(member => member.Key).ToArray())
        {
            var less = facts.DeepClone().AsObject();
            less.Remove(name);
            if (Difference(book, less) is not null && IsComplete(book, less) == complete)
                facts = less;
        }
        return "\n" + facts.ToJsonString() + "\n" + Difference(book, facts) + "\n";
    }

    private static bool IsComplete(Book book, JsonObject facts) => book.Interpreted.Evaluate(FactSet.FromJson(FactJson.ToElement(facts))).Missing.Count == 0;

    private static IEnumerable<string> Exclusions(Judgement judgement) =>
        judgement.Outputs.TryGetValue("excluded", out var excluded)
            ? ((SortedDictionary<string, object>)excluded).Values.SelectMany(rules => (List<object>)rules).Cast<string>()
            : [];

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
