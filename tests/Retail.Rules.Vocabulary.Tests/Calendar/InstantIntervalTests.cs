using System;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Calendar;

/// <summary>Half-open spans of time.</summary>
[TestFixture]
internal sealed class InstantIntervalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly InstantInterval Interval = new(Noon, Noon.AddHours(1));

    [TestCase(-1, false)]
    [TestCase(0, true)]
    [TestCase(59, true)]
    [TestCase(60, false)]
    public void The_start_belongs_to_it_and_the_end_does_not(int minutes, bool contains) =>
        Assert.That(Interval.Contains(Noon.AddMinutes(minutes)), Is.EqualTo(contains));

    [TestCase(-60, 0, false)]
    [TestCase(-60, 1, true)]
    [TestCase(10, 20, true)]
    [TestCase(-60, 120, true)]
    [TestCase(59, 120, true)]
    [TestCase(60, 120, false)]
    public void Intervals_that_follow_each_other_do_not_intersect(int from, int to, bool intersects)
    {
        var other = new InstantInterval(Noon.AddMinutes(from), Noon.AddMinutes(to));

        Assert.That(Interval.Intersects(other), Is.EqualTo(intersects));
        Assert.That(other.Intersects(Interval), Is.EqualTo(intersects));
    }

    [Test]
    public void Offsets_do_not_count()
    {
        var elsewhere = new InstantInterval(Noon.ToOffset(TimeSpan.FromHours(9)), Noon.AddHours(1).ToOffset(TimeSpan.FromHours(-7)));

        Assert.That(elsewhere, Is.EqualTo(Interval));
        Assert.That(elsewhere.ToString(), Is.EqualTo("2026-09-02T12:00:00Z/2026-09-02T13:00:00Z"));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void An_interval_ends_after_it_starts(int minutes) =>
        Assert.That(() => new InstantInterval(Noon, Noon.AddMinutes(minutes)), Throws.ArgumentException.With.Message.StartsWith("an interval ends after it starts"));
}
