using System.IO;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Cli.Tests;

[TestFixture]
internal sealed class MetricsCommandTests : CommandLineFixture
{
    private const string Picks = """
        {"type":"pick","at":"2026-10-16T20:00:00Z","node":"DC1","picked":1000,"repicked":20}
        {"type":"pick","at":"2026-10-17T20:00:00Z","node":"DC1","picked":1000,"repicked":40}

        """;

    private static readonly string Sample = Path.Combine(RepositoryRoot.Path, "samples", "metrics", "weekend.jsonl");

    [Test]
    public void A_report_for_people()
    {
        Write("picks.jsonl", Picks);
        Expect(Run("metrics", "picks.jsonl"), 0, """
            records: 2 counted, 0 outside the period, 0 left out
            open work is aged as of 2026-10-17T20:00:00Z

            Warehouse rework in units
                   count    of     %
              all     60  2000  3.00
              DC1     60  2000  3.00

            """);
    }

    [Test]
    public void The_sample_gives_every_metric()
    {
        var result = Run("metrics", Sample);
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Error, Is.Empty);
            foreach (var line in new[]
            {
                "records: 41 counted, 0 outside the period, 0 left out\n",
                "Promotion activation accuracy, within 5 minutes in all systems\n",
                "  all              1   4  25.00\n",
                "  S101  web      5  35.00  50.00  50.00  50.00  50.00            1\n",
                "  all lines      2   6  33.33\n",
                "  N1        1   4  25.00    4.56  69.94\n",
                "  perfect, counted         2   5   40.00\n  perfect, multiplied              38.40\n",
                "      2  10.00  24.00  24.00  24.00  24.00\n",
                "     1      0      0      1        0\n",
                "  all     25  1500  1.67\n",
                "        2       5     400.00\n",
                "  funding  Finance      2  1.00  2.00  2.00  2.00  2.00     1\n",
                "  all                     1       2  50.00     2        1\n",
                "  OMS / POS            5  18  27.78                2   3  66.67\n",
            })
                Assert.That(result.Out, Does.Contain(line));
        });
    }

    [Test]
    public void A_report_for_programs()
    {
        using var report = JsonDocument.Parse(Run("metrics", Sample, "--format", "json").Out);
        Assert.Multiple(() =>
        {
            Assert.That(report.RootElement.GetProperty("records").GetInt32(), Is.EqualTo(41));
            Assert.That(report.RootElement.GetProperty("orders").GetProperty("multiplied").GetDecimal(), Is.EqualTo(0.384m));
            Assert.That(report.RootElement.GetProperty("allocation").GetProperty("nodes")[0].GetProperty("interval").GetProperty("high").GetDecimal(), Is.EqualTo(0.699358m));
        });
    }

    [TestCase("--from 2026-10-17", "records: 1 counted, 1 outside the period, 0 left out\nperiod: from 2026-10-17T00:00:00Z on\n", "40  1000  4.00")]
    [TestCase("--to 2026-10-17", "records: 1 counted, 1 outside the period, 0 left out\nperiod: from the beginning to before 2026-10-17T00:00:00Z\n", "20  1000  2.00")]
    [TestCase("--from 2026-10-16T22:00:00+02:00 --to 2026-10-17T20:00:00Z", "records: 1 counted, 1 outside the period, 0 left out\nperiod: from 2026-10-16T20:00:00Z to before 2026-10-17T20:00:00Z\n", "20  1000  2.00")]
    public void A_period_begins_with_its_first_instant_and_ends_before_its_last(string options, string head, string row)
    {
        var result = RunWith(Picks, ["metrics", "-", .. options.Split(' ')]);
        Assert.That(result.Out, Does.StartWith(head).And.Contain(row));
    }

    [Test]
    public void Lines_that_are_no_record_are_told_and_the_rest_is_measured()
    {
        Write("picks.jsonl", Picks + "nonsense\n{\"type\":\"pick\",\"node\":\"DC1\",\"picked\":1}\n");
        Expect(Run("metrics", "picks.jsonl"), 2, """
            records: 2 counted, 0 outside the period, 2 left out
            open work is aged as of 2026-10-17T20:00:00Z

            Warehouse rework in units
                   count    of     %
              all     60  2000  3.00
              DC1     60  2000  3.00

            """, """
            warning: picks.jsonl(3): left out: is not JSON
            warning: picks.jsonl(4): left out: `at` is missing

            """);
    }

    [Test]
    public void Of_many_the_first_hundred_are_told()
    {
        var result = RunWith(string.Concat(System.Linq.Enumerable.Repeat("x\n", 130)), "metrics", "-");
        Assert.That(result.Error, Does.StartWith("warning: standard input(1): left out: is not JSON\n").And.EndsWith("warning: standard input(100): left out: is not JSON\nwarning: 30 more lines left out\n"));
    }

    [Test]
    public void Names_from_the_file_cannot_steer_a_terminal() =>
        Assert.That(RunWith("""{"type":"pick","at":"2026-10-16T20:00:00Z","node":"\u001b[31mDC1","picked":1}""", "metrics", "-").Out, Does.Contain("   [31mDC1"));

    [TestCase("metrics nowhere.jsonl", "error: nowhere.jsonl: no such file\n")]
    [TestCase("metrics - --from yesterday", "error: --from yesterday: is no day and no instant; write it as 2026-10-16 or 2026-10-16T06:00:00Z\n")]
    [TestCase("metrics - --to 2026-10-16T06:00:00", "error: --to 2026-10-16T06:00:00: is no day and no instant; write it as 2026-10-16 or 2026-10-16T06:00:00Z\n")]
    [TestCase("metrics - --from 2026-10-17 --to 2026-10-16", "error: --to 2026-10-16: is before --from 2026-10-17\n")]
    public void What_cannot_be_done_is_told_in_a_line(string arguments, string error) => Expect(Run(arguments.Split(' ')), 2, "", error);
}
