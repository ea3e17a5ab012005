using System;
using System.Globalization;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Indexing;

namespace Retail.Rules.Tests.Indexing;

/// <summary>Texts are found, and only they.</summary>
[TestFixture]
public class TextTableTests
{
    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public void Each_text_is_found_at_its_place_and_no_other_is(string[] texts, string other)
    {
        var distinct = texts.Where(text => text is not null).Distinct(StringComparer.Ordinal).ToArray();
        var table = new TextTable(distinct);
        for (var i = 0; i < distinct.Length; i++)
            Assert.That(table.IndexOf(new string(distinct[i].ToCharArray())), Is.EqualTo(i));
        if (other is not null)
            Assert.That(table.IndexOf(other), Is.EqualTo(Array.IndexOf(distinct, other)));
    }

    [Test]
    public void Texts_that_differ_in_their_midst_alone_are_told_apart()
    {
        var texts = Enumerable.Range(0, 3_000).Select(i => new string('a', 40) + i.ToString("0000", CultureInfo.InvariantCulture) + new string('b', 40)).ToArray();
        var table = new TextTable(texts);
        Assert.That(texts.Select(table.IndexOf), Is.EqualTo(Enumerable.Range(0, texts.Length)));
        Assert.That(table.IndexOf(new string('a', 40) + "9999" + new string('b', 40)), Is.EqualTo(-1));
    }
}
