using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Apache.Arrow;
using Apache.Arrow.Types;
using NUnit.Framework;

namespace Retail.Rules.Batch.Tests;

[TestFixture]
public sealed class ColumnTests
{
    private static readonly RuleSet Ruleset = Rules.Compile();

    /// <summary>The facts of <see cref="EveryType"/>.</summary>
    private static readonly string[] EveryTypeAsJson =
    [
        """{"price":10.00,"cost":9.50,"country":"GB","units":3,"uplift":0.25,"start":"2026-08-03","submitted":"2026-08-01T04:00:00Z","age":"P1D","isClearance":true,"note":"plain","deals":[],"skus":["s1","s2"],"foreign":{"amount":2.5,"currency":"USD"}}""",
        """{"price":2.50,"cost":1.00,"country":"DE","units":1000,"age":"P3D","isClearance":false,"note":"plain","deals":[{"id":"D1","rate":0.6,"from":"2026-08-01"},{"id":"D2","rate":0.1}],"skus":[],"foreign":{"amount":1,"currency":"EUR"}}""",
        """{"price":7.10,"country":"FR","units":-4,"uplift":2.5,"start":"1969-12-31","submitted":"1969-12-31T23:59:59.5Z","isClearance":false,"note":"ünï","deals":[{"id":"D3"}],"skus":["s3"],"foreign":{"amount":3,"currency":"USD"}}""",
        """{"cost":1.00,"country":"GB","units":1,"note":" ","skus":[],"deals":[],"foreign":{"amount":3,"currency":"USD"}}""",
    ];

    private static RecordBatch EveryType() => Columns.Batch(
        ("price", Columns.Decimals(2, 10m, 2.5m, 7.1m, null)),
        ("cost", Columns.Decimals(4, 9.5m, 1m, null, 1m)),
        ("country", Columns.Dictionary(["FR", "GB", "DE"], 1, 2, 0, 1)),
        ("units", Columns.Longs(3, 1000, -4, 1)),
        ("uplift", Columns.Decimals(2, 0.25m, null, 2.5m, null)),
        ("start", Columns.Dates(new DateTime(2026, 8, 3), null, new DateTime(1969, 12, 31), null)),
        ("submitted", Columns.Instants(TimeUnit.Millisecond, "UTC", At("2026-08-01T04:00:00Z"), null, At("1969-12-31T23:59:59.5Z"), null)),
        ("age", Columns.Durations(86_400_000_000, 3 * 86_400_000_000, null, null)),
        ("isClearance", Columns.Booleans(true, false, false, null)),
        ("note", Columns.Texts("plain", "plain", "ünï", " ")),
        ("deals", Columns.Lists(
            Columns.Structs(3, ("rate", Columns.Decimals(2, 0.6m, 0.1m, null)), ("id", Columns.Texts("D1", "D2", "D3")), ("from", Columns.Dates(new DateTime(2026, 8, 1), null, null))), 0, 0, 2, 3, 3)),
        ("skus", Columns.Lists(Columns.Texts("s1", "s2", "s3"), 0, 2, 2, 3, 3)),
        ("foreign", Columns.Structs(4, ("amount", Columns.Decimals(1, 2.5m, 1m, 3m, 3m)), ("currency", Columns.Texts("USD", "EUR", "USD", "USD")))));

    [TestCase(1, 1)]
    [TestCase(1, 3)]
    [TestCase(3, 2)]
    [TestCase(2, 100)]
    public void Columns_decide_as_json_does(int threads, int rowsPerBlock) =>
        Assert.That(Rules.Decisions(Ruleset, Columns.Stream(EveryType()), threads, rowsPerBlock), Is.EqualTo(Rules.Decisions(Ruleset, EveryTypeAsJson)));

    [TestCase(1)]
    [TestCase(2)]
    public void Slices_of_a_batch_are_batches(int threads)
    {
        var batch = EveryType();
        var facts = FactStream.FromColumns(batch.Schema, Columns.Slices(batch, 1, 0, 2, 1));

        Assert.That(Rules.Decisions(Ruleset, facts, threads, rowsPerBlock: 3), Is.EqualTo(Rules.Decisions(Ruleset, EveryTypeAsJson)));
    }

    [Test]
    public void Columns_that_do_not_fit_are_found_before_any_row_and_make_each_row_incomplete()
    {
        var batch = Columns.Batch(
            ("price", new DoubleArray.Builder().Append(0.1).Append(0.2).Build()),
            ("cost", Columns.Decimals(2, 1m, 2m)),
            ("country", Columns.Longs(1, 2)),
            ("submitted", Columns.Instants(TimeUnit.Second, null, At("2026-08-01T04:00:00Z"), null)),
            ("deals", Columns.Lists(Columns.Structs(1, ("id", Columns.Texts("D1")), ("rate", new FloatArray.Builder().Append(0.5f).Build())), 0, 1, 1)),
            ("notes", Columns.Texts("", "")));
        string[] problems =
        [
            "price: a column of double is not exact; make it decimal128",
            "country: a column of int64 does not hold what is a Country",
            "submitted: a column of timestamps without a zone holds no instants; give it the zone UTC",
            "deals.[].rate: a column of float is not exact; make it decimal128",
            "notes: the ruleset does not know it; did you mean `note`?",
        ];

        Assert.That(Columns.Stream(batch).Check(Ruleset).Select(problem => problem.Path + ": " + problem.Message), Is.EqualTo(problems));
        Assert.That(Problems(batch), Is.EqualTo((string[])
        [
            "1 Incomplete country: " + problems[1][9..] + "; deals[0].rate: " + problems[3][15..] + "; price: " + problems[0][7..] + "; submitted: " + problems[2][11..],
            "2 Incomplete country: " + problems[1][9..] + "; price: " + problems[0][7..],
        ]));
    }

    [Test]
    public void Numbers_that_no_decimal_holds_are_refused_and_zeros_at_the_end_are_no_digits()
    {
        var type = new Decimal128Type(38, 30);
        var numbers = new ArrowBuffer.Builder<Int128>();
        numbers.AppendRange([Int128.Parse("12500000000000000000000000000000", null), Int128.Parse("12500000000000000000000000000001", null), -Int128.Parse("10000000000000000000000000000000", null), 0]);
        var column = new Decimal128Array(new ArrayData(type, 4, 0, 0, [ArrowBuffer.Empty, numbers.Build()]));

        Assert.That(Problems(Columns.Batch(("price", column), ("cost", Columns.Longs(1, 1, 1, 1)), ("country", Columns.Texts("GB", "GB", "GB", "GB")))), Is.EqualTo((string[])
        [
            "1 Approve ",
            "2 Incomplete price: 12500000000000000000000000000001e-30 needs more digits than a number may have (28)",
            "3 Approve ",
            "4 Incomplete margin: division by zero",
        ]));
    }

    [Test]
    public void Whole_numbers_of_any_width_are_numbers()
    {
        IArrowArray[] columns =
        [
            new Int8Array.Builder().Append(-7).Build(), new UInt8Array.Builder().Append(200).Build(), new Int16Array.Builder().Append(-300).Build(), new UInt16Array.Builder().Append(60_000).Build(),
            new Int32Array.Builder().Append(-70_000).Build(), new UInt32Array.Builder().Append(4_000_000_000).Build(), Columns.Longs(long.MinValue), new UInt64Array.Builder().Append(ulong.MaxValue).Build(),
        ];
        var totals = columns.Select(column => Ruleset.Judge(Columns.Stream(Columns.Batch(("units", column), ("price", Columns.Longs(1)), ("cost", Columns.Longs(0)), ("country", Columns.Texts("GB")))),
            (_, judgement) => judgement.NumberOf(Ruleset.IndexOfOutput("total"))).Single());

        Assert.That(totals, Is.EqualTo((decimal?[])[-7, 200, -300, 60_000, -70_000, 4_000_000_000, long.MinValue, ulong.MaxValue]));
    }

    [Test]
    public void A_null_in_a_dictionary_is_absent_and_an_entry_that_does_not_fit_is_told_for_each_row()
    {
        var batch = Columns.Batch(("country", Columns.Dictionary(["GB", null, "UK"], 0, 1, 2, 2, null)), ("price", Columns.Longs(10, 10, 10, 10, 10)), ("cost", Columns.Longs(5, 5, 5, 5, 5)));

        Assert.That(Problems(batch), Is.EqualTo((string[])
        [
            "1 Approve ",
            "2 Incomplete ",
            "3 Incomplete country: \"UK\" is not a member of Country; members are GB, FR, DE",
            "4 Incomplete country: \"UK\" is not a member of Country; members are GB, FR, DE",
            "5 Incomplete ",
        ]));
    }

    [Test]
    public void Each_batch_may_have_a_dictionary_of_its_own()
    {
        var batches = new[] { new[] { "GB", "DE" }, ["DE", "GB"], ["FR"] }.Select(entries =>
            Columns.Batch(("country", Columns.Dictionary(entries, 0)), ("price", Columns.Longs(10)), ("cost", Columns.Longs(5)))).ToArray();

        Assert.That(Ruleset.Judge(Columns.Stream(batches), (_, judgement) => judgement.Verdict), Is.EqualTo((Verdict?[])[Verdict.Approve, Verdict.Reject, Verdict.Approve]));
    }

    [Test]
    public void A_batch_of_another_schema_throws_after_the_rows_before_it()
    {
        var first = Columns.Batch(("price", Columns.Decimals(2, 1m)));
        var second = Columns.Batch(("price", Columns.Decimals(3, 1m)));
        var taken = 0;

        Assert.That(
            () =>
            {
                foreach (var _ in Ruleset.Judge(FactStream.FromColumns(first.Schema, [first, second]), (row, _) => row))
                    taken++;
            },
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("batch 2 has other columns than the schema"));
        Assert.That(taken, Is.EqualTo(1));
    }

    [Test]
    public void Many_different_texts_are_read_right_though_only_some_are_kept()
    {
        var notes = Enumerable.Range(0, 20_000).Select(i => "note " + i % 5_000).ToArray();
        var batch = Columns.Batch(("note", Columns.Texts(notes)), ("price", Columns.Longs([.. notes.Select(_ => (long?)1)])));

        Assert.That(Rules.Compile(
            """
            ruleset test.notes version "1"
            currency EUR
            input note : text
            output note
            """).Judge(Columns.Stream(batch), (_, judgement) => judgement.TextOf(0)), Is.EqualTo(notes));
    }

    [Test]
    public void Lists_too_long_to_be_read_ahead_are_read_row_by_row()
    {
        var counts = new[] { 3, 40_000, 0, 40_000, 1 };
        var offsets = counts.Aggregate(new List<int> { 0 }, (ends, count) => [.. ends, ends[^1] + count]);
        var batch = Columns.Batch(
            ("skus", Columns.Lists(Columns.Texts([.. Enumerable.Range(0, counts.Sum()).Select(i => "s" + i % 9)]), [.. offsets])),
            ("price", Columns.Longs(1, 1, 1, 1, 1)), ("cost", Columns.Longs(0, 0, 0, 0, 0)), ("country", Columns.Texts("GB", "GB", "GB", "GB", "GB")));
        var skus = Ruleset.IndexOfOutput("skus");

        Assert.That(Ruleset.Judge(Columns.Stream(batch), (_, judgement) => (judgement.CountOf(skus), judgement.CountOf(skus) == 0 ? "" : judgement.TextOf(skus, judgement.CountOf(skus) - 1))),
            Is.EqualTo(counts.Select((count, i) => (count, count == 0 ? "" : "s" + (offsets[i + 1] - 1) % 9))));
    }

    [Test]
    public void Columns_allocate_nothing_for_a_row()
    {
        var few = Rows(1000);
        var many = Rows(5000);
        var threads = new BatchOptions { Threads = 1 };
        Assert.That(Measure(many) - Measure(few), Is.Zero);

        long Measure(RecordBatch batch)
        {
            Count(batch);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Count(batch);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Count(RecordBatch batch)
        {
            var count = 0;
            foreach (var verdict in Ruleset.Judge(Columns.Stream(batch), (_, judgement) => judgement.Verdict, threads))
                count += verdict is null ? 0 : 1;
            Assert.That(count, Is.EqualTo(batch.Length));
        }

        static RecordBatch Rows(int count)
        {
            var all = Enumerable.Range(1, count).ToArray();
            return Columns.Batch(
                ("price", Columns.Decimals(2, [.. all.Select(_ => (decimal?)10m)])),
                ("cost", Columns.Decimals(2, [.. all.Select(i => i % 13 == 0 ? null : (decimal?)(i % 11))])),
                ("country", Columns.Dictionary(["GB", "DE"], [.. all.Select(i => (int?)(i % 2))])),
                ("note", Columns.Texts([.. all.Select(i => "note " + i % 7)])),
                ("start", Columns.Dates([.. all.Select(i => (DateTime?)new DateTime(2026, 8, 1 + i % 28))])),
                ("isClearance", Columns.Booleans([.. all.Select(i => (bool?)(i % 3 == 0))])));
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Problems(RecordBatch batch) =>
        Ruleset.Judge(Columns.Stream(batch), (row, judgement) => row + " " + judgement.Verdict + " "
            + string.Join("; ", judgement.ToDecision().Problems.Select(problem => problem.Path + ": " + problem.Message)));
}
