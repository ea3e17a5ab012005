using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Indexing;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Indexing;

/// <summary>The search by floating point says what exact numbers say, above all at and beside a threshold.</summary>
[TestFixture]
public class ThresholdsTests
{
    private static readonly decimal[] Units = Enumerable.Range(0, 29).Select(scale => new decimal(1, 0, 0, false, (byte)scale)).ToArray();

    [Test]
    public void A_margin_is_placed_exactly_where_it_meets_a_threshold_at_every_scale_of_amounts()
    {
        var thresholds = Enumerable.Range(5, 26).Select(percent => new Value(percent / 100m)).ToArray();
        var places = new Thresholds(thresholds);
        var ties = 0;
        for (var scale = 0; scale <= 20; scale++)
        {
            for (var price = 1m; price <= 60m; price++)
            {
                for (var i = 0; i < thresholds.Length; i++)
                {
                    // price x unit at a margin of exactly the threshold, one unit in the last place below it, and one above.
                    var (denominator, numerator) = (price * Units[scale], price * thresholds[i].Numerator * Units[scale]);
                    ties++;
                    Assert.That(places.Place(new Value(numerator, denominator)), Is.EqualTo((2 * i) + 1));
                    var last = Units[scale + 6];
                    Assert.That(places.Place(new Value(numerator - last, denominator)), Is.EqualTo(2 * i));
                    Assert.That(places.Place(new Value(numerator + last, denominator)), Is.EqualTo((2 * i) + 2));
                }
            }
        }
        Assert.That(ties, Is.EqualTo(21 * 60 * 26));
    }

    [FsCheck.NUnit.Property(MaxTest = 2_000, QuietOnSuccess = true)]
    public void Any_number_is_placed_as_exact_comparisons_place_it(decimal[] constants, decimal numerator, decimal denominator, int near)
    {
        var sorted = new List<Value>();
        foreach (var constant in constants.Distinct().OrderBy(constant => constant))
            sorted.Add(new Value(constant));
        var values = new List<Value> { new(numerator), denominator > 0m ? new(numerator, denominator) : new(0m) };
        if (sorted.Count > 0)
            values.Add(sorted[(int)((uint)near % (uint)sorted.Count)]);
        foreach (var value in values)
        {
            var expected = 2 * sorted.Count(constant => Exact.Compare(constant, value) < 0) + (sorted.Any(constant => Exact.Compare(constant, value) == 0) ? 1 : 0);
            Assert.That(new Thresholds(sorted).Place(value), Is.EqualTo(expected));
        }
    }
}
