using System;
using System.Collections.Generic;
using NUnit.Framework;

namespace Retail.Rules.Vocabulary.Tests.Facts;

/// <summary>Lists and sets of facts never change and compare by what they hold.</summary>
[TestFixture]
internal sealed class ValueListTests
{
    [Test]
    public void A_list_does_not_follow_the_list_it_was_made_of()
    {
        var source = new List<string> { "store" };
        var list = new ValueList<string>(source);
        source.Add("web");

        Assert.That(list, Is.EqualTo(new[] { "store" }));
    }

    [Test]
    public void Lists_compare_by_items_and_order()
    {
        ValueList<string> list = ["store", "web"];

        Assert.That(list.Equals(["store", "web"]), Is.True);
        Assert.That(list.GetHashCode(), Is.EqualTo(new ValueList<string>(["store", "web"]).GetHashCode()));
        Assert.That(list.Equals(["web", "store"]), Is.False);
        Assert.That(list.ToString(), Is.EqualTo("[store, web]"));
    }

    [Test]
    public void Records_that_hold_lists_compare_by_value()
    {
        static RegionScope Scope() => new() { Region = "NE", Stores = ["1", "2"] };

        Assert.That(Scope(), Is.EqualTo(Scope()));
        Assert.That(Scope() with { Stores = ["1"] }, Is.Not.EqualTo(Scope()));
    }

    [Test]
    public void A_list_holds_no_null() =>
        Assert.That(() => new ValueList<string>([null!]), Throws.ArgumentException.With.Message.StartsWith("a list of facts has no null items"));

    [Test]
    public void Sets_compare_by_texts_in_any_order_and_case_counts()
    {
        TextSet set = ["nuts", "milk", "nuts"];

        Assert.That(set, Is.EqualTo(new[] { "milk", "nuts" }).AsCollection);
        Assert.That(set.Equals(["milk", "nuts"]), Is.True);
        Assert.That(set.GetHashCode(), Is.EqualTo(new TextSet(["milk", "nuts"]).GetHashCode()));
        Assert.That(set.Contains("Milk"), Is.False);
        Assert.That(set.IsSubsetOf(["milk", "nuts", "soya"]), Is.True);
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase(null)]
    public void A_set_holds_no_blank_text(string? text) =>
        Assert.That(() => new TextSet([text!]), Throws.InstanceOf<ArgumentException>());
}
