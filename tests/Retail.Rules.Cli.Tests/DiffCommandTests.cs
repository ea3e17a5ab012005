using NUnit.Framework;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class DiffCommandTests : CommandLineFixture
{
    private const string Rows = """
        asOf,price,cost
        2026-08-03,10,9.2
        2026-08-03,10,8.8
        2026-08-03,10,7.5
        2026-08-03,20,15.5

        """;

    [SetUp]
    public void WriteNew()
    {
        Write("new.rules", PriceRules.Replace("least : percent = 10%", "least : percent = 15%").Replace("margin < 20% ", "margin < 25% ").Replace("version \"1\"", "version \"2\""));
        Write("facts.csv", Rows);
    }

    [Test]
    public void The_same_ruleset_is_no_difference() => Expect(Run("diff", "price.rules", "price.rules", "--facts", "facts.csv"), 0, """
        test.price 1 -> test.price 1
        4 rows: no difference

        """);

    [Test]
    public void What_differs_is_told_by_verdict_rule_role_and_output()
    {
        // Row 1: 8 %, director both times. Row 2: 12 %, buyer becomes director. Row 3: 25 %, nothing. Row 4: 22.5 %, approved before, buyer now.
        Expect(Run("diff", "price.rules", "new.rules", "--facts", "facts.csv", "--measure", "price"), 1, """
            test.price 1 -> test.price 2
            4 rows: 1 flipped, 2 changed

                                    price  price  unknown  unknown
            verdict           rows    old    new      old      new  examples
            approve -> refer     1     20     20        0        0         4

            rule  only old  only new  examples
            R1           0         1         4

            sign      only old  only new  examples
            Buyer            1         1  2, 4
            Director         0         1  2

            """);
    }

    [Test]
    public void Json_is_one_object() =>
        Assert.That(Run("diff", "price.rules", "new.rules", "--facts", "facts.csv", "--format", "json").Out, Does.StartWith("{\n  \"old\": \"test.price 1\",\n  \"new\": \"test.price 2\",\n  \"rows\": 4,"));

    [Test]
    public void Facts_that_cannot_be_used_are_bad_input()
    {
        Write("facts.jsonl", "{\n" + Facts);
        Expect(Run("diff", "price.rules", "price.rules", "--facts", "facts.jsonl"), 2, """
            test.price 1 -> test.price 1
            2 rows: no difference
            1 rows hold facts that cannot be used

            """);
    }

    [TestCase("diff price.rules new.rules --facts facts.csv --measure asked", "error: --measure asked: neither ruleset has an output of that name, or an input that it reads, which is a number, percent or amount\n")]
    [TestCase("diff price.rules none.rules --facts facts.csv", "error: none.rules: no such file\n")]
    public void What_cannot_be_done_is_told_in_one_line(string arguments, string error) =>
        Assert.That(Run(arguments.Split(' ')), Is.EqualTo(new CommandResult(2, "", error)));
}
