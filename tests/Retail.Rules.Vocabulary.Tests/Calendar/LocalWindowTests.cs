using System;
using System.Globalization;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Calendar;

/// <summary>Windows as people say them, as instants. The expected instants were worked by hand from the zones' published changes of clocks.</summary>
[TestFixture]
internal sealed class LocalWindowTests
{
    // Ordinary days.
    [TestCase("Europe/Berlin", "2026-09-02", "2026-09-15", "06:00", null, "2026-09-02T04:00:00Z/2026-09-15T22:00:00Z")]
    [TestCase("America/New_York", "2026-10-16", "2026-10-18", "00:00", null, "2026-10-16T04:00:00Z/2026-10-19T04:00:00Z")]
    [TestCase("America/Phoenix", "2026-10-16", "2026-10-18", "00:00", null, "2026-10-16T07:00:00Z/2026-10-19T07:00:00Z")]
    [TestCase("Europe/Berlin", "2026-09-02", "2026-09-15", "06:00", "22:00", "2026-09-02T04:00:00Z/2026-09-15T20:00:00Z")]
    [TestCase("UTC", "2026-09-15", "2026-09-15", "00:00", null, "2026-09-15T00:00:00Z/2026-09-16T00:00:00Z")]
    // Clocks go forward: 29 March 2026, 02:00 to 03:00, in Berlin; 8 March in New York; 4 October, by half an hour, on Lord Howe.
    [TestCase("Europe/Berlin", "2026-03-29", "2026-03-29", "00:00", null, "2026-03-28T23:00:00Z/2026-03-29T22:00:00Z")]
    [TestCase("Europe/Berlin", "2026-03-29", "2026-03-29", "02:30", null, "2026-03-29T01:30:00Z/2026-03-29T22:00:00Z")]
    [TestCase("Europe/Berlin", "2026-03-28", "2026-03-29", "00:00", "02:30", "2026-03-27T23:00:00Z/2026-03-29T01:30:00Z")]
    [TestCase("America/New_York", "2026-03-08", "2026-03-08", "02:15", null, "2026-03-08T07:15:00Z/2026-03-09T04:00:00Z")]
    [TestCase("Australia/Lord_Howe", "2026-10-04", "2026-10-04", "02:10", null, "2026-10-03T15:40:00Z/2026-10-04T13:00:00Z")]
    // Clocks go back: 25 October 2026, 03:00 to 02:00, in Berlin; 1 November in New York; 5 April, by half an hour, on Lord Howe.
    [TestCase("Europe/Berlin", "2026-10-25", "2026-10-25", "00:00", null, "2026-10-24T22:00:00Z/2026-10-25T23:00:00Z")]
    [TestCase("Europe/Berlin", "2026-10-25", "2026-10-25", "02:30", null, "2026-10-25T00:30:00Z/2026-10-25T23:00:00Z")]
    [TestCase("Europe/Berlin", "2026-10-24", "2026-10-25", "00:00", "02:30", "2026-10-23T22:00:00Z/2026-10-25T00:30:00Z")]
    [TestCase("America/New_York", "2026-11-01", "2026-11-01", "01:30", null, "2026-11-01T05:30:00Z/2026-11-02T05:00:00Z")]
    [TestCase("Australia/Lord_Howe", "2026-04-05", "2026-04-05", "01:45", null, "2026-04-04T14:45:00Z/2026-04-05T13:30:00Z")]
    // Samoa had no 30 December 2011: as the 29th ended, at 10:00 UTC of the 30th, the 31st began.
    [TestCase("Pacific/Apia", "2011-12-29", "2011-12-29", "00:00", null, "2011-12-29T10:00:00Z/2011-12-30T10:00:00Z")]
    [TestCase("Pacific/Apia", "2011-12-29", "2011-12-31", "00:00", null, "2011-12-29T10:00:00Z/2011-12-31T10:00:00Z")]
    [TestCase("Pacific/Apia", "2011-12-29", "2011-12-30", "00:00", null, "2011-12-29T10:00:00Z/2011-12-30T10:00:00Z")]
    public void A_window_is_from_its_first_instant_until_before_its_last(string zone, string from, string to, string open, string? close, string interval) =>
        Assert.That(Window(zone, from, to, open, close).ToInterval().ToString(), Is.EqualTo(interval));

    [TestCase("Europe/Berlin", "2026-03-29", 23)]
    [TestCase("Europe/Berlin", "2026-10-25", 25)]
    [TestCase("America/Phoenix", "2026-03-08", 24)]
    [TestCase("Australia/Lord_Howe", "2026-10-04", 23.5)]
    [TestCase("Australia/Lord_Howe", "2026-04-05", 24.5)]
    public void A_day_is_as_long_as_it_is(string zone, string day, double hours) =>
        Assert.That(Window(zone, day, day).ToInterval().Duration, Is.EqualTo(TimeSpan.FromHours(hours)));

    /// <summary>WooCommerce 22186 ended a sale as its last day began; VirtoCommerce 956 left the last day out.</summary>
    [TestCase("2026-09-15T00:00:00+02:00", true)]
    [TestCase("2026-09-15T23:59:59.9999999+02:00", true)]
    [TestCase("2026-09-16T00:00:00+02:00", false)]
    [TestCase("2026-09-01T23:59:59.9999999+02:00", false)]
    [TestCase("2026-09-02T00:00:00+02:00", true)]
    public void The_last_day_belongs_to_the_window(string instant, bool isIn) =>
        Assert.That(Window("Europe/Berlin", "2026-09-02", "2026-09-15").ToInterval().Contains(At(instant)), Is.EqualTo(isIn));

    /// <summary>EDD 7492 ended hours early since it took the end for UTC: in New York it is still 15 September at 03:00 UTC of the 16th.</summary>
    [Test]
    public void The_last_day_ends_by_the_clocks_of_the_place()
    {
        var interval = Window("America/New_York", "2026-09-02", "2026-09-15").ToInterval();

        Assert.That(interval.Contains(At("2026-09-16T03:00:00Z")), Is.True);
        Assert.That(interval.Contains(At("2026-09-16T04:00:00Z")), Is.False);
    }

    /// <summary>PrestaShop 25199 took "from" for the server's zone and "to" for the shop's: one window has one zone.</summary>
    [Test]
    public void Both_ends_are_said_in_the_same_zone()
    {
        var interval = Window("Asia/Tokyo", "2026-09-02", "2026-09-02").ToInterval();

        Assert.That(interval.ToString(), Is.EqualTo("2026-09-01T15:00:00Z/2026-09-02T15:00:00Z"));
    }

    [TestCase("2026-09-15", "2026-09-14", "00:00", null, "the window 2026-09-15 to 2026-09-14 (Europe/Berlin) ends before it begins")]
    [TestCase("2026-09-15", "2026-09-15", "08:00", "08:00", "the window 2026-09-15 08:00 to 2026-09-15 08:00 (Europe/Berlin) ends before it begins")]
    [TestCase("2026-09-02", "2026-09-15", "00:00", "00:00", "the window 2026-09-02 to 2026-09-15 00:00 (Europe/Berlin) closes at 00:00, which leaves its last day out; leave `close` out to keep the day")]
    [TestCase("2026-09-02", "9999-12-31", "00:00", null, "the window 2026-09-02 to 9999-12-31 (Europe/Berlin) has no day after its last; the last day can be 9999-12-30")]
    [TestCase("2026-03-29", "2026-03-29", "02:30", "03:00", "the window 2026-03-29 02:30 to 2026-03-29 03:00 (Europe/Berlin) lies in time that the clocks of Europe/Berlin skip")]
    public void A_window_with_nothing_in_it_is_refused(string from, string to, string open, string? close, string problem) =>
        Assert.That(() => Window("Europe/Berlin", from, to, open, close).ToInterval(), Throws.InvalidOperationException.With.Message.EqualTo(problem));

    [Test]
    public void A_day_that_a_place_did_not_have_is_refused() =>
        Assert.That(() => Window("Pacific/Apia", "2011-12-30", "2011-12-30").ToInterval(),
            Throws.InvalidOperationException.With.Message.EqualTo("the window 2011-12-30 to 2011-12-30 (Pacific/Apia) lies in time that the clocks of Pacific/Apia skip"));

    [TestCase("europe/berlin", "; did you mean `Europe/Berlin`?")]
    [TestCase("Germany/Berlin", "; did you mean `Europe/Berlin`?")]
    [TestCase("New York", "; did you mean `America/New_York`?")]
    [TestCase("W. Europe Standard Time", "; Windows calls `Europe/Berlin` so")]
    [TestCase("Mars/Olympus", "; write it like `Europe/Berlin`")]
    [TestCase("", "; write it like `Europe/Berlin`")]
    public void An_unknown_zone_is_a_clear_error(string zone, string advice) =>
        Assert.That(() => Window(zone, "2026-09-02", "2026-09-15").ToInterval(),
            Throws.TypeOf<TimeZoneNotFoundException>().With.Message.EqualTo("`" + zone + "` is not a zone of the tz database " + LocalCalendar.TzdbVersion + advice));

    [Test]
    public void The_edition_of_the_tz_database_is_known() =>
        Assert.That(LocalCalendar.TzdbVersion, Does.Match("^20[0-9]{2}[a-z]$"));

    /// <summary>Whatever clocks do in between, a window that begins as another ends leaves no instant out and shares none.</summary>
    [FsCheck.NUnit.Property]
    public void Windows_that_meet_in_local_time_meet_in_instants(int day, uint minute, byte zone)
    {
        var meeting = new DateOnly(2026, 1, 1).AddDays(day % 3650);
        var time = new TimeOnly((minute % 1439 + 1) * TimeSpan.TicksPerMinute);
        var place = new[] { "Europe/Berlin", "America/New_York", "America/Phoenix", "Australia/Lord_Howe", "Africa/Casablanca" }[zone % 5];

        var before = new LocalWindow { From = meeting.AddDays(-2), To = meeting, Close = time, TimeZone = place }.ToInterval();
        var after = new LocalWindow { From = meeting, Open = time, To = meeting.AddDays(2), TimeZone = place }.ToInterval();

        Assert.That(after.Start, Is.EqualTo(before.End));
        Assert.That(before.Intersects(after), Is.False);
    }

    /// <summary>By another route than the window's: the calendar that the place shows at the instant.</summary>
    [FsCheck.NUnit.Property]
    public void An_instant_is_in_a_whole_day_when_the_place_shows_that_date(int day, long offset, byte zone)
    {
        var date = new DateOnly(2026, 1, 1).AddDays(day % 3650);
        var place = new[] { "Europe/Berlin", "America/New_York", "America/Phoenix", "Australia/Lord_Howe", "America/Havana" }[zone % 5];
        var interval = new LocalWindow { From = date, To = date, TimeZone = place }.ToInterval();
        var instant = interval.Start.AddTicks(offset % TimeSpan.FromHours(30).Ticks);

        Assert.That(interval.Contains(instant), Is.EqualTo(LocalCalendar.DateAt(instant, place) == date), instant.ToString("O", CultureInfo.InvariantCulture));
    }

    private static LocalWindow Window(string zone, string from, string to, string open = "00:00", string? close = null) => new()
    {
        From = DateOnly.Parse(from, CultureInfo.InvariantCulture),
        To = DateOnly.Parse(to, CultureInfo.InvariantCulture),
        Open = TimeOnly.Parse(open, CultureInfo.InvariantCulture),
        Close = close is null ? null : TimeOnly.Parse(close, CultureInfo.InvariantCulture),
        TimeZone = zone,
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
