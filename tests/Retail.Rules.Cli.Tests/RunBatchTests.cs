using System;
using System.IO;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Tests;

/// <summary><c>run</c> on many facts: lines, CSV, threads, files of decisions.</summary>
[TestFixture]
internal sealed class RunBatchTests : CommandLineFixture
{
    private const string Csv = """
        case,asOf,price,cost,deals
        A,2026-08-03,10,9.5,"[{""id"":""D1"",""rate"":0.6}]"
        B,2026-08-03,10,5,
        C,2026-08-03,ten,5,

        """;

    [Test]
    public void Csv_is_judged_and_written()
    {
        Write("facts.csv", Csv);
        Expect(Run("run", "price.rules", "--facts", "facts.csv", "--format", "csv"), 2, """
            row,case,verdict,rules,approvers,missing,problems,asked,margin,deals
            1,A,refer,R1 R2,Director,,,2026-08-03,0.05,"[{""id"":""D1"",""rate"":0.6}]"
            2,B,approve,,,,,2026-08-03,0.5,[]
            3,C,incomplete,,,,"price: ""ten"" is not an amount of money; write it as a number: 2.50",,,

            """);
    }

    [TestCase("facts.jsonl")]
    [TestCase("facts.ndjson")]
    public void A_line_that_is_no_json_is_an_incomplete_decision_and_the_rest_is_judged(string file)
    {
        Write(file, Facts + "\n{\"price\":\n{\"case\":\"last\",\"facts\":" + Facts + "}\n");
        var result = Run("run", "price.rules", "--facts", file, "--format", "csv");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Out.Split('\n').Select(line => string.Join(',', line.Split(',').Take(3))), Is.EqualTo((string[])["row,case,verdict", "1,,refer", "2,,incomplete", "3,last,refer", ""]));
        Assert.That(result.Out, Does.Contain("line 2 is not JSON"));
    }

    [TestCase("1")]
    [TestCase("2")]
    [TestCase("5")]
    public void Any_number_of_threads_writes_the_same(string threads)
    {
        var rows = string.Join('\n', Enumerable.Range(1, 700).Select(i => FormattableString.Invariant($$$"""{"case":"c{{{i}}}","facts":{"asOf":"2026-08-{{{1 + i % 30:00}}}","price":{{{i}}},"cost":{{{i * 0.9m}}},"oops{{{i % 3}}}":1}}""")));
        Write("facts.jsonl", rows);
        foreach (var format in (string[])["text", "json", "csv"])
        {
            var inTurn = RunWith(rows, "run", "price.rules", "--facts", "-", "--format", format, "--threads", "1");
            Expect(Run("run", "price.rules", "--facts", "facts.jsonl", "--format", format, "--threads", threads), 0, inTurn.Out, inTurn.Error);
            Expect(RunWith(rows, "run", "price.rules", "--facts", "-", "--format", format, "--threads", threads), 0, inTurn.Out, inTurn.Error);
        }
    }

    [Test]
    public void Standard_input_may_be_csv() =>
        Assert.That(RunWith(Csv, "run", "price.rules", "--facts", "-", "--input", "csv", "--format", "jsonl").Out.Split('\n'), Has.Length.EqualTo(4));

    [Test]
    public void As_of_replaces_a_column()
    {
        Write("facts.csv", Csv);
        Assert.That(Run("run", "price.rules", "--facts", "facts.csv", "--as-of", "2026-08-20", "--format", "csv").Out, Does.Contain("2026-08-20").And.Not.Contain("2026-08-03"));
    }

    [Test]
    public void The_first_date_outside_the_window_is_warned_of_with_any_number_of_threads()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 900).Select(i => FormattableString.Invariant($$"""{"asOf":"2026-{{(i < 400 ? "08" : "10")}}-01","price":10,"cost":5}""")));
        Write("facts.jsonl", rows);

        Assert.That(Run("run", "price.rules", "--facts", "facts.jsonl", "--threads", "4").Error,
            Is.EqualTo("warning: #400: 2026-10-01 is outside the effective window of test.price 1, which is from 2026-08-01 to before 2026-09-01\n"));
    }

    [Test]
    public void A_column_that_the_ruleset_does_not_know_is_warned_of()
    {
        Write("facts.csv", "asOf,price,costs\n2026-08-03,10,5\n");
        Assert.That(Run("run", "price.rules", "--facts", "facts.csv").Error, Is.EqualTo("warning: costs: the ruleset does not know it; did you mean `cost`?\n"));
    }

    [Test]
    public void Decisions_go_to_a_file()
    {
        Write("facts.jsonl", Facts);
        Expect(Run("run", "price.rules", "--facts", "facts.jsonl", "--format", "jsonl", "--output", "out.jsonl"), 0, "");
        Assert.That(File.ReadAllText("out.jsonl"), Is.EqualTo(RunWith(Facts, "run", "price.rules", "--facts", "-", "--format", "json").Out));
    }

    [Test]
    public void Parquet_begins_and_ends_with_its_mark()
    {
        Write("facts.csv", Csv);
        Expect(Run("run", "price.rules", "--facts", "facts.csv", "--format", "parquet", "--output", "out.parquet"), 2, "");
        var bytes = File.ReadAllBytes("out.parquet");
        Assert.That(Encoding.ASCII.GetString(bytes[..4]) + Encoding.ASCII.GetString(bytes[^4..]), Is.EqualTo("PAR1PAR1"));
    }

    [TestCase("run price.rules --facts facts.csv --format parquet", "error: --format parquet: needs --output FILE, since it is no text\n")]
    [TestCase("run price.rules --facts facts.csv --threads -2", "error: --threads -2: is less than none\n")]
    [TestCase("run price.rules --facts empty.csv", "error: empty.csv: there is no header with the names of facts\n")]
    [TestCase("run price.rules --facts latin.csv", "error: latin.csv: is not UTF-8 text\n")]
    public void What_cannot_be_done_is_told_in_one_line(string arguments, string error)
    {
        Write("facts.csv", Csv);
        Write("empty.csv", "");
        File.WriteAllBytes("latin.csv", "price,cost\n1,\u00e9\n"u8.ToArray().Where(one => one != 0xC3).ToArray());
        Assert.That(Run(arguments.Split(' ')), Is.EqualTo(new CommandResult(2, "", error)));
    }

    [Test]
    public void Rows_before_broken_csv_are_written()
    {
        Write("facts.csv", "asOf,price,cost\n2026-08-03,10,5\n\"2026\"-08-03,10,5\n");
        var result = Run("run", "price.rules", "--facts", "facts.csv", "--format", "csv");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Out, Does.EndWith("1,,approve,,,,,2026-08-03,0.5,[]\n"));
        Assert.That(result.Error, Does.StartWith("error: facts.csv: row 2 is not CSV: "));
    }

    [TestCase(null, 1_234L, "1,234 judged")]
    [TestCase(0.0, 0L, "[------------------------]   0%  0 judged")]
    [TestCase(0.5, 1_000_000L, "[############------------]  50%  1,000,000 judged")]
    [TestCase(1.0, 7L, "[########################] 100%  7 judged")]
    public void The_bar_shows_how_far_the_input_was_read(double? share, long count, string line) => Assert.That(Progress.Line(share, count), Is.EqualTo(line));
}
