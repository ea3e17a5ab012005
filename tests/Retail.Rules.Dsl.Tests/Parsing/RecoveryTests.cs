using System.Linq;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Parsing;

[TestFixture]
public sealed class RecoveryTests
{
    [Test]
    public void Three_damages_in_a_four_rule_file_give_four_rules_and_three_diagnostics()
    {
        var result = Parse("""
            rule R1 "One"
              when a > then reject
              when b then hold
            rule R2 Two
              when a then reject
            rule R3 "Three"
              when a then reject
            rule R4 "Four"
              only if a and
              when b then refer to Buyer
              when c then note
            """);

        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "RR0001", "RR0001", "RR0001" }));
        Assert.That(result.Definition!.Declarations.OfType<RuleDeclaration>().Select(rule => rule.Id.Text), Is.EqualTo(new[] { "R1", "R2", "R3", "R4" }));
    }

    [Test]
    public void A_broken_clause_costs_only_itself()
    {
        var rule = (RuleDeclaration)Parse("rule R \"t\"\n  when a > ) then reject\n  when b then hold\n  when c then note").Definition!.Declarations.Single();

        Assert.That(rule.Clauses, Has.Count.EqualTo(3));
        Assert.That(rule.Clauses[1].Effects.Single().Kind, Is.EqualTo(EffectKind.Hold));
        Assert.That(rule.Clauses[2].Effects.Single().Kind, Is.EqualTo(EffectKind.Note));
    }

    [Test]
    public void A_broken_row_costs_only_itself()
    {
        var result = Parse("table t\n  | a || b |\n  | (1 || 2 |\n  | 2 || 3 |\n  | 3 || \n  | 4 || 5 |\ndefine x = 1");

        Assert.That(result.Diagnostics, Has.Count.EqualTo(2));
        Assert.That(((TableDeclaration)result.Definition!.Declarations[0]).Rows, Has.Count.EqualTo(4));
        Assert.That(result.Definition.Declarations, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_broken_member_of_a_type_costs_only_itself()
    {
        var result = Parse("type T {\n  a : number\n  b number\n  c : text\n}\ndefine x = 1");

        Assert.That(result.Diagnostics, Has.Count.EqualTo(1));
        Assert.That(((TypeDeclaration)result.Definition!.Declarations[0]).Fields.Select(field => field.Names[0].Text), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void A_broken_part_of_a_select_costs_only_itself()
    {
        var result = Parse("select s from c in cs key c.id\n  define d =\n  exclude E1 \"one\" when\n  exclude E2 \"two\" when c.x\n  score\n  score 2\n  rank by score\ndefine x = 1");

        Assert.That(result.Diagnostics, Has.Count.EqualTo(3));
        var select = (SelectDeclaration)result.Definition!.Declarations[0];
        Assert.That(select.Exclusions, Has.Count.EqualTo(2));
        Assert.That(select.Scores, Has.Count.EqualTo(2));
        Assert.That(result.Definition.Declarations, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_half_typed_last_declaration_keeps_those_before()
    {
        var result = Parse("define x = 1\nrule R \"t\"\n  when x > 1 th");

        Assert.That(result.Diagnostics, Has.Count.EqualTo(1));
        Assert.That(result.Definition!.Declarations, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_member_called_type_is_no_declaration()
    {
        var result = Parse("type T {\n  type : text\n  rule, input : number\n}\nfacts f {\n  type: 1,\n  rule: 2,\n}");

        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(result.Definition!.Declarations, Has.Count.EqualTo(2));
    }

    private static DefinitionResult Parse(string text) => RulesText.Parse(new SourceText("ruleset a.b version \"1\"\n" + text.Replace("\r\n", "\n")));
}
