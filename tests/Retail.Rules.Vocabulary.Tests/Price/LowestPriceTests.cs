using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Price;

/// <summary>The lowest price before a reduction that starts on 2 September 2026: the window is 3 August to 1 September.</summary>
[TestFixture]
internal sealed class LowestPriceTests
{
    private static readonly PriorPriceWindow Window = new() { Start = Day("2026-09-02") };

    // Prices as "amount from until", until - for still in force; zone and channel N and store.
    [TestCase("1.69 2026-06-01 -", 1.69, null, TestName = "Lowest price: lowest of the window")]
    [TestCase("1.29 2026-06-01 2026-08-04; 1.69 2026-08-04 -", 1.29, null, TestName = "Lowest price: set before and in force in it")]
    [TestCase("1.29 2026-06-01 2026-08-03; 1.69 2026-08-03 -", 1.69, null, TestName = "Lowest price: ended as the window began")]
    [TestCase("1.69 2026-06-01 2026-09-02; 1.19 2026-09-02 -", 1.69, null, TestName = "Lowest price: begins with the reduction")]
    [TestCase("1.69 2026-06-01 2026-09-01; 1.19 2026-09-01 -", 1.19, null, TestName = "Lowest price: on the last day")]
    [TestCase("1.69 2026-06-01 2026-08-10; 1.29 2026-08-10 2026-08-12; 1.69 2026-08-12 -", 1.29, null, TestName = "Lowest price: an earlier promotion")]
    [TestCase("1.69 2026-06-01 -; 1.49 2026-08-10 2026-08-12", 1.49, null, TestName = "Lowest price: two at once")]
    [TestCase("1.69 2026-06-01 2026-08-10; 1.69 2026-08-11 -", null, "2026-08-10", TestName = "Lowest price: a gap")]
    [TestCase("1.69 2026-08-04 -", null, "2026-08-03", TestName = "Lowest price: begins too late")]
    [TestCase("1.69 2026-06-01 2026-09-01", null, "2026-09-01", TestName = "Lowest price: ends too early")]
    [TestCase("", null, "2026-08-03", TestName = "Lowest price: no history")]
    [TestCase("1.69 2026-06-01 2026-08-10; 1.00 2026-08-10 2026-08-10; 1.69 2026-08-11 -", null, "2026-08-10", TestName = "Lowest price: a span of no day covers nothing")]
    [TestCase("1.69 2026-06-01 -; 1.00 2026-08-10 2026-08-10", 1.69, null, TestName = "Lowest price: a span of no day sets no price")]
    public void Before_the_reduction(string prices, decimal? expected, string? gap)
    {
        var history = History(prices);

        Check(Maybe(gap), LowestPrice.FirstGap(history, "N", "store", Window), $"priorPriceGap({InRules(history)}, \"N\", \"store\", 2026-08-03, 2026-09-02)");
        Check(expected, LowestPrice.Before(history, "N", "store", Window), $"lowestPriceOf({InRules(history)}, \"N\", \"store\", 2026-08-03, 2026-09-02)");
    }

    [Test]
    public void Bananas_at_1_29_four_weeks_ago_are_not_reduced_from_1_69_to_1_29()
    {
        var lowest = LowestPrice.Before(History("1.29 2026-07-01 2026-08-15; 1.69 2026-08-15 -"), "N", "store", Window);

        Assert.That(RetestedPrice.Of(Eur(1.29m), Eur(1.69m), Pct(7m), Eur(0.80m), lowest).BelowLowest, Is.False);
    }

    [Test]
    public void Each_zone_and_channel_has_its_own()
    {
        IReadOnlyList<AppliedPrice> history =
        [
            new(Eur(1.69m), Day("2026-06-01"), null, "N", "store"), new(Eur(1.49m), Day("2026-06-01"), null, "N", "web"),
            new(Eur(1.39m), Day("2026-06-01"), null, "S", "store"),
        ];

        Check(1.69m, LowestPrice.Before(history, "N", "store", Window), $"lowestPriceOf({InRules(history)}, \"N\", \"store\", 2026-08-03, 2026-09-02)");
        Check(1.49m, LowestPrice.Before(history, "N", "web", Window), $"lowestPriceOf({InRules(history)}, \"N\", \"web\", 2026-08-03, 2026-09-02)");
        Check(null, LowestPrice.Before(history, "S", "web", Window), $"lowestPriceOf({InRules(history)}, \"S\", \"web\", 2026-08-03, 2026-09-02)");
    }

    [TestCase(null, null, "2026-08-03", "2026-09-02")]
    [TestCase("2026-08-20", null, "2026-07-21", "2026-08-20")]
    [TestCase("2026-09-10", null, "2026-08-03", "2026-09-02")]
    [TestCase(null, "2026-08-20", "2026-08-20", "2026-09-02")]
    [TestCase(null, "2026-01-01", "2026-08-03", "2026-09-02")]
    public void Progressive_reductions_and_new_goods_move_the_window(string? firstReduction, string? onMarketSince, string from, string until)
    {
        var window = Window with { FirstReduction = Maybe(firstReduction), OnMarketSince = Maybe(onMarketSince) };
        var (first, since) = (firstReduction ?? "unknown", onMarketSince ?? "unknown");

        Check(Day(from), window.From, $"priorPriceFrom(2026-09-02, {first}, {since}, 30 days)");
        Check(Day(until), window.Until, $"priorPriceUntil(2026-09-02, {first})");
    }

    [Test]
    public void A_window_without_days_proves_nothing() =>
        Check(null, LowestPrice.Before(History("1.69 2026-06-01 -"), "N", "store", Window with { OnMarketSince = Day("2026-09-02") }), $"lowestPriceOf({InRules(History("1.69 2026-06-01 -"))}, \"N\", \"store\", 2026-09-02, 2026-09-02)");

    [Test]
    public void A_history_by_instants_counts_by_the_days_of_the_store()
    {
        var history = new PriceHistory
        {
            Sku = "A",
            PriceZone = "N",
            Channel = "store",
            CompleteFrom = DateTimeOffset.Parse("2026-08-02T22:00Z", CultureInfo.InvariantCulture),
            Applied =
            [
                Applied(1.69m, "2026-06-01T00:00Z", "2026-08-10T04:00Z", PriceKind.Regular),
                Applied(1.29m, "2026-08-10T04:00Z", "2026-08-11T22:00Z", PriceKind.Promo),
                Applied(1.69m, "2026-08-11T22:00Z", null, PriceKind.Regular),
                Applied(0.99m, "2026-08-01T00:00Z", null, PriceKind.Competitor),
            ],
        };
        var days = AppliedPrice.ByDay(history, "Europe/Berlin");

        // 22:00Z is midnight in Berlin: the history is whole from 3 August, and the promotion ran on the 10th and 11th.
        Assert.That(days, Is.EqualTo(new AppliedPrice[]
        {
            new(Eur(1.69m), Day("2026-08-03"), Day("2026-08-11"), "N", "store"),
            new(Eur(1.29m), Day("2026-08-10"), Day("2026-08-12"), "N", "store"),
            new(Eur(1.69m), Day("2026-08-12"), null, "N", "store"),
        }));
        Assert.That(LowestPrice.Before(days, "N", "store", Window), Is.EqualTo(Eur(1.29m)));
        Assert.That(LowestPrice.FirstGap(AppliedPrice.ByDay(history with { CompleteFrom = DateTimeOffset.Parse("2026-08-02T22:01Z", CultureInfo.InvariantCulture) }, "Europe/Berlin"), "N", "store", Window), Is.EqualTo(Day("2026-08-03")));
        Assert.That(AppliedPrice.ByDay(history with { CompleteFrom = null }, "Europe/Berlin"), Is.Null);
        Assert.That(AppliedPrice.ByDay(null, "Europe/Berlin"), Is.Null);
        Assert.That(LowestPrice.Before(null, "N", "store", Window), Is.Null);
    }

    private static Vocabulary.Price Applied(decimal amount, string from, string? to, PriceKind kind) => new()
    {
        Sku = "A", PriceZone = "N", Channel = "store", Amount = Eur(amount), Basis = TaxBasis.Inclusive, VatRate = Pct(7m), Kind = kind,
        From = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), To = to is null ? null : DateTimeOffset.Parse(to, CultureInfo.InvariantCulture),
    };

    private static List<AppliedPrice> History(string prices) =>
        [.. prices.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(price => price.Split(' ')).Select(words =>
            new AppliedPrice(Eur(decimal.Parse(words[0], CultureInfo.InvariantCulture)), Day(words[1]), words[2] == "-" ? null : Day(words[2]), "N", "store"))];

    private static string InRules(IEnumerable<AppliedPrice> history) => "[" + string.Join(", ", history.Select(price => string.Create(CultureInfo.InvariantCulture,
        $"{{ amount: {price.Amount.Amount}, from: {price.From:yyyy-MM-dd}, until: {(price.Until is { } until ? until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "unknown")}, priceZone: \"{price.PriceZone}\", channel: \"{price.Channel}\" }}"))) + "]";

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Maybe(string? text) => text is null ? null : Day(text);
}
