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
    private const int Cases = 4000;

    private static IEnumerable<TestCaseData> Books =>
    [
        new TestCaseData(Book.Freshmart, (Func<Dice, JsonObject>)PromotionFacts.Draw).SetArgDisplayNames(Book.Freshmart.ToString()),
        new TestCaseData(Book.Homegoods, (Func<Dice, JsonObject>)LaunchFacts.Draw).SetArgDisplayNames(Book.Homegoods.ToString()),
        new TestCaseData(Book.Grocer, (Func<Dice, JsonObject>)OrderLineFacts.Draw).SetArgDisplayNames(Book.Grocer.ToString()),
    ];

    [TestCaseSource(nameof(Books))]
    public void Rules_and_code_decide_alike(object tested, object draw)
    {
        var book = (Book)tested;
        var differences = new List<string>();
        var seed = Setting("BOOKS_SEED", 1);
        var count = Setting("BOOKS_CASES", Cases);
        for (var i = 0; i < count && differences.Count < 5; i++)
        {
            var facts = ((Func<Dice, JsonObject>)draw)(new Dice(unchecked(seed * 1_000_003 + i)));
            if (Difference(book, facts) is not null)
                differences.Add(Report(book, facts));
        }
        Assert.That(differences, Is.Empty);
    }

    /// <summary>What differs between rules and code, and in which tier; null if nothing does.</summary>
    private static string? Difference(Book book, JsonObject facts)
    {
        var json = FactJson.ToElement(facts);
        string? expected;
        try
        {
            expected = DecisionText.Of(book.ByHand(json));
        }
        catch (DivideByZeroException)
        {
            // Outside the definitions; the language promises no more than that nothing passes.
            expected = null;
        }
        return Difference(book.Interpreted, json, expected) ?? Difference(book.Compiled, json, expected);
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
        var smaller = true;
        while (smaller)
        {
            smaller = false;
            foreach (var name in facts.Select(member => member.Key).ToArray())
            {
                var less = facts.DeepClone().AsObject();
                less.Remove(name);
                if (Difference(book, less) is not null)
                    (facts, smaller) = (less, true);
            }
        }
        return "\n" + facts.ToJsonString() + "\n" + Difference(book, facts) + "\n";
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
