using System;
using NUnit.Framework;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Values;

[TestFixture]
public class CalendarTests
{
    [TestCase("2026-10-16", 1, "2026-10-17")]
    [TestCase("2024-02-28", 1, "2024-02-29")]
    [TestCase("2023-02-28", 1, "2023-03-01")]
    [TestCase("2026-12-31", 1, "2027-01-01")]
    [TestCase("2026-03-01", -1, "2026-02-28")]
    [TestCase("2026-10-16", 0, "2026-10-16")]
    [TestCase("0001-01-01", 3_652_058, "9999-12-31")]
    public void A_date_moves_by_whole_days(string from, int days, string to) =>
        Assert.That(Calendar.ToDate(Calendar.AddToDate(Date(from), Days(days))).ToString("yyyy-MM-dd"), Is.EqualTo(to));

    [Test]
    public void Half_a_day_twice_is_a_day() =>
        Assert.That(Calendar.ToDate(Calendar.AddToDate(Date("2026-10-16"), Exact.Add(Days(0.5m), Days(0.5m)))), Is.EqualTo(new DateTime(2026, 10, 17)));

    [Test]
    public void A_third_of_three_days_is_a_day() =>
        Assert.That(Calendar.ToDate(Calendar.AddToDate(Date("2026-10-16"), Exact.Divide(Days(3m), new Value(3m)))), Is.EqualTo(new DateTime(2026, 10, 17)));

    [Test]
    public void A_date_does_not_move_by_part_of_a_day() =>
        Assert.That(() => Calendar.AddToDate(Date("2026-10-16"), Days(0.5m)), Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("a date moved by part of a day"));

    [TestCase("0001-01-01", -1)]
    [TestCase("9999-12-31", 1)]
    [TestCase("2026-10-16", int.MaxValue)]
    public void A_date_stays_within_the_years_1_to_9999(string from, int days) =>
        Assert.That(() => Calendar.AddToDate(Date(from), Days(days)), Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("a date outside the years 1 to 9999"));

    [Test]
    public void An_instant_moves_by_parts_of_a_day()
    {
        var noon = new Value((decimal)new DateTime(2026, 10, 16, 12, 0, 0, DateTimeKind.Utc).Ticks);
        Assert.That(Calendar.ToInstant(Calendar.AddToInstant(noon, Days(0.25m))), Is.EqualTo(new DateTimeOffset(2026, 10, 16, 18, 0, 0, TimeSpan.Zero)));
    }

    [TestCase(-1)]
    [TestCase(1)]
    public void An_instant_stays_within_the_years_1_to_9999(int direction)
    {
        var limit = new Value((decimal)(direction < 0 ? DateTime.MinValue : DateTime.MaxValue).Ticks);
        Assert.That(() => Calendar.AddToInstant(limit, new Value((decimal)direction)), Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("a date outside the years 1 to 9999"));
    }

    [Test]
    public void A_duration_is_rounded_to_the_nearest_tick() =>
        Assert.That(Calendar.ToTimeSpan(Exact.Divide(new Value(2m), new Value(3m))), Is.EqualTo(TimeSpan.FromTicks(1)));

    [Test]
    public void A_duration_beyond_what_a_clock_can_hold_is_a_fault() =>
        Assert.That(() => Calendar.ToTimeSpan(new Value((decimal)long.MaxValue + 1m)), Throws.InstanceOf<EvaluationFault>().With.Message.EqualTo("a number too large to compute with"));

    private static Value Date(string iso) => new(Calendar.DayNumber(DateTime.Parse(iso, System.Globalization.CultureInfo.InvariantCulture)));

    private static Value Days(decimal count) => new(count * TimeSpan.TicksPerDay);
}
