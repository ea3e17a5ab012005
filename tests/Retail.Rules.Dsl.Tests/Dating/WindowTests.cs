using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Dating;

/// <summary>What hosts see of effective dating: params that they set, hashes, explanations, fixes.</summary>
[TestFixture]
public sealed class WindowTests
{
    private const string Dated = """
        ruleset test.dated version "1"

        input asOf : date
        input depth : percent

        param most : percent = 30% within [20%..40%] effective from 2024-01-01 until 2025-01-01
        param most : percent = 50% within [20%..60%] effective from 2025-01-01

        rule D1 "Too deep" effective until 2027-01-01
          when depth > most then reject

        output most
        """;

    private const string SixtyPercent = """{ "asOf": "2023-06-01", "depth": 0.38 }""";

    [Test]
    public void A_value_set_by_the_host_counts_on_every_day()
    {
        var set = Compile(Dated, Number(35)).GetValueOrThrow();

        Assert.That(set.Evaluate(FactSet.FromJson(SixtyPercent)).Verdict, Is.EqualTo(Verdict.Reject), "a day before every window");
        Assert.That(set.Evaluate(FactSet.FromJson("""{ "asOf": "2026-06-01", "depth": 0.38 }""")).Verdict, Is.EqualTo(Verdict.Reject), "a day of the window of 50%");
        Assert.That(Compile(Dated).GetValueOrThrow().Evaluate(FactSet.FromJson(SixtyPercent)).Verdict, Is.EqualTo(Verdict.Incomplete), "the same day where nothing is set");
    }

    [Test]
    public void A_value_set_by_the_host_is_held_to_the_bounds_of_every_window()
    {
        Assert.That(Codes(Compile(Dated, Number(50))), Is.EqualTo(new[] { "RR0218" }), "outside the first window's bounds");
        Assert.That(Codes(Compile(Dated, Number(70))), Is.EqualTo(new[] { "RR0218" }), "outside both, said once");
    }

    [Test]
    public void Rulesets_whose_windows_differ_have_other_hashes()
    {
        var texts = new[]
        {
            Dated,
            Dated.Replace("until 2025-01-01", "until 2024-12-31", System.StringComparison.Ordinal),
            Dated.Replace("until 2027-01-01", "until 2027-01-02", System.StringComparison.Ordinal),
            Dated.Replace(" effective until 2027-01-01", "", System.StringComparison.Ordinal),
        };

        Assert.That(texts.Select(text => Compile(text).GetValueOrThrow().Hash), Is.Unique);
    }

    [Test]
    public void The_explanation_says_on_which_day_a_rule_is_not_in_force()
    {
        var explanation = Compile(Dated).GetValueOrThrow().Explain(FactSet.FromJson("""{ "asOf": "2027-01-01", "depth": 0.60 }"""));

        var judgement = explanation.Rules.Single().Judgements.Single();
        Assert.That(judgement.Outcome, Is.EqualTo(RuleOutcome.NotInForce));
        Assert.That(judgement.Day, Is.EqualTo("2027-01-01"));
        Assert.That(explanation.ToJson(), Does.Contain("""{"outcome":"notInForce","day":"2027-01-01","conditions":[]}"""));
    }

    [Test]
    public void The_explanation_shows_the_value_in_force()
    {
        var explanation = Compile(Dated).GetValueOrThrow().Explain(FactSet.FromJson("""{ "asOf": "2024-12-31", "depth": 0.10 }"""));

        Assert.That(explanation.Values["most"], Is.EqualTo(0.30m));
    }

    [Test]
    public void The_day_is_required_even_where_the_host_set_every_dated_value()
    {
        var set = Compile(Dated.Replace(" effective until 2027-01-01", "", System.StringComparison.Ordinal), Number(35)).GetValueOrThrow();

        Assert.That(set.Evaluate(FactSet.FromJson("""{ "depth": 0.10 }""")).Missing, Is.EqualTo(new[] { "asOf" }));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void The_fix_for_a_missing_day_declares_it(string lineEnd)
    {
        var text = Dated.Replace("input asOf : date\n", "", System.StringComparison.Ordinal).Replace("\n", lineEnd, System.StringComparison.Ordinal);
        var found = Compile(text).Diagnostics.Single();
        Assert.That(found.Code, Is.EqualTo("RR0640"));

        var edit = found.Fixes.Single().Edits.Single();
        var mended = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);

        Assert.That(Compile(mended).Diagnostics, Is.Empty);
    }

    private static CompilationResult Compile(string text, Expression? most = null)
    {
        var parameters = new Dictionary<string, Expression>();
        if (most is not null)
            parameters.Add("most", most);
        return RulesText.Compile(new SourceText(text), new RuleSetOptions { Parameters = parameters });
    }

    private static NumberLiteral Number(decimal percent) => new() { Value = percent, IsPercent = true };

    private static IEnumerable<string> Codes(CompilationResult result) =>
        result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Code);
}
