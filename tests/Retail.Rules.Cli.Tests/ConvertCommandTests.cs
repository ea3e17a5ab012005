using System.IO;
using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class ConvertCommandTests : CommandLineFixture
{
    [TestCase("structured")]
    [TestCase("text")]
    public void Text_to_json_and_back_loses_nothing_but_layout(string expressions)
    {
        Write("price.rules.json", Run("convert", "price.rules", "--expressions", expressions).Out);
        var text = Run("convert", "price.rules.json").Out;
        Write("again.rules", text);
        Assert.Multiple(() =>
        {
            Assert.That(Run("convert", "again.rules", "--expressions", expressions).Out, Is.EqualTo(File.ReadAllText("price.rules.json")));
            Assert.That(text, Does.StartWith("ruleset test.price version \"1\"\n").And.Contain("when margin < 20%"));
            Assert.That(Decision("price.rules.json"), Is.EqualTo(Decision("price.rules")).And.Contain("\"verdict\":\"refer\""));
        });
    }

    [Test]
    public void Expressions_are_trees_unless_text_is_asked_for()
    {
        Assert.That(Run("convert", "price.rules").Out, Does.Contain("\"op\": \"<\"").And.Not.Contain("margin < 20%"));
        Assert.That(Run("convert", "price.rules", "--expressions", "text").Out, Does.Contain("\"margin < 20%\""));
    }

    [Test]
    public void Out_names_the_file()
    {
        Expect(Run("convert", "price.rules", "--out", "out.json"), 0, "");
        Assert.That(File.ReadAllText("out.json"), Is.EqualTo(Run("convert", "price.rules").Out));
    }

    [Test]
    public void A_file_can_be_written_in_its_own_form() =>
        Assert.That(Run("convert", "price.rules", "--to", "text").Out, Does.StartWith("ruleset test.price version \"1\"\n"));

    [Test]
    public void What_cannot_be_read_is_not_converted()
    {
        Write("bad.rules", "rulset a.b version \"1\"\n");
        var result = Run("convert", "bad.rules", "--out", "out.json");
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.StartWith("bad.rules(1,1): error RR00"));
            Assert.That(File.Exists("out.json"), Is.False);
        });
    }

    [Test]
    public void A_file_that_cannot_be_written_is_told() =>
        Assert.That(Run("convert", "price.rules", "--out", "none/out.json").Error, Does.StartWith("error: none/out.json: cannot be written: "));

    private static string Decision(string ruleSet) => RunWith(Facts, "run", ruleSet, "--facts", "-", "--format", "json").Out;
}
