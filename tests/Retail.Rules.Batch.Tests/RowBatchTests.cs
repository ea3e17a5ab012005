using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NUnit.Framework;

namespace Retail.Rules.Batch.Tests;

[TestFixture]
public sealed class RowBatchTests
{
    private static readonly RuleSet Ruleset = Rules.Compile();
    private static readonly FactMap<Row> Map = Ruleset.MapFacts<Row>().GetValueOrThrow();

    public sealed record Row(decimal Price, decimal? CostOrFault, string Country)
    {
        public decimal? Cost => CostOrFault == -1m ? throw new InvalidOperationException("no cost") : CostOrFault;
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void Results_of_a_list_stand_at_the_places_of_its_rows(int threads)
    {
        var rows = SomeRows(1000).ToList();
        var results = new (long, Verdict?)[rows.Count];
        Map.Judge(rows, results, (row, judgement) => (row, judgement.Verdict), new BatchOptions { Threads = threads, RowsPerBlock = 7 });

        Assert.That(results, Is.EqualTo(rows.Select((row, index) => (index + 1L, Ruleset.Evaluate(Map, row).Verdict))));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void Results_of_a_sequence_come_in_its_order(int threads)
    {
        var results = Map.Judge(SomeRows(1000), (row, judgement) => (row, judgement.Verdict), new BatchOptions { Threads = threads, RowsPerBlock = 7 });

        Assert.That(results, Is.EqualTo(SomeRows(1000).Select((row, index) => (index + 1L, Ruleset.Evaluate(Map, row).Verdict))));
    }

    [Test]
    public void Results_of_a_span_stand_at_the_places_of_its_rows()
    {
        var rows = SomeRows(100).ToArray();
        var results = new Verdict?[100];
        Map.Judge(rows.AsSpan(), results.AsSpan(), (_, judgement) => judgement.Verdict);

        Assert.That(results, Is.EqualTo(rows.Select(row => Ruleset.Evaluate(Map, row).Verdict)));
    }

    [Test]
    public void A_row_that_is_null_or_throws_is_incomplete_and_keeps_its_number()
    {
        Row[] rows = [new(10m, 5m, "GB"), null!, new(10m, -1m, "GB"), new(10m, 5m, "GB")];
        var results = new string[4];
        Map.Judge(rows, results, (row, judgement) => row + " " + judgement.Verdict + " " + string.Join("; ", judgement.ToDecision().Problems.Select(problem => problem.Path + " " + problem.Message)));

        Assert.That(results, Is.EqualTo((string[])
            ["1 Approve ", "2 Incomplete  row 2 is null", "3 Incomplete cost reading it threw InvalidOperationException", "4 Approve "]));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void What_the_sequence_throws_comes_after_the_rows_before_it(int threads)
    {
        var taken = 0;
        Assert.That(
            () =>
            {
                foreach (var _ in Map.Judge(Faulty(), (row, _) => row, new BatchOptions { Threads = threads, RowsPerBlock = 8 }))
                    taken++;
            },
            Throws.TypeOf<FormatException>().With.Message.EqualTo("row 22"));
        Assert.That(taken, Is.EqualTo(21));

        static IEnumerable<Row> Faulty()
        {
            foreach (var row in SomeRows(21))
                yield return row;
            throw new FormatException("row 22");
        }
    }

    [TestCase(1)]
    [TestCase(4)]
    public void The_first_result_that_throws_is_thrown_with_any_number_of_threads(int threads)
    {
        var taken = new List<long>();
        Assert.That(
            () =>
            {
                foreach (var row in Map.Judge(SomeRows(500), Tell, new BatchOptions { Threads = threads, RowsPerBlock = 10 }))
                    taken.Add(row);
            },
            Throws.TypeOf<FormatException>().With.Message.EqualTo("101"));
        Assert.That(taken, Is.EqualTo(Enumerable.Range(1, 100)));

        static long Tell(long row, Judgement judgement) => row > 100 ? throw new FormatException(row.ToString(System.Globalization.CultureInfo.InvariantCulture)) : row;
    }

    [TestCase(1)]
    [TestCase(3)]
    public void No_more_rows_are_read_ahead_than_the_blocks_hold(int threads)
    {
        var read = 0;
        foreach (var row in Map.Judge(Endless(), (row, _) => row, new BatchOptions { Threads = threads, RowsPerBlock = 5 }).Take(200))
            Assert.That(Volatile.Read(ref read) - row, Is.LessThanOrEqualTo(threads * 4 * 5));

        IEnumerable<Row> Endless()
        {
            while (true)
            {
                Interlocked.Increment(ref read);
                yield return new Row(10m, 5m, "GB");
            }
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Cancelling_ends_an_endless_batch(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        Assert.That(
            () =>
            {
                foreach (var row in Map.Judge(Enumerable.Repeat(new Row(10m, 5m, "GB"), int.MaxValue), (row, _) => row, new BatchOptions { Threads = threads }, cancellation.Token))
                {
                    if (row == 1000)
                        cancellation.Cancel();
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Progress_is_told_in_order_up_to_the_last_row(int threads)
    {
        var progress = new Log();
        Map.Judge(SomeRows(95).ToArray(), new long[95], (row, _) => row, new BatchOptions { Threads = threads, RowsPerBlock = 20, Progress = progress });

        Assert.That(progress.Values, Is.EqualTo((long[])[20, 40, 60, 80, 95]));
    }

    [Test]
    public void Rows_allocate_nothing()
    {
        var few = SomeRows(1000).ToArray();
        var many = SomeRows(5000).ToArray();
        var results = new Verdict?[5000];
        Assert.That(Measure(many) - Measure(few), Is.Zero);

        long Measure(Row[] rows)
        {
            Judge(rows);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Judge(rows);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Judge(Row[] rows) => Map.Judge(rows, results, (_, judgement) => judgement.Verdict, new BatchOptions { Threads = 1 });
    }

    [Test]
    public void Rows_of_a_sequence_allocate_nothing()
    {
        var few = SomeRows(1000).ToArray();
        var many = SomeRows(5000).ToArray();
        Assert.That(Measure(many) - Measure(few), Is.Zero);

        static long Measure(Row[] rows)
        {
            Count(rows);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Count(rows);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static void Count(Row[] rows)
        {
            var count = 0;
            foreach (var verdict in Map.Judge((IEnumerable<Row>)rows, (_, judgement) => judgement.Verdict, new BatchOptions { Threads = 1 }))
                count += verdict is null ? 0 : 1;
            Assert.That(count, Is.EqualTo(rows.Length));
        }
    }

    [Test]
    public void Fewer_places_than_rows_are_refused() =>
        Assert.That(() => Map.Judge(SomeRows(3).ToArray(), new long[2], (row, _) => row), Throws.ArgumentException);

    [Test]
    public void Options_out_of_range_are_refused()
    {
        Assert.That(() => Map.Judge(SomeRows(3), (row, _) => row, new BatchOptions { Threads = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Map.Judge(SomeRows(3), (row, _) => row, new BatchOptions { RowsPerBlock = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static IEnumerable<Row> SomeRows(int count) =>
        Enumerable.Range(1, count).Select(i => new Row(10m, i % 11, i % 4 == 0 ? "DE" : "GB"));

    private sealed class Log : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
