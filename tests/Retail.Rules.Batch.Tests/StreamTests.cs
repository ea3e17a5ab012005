using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;

namespace Retail.Rules.Batch.Tests;

[TestFixture]
public sealed class StreamTests
{
    private static readonly RuleSet Ruleset = Rules.Compile();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    public void Json_lines_decide_as_their_objects_do(int threads)
    {
        var rows = Rules.Numbered(300).ToArray();
        Assert.That(Rules.Decisions(Ruleset, FactStream.FromJsonLines(Rules.Utf8(string.Join("\r\n", rows))), threads), Is.EqualTo(Rules.Decisions(Ruleset, rows)));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Json_values_decide_as_their_objects_do(int threads)
    {
        var rows = Rules.Numbered(300).ToArray();
        Assert.That(Rules.Decisions(Ruleset, FactStream.FromJson(Rules.Utf8("[" + string.Join(",\n", rows) + "]")), threads), Is.EqualTo(Rules.Decisions(Ruleset, rows)));
    }

    [Test]
    public void A_line_that_is_no_json_is_an_incomplete_row_and_the_rest_is_judged()
    {
        var results = Problems(FactStream.FromJsonLines(Rules.Utf8("\uFEFF{\"price\":10,\"cost\":5,\"country\":\"GB\"}\n\n{\"price\":10,\n[1]\n{\"price\":10,\"cost\":5,\"country\":\"GB\"} x\n{\"price\":10,\"cost\":5,\"country\":\"GB\"}")));

        Assert.That(results, Is.EqualTo((string[])
        [
            "1 Approve ",
            "2 Incomplete line 3 is not JSON: Expected start of a property name or value, but instead reached end of data",
            "3 Incomplete the facts are a list, not a JSON object",
            "4 Incomplete line 5 is not JSON: 'x' is invalid after a single JSON value. Expected end of data",
            "5 Approve ",
        ]));
    }

    [Test]
    public void A_line_may_be_longer_than_any_buffer()
    {
        var row = """{"price":10,"cost":5,"country":"GB","note":"NOTE"}""";
        var lines = string.Join('\n', new[] { 10, 70_000, 3, 3_000_000, 10 }.Select(length => row.Replace("NOTE", new string('x', length))));

        var lengths = Ruleset.Judge(FactStream.FromJsonLines(Rules.Utf8(lines)), (_, judgement) => judgement.TextOf(Ruleset.IndexOfOutput("note"))!.Length);
        Assert.That(lengths, Is.EqualTo((int[])[10, 70_000, 3, 3_000_000, 10]));
    }

    [Test]
    public void Lines_may_wrap_their_facts()
    {
        var facts = FactStream.FromJsonLines(Rules.Utf8("""{"id":"A","facts":{"price":10,"cost":5,"country":"GB"}}"""), (row, json) => FactSet.FromJson(json.GetProperty("facts"), json.GetProperty("id").GetString() + row));

        Assert.That(Ruleset.Judge(facts, (_, judgement) => judgement.ToDecision().Case + " " + judgement.Verdict), Is.EqualTo((string[])["A1 Approve"]));
    }

    [Test]
    public void Json_values_before_the_mistake_are_judged()
    {
        var taken = 0;
        Assert.That(
            () =>
            {
                foreach (var _ in Ruleset.Judge(FactStream.FromJson(Rules.Utf8("{} {} {} {")), (row, _) => row))
                    taken++;
            },
            Throws.InstanceOf<JsonException>());
        Assert.That(taken, Is.EqualTo(3));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Csv_decides_as_json_does(int threads)
    {
        const string Csv = """
            price,cost,country,units,uplift,start,submitted,age,isClearance,note,deals,skus,foreign
            10,9.50,GB,3,0.25,2026-08-03,2026-08-01T06:00:00+02:00,P1D,true,plain,,,
            2.50,1,DE,1e3,,,,P3D,False,"a ""b"", c","[{""id"":""D1"",""rate"":0.6}]","[""s1"",""s2""]","{""amount"":2.5,""currency"":""USD""}"
            007.10,1,FR,,2.5,,,,,"two
            lines",,,3
            """;
        string[] json =
        [
            """{"price":10,"cost":9.5,"country":"GB","units":3,"uplift":0.25,"start":"2026-08-03","submitted":"2026-08-01T04:00:00Z","age":"P1D","isClearance":true,"note":"plain"}""",
            """{"price":2.5,"cost":1,"country":"DE","units":1000,"age":"P3D","note":"a \"b\", c","deals":[{"id":"D1","rate":0.6}],"skus":["s1","s2"],"foreign":{"amount":2.5,"currency":"USD"}}""",
            """{"price":7.1,"cost":1,"country":"FR","uplift":2.5,"note":"two\nlines","foreign":3}""",
        ];

        Assert.That(Rules.Decisions(Ruleset, FactStream.FromCsv(new StringReader(Csv.ReplaceLineEndings("\n"))), threads), Is.EqualTo(Rules.Decisions(Ruleset, json)));
    }

    [Test]
    public void Cells_that_do_not_fit_make_their_row_incomplete()
    {
        const string Csv = "price,cost,country,isClearance,skus\nten,1,GB,,\n10,1,UK,,\n10,1,GB,yes,\n10,1,GB,,s1\n10,1,GB,,\n12345678901234567890123456789.5,1,GB,,\n";

        Assert.That(Problems(FactStream.FromCsv(new StringReader(Csv))), Is.EqualTo((string[])
        [
            "1 Incomplete price: \"ten\" is not an amount of money; write it as a number: 2.50",
            "2 Incomplete country: \"UK\" is not a member of Country; members are GB, FR, DE",
            "3 Incomplete isClearance: \"yes\" is not true or false",
            "4 Incomplete skus: \"s1\" is not a list",
            "5 Approve ",
            "6 Incomplete price: 12345678901234567890123456789.5 needs more digits than a number may have (28)",
        ]));
    }

    [Test]
    public void Rows_of_the_wrong_length_are_incomplete_and_a_hash_is_no_comment()
    {
        const string Csv = "note,price,cost,country\n#1,10,5,GB\n10,5\n\nx,10,5,GB,more\ny,10,5,GB\n\n";

        Assert.That(Problems(FactStream.FromCsv(new StringReader(Csv))), Is.EqualTo((string[])
            ["1 Approve ", "2 Incomplete row 2 has 2 cells and the header 4", "3 Incomplete row 3 has 5 cells and the header 4", "4 Approve "]));
    }

    [TestCase("a,b\n1,2\n\"x\"y,2\n3,4\n", "row 2 is not CSV: ")]
    [TestCase("a,b\n1,2\n3,\"4\n", "row 2 is not CSV: ")]
    [TestCase("a,b\n1,2\n\uFFFFx,2\n", "a row begins with U+FFFF")]
    public void Where_csv_is_broken_the_rows_before_are_judged_and_then_it_throws(string csv, string message)
    {
        var taken = 0;
        Assert.That(
            () =>
            {
                foreach (var _ in Ruleset.Judge(FactStream.FromCsv(new StringReader(csv)), (row, _) => row))
                    taken++;
            },
            Throws.TypeOf<InvalidDataException>().With.Message.StartWith(message));
        Assert.That(taken, Is.EqualTo(1));
    }

    [Test]
    public void Csv_needs_a_header() =>
        Assert.That(() => FactStream.FromCsv(new StringReader("")), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("there is no header with the names of facts"));

    [Test]
    public void Csv_may_have_a_column_of_cases_and_facts_that_all_rows_share()
    {
        var facts = FactStream.FromCsv(new StringReader("id;price;cost;country\nA;10;5;DE\n;10;5;DE\n"), new CsvOptions
        {
            Delimiter = ';',
            CaseColumn = "id",
            Fixed = new System.Collections.Generic.Dictionary<string, string> { ["country"] = "GB", ["start"] = "2026-08-03" },
        });

        Assert.That(facts.Check(Ruleset), Is.Empty);
        Assert.That(Ruleset.Judge(facts, (_, judgement) => judgement.ToDecision().Case + " " + judgement.Verdict + " " + judgement.HasOutput(Ruleset.IndexOfOutput("started"))), Is.EqualTo((string[])["A Approve True", " Approve True"]));
    }

    [Test]
    public void A_column_given_twice_cannot_be_used() =>
        Assert.That(Problems(FactStream.FromCsv(new StringReader("price,cost,country,price\n10,5,GB,10\n"))), Is.EqualTo((string[])["1 Incomplete price: is given twice"]));

    [Test]
    public void Columns_that_a_ruleset_does_not_know_are_found_before_any_row() =>
        Assert.That(FactStream.FromCsv(new StringReader("price,costs,country\n")).Check(Ruleset).Select(problem => problem.Path + ": " + problem.Message), Is.EqualTo((string[])
            ["costs: the ruleset does not know it; did you mean `cost`?"]));

    [Test]
    public void A_stream_is_read_once()
    {
        var facts = FactStream.FromJsonLines(Rules.Utf8("{}"));
        _ = Ruleset.Judge(facts, (row, _) => row).ToArray();

        Assert.That(() => Ruleset.Judge(facts, (row, _) => row), Throws.InvalidOperationException);
    }

    [TestCase(1)]
    [TestCase(3)]
    public void A_sequence_is_let_go_when_a_batch_is_given_up(int threads)
    {
        var isLetGo = false;
        foreach (var row in Ruleset.Judge(FactStream.FromFactSets(Endless()), (row, _) => row, new BatchOptions { Threads = threads, RowsPerBlock = 3 }))
        {
            if (row == 20)
                break;
        }
        Assert.That(isLetGo);

        System.Collections.Generic.IEnumerable<FactSet> Endless()
        {
            try
            {
                while (true)
                    yield return FactSet.FromJson("{}");
            }
            finally
            {
                isLetGo = true;
            }
        }
    }

    /// <summary>Any bytes at all are rows that can be judged or an end that says why.</summary>
    [FsCheck.NUnit.Property]
    public void Any_bytes_are_judged_or_refused(byte[] bytes)
    {
        var lines = bytes.Aggregate((Rows: 0, HasText: false), (state, one) => one == '\n' ? (state.Rows + (state.HasText ? 1 : 0), false) : (state.Rows, state.HasText || one is not (32 or 9 or 13)));
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
            return;
        Assert.That(Ruleset.Judge(FactStream.FromJsonLines(new MemoryStream(bytes)), (_, judgement) => judgement.Verdict).Count(), Is.EqualTo(lines.Rows + (lines.HasText ? 1 : 0)));
    }

    private static string[] Problems(FactStream facts) =>
        [.. Ruleset.Judge(facts, (row, judgement) => row + " " + judgement.Verdict + " "
            + string.Join("; ", judgement.ToDecision().Problems.Select(problem => problem.Path.Length == 0 ? problem.Message : problem.Path + ": " + problem.Message)))];
}
