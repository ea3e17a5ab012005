using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static Retail.Rules.Vocabulary.Tests.Rules.Parity;

namespace Retail.Rules.Vocabulary.Tests.Price;

/// <summary>Promotions that meet.</summary>
[TestFixture]
internal sealed class PromotionOverlapTests
{
    [TestCase(1, 15, 15, 20, false)]
    [TestCase(1, 16, 15, 20, true)]
    [TestCase(1, 20, 5, 6, true)]
    [TestCase(5, 6, 1, 20, true)]
    [TestCase(5, 5, 1, 20, false)]
    [TestCase(1, 20, 5, 5, false)]
    [TestCase(7, 5, 1, 20, false)]
    public void Half_open_spans_meet_if_they_share_a_day(int from, int until, int otherFrom, int otherUntil, bool expected) =>
        Check(expected, PromotionOverlap.Intersect(Day(from), Day(until), Day(otherFrom), Day(otherUntil)), $"daysOverlap({In(from)}, {In(until)}, {In(otherFrom)}, {In(otherUntil)})");

    [TestCase("P2 A N store 10 20 no", "P1 A N store 1 11 no", true)]
    [TestCase("P2 A N store 10 20 yes", "P1 A N store 1 11 no", true)]
    [TestCase("P2 A N store 10 20 yes", "P1 A N store 1 11 yes", false)]
    [TestCase("P2 B N store 10 20 no", "P1 A N store 1 11 no", false)]
    [TestCase("P2 A S store 10 20 no", "P1 A N store 1 11 no", false)]
    [TestCase("P2 A N web 10 20 no", "P1 A N store 1 11 no", false)]
    [TestCase("P1 A N store 10 20 no", "P1 A N store 1 11 no", false)]
    [TestCase("P2 A N store 10 20 no", "P1 A N store 1 10 no", false)]
    public void Slots_conflict(string one, string other, bool expected) =>
        Check(expected, PromotionOverlap.Conflict(Slot(one), Slot(other)), $"slotsConflict({InRules(one)}, {InRules(other)})");

    [Test]
    public void All_conflicts_come_once_in_the_order_of_the_list()
    {
        List<PromotionSlot> slots = [Slot("P3 A N store 12 20 no"), Slot("P1 A N store 1 11 no"), Slot("P2 A N store 10 15 yes"), Slot("P4 B N store 1 30 no")];

        Assert.That(PromotionOverlap.Conflicts(slots), Is.EqualTo(new[]
        {
            new PromotionConflict(slots[0], slots[2], Day(12), Day(15)),
            new PromotionConflict(slots[1], slots[2], Day(10), Day(11)),
        }));
        Check(1m, PromotionOverlap.Conflicts(slots).Count(conflict => conflict.First == slots[0]), $"count c in conflictsOf({InRules("P3 A N store 12 20 no")}, [{InRules("P1 A N store 1 11 no")}, {InRules("P2 A N store 10 15 yes")}])");
    }

    [FsCheck.NUnit.Property]
    public Property The_sweep_finds_what_comparing_all_pairs_finds((byte, byte, bool, byte)[] spans)
    {
        var slots = spans.Select((span, i) => new PromotionSlot("P" + (i % 5).ToString(CultureInfo.InvariantCulture), "A", span.Item4 % 2 == 0 ? "N" : "S", "store", Day(1).AddDays(span.Item1 % 20), Day(1).AddDays(span.Item2 % 20), span.Item3)).ToList();
        var pairs = from i in Enumerable.Range(0, slots.Count) from j in Enumerable.Range(i + 1, slots.Count - i - 1) where PromotionOverlap.Conflict(slots[i], slots[j]) select (slots[i], slots[j]);

        return PromotionOverlap.Conflicts(slots).Select(conflict => (conflict.First, conflict.Second)).SequenceEqual(pairs).ToProperty();
    }

    private static DateOnly Day(int day) => new(2026, 9, day);

    private static string In(int day) => Day(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PromotionSlot Slot(string text)
    {
        var words = text.Split(' ');
        return new PromotionSlot(words[0], words[1], words[2], words[3], Day(int.Parse(words[4], CultureInfo.InvariantCulture)), Day(int.Parse(words[5], CultureInfo.InvariantCulture)), words[6] == "yes");
    }

    private static string InRules(string text)
    {
        var slot = Slot(text);
        return $"{{ promotion: \"{slot.Promotion}\", sku: \"{slot.Sku}\", location: \"{slot.Location}\", channel: \"{slot.Channel}\", from: {In(slot.From.Day)}, until: {In(slot.Until.Day)}, stackable: {(slot.Stackable ? "true" : "false")} }}";
    }
}
