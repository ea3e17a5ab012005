using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Tests.Values;
using static Retail.Rules.Tests.Generation.Syntax;
using static Retail.Rules.Tests.TestRules;

namespace Retail.Rules.Tests.Evaluation;

/// <summary>Shares add up to the cent, whatever is divided by whatever.</summary>
[TestFixture(ExecutionTier.Interpreted)]
[TestFixture(ExecutionTier.Compiled)]
public class SplitTests(ExecutionTier tier)
{
    [TestCase("10.00", "1 1 1", 2, "3.34 3.33 3.33")]
    [TestCase("3.50", "5.00 4.00 3.50", 2, "1.4 1.12 0.98")]
    [TestCase("2.00", "0.60 0.40", 2, "1.2 0.8")]
    [TestCase("-10.00", "1 1 1", 2, "-3.34 -3.33 -3.33")]
    [TestCase("0.01", "1 1 1", 2, "0.01 0 0")]
    [TestCase("0.02", "1 1 1", 2, "0.01 0.01 0")]
    [TestCase("100", "1 1 1", 0, "34 33 33")]
    [TestCase("1", "1 1 1 1 1 1 1", 3, "0.143 0.143 0.143 0.143 0.143 0.143 0.142")]
    [TestCase("0.10", "0.55 0.35 0.19", 2, "0.05 0.03 0.02")]
    [TestCase("5", "0 1 0", 2, "0 5 0")]
    [TestCase("0", "0 0", 2, "0 0")]
    [TestCase("0.004", "0 0", 2, "0 0")]
    [TestCase("79228162514264337593543950335", "1 1", 0, "39614081257132168796771975168 39614081257132168796771975167")]
    public void Shares_are_as_worked_by_hand(string total, string weights, int places, string shares) =>
        Assert.That(string.Join(" ", Split(Number(total), Numbers(weights), 1m, places)), Is.EqualTo(shares));

    [Test]
    public void A_third_and_two_thirds_leave_nothing_over() =>
        Assert.That(Split(3m, [1m, 2m], 3m, 2), Is.EqualTo(new[] { 1m, 2m }), "the weights are 1/3 and 2/3, which no decimal holds");

    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public void Shares_are_those_of_the_largest_remainders(int seed)
    {
        var (total, weights, divisor, places) = Case(seed);
        var unit = Rational.Of(new decimal(1, 0, 0, false, (byte)places));
        var rounded = Rational.Of(Math.Round(total, places, MidpointRounding.AwayFromZero));
        var sum = weights.Aggregate(Rational.Of(0m), (all, weight) => all + Rational.Of(weight));
        var parts = weights.Select(weight => rounded * Rational.Of(weight) / sum).ToArray();

        var shares = Split(total, weights, divisor, places);

        Assert.That(shares.Sum(), Is.EqualTo(Math.Round(total, places, MidpointRounding.AwayFromZero)), "they add up");
        for (var i = 0; i < shares.Count; i++)
        {
            var off = Rational.Of(shares[i]) - parts[i];
            Assert.That((off.Sign < 0 ? -off : off).CompareTo(unit), Is.Negative, "each is less than a unit from its part");
        }
        Assert.That(shares.Select(Rational.Of), Is.EqualTo(ByHand(rounded, parts, unit)));
    }

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public void The_scale_of_the_weights_does_not_matter(int seed)
    {
        var (total, weights, _, places) = Case(seed);
        var shares = Split(total, weights, 1m, places);

        Assert.That(Split(total, weights, 7m, places), Is.EqualTo(shares), "sevenths");
        Assert.That(Split(total, weights.Select(weight => weight * 0.003m).ToArray(), 1m, places), Is.EqualTo(shares), "thousandths");
        Assert.That(Split(-total, weights, 1m, places), Is.EqualTo(shares.Select(share => -share)), "mirrored");
    }

    [Test]
    public void A_million_items_are_split_within_the_ordinary_limits()
    {
        var rules = RuleSet.Compile(Definition(
            Input("total", "money"),
            Input("weights", "number", isList: true),
            Define("shares", Generation.Syntax.Split(Name("total"), "w", Name("weights"), Name("w"))),
            Output("sum", Aggregate(AggregateKind.Sum, "s", Name("shares"), body: Member(Name("s"), "share"))),
            Output("first", Member(Aggregate(AggregateKind.First, "s", Name("shares")), "share"))), new RuleSetOptions { Tier = tier }).GetValueOrThrow();
        var weights = string.Join(",", Enumerable.Range(0, 1_000_000).Select(i => i % 7 + 1));

        Assert.That(Outputs(rules, $$"""{ "total": 1234567.89, "weights": [{{weights}}] }"""), Is.EqualTo("sum 1234567.89, first 0.31"), "0.3086 by the exact proportion");
    }

    [Test]
    public void What_is_handed_out_counts_as_steps()
    {
        // A thousand equal shares of 9.99: a step for each weight, one for each remainder, ten for each of 999 units.
        var weights = Enumerable.Repeat(1m, 1_000).ToArray();

        Assert.That(Decide(9.99m, weights, 1m, 2, maxSteps: 11_000).Problems.Select(problem => problem.Message), Is.EqualTo(new[] { "more than 11000 steps" }));
        Assert.That(Decide(9.99m, weights, 1m, 2, maxSteps: 14_000).Problems, Is.Empty);
    }

    private IReadOnlyList<decimal> Split(decimal total, IReadOnlyList<decimal> weights, decimal divisor, int places)
    {
        var decision = Decide(total, weights, divisor, places, maxSteps: 1_000_000);
        Assert.That(decision.Problems, Is.Empty);
        return ((IEnumerable<object>)decision.Outputs["shares"]!).Cast<decimal>().ToArray();
    }

    private Decision Decide(decimal total, IReadOnlyList<decimal> weights, decimal divisor, int places, long maxSteps)
    {
        var share = Generation.Syntax.Split(Name("total"), "w", Name("weights"), Binary(Name("w"), BinaryOperator.Divide, Name("divisor")), places);
        var rules = Compile(Definition(
            Input("total", "money"),
            Input("weights", "number", isList: true),
            Input("divisor", "number"),
            Output("shares", Aggregate(AggregateKind.List, "s", share, body: Member(Name("s"), "share")))), tier, maxSteps);
        return rules.Evaluate(FactSet.FromJson(JsonSerializer.Serialize(new { total, weights, divisor })));
    }

    /// <summary>The method told another way: every part cut down, the first so many by remainder lifted by a unit.</summary>
    private static IEnumerable<Rational> ByHand(Rational total, Rational[] parts, Rational unit)
    {
        var mirrored = total.Sign < 0;
        var units = parts.Select(part => (mirrored ? -part : part) / unit).ToArray();
        var whole = units.Select(count => count.Floor()).ToArray();
        var left = whole.Aggregate((mirrored ? -total : total) / unit, (rest, count) => rest - count);
        var lifted = Enumerable.Range(0, parts.Length)
            .OrderByDescending(i => units[i] - whole[i], Comparer<Rational>.Create((one, other) => one.CompareTo(other))).ThenBy(i => i)
            .TakeWhile((_, taken) => Rational.Of(taken).CompareTo(left) < 0).ToHashSet();
        return whole.Select((count, i) => (lifted.Contains(i) ? count + Rational.Of(1m) : count) * (mirrored ? -unit : unit));
    }

    /// <summary>A total of either sign and weights of which one is not zero, small and large, equal and odd.</summary>
    private static (decimal Total, decimal[] Weights, decimal Divisor, int Places) Case(int seed)
    {
        var random = new Random(seed);
        var total = random.Next(-2_000_000, 2_000_000) / (decimal)Math.Pow(10, random.Next(0, 5));
        var weights = Enumerable.Range(0, random.Next(1, 13))
            .Select(_ => random.Next(0, random.Next(0, 2) == 0 ? 4 : 100_000) / (decimal)Math.Pow(10, random.Next(0, 4))).ToArray();
        if (weights.All(weight => weight == 0m))
            weights[weights.Length / 2] = 1m;
        return (total, weights, random.Next(1, 100), random.Next(0, 5));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal[] Numbers(string text) => text.Split(' ').Select(Number).ToArray();
}
