using System.Linq;
using FsCheck;
using NUnit.Framework;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Tests.Diagnostics;

[TestFixture]
public class SpellingTests
{
    [TestCase("regularPrise", "regularPrice")]
    [TestCase("reguarPrice", "regularPrice")]
    [TestCase("regularrPrice", "regularPrice")]
    [TestCase("reuglarPrice", "regularPrice")]
    [TestCase("REGULARPRICE", "regularPrice")]
    [TestCase("promo", "promo")]
    [TestCase("pormo", "promo")]
    public void A_slip_finds_the_name_that_was_meant(string written, string meant) =>
        Assert.That(Spelling.Suggest(written, ["promo", "regularPrice", "cost"]), Is.EqualTo(meant));

    [TestCase("xyz")]
    [TestCase("supplierFunding")]
    [TestCase("")]
    public void Something_else_finds_nothing(string written) =>
        Assert.That(Spelling.Suggest(written, ["promo", "regularPrice", "cost"]), Is.Null);

    [Test]
    public void Of_equally_near_names_the_first_by_order_is_suggested()
    {
        Assert.That(Spelling.Suggest("costz", ["costy", "costx"]), Is.EqualTo("costx"));
        Assert.That(Spelling.Suggest("costz", ["costx", "costy"]), Is.EqualTo("costx"));
    }

    [Test]
    public void The_nearest_name_wins() => Assert.That(Spelling.Suggest("lead", ["leaf1", "leads", "load12"]), Is.EqualTo("leads"));

    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public void A_name_that_exists_is_its_own_suggestion_wherever_it_stands(NonEmptyString name, NonEmptyString other)
    {
        Assert.That(Spelling.Suggest(name.Get, [name.Get, "…" + other.Get + "……"]), Is.EqualTo(name.Get));
        Assert.That(Spelling.Suggest(name.Get, ["…" + other.Get + "……", name.Get]), Is.EqualTo(name.Get));
    }
}
