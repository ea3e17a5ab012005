using NUnit.Framework;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

/// <summary>
/// Funding that is exactly 40 % of what a promotion gives up, after VAT: the case in which decimals, whose division rounds, fall on the wrong
/// side of the threshold.
/// </summary>
[TestFixture]
public class ThresholdTieTests
{
    private static readonly decimal[] VatRates = [0.05m, 0.055m, 0.07m, 0.10m, 0.19m, 0.20m, 0.21m, 0.23m, 0.25m];
    private static readonly decimal[] Volumes = [1m, 3m, 7m, 120m, 999m, 3_000m, 12_345m];

    [TestCase(1)]
    [TestCase(1_000)]
    [TestCase(1_000_000)]
    public void A_share_of_exactly_the_threshold_is_never_on_the_wrong_side(int priceScale)
    {
        var limit = new Value(0.40m);
        var (ties, wrong) = (0, 0);
        foreach (var vat in VatRates)
        {
            foreach (var units in Volumes)
            {
                for (var cents = 1; cents <= 400; cents++)
                {
                    var (promo, cost) = ((0.70m + cents / 100m) * priceScale, 0.70m * priceScale);
                    var funding = 0.40m * (promo - cost) * units / (1m + vat);
                    if (decimal.Round(funding, 2) != funding || funding * (1m + vat) != 0.40m * (promo - cost) * units)
                        continue;
                    ties++;
                    var share = Share(promo, cost, vat, units, funding);
                    if (Exact.Compare(share, limit) != 0
                        || Exact.Compare(Share(promo, cost, vat, units, funding - 0.01m), limit) >= 0
                        || Exact.Compare(Share(promo, cost, vat, units, funding + 0.01m), limit) <= 0)
                        wrong++;
                }
            }
        }
        Assert.That(ties, Is.GreaterThan(1_000));
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Decimals_alone_would_miss_the_tie()
    {
        // The example of the language reference: what the exact share must not do.
        var lost = (1.10m / 1.20m - 0.70m / 1.20m) * 3_000m;
        Assert.That(400m / lost, Is.LessThan(0.40m));
        Assert.That(Exact.Compare(Share(1.10m, 0.70m, 0.20m, 3_000m, 400m), new Value(0.40m)), Is.Zero);
    }

    private static Value Share(decimal promo, decimal cost, decimal vat, decimal units, decimal funding)
    {
        var net = Exact.Divide(Exact.Subtract(new Value(promo), new Value(cost)), Exact.Add(new Value(1m), new Value(vat)));
        return Exact.Divide(new Value(funding), Exact.Multiply(net, new Value(units)));
    }
}
