using System;
using System.Globalization;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Calendar;

/// <summary>Working time between two instants.</summary>
[TestFixture]
internal sealed class BusinessTimeTests
{
    private static readonly BusinessTime Office = new()
    {
        Open = new TimeOnly(9, 0), Close = new TimeOnly(17, 0), TimeZone = "Europe/Berlin", Holidays = [new DateOnly(2026, 12, 25)],
    };

    private static readonly BusinessTime Night = new()
    {
        Days = [DayOfWeek.Sunday], Open = new TimeOnly(0, 0), Close = null, TimeZone = "Europe/Berlin",
    };

    [TestCase("2026-09-02T08:00:00Z", "2026-09-02T09:30:00Z", "1.5", TestName = "Within a day")]
    [TestCase("2026-09-04T14:30:00Z", "2026-09-07T07:15:00Z", "0.75", TestName = "Friday 16:30 to Monday 09:15 is not three days")]
    [TestCase("2026-09-05T08:00:00Z", "2026-09-06T20:00:00Z", "0", TestName = "Nobody works at the weekend")]
    [TestCase("2026-08-31T00:00:00Z", "2026-09-07T00:00:00Z", "40", TestName = "A week is forty hours")]
    [TestCase("2026-12-24T15:00:00Z", "2026-12-28T09:00:00Z", "2", TestName = "A holiday does not count")]
    [TestCase("2026-09-02T02:00:00Z", "2026-09-02T20:00:00Z", "8", TestName = "Time before opening and after closing does not count")]
    [TestCase("2026-09-02T09:30:00Z", "2026-09-02T08:00:00Z", "-1.5", TestName = "Backwards it is negative")]
    public void Hours_between(string start, string end, string hours) =>
        Assert.That(Office.HoursBetween(At(start), At(end)), Is.EqualTo(decimal.Parse(hours, CultureInfo.InvariantCulture)));

    [TestCase("2026-03-29", 23)]
    [TestCase("2026-10-25", 25)]
    public void A_day_on_which_clocks_change_has_the_hours_that_pass(string sunday, int hours)
    {
        var noon = DateTimeOffset.Parse(sunday + "T12:00:00Z", CultureInfo.InvariantCulture);

        Assert.That(Night.HoursBetween(noon.AddDays(-2), noon.AddDays(2)), Is.EqualTo(hours));
    }

    [Test]
    public void Hours_that_close_before_they_open_are_refused() =>
        Assert.That(() => (Office with { Close = new TimeOnly(9, 0) }).Between(default, default), Throws.InvalidOperationException.With.Message.EqualTo("working hours close after they open"));

    [FsCheck.NUnit.Property]
    public void Time_adds_up(int first, int second)
    {
        var start = At("2026-01-05T00:00:00Z");
        var middle = start.AddMinutes(first % 200_000);
        var end = middle.AddMinutes(second % 200_000);

        Assert.That(Office.Between(start, middle) + Office.Between(middle, end), Is.EqualTo(Office.Between(start, end)));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
