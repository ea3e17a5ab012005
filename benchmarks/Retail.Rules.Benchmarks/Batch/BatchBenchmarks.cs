using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Apache.Arrow;
using BenchmarkDotNet.Attributes;
using Retail.Rules.Batch;
using Retail.Rules.Books;
using Retail.Rules.Books.Freshmart;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// A row of FreshMart's approval of promotions, verdict and all outputs, out of 20,000 in each form a batch takes. Beside them the same book by
/// hand, in decimals, over objects that were read before: it has nothing to read, and rounds where the engine is exact.
/// </summary>
public class BatchBenchmarks
{
    private const int Count = 20_000;

    private readonly Verdict?[] verdicts = new Verdict?[Count];
    private RuleSet ruleSet = null!;
    private FactMap<PromotionRow> map = null!;
    private PromotionRow[] rows = null!;
    private Promotion[] promotions = null!;
    private RecordBatch columns = null!;
    private byte[] jsonLines = null!;
    private byte[] csv = null!;
    private BatchOptions options = null!;

    /// <summary>How many threads judge.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Makes the rows.</summary>
    [GlobalSetup]
    public void Load()
    {
        ruleSet = Books.Load("freshmart.promotion_approval", ExecutionTier.Compiled);
        map = ruleSet.MapFacts<PromotionRow>().GetValueOrThrow();
        var made = new PromotionRows(Count);
        rows = made.Rows;
        columns = made.Columns();
        jsonLines = made.JsonLines();
        csv = made.Csv();
        options = new BatchOptions { Threads = Threads };
        promotions = [.. System.Text.Encoding.UTF8.GetString(jsonLines).Split('\n').Select(ReadPromotion)];
    }

    /// <summary>By hand, one thread.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int HandWritten()
    {
        var approved = 0;
        foreach (var promotion in promotions)
            approved += PromotionBook.Judge(promotion).Verdict == Outcome.Approve ? 1 : 0;
        return approved;
    }

    /// <summary>C# objects.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Rows()
    {
        map.Judge(rows, verdicts, (_, judgement) => judgement.Verdict, options);
        return Approved(verdicts);
    }

    /// <summary>Arrow columns.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Columns() => Judge(FactStream.FromColumns(columns.Schema, [columns]));

    /// <summary>JSON Lines.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int JsonLines() => Judge(FactStream.FromJsonLines(new MemoryStream(jsonLines)));

    /// <summary>CSV, with the funding as JSON in a cell.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Csv() => Judge(FactStream.FromCsv(new StreamReader(new MemoryStream(csv))));

    private int Judge(FactStream facts) => Approved(ruleSet.Judge(facts, (_, judgement) => judgement.Verdict, options));

    private static int Approved(IEnumerable<Verdict?> all)
    {
        var approved = 0;
        foreach (var verdict in all)
            approved += verdict == Verdict.Approve ? 1 : 0;
        return approved;
    }

    private static Promotion ReadPromotion(string line)
    {
        using var document = JsonDocument.Parse(line);
        return PromotionReader.Read(new FactReader(document.RootElement));
    }
}
