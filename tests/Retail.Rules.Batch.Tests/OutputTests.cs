using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NUnit.Framework;
using Parquet;

namespace Retail.Rules.Batch.Tests;

[TestFixture]
public sealed class OutputTests
{
    private static readonly RuleSet Ruleset = Rules.Compile(null, ("output note", "output verdict = note"));

    private static readonly string[] Rows =
    [
        """{"price":10,"cost":9.20,"country":"DE","units":5,"start":"2026-08-03","submitted":"2026-08-01T06:00:00.5+02:00","note":"a, \"b\"","skus":["s1"],"foreign":{"amount":2.5,"currency":"USD"}}""",
        """{"price":"ten","country":"GB"}""",
        """{"price":3,"cost":1,"country":"GB","uplift":0.10}""",
    ];

    [Test]
    public void Csv_has_a_line_for_each_decision()
    {
        using var text = new StringWriter();
        var table = new DecisionTable(Ruleset);
        var writer = new CsvDecisionWriter(text, table);
        foreach (var row in Judge(table))
            writer.Write(row);

        Assert.That(text.ToString(), Is.EqualTo(""""
            row,case,verdict,rules,approvers,missing,problems,margin,total,country,started,submitted,uplift,outputs.verdict,clearance,skus,deals,foreign
            1,,reject,R1 R3,Director,,,0.08,50,DE,2026-08-03,2026-08-01T04:00:00.5Z,,"a, ""b""",false,"[""s1""]",[],"{""amount"":2.5,""currency"":""USD""}"
            2,,incomplete,,,cost,"price: ""ten"" is not an amount of money; write it as a number: 2.50",,,,,,,,,,,
            3,,approve,,,,,0.6667,3,GB,,,0.1,,false,[],[],

            """".ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Parquet_holds_what_csv_does()
    {
        var table = new DecisionTable(Ruleset);
        using var file = new MemoryStream();
        await using (var writer = await ParquetDecisionWriter.CreateAsync(file, table))
        {
            foreach (var row in Judge(table))
                await writer.WriteAsync(row);
        }
        file.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(file);
        var fields = reader.Schema.GetDataFields();
        using var group = reader.OpenRowGroupReader(0);
        var (texts, numbers, dates, instants, flags, rows) = (new string?[3], new decimal?[3], new DateTime?[3], new DateTime?[3], new bool?[3], new long[3]);

        Assert.That(fields.Select(field => field.Name), Is.EqualTo(table.Columns));
        await group.ReadAsync<long>(fields[0], rows.AsMemory());
        Assert.That(rows, Is.EqualTo((long[])[1, 2, 3]));
        await group.ReadAsync(fields[2], texts.AsMemory());
        Assert.That(texts, Is.EqualTo((string?[])["reject", "incomplete", "approve"]));
        await group.ReadAsync<decimal>(fields[7], numbers.AsMemory());
        Assert.That(numbers, Is.EqualTo((decimal?[])[0.08m, null, 0.6667m]));
        await group.ReadAsync<DateTime>(fields[10], dates.AsMemory());
        Assert.That(dates, Is.EqualTo((DateTime?[])[new DateTime(2026, 8, 3), null, null]));
        await group.ReadAsync<DateTime>(fields[11], instants.AsMemory());
        Assert.That(instants[0]!.Value.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture), Is.EqualTo("2026-08-01T04:00:00.500"));
        await group.ReadAsync<bool>(fields[14], flags.AsMemory());
        Assert.That(flags, Is.EqualTo((bool?[])[false, null, false]));
    }

    [Test]
    public async Task Parquet_may_have_several_row_groups()
    {
        var table = new DecisionTable(Ruleset);
        var row = Judge(table)[2];
        using var file = new MemoryStream();
        await using (var writer = await ParquetDecisionWriter.CreateAsync(file, table))
        {
            for (var i = 0; i < 70_000; i++)
                await writer.WriteAsync(row);
        }
        file.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(file);

        Assert.That(reader.RowGroupCount, Is.EqualTo(2));
        Assert.That(Enumerable.Range(0, 2).Sum(index => Count(reader, index)), Is.EqualTo(70_000));
    }

    [Test]
    public void A_row_tells_whether_its_facts_are_at_fault_and_what_looks_odd()
    {
        var table = new DecisionTable(Ruleset);
        var rows = Judge(table);
        var odd = Ruleset.Judge(FactStream.FromJsonLines(Rules.Utf8("""{"price":10,"cost":1,"country":"GB","uplift":25}""")), table.Read).Single();

        Assert.That(rows.Select(row => row.HasFactErrors), Is.EqualTo((bool[])[false, true, false]));
        Assert.That(odd.Warnings.Select(warning => warning.Path), Is.EqualTo((string[])["uplift"]));
    }

    private static long Count(ParquetReader reader, int index)
    {
        using var group = reader.OpenRowGroupReader(index);
        return group.RowCount;
    }

    private static DecisionRow[] Judge(DecisionTable table) => [.. Ruleset.Judge(FactStream.FromJsonLines(Rules.Utf8(string.Join('\n', Rows))), table.Read)];
}
