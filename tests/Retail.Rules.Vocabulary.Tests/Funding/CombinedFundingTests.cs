using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Vocabulary.Tests.Rules;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Funding;

/// <summary>Several agreements on the same units.</summary>
[TestFixture]
internal sealed class CombinedFundingTests
{
    [TestCase(CombineMode.Stack, new[] { 0.30, 0.20 }, 0.50)]
    [TestCase(CombineMode.Best, new[] { 0.20, 0.30 }, 0.30)]
    [TestCase(CombineMode.Exclusive, new[] { 0.30, 0.20 }, null)]
    [TestCase(CombineMode.Exclusive, new[] { 0.30 }, 0.30)]
    [TestCase(CombineMode.Stack, new double[0], 0)]
    [TestCase(CombineMode.Best, new double[0], 0)]
    [TestCase(CombineMode.Exclusive, new double[0], 0)]
    [TestCase(CombineMode.Best, new[] { -0.20, -0.30 }, -0.20)]
    public void The_mode_decides_what_they_come_to(CombineMode mode, double[] earned, decimal? expected)
    {
        Money[] amounts = [.. earned.Select(amount => Eur((decimal)amount))];
        Check(expected, CombinedFunding.Of(amounts, mode, Euro), $"combinedFunding({RuleLiteral.Of(amounts)}, {NameOf(mode)})");
    }

    [TestCase(CombineMode.Stack, 1.00)]
    [TestCase(CombineMode.Best, 0.80)]
    [TestCase(CombineMode.Exclusive, null)]
    public void Types_add_up_and_combine_within(CombineMode mode, decimal? expected)
    {
        TypedFunding[] earned = [new(FundingType.Scanback, Eur(0.30m)), new(FundingType.OffInvoice, Eur(0.50m)), new(FundingType.Scanback, Eur(0.20m))];
        Check(expected, CombinedFunding.PerType(earned, mode, Euro), $"combinedPerType({InRules(earned)}, {NameOf(mode)})");
    }

    [Test]
    public void Two_best_of_a_type_count_once()
    {
        TypedFunding[] earned = [new(FundingType.Scanback, Eur(0.30m)), new(FundingType.Scanback, Eur(0.30m))];
        Check(0.30m, CombinedFunding.PerType(earned, CombineMode.Best, Euro), $"combinedPerType({InRules(earned)}, best)");
    }

    [Test]
    public void One_of_each_type_is_no_conflict()
    {
        TypedFunding[] earned = [new(FundingType.Scanback, Eur(0.30m)), new(FundingType.OffInvoice, Eur(0.50m))];
        Check(0.80m, CombinedFunding.PerType(earned, CombineMode.Exclusive, Euro), $"combinedPerType({InRules(earned)}, exclusive)");
    }

    [Test]
    public void An_unknown_mode_or_list_comes_to_nothing_that_is_known()
    {
        Assert.That(CombinedFunding.Of([], null, Euro), Is.Null);
        Assert.That(CombinedFunding.Of(null, CombineMode.Stack, Euro), Is.Null);
        Assert.That(CombinedFunding.PerType(null, CombineMode.Stack, Euro), Is.Null);
        Assert.That(CombinedFunding.PerType([], null, Euro), Is.Null);
        Assert.Throws<CurrencyMismatchException>(() => CombinedFunding.Of([new Money(1m, new Currency("PLN"))], CombineMode.Best, Euro));
    }

    private static string InRules(IEnumerable<TypedFunding> earned) =>
        "[" + string.Join(", ", earned.Select((one, place) => RuleLiteral.Of(new { Place = place, one.Type, one.Earned }))) + "]";
}
