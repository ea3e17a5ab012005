using System;
using System.Globalization;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;
using Calendar = Retail.Rules.Values.Calendar;

namespace Retail.Rules.Tests.Values;

[TestFixture]
public class ValuePrintingTests
{
    private static readonly RuleType Grade = RuleType.Of(new EnumType("Grade", EnumKind.Ordered, ["low", "high"]));

    [Test]
    public void Two_sides_are_printed_with_enough_digits_to_show_their_order() =>
        Assert.That(ValuePrinting.PrintPair(Exact.Divide(new Value(25_999m), new Value(26_000m)), RuleType.Number, new Value(1m), RuleType.Number), Is.EqualTo(("0.99996", "1.00000")));

    [Test]
    public void Two_sides_that_differ_widely_are_printed_short()
    {
        Assert.That(ValuePrinting.PrintPair(new Value(0.3m), RuleType.Percent, new Value(0.25m), RuleType.Percent), Is.EqualTo(("30.0%", "25.0%")));
        Assert.That(ValuePrinting.PrintPair(new Value(9.999m), RuleType.Money, new Value(2m), RuleType.Money), Is.EqualTo(("10.00", "2.00")));
        Assert.That(ValuePrinting.PrintPair(new Value(7m), RuleType.Number, new Value(21m), RuleType.Number), Is.EqualTo(("7", "21")));
    }

    [Test]
    public void Equal_sides_are_printed_alike() =>
        Assert.That(ValuePrinting.PrintPair(new Value(0.40m), RuleType.Percent, Exact.Divide(new Value(2m), new Value(5m)), RuleType.Percent), Is.EqualTo(("40.0%", "40.0%")));

    [FsCheck.NUnit.Property(MaxTest = 3_000, Arbitrary = [typeof(Numbers)], QuietOnSuccess = true)]
    public void Sides_that_18_places_tell_apart_are_printed_in_their_order(AnyNumber left, AnyNumber right)
    {
        var order = Exact.Compare(Exact.Round(left.Value, 18), Exact.Round(right.Value, 18));
        var (first, second) = ValuePrinting.PrintPair(left.Value, RuleType.Number, right.Value, RuleType.Number);
        if (!decimal.TryParse(first, NumberStyles.Number, CultureInfo.InvariantCulture, out var one) || !decimal.TryParse(second, NumberStyles.Number, CultureInfo.InvariantCulture, out var other))
            return;
        if (order != 0)
            Assert.That(Math.Sign(one.CompareTo(other)), Is.EqualTo(Math.Sign(order)), first + " and " + second);
    }

    [TestCase("0.2", "20.0%")]
    [TestCase("0.19925", "19.925%")]
    [TestCase("0.1992512", "19.925%")]
    [TestCase("1.5", "150.0%")]
    [TestCase("-0.05", "-5.0%")]
    public void A_percent_has_its_sign_and_a_place(string value, string printed) =>
        Assert.That(ValuePrinting.Print(new Value(decimal.Parse(value, CultureInfo.InvariantCulture)), RuleType.Percent), Is.EqualTo(printed));

    [TestCase("1", "1.00")]
    [TestCase("1.97", "1.97")]
    [TestCase("1.975", "1.975")]
    [TestCase("1.97555", "1.9756")]
    [TestCase("1250000", "1250000.00")]
    [TestCase("-0.001", "-0.001")]
    public void An_amount_has_its_cents(string value, string printed) =>
        Assert.That(ValuePrinting.Print(new Value(decimal.Parse(value, CultureInfo.InvariantCulture)), RuleType.Money), Is.EqualTo(printed));

    [TestCase("7", "7")]
    [TestCase("7.000", "7")]
    [TestCase("2.5", "2.5")]
    [TestCase("0.00004", "0")]
    [TestCase("-0.00004", "0")]
    public void A_number_has_no_more_places_than_it_needs(string value, string printed) =>
        Assert.That(ValuePrinting.Print(new Value(decimal.Parse(value, CultureInfo.InvariantCulture)), RuleType.Number), Is.EqualTo(printed));

    [Test]
    public void A_fraction_that_no_decimal_holds_is_rounded() =>
        Assert.That(ValuePrinting.Print(Exact.Divide(new Value(2m), new Value(3m)), RuleType.Number), Is.EqualTo("0.6667"));

    [Test]
    public void A_number_beyond_decimals_is_printed_whole()
    {
        var huge = Exact.Multiply(new Value(decimal.MaxValue), new Value(10m));
        Assert.That(ValuePrinting.Print(huge, RuleType.Number), Is.EqualTo("792281625142643375935439503350"));
    }

    [TestCase(0L, "0 minutes")]
    [TestCase(1L, "1 minute")]
    [TestCase(90L, "1 hour 30 minutes")]
    [TestCase(1_440L, "1 day")]
    [TestCase(2_885L, "2 days 5 minutes")]
    [TestCase(-60L, "-1 hour")]
    public void A_duration_is_told_in_units(long minutes, string printed) =>
        Assert.That(ValuePrinting.Print(new Value((decimal)(minutes * TimeSpan.TicksPerMinute)), RuleType.Duration), Is.EqualTo(printed));

    [Test]
    public void Dates_instants_and_flags_are_printed_alike_everywhere()
    {
        var moment = new DateTime(2026, 10, 16, 6, 30, 0);
        Assert.That(ValuePrinting.Print(new Value(Calendar.DayNumber(moment)), RuleType.Date), Is.EqualTo("2026-10-16"));
        Assert.That(ValuePrinting.Print(new Value((decimal)moment.Ticks), RuleType.Instant), Is.EqualTo("2026-10-16T06:30:00Z"));
        Assert.That(ValuePrinting.Print(Value.True, RuleType.Boolean), Is.EqualTo("true"));
        Assert.That(ValuePrinting.Print(Value.Unknown, RuleType.Money), Is.EqualTo("unknown"));
    }

    [Test]
    public void Lists_and_records_are_printed_item_by_item()
    {
        var list = new Composite(2);
        list.Add(new Value("low"));
        list.Add(new Value("high"));
        var record = new Composite(2);
        record.Add(new Value(1m));
        record.Add(Value.Unknown);
        var type = new RecordType(null, [new Field("price", RuleType.Money), new Field("grade", Grade.AsOptional())]);

        Assert.That(ValuePrinting.Print(new Value(list), RuleType.ListOf(Grade)), Is.EqualTo("low, high"));
        Assert.That(ValuePrinting.Print(new Value(new Composite(0)), RuleType.ListOf(Grade)), Is.EqualTo("none"));
        Assert.That(ValuePrinting.Print(new Value(record), RuleType.Of(type)), Is.EqualTo("{ price: 1.00, grade: unknown }"));
    }
}
