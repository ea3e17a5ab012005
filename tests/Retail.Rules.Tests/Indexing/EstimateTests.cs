using System;
using System.Globalization;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Indexing;

/// <summary>Sums that are estimated decide as exact numbers do, at a tie, beside it and far from it.</summary>
[TestFixture]
public class EstimateTests
{
    private static readonly string[] Operators = ["<", "<=", ">", ">="];

    [FsCheck.NUnit.Property(MaxTest = 150, QuietOnSuccess = true)]
    public void Rules_over_sums_of_products_decide_as_those_judged_in_turn(ushort price, ushort cost, byte scale, bool isNegated)
    {
        var unit = new decimal(1, 0, 0, false, (byte)(scale % 13));
        var (first, second) = ((price + 1m) * unit, (cost + 1m) * unit);

        // Rules whose two sides are equal for these facts, and their neighbours on either side.
        var rules = Operators.SelectMany(op => new[] { -1, 0, 1 }.Select(step => Rule(op, second, first + (step * unit * 0.000001m), isNegated))).ToArray();
        var definition = RuleSetJson.Read(new SourceText("""
            { "schemaVersion": 1, "ruleset": "test.sums", "version": "1", "declarations": [ { "input": ["price", "cost", "more"], "type": "number" }
            """ + string.Concat(rules.Select((rule, i) => rule.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + "] }")).Definition!;
        var indexed = RuleSet.Compile(definition, new RuleSetOptions { RowsWorthIndexing = 1 }).GetValueOrThrow();
        var inTurn = RuleSet.Compile(definition, new RuleSetOptions { RowsWorthIndexing = int.MaxValue }).GetValueOrThrow();

        foreach (var more in new[] { 0m, unit, -unit, 79_228_162_514_264_337_593_543_950_335m })
        {
            var facts = FactSet.FromJson(FormattableString.Invariant($$"""{"price":{{first}},"cost":{{second}},"more":{{more}}}"""));
            Assert.That(indexed.Evaluate(facts).ToJson(), Is.EqualTo(inTurn.Evaluate(facts).ToJson()));
        }
        var atTie = indexed.Evaluate(FactSet.FromJson(FormattableString.Invariant($$"""{"price":{{first}},"cost":{{second}},"more":0}"""))).Rules;
        // By hand: equal sides fire for <= and >= (rules 4 and 10), or where negated for < and > (rules 1 and 7); neighbours by their side.
        Assert.That(new[] { "R1", "R4", "R7", "R10" }.Where(atTie.Contains), Is.EqualTo(isNegated ? new[] { "R1", "R7" } : ["R4", "R10"]));
    }

    /// <summary>Each factor takes 12 bytes, and a number may take 1,024: what the factors make together cannot be computed, which is for the decision to say.</summary>
    [Test]
    public void Factors_that_make_a_number_too_large_are_left_to_be_judged()
    {
        var product = "\"price\"";
        for (var i = 0; i < 90; i++)
            product = FormattableString.Invariant($$"""{ "op": "*", "left": {{product}}, "right": 70000000000000000000000000001 }""");
        var rules = Enumerable.Range(0, 9).Select(i => FormattableString.Invariant($$"""
            , { "rule": "R{{i}}", "title": "Large", "clauses": [ { "when": { "op": ">", "left": {{product}}, "right": { "op": "+", "left": "cost", "right": {{i}} } }, "then": [ { "effect": "reject" } ] } ] }
            """));
        var definition = RuleSetJson.Read(new SourceText("""{ "schemaVersion": 1, "ruleset": "test.large", "version": "1", "declarations": [ { "input": ["price", "cost"], "type": "number" }""" + string.Concat(rules) + "] }")).Definition!;

        var decision = RuleSet.Compile(definition).GetValueOrThrow().Evaluate(FactSet.FromJson("""{"price":1,"cost":1}"""));

        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(decision.Rules, Has.Count.EqualTo(9));
    }

    /// <summary>price × factor + more is compared with cost × other factor.</summary>
    private static string Rule(string op, decimal factor, decimal otherFactor, bool isNegated)
    {
        var compare = FormattableString.Invariant($$"""
            { "op": "{{op}}", "left": { "op": "+", "left": { "op": "*", "left": "price", "right": {{factor}} }, "right": "more" }, "right": { "op": "*", "left": "cost", "right": {{otherFactor}} } }
            """);
        return """, { "rule": "R#", "title": "Sum", "clauses": [ { "when": """ + (isNegated ? """{ "not": """ + compare + " }" : compare) + """, "then": [ { "effect": "reject" } ] } ] }""";
    }
}
