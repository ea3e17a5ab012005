using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Tests.Facts;

/// <summary>Amounts that name their currency, from every source: the right one is read, another is refused, none is guessed.</summary>
[TestFixture]
public class MoneyFactTests
{
    private static readonly RuleSet Pounds = new Rules().In("GBP").Input("price: money", "fee: money in EUR?", "fees: list of money in EUR?").Compile();
    private static readonly RuleSet Local = new Rules().In("local").Input("price: money", "cost: money?").Compile();

    private enum Code
    {
        EUR,
        GBP,

        [FactName("USD")]
        Dollar,
    }

    private readonly record struct Iso(string? Letters)
    {
        public override string ToString() => Letters ?? "";
    }

    private readonly record struct Money(decimal Amount, Iso Currency);

    private sealed record TextMoney(decimal? Amount, string? Currency);

    private sealed record EnumMoney(decimal Amount, Code Currency);

    private sealed class Broken
    {
        public decimal Amount => throw new InvalidOperationException();

        public string Currency => "GBP";
    }

    private sealed record Priced<T>(T Price);

    private sealed record Charged(decimal Price, Money? Fee, IReadOnlyList<Money>? Fees);

    [TestCase("""{ "price": 2.50, "fee": 4, "fees": [1, { "amount": "2.5", "currency": "EUR" }] }""")]
    [TestCase("""{ "price": { "amount": 2.50, "currency": "GBP" }, "fee": { "currency": "EUR", "amount": 4.00 }, "fees": [{ "amount": 1, "currency": "EUR" }, 2.5] }""")]
    public void The_declared_currency_may_be_named_or_not(string facts)
    {
        var decision = Pounds.Evaluate(FactSet.FromJson(facts));

        Assert.That(decision.ProblemLines(), Is.Empty);
        Assert.That(decision.WarningLines(), Is.Empty);
        Assert.That(Outputs(decision), Is.EqualTo("""{"price":2.5,"fee":{"amount":4,"currency":"EUR"},"fees":[{"amount":1,"currency":"EUR"},{"amount":2.5,"currency":"EUR"}]}"""));
        Assert.That(decision.FactsHash, Is.EqualTo(Pounds.Evaluate(FactSet.FromJson("""{ "price": 2.5, "fee": 4, "fees": [1, 2.5] }""")).FactsHash), "what is spelt out changes no hash");
    }

    [TestCase("""{ "price": { "amount": 2.50, "currency": "EUR" } }""", "price: an amount in EUR is not an amount in GBP")]
    [TestCase("""{ "price": 1, "fee": { "amount": 2.50, "currency": "GBP" } }""", "fee: an amount in GBP is not an amount in EUR")]
    [TestCase("""{ "price": 1, "fee": { "amount": 2.50, "currency": "eur" } }""", "fee: an amount in eur is not an amount in EUR")]
    [TestCase("""{ "price": 1, "fees": [1, { "amount": 2.50, "currency": "USD" }] }""", "fees[1]: an amount in USD is not an amount in EUR")]
    [TestCase("""{ "price": { "amount": 2.50 } }""", "price: the amount does not say its currency; name it, or write the amount as a number")]
    [TestCase("""{ "price": { "amount": 2.50, "currency": " " } }""", "price: the amount does not say its currency; name it, or write the amount as a number")]
    [TestCase("""{ "price": {} }""", "price: a record is not an amount of money; write it as a number: 2.50")]
    [TestCase("""{ "price": 1, "fee": {} }""", "fee: a record is not an amount in EUR; write it as a number: 2.50")]
    [TestCase("""{ "price": 1, "fee": "5 EUR" }""", "fee: \"5 EUR\" is not an amount in EUR; write it as a number: 2.50")]
    [TestCase("""{ "price": { "amount": "x", "currency": "GBP" } }""", "price.amount: \"x\" is not a number")]
    [TestCase("""{ "price": { "amount": { "amount": 1, "currency": "GBP" }, "currency": "GBP" } }""", "price.amount: a record is not a number")]
    [TestCase("""{ "price": { "amount": 1, "currency": 5 } }""", "price.currency: 5 is not a text")]
    [TestCase("""{ "price": { "amount": 1, "amount": 2, "currency": "GBP" } }""", "price.amount: is given twice")]
    public void What_does_not_agree_is_refused(string facts, string problem)
    {
        var fromJson = Pounds.Evaluate(FactSet.FromJson(facts));

        Assert.That(fromJson.ProblemLines(), Is.EqualTo(new[] { problem }));
        Assert.That(fromJson.Verdict, Is.EqualTo(Verdict.Incomplete));
        if (!problem.EndsWith("twice", StringComparison.Ordinal))
            Assert.That(Pounds.Evaluate(FactSet.FromDictionary(Dictionary(facts))).ProblemLines(), Is.EqualTo(new[] { problem }), "by name");
    }

    [Test]
    public void An_amount_that_is_null_is_missing()
    {
        var decision = Pounds.Evaluate(FactSet.FromJson("""{ "price": { "amount": null, "currency": "GBP" } }"""));

        Assert.That(decision.Missing, Is.EqualTo(new[] { "price" }));
        Assert.That(decision.ProblemLines(), Is.Empty);
    }

    [Test]
    public void Other_members_are_warned_of()
    {
        var decision = Pounds.Evaluate(FactSet.FromJson("""{ "price": { "amount": 1, "currency": "GBP", "curency": "EUR" } }"""));

        Assert.That(decision.WarningLines(), Is.EqualTo(new[] { "price.curency: the ruleset does not know it; did you mean `currency`?" }));
        Assert.That(Outputs(decision), Is.EqualTo("""{"price":1}"""));
    }

    [Test]
    public void A_ruleset_in_local_currency_takes_one_currency_at_a_time()
    {
        var one = Local.Evaluate(FactSet.FromJson("""{ "price": { "amount": 1, "currency": "PLN" }, "cost": { "amount": 2, "currency": "PLN" } }"""));
        var two = Local.Evaluate(FactSet.FromJson("""{ "price": { "amount": 1, "currency": "PLN" }, "cost": { "amount": 2, "currency": "EUR" } }"""));
        var swapped = Local.Evaluate(FactSet.FromJson("""{ "cost": { "amount": 2, "currency": "EUR" }, "price": { "amount": 1, "currency": "PLN" } }"""));

        Assert.That(Outputs(one), Is.EqualTo("""{"price":1,"cost":2}"""));
        Assert.That(two.ProblemLines(), Is.EqualTo(new[] { ": amounts are in EUR and PLN, and the ruleset takes all of them to be in one currency" }));
        Assert.That(two.Verdict, Is.EqualTo(Verdict.Incomplete));
        Assert.That(swapped.FactsHash, Is.EqualTo(two.FactsHash), "the order of facts means nothing");
        Assert.That(Local.Evaluate(FactSet.FromJson("""{ "price": { "amount": 1, "currency": "EUR" } }""")).ProblemLines(), Is.Empty, "and forgets it after each decision");
    }

    [Test]
    public void Objects_that_hold_an_amount_and_its_currency_are_money() => Assert.Multiple(() =>
    {
        Assert.That(Outputs(Judge(new Priced<Money>(new Money(2.5m, new Iso("GBP"))))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(Outputs(Judge(new Priced<Money?>(new Money(2.5m, new Iso("GBP"))))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(Outputs(Judge(new Priced<TextMoney>(new TextMoney(2.5m, "GBP")))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(Outputs(Judge(new Priced<EnumMoney>(new EnumMoney(2.5m, Code.GBP)))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(Outputs(Judge(new Priced<decimal>(2.5m))), Is.EqualTo("""{"price":2.5}"""), "a decimal is in the declared currency");
        Assert.That(Outputs(Judge(new Charged(1m, new Money(4m, new Iso("EUR")), [new Money(1m, new Iso("EUR"))]))),
            Is.EqualTo("""{"price":1,"fee":{"amount":4,"currency":"EUR"},"fees":[{"amount":1,"currency":"EUR"}]}"""));
        Assert.That(Outputs(Judge(new Charged(1m, null, null))), Is.EqualTo("""{"price":1}"""));
    });

    [Test]
    public void Objects_in_another_currency_are_refused() => Assert.Multiple(() =>
    {
        Assert.That(Judge(new Priced<Money>(new Money(2.5m, new Iso("EUR")))).ProblemLines(), Is.EqualTo(new[] { "price: an amount in EUR is not an amount in GBP" }));
        Assert.That(Judge(new Priced<Money>(default)).ProblemLines(), Is.EqualTo(new[] { "price: the amount does not say its currency; name it, or write the amount as a number" }));
        Assert.That(Judge(new Priced<TextMoney>(new TextMoney(2.5m, null))).ProblemLines(), Is.EqualTo(new[] { "price: the amount does not say its currency; name it, or write the amount as a number" }));
        Assert.That(Judge(new Priced<EnumMoney>(new EnumMoney(2.5m, Code.Dollar))).ProblemLines(), Is.EqualTo(new[] { "price: an amount in USD is not an amount in GBP" }));
        Assert.That(Judge(new Charged(1m, new Money(4m, new Iso("GBP")), null)).ProblemLines(), Is.EqualTo(new[] { "fee: an amount in GBP is not an amount in EUR" }));
        Assert.That(Judge(new Priced<TextMoney?>(new TextMoney(null, "GBP"))).Missing, Is.EqualTo(new[] { "price" }));
        Assert.That(Judge(new Priced<TextMoney?>(null)).Missing, Is.EqualTo(new[] { "price" }));
        Assert.That(Judge(new Priced<Broken>(new Broken())).ProblemLines(), Is.EqualTo(new[] { "price.amount: reading it threw InvalidOperationException" }));
    });

    [Test]
    public void They_are_among_facts_by_name_too() => Assert.Multiple(() =>
    {
        Assert.That(Outputs(ByName(new Money(2.5m, new Iso("GBP")))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(Outputs(ByName(new EnumMoney(2.5m, Code.GBP))), Is.EqualTo("""{"price":2.5}"""));
        Assert.That(ByName(new EnumMoney(2.5m, Code.Dollar)).ProblemLines(), Is.EqualTo(new[] { "price: an amount in USD is not an amount in GBP" }));
        Assert.That(ByName(new TextMoney(2.5m, "")).ProblemLines(), Is.EqualTo(new[] { "price: the amount does not say its currency; name it, or write the amount as a number" }));
        Assert.That(ByName(new Broken()).ProblemLines().Single(), Does.StartWith("price: reading it threw "));
        Assert.That(ByName(new object()).ProblemLines().Single(), Does.EndWith("is not an amount of money; write it as a number: 2.50"));
    });

    [Test]
    public void A_type_without_a_currency_is_no_money() =>
        Assert.That(Pounds.MapFacts<Priced<Iso>>().Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Code), Is.EqualTo(new[] { "RR0501" }));

    private static Decision Judge<T>(T facts) => Pounds.Evaluate(Pounds.MapFacts<T>().GetValueOrThrow(), facts);

    private static Decision ByName(object price) => Pounds.Evaluate(FactSet.FromDictionary(new Dictionary<string, object?> { ["price"] = price }));

    private static string Outputs(Decision decision)
    {
        using var json = JsonDocument.Parse(decision.ToJson());
        return JsonSerializer.Serialize(json.RootElement.GetProperty("outputs"));
    }

    private static Dictionary<string, object?> Dictionary(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (Dictionary<string, object?>)Plain(document.RootElement)!;
    }

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => Plain(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.Number => decimal.Parse(json.GetRawText(), CultureInfo.InvariantCulture),
        JsonValueKind.String => json.GetString(),
        _ => null,
    };
}
