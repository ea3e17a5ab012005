using System.Linq;
using NUnit.Framework;
using Retail.Rules.Comparison;

namespace Retail.Rules.Tests.Comparison;

[TestFixture]
internal sealed class ExampleCasesTests
{
    private const string Base = """{ "facts": "ordinary", "record": { "price": "10.00", "cost": "7.00", "tags": { "list": [{ "text": "a" }, { "text": "b" }] } } },""";

    [Test]
    public void An_example_is_a_case_that_goes_by_its_title()
    {
        var result = Run("""{ "example": "Fine", "given": { "price": "10.00", "cost": "7.00" }, "expect": "approve", "outputs": { "margin": "30%" } }""");
        Assert.Multiple(() =>
        {
            Assert.That(result.Passed, Is.True);
            Assert.That(result.Case.Id, Is.EqualTo("Fine"));
            Assert.That(result.Decision.Case, Is.EqualTo("Fine"));
        });
    }

    [Test]
    public void With_replaces_whole_members_of_named_facts() =>
        Assert.That(Run(Base + """{ "example": "E", "given": "ordinary", "with": { "cost": "9.50", "tags": { "list": [{ "text": "c" }] } }, "expect": "refer", "outputs": { "margin": "5%", "tags": { "list": [{ "text": "c" }] } } }""").Mismatches, Is.Empty);

    [Test]
    public void Unknown_takes_a_member_away() =>
        Assert.That(Run(Base + """{ "example": "E", "given": "ordinary", "with": { "cost": "unknown" }, "expect": "incomplete", "missing": ["cost"] }""").Mismatches, Is.Empty);

    [Test]
    public void Rules_are_a_set_in_any_order() =>
        Assert.That(Run("""{ "example": "E", "given": { "price": "10.00", "cost": "11.00" }, "expect": "refer", "rules": ["R2", "R10"], "approvers": ["Director", "Buyer"], "conditions": ["R2"] }""").Mismatches, Is.Empty);

    [TestCase("""{ "rules": ["R2"] }""", "rules [\"R2\"] [\"R10\",\"R2\"]")]
    [TestCase("""{ "rules": [] }""", "rules [] [\"R10\",\"R2\"]")]
    [TestCase("""{ "approvers": ["Buyer"] }""", "approvers [\"Buyer\"] [\"Buyer\",\"Director\"]")]
    [TestCase("""{ "approvers": [] }""", "approvers [] [\"Buyer\",\"Director\"]")]
    [TestCase("""{ "conditions": [] }""", "conditions [] [\"R2\"]")]
    [TestCase("""{ "missing": ["cost"] }""", "missing [\"cost\"] []")]
    [TestCase("""{ "outputs": { "margin": "-11%" } }""", "outputs.margin -0.11 -0.1")]
    [TestCase("""{ "outputs": { "margin": "unknown" } }""", "outputs.margin null -0.1")]
    public void Sets_and_outputs_are_exact(string expectation, string mismatch)
    {
        var result = Run("""{ "example": "E", "given": { "price": "10.00", "cost": "11.00" }, "expect": "refer", """ + expectation.Trim()[1..]);
        Assert.That(result.Mismatches.Select(found => found.Path + " " + found.Expected + " " + found.Got), Is.EqualTo([mismatch]));
    }

    [Test]
    public void What_an_example_does_not_name_is_not_compared() =>
        Assert.That(Run("""{ "example": "E", "given": { "price": "10.00", "cost": "11.00" }, "expect": "refer" }""").Passed, Is.True);

    [Test]
    public void An_example_breaks_a_never_as_a_case_does() =>
        Assert.That(Run("""{ "example": "E", "given": { "price": "1.00", "cost": "3.00" }, "expect": "refer" }""").BrokenNevers, Is.EqualTo(["never refer when margin < -100%"]));

    [Test]
    public void Instants_compare_whatever_their_offset() =>
        Assert.That(Run("""{ "example": "E", "given": { "price": "10.00", "cost": "7.00", "opens": "2026-10-16T08:00+02:00" }, "expect": "approve", "outputs": { "opens": "2026-10-16T06:00Z" } }""").Mismatches, Is.Empty);

    [Test]
    public void A_ruleset_without_examples_gives_an_empty_suite()
    {
        var suite = RuleSuite.FromExamples(PriceBook.With());
        Assert.That(suite.RuleSet, Is.EqualTo("test.price"));
        Assert.That(suite.Cases, Is.Empty);
    }

    private static CaseResult Run(string examples)
    {
        var ruleSet = PriceBook.Compiled(examples);
        return RuleSuite.FromExamples(ruleSet.Definition).Run(ruleSet).Single();
    }
}
