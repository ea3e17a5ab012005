using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class CheckCommandTests : CommandLineFixture
{
    private const string Misspelt = "ruleset a.b version \"1\"\n\ninput price : money\n\nrule R1 \"x\"\n  when prise > 5 then reject\n\noutput price\n";
    private const string Unused = "ruleset a.c version \"1\"\n\ninput price : money\n";

    [Test]
    public void A_good_ruleset_is_fine() => Expect(Run("check", "price.rules"), 0, "1 ruleset: 0 errors, 0 warnings\n");

    [Test]
    public void An_error_is_a_finding_with_its_place()
    {
        Write("a.rules", Misspelt);
        Expect(Run("check", "a.rules"), 1, """
            a.rules(6,8): error RR0101: `prise` is not known here. did you mean `price`?
                6 |   when prise > 5 then reject
                  |        ^^^^^
            1 ruleset: 1 error, 0 warnings

            """);
    }

    [Test]
    public void Warnings_alone_are_fine()
    {
        Write("a.rules", Unused);
        Expect(Run("check", "a.rules"), 0, """
            a.rules(3,7): warning RR0120: input `price` is never used. use it or delete it
                3 | input price : money
                  |       ^^^^^
            1 ruleset: 0 errors, 1 warning

            """);
    }

    [Test]
    public void Folders_are_searched_for_both_forms_and_nothing_else()
    {
        Write("books/b.rules", Unused);
        Write("books/deep/a.rules.json", Run("convert", "price.rules").Out);
        Write("books/facts.json", "{}");
        Write("books/x.suite.json", "{}");
        var result = Run("check", "books", "price.rules");
        Assert.That(result.Out, Does.StartWith("books/b.rules(3,7): warning").And.EndWith("\n3 rulesets: 0 errors, 1 warning\n"));
    }

    [Test]
    public void Json_is_an_array_with_places_and_fixes()
    {
        Write("a.rules", Misspelt);
        var result = Run("check", "a.rules", "--format", "json");
        var found = JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(found.GetRawText().Replace("\n", "").Replace("  ", ""), Is.EqualTo(
                """{"file": "a.rules","line": 6,"column": 8,"endLine": 6,"endColumn": 13,"severity": "error","code": "RR0101","message": "`prise` is not known here","advice": "did you mean `price`?","help": "docs/diagnostics/RR0101.md","fixes": [{"title": "write `price`","edits": [{"line": 6,"column": 8,"endLine": 6,"endColumn": 13,"text": "price"}]}]}"""));
        });
    }

    [Test]
    public void Json_of_a_good_ruleset_is_an_empty_array() => Expect(Run("check", "price.rules", "--format", "json"), 0, "[]\n");

    [Test]
    public void Sarif_has_a_result_with_region_rule_and_fix()
    {
        Write("a b.rules", Misspelt);
        var result = Run("check", "a b.rules", "--format", "sarif");
        var run = JsonDocument.Parse(result.Out).RootElement.GetProperty("runs")[0];
        var found = run.GetProperty("results").EnumerateArray().Single();
        var place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(JsonDocument.Parse(result.Out).RootElement.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
            Assert.That(run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString(), Is.EqualTo("RR0101"));
            Assert.That(found.GetProperty("ruleId").GetString(), Is.EqualTo("RR0101"));
            Assert.That(found.GetProperty("level").GetString(), Is.EqualTo("error"));
            Assert.That(found.GetProperty("message").GetProperty("text").GetString(), Is.EqualTo("`prise` is not known here. did you mean `price`?"));
            Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("a%20b.rules"));
            Assert.That(place.GetProperty("region").GetRawText().Where(char.IsAsciiDigit), Is.EqualTo("68613"));
            Assert.That(found.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString(), Is.EqualTo("price"));
        });
    }

    [Test]
    public void Cost_is_told_by_declaration_the_costliest_first() => Expect(Run("check", "price.rules", "--cost", "--items", "deals=7"), 0, """
        test.price: steps of a decision at most, deals=7
          all rules                15  1 + 2*deals
            rule R2                 7  deals
            output deals            7  deals
            rule R1                 1
          if none can be judged  8015  1001 + 1002*deals
        1 ruleset: 0 errors, 0 warnings

        """);

    [Test]
    public void Cost_as_json_stands_beside_the_findings()
    {
        Write("a.rules", Misspelt);
        var result = Run("check", "price.rules", "a.rules", "--cost", "--format", "json");
        var root = JsonDocument.Parse(result.Out).RootElement;
        var cost = root.GetProperty("costs").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(root.GetProperty("diagnostics").GetArrayLength(), Is.EqualTo(1));
            Assert.That(cost.GetRawText().Replace("\n", "").Replace("  ", ""), Is.EqualTo(
                """{"file": "price.rules","ruleset": "test.price","items": {"deals": 100},"steps": {"formula": "1 + 2*deals","atMost": 201},"judgedRules": {"formula": "1 + deals","atMost": 101},"worstCase": {"formula": "1001 + 1002*deals","atMost": 101201},"""
                + '"' + """parts": [{"declaration": "rule R2","steps": {"formula": "deals","atMost": 100}},{"declaration": "output deals","steps": {"formula": "deals","atMost": 100}},{"declaration": "rule R1","steps": {"formula": "1","atMost": 1}}]}"""));
        });
    }

    [TestCase("--items deal=7", "error: --items deal: no cost depends on it, but on deals\n")]
    [TestCase("--items deals", "error: --items deals: write list=number, such as receipts=500\n")]
    [TestCase("--items deals=-1", "error: --items deals=-1: write list=number, such as receipts=500\n")]
    [TestCase("--items deals=1 --items deals=2", "error: --items deals=2: is said twice\n")]
    [TestCase("--format sarif", "error: --cost: SARIF holds findings only; take --format json\n")]
    public void What_cannot_be_meant_with_cost_is_bad_input(string options, string error) =>
        Expect(Run(["check", "price.rules", "--cost", .. options.Split(' ')]), 2, "", error);

    [Test]
    public void A_long_line_is_shown_around_the_mistake()
    {
        Write("a.rules", "ruleset a.b version \"1\"\n\ninput price : money\n\nrule R1 \"x\"\n  when " + new string(' ', 200) + "prise > 5 then reject\n\noutput price\n");
        Assert.That(Run("check", "a.rules").Out, Does.Contain("    6 | ..." + new string(' ', 60) + "prise > 5 then reject\n      |    " + new string(' ', 60) + "^^^^^\n"));
    }

    [TestCase("none.rules", "error: none.rules: no such file\n")]
    [TestCase("none/none.rules", "error: none/none.rules: no such file\n")]
    [TestCase("empty", "error: empty: holds no rulesets (*.rules, *.rules.json)\n")]
    [TestCase("notes.txt", "error: notes.txt: is not a ruleset; they end with .rules (text) or .json\n")]
    [TestCase("latin.rules", "error: latin.rules: is not UTF-8 text\n")]
    public void What_cannot_be_opened_is_bad_input(string path, string error)
    {
        System.IO.Directory.CreateDirectory("empty");
        Write("notes.txt", "hello");
        System.IO.File.WriteAllBytes("latin.rules", [0x72, 0xE9, 0x0A]);
        Expect(Run("check", path), 2, "", error);
    }
}
