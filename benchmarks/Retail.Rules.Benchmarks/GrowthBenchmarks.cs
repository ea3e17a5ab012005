using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Benchmarks;

/// <summary>How a judgement grows with its facts: members of a record, receipts in a list, candidates of a select, columns of a table. JSON facts in.</summary>
public class GrowthBenchmarks
{
    private Judgement judgement = null!;
    private FactSet facts = null!;

    /// <summary>How many.</summary>
    [Params(1, 8, 64, 1_000)]
    public int Count { get; set; }

    /// <summary>A record of so many numbers, of which one rule reads the last.</summary>
    [GlobalSetup(Target = nameof(Members))]
    public void LoadMembers()
    {
        Load($$"""
            type Wide {
            {{string.Join("\n", Enumerable.Range(0, Count).Select(i => $"  n{i} : number"))}}
            }
            input wide : Wide
            rule R1 "Last" when wide.n{{Count - 1}} < 0 then reject
            """);
        Take("{\"wide\":{" + Join(i => $"\"n{i}\":{i}.5") + "}}");
    }

    /// <summary>So many receipts, which are summed once by day and compared with what is promised.</summary>
    [GlobalSetup(Target = nameof(Receipts))]
    public void LoadReceipts()
    {
        Load("""
            type Receipt {
              day      : date
              quantity : number
            }
            input receipts : list of Receipt
            input promised : number
            input start : date
            define supply = sum of r.quantity for r in receipts where r.day <= start
            rule R1 "Supply" when supply < promised then reject
            """);
        Take("{\"promised\":1,\"start\":\"2026-11-25\",\"receipts\":[" + Join(i => $"{{\"day\":\"2026-11-{(i % 30) + 1:00}\",\"quantity\":{i}.25}}") + "]}");
    }

    /// <summary>So many candidates, of which half are excluded and the rest ranked by price.</summary>
    [GlobalSetup(Target = nameof(Candidates))]
    public void LoadCandidates()
    {
        Load("""
            type Offer {
              sku     : text
              price   : money
              isFresh : boolean
            }
            input offers : list of Offer
            select pick from offer in offers key offer.sku
              exclude X01 "Fresh" when offer.isFresh
              rank by offer.price
            rule R1 "None" when pick.best is unknown then reject
            """);
        Take("{\"offers\":[" + Join(i => $"{{\"sku\":\"S{i}\",\"price\":{i * 37 % 1000}.50,\"isFresh\":{(i % 2 == 0 ? "false" : "true")}}}") + "]}");
    }

    /// <summary>A table of 100 rows with so many columns, up to 64, each with a range of a number.</summary>
    [GlobalSetup(Target = nameof(Columns))]
    public void LoadColumns()
    {
        var columns = System.Math.Min(Count, 64);
        var names = Enumerable.Range(0, columns).Select(i => $"c{i}").ToArray();
        var rows = Enumerable.Range(0, 100).Select(row => "  | " + string.Join(" | ", names.Select((_, i) => $"[{row + i}..{row + i + 20}]")) + " || \"r" + row.ToString(CultureInfo.InvariantCulture) + "\" |\n");
        Load($"input {string.Join(", ", names)} : number\ntable hits hit collect\n  | {string.Join(" | ", names)} || name : text |\n{string.Concat(rows)}\noutput names = hits");
        Take("{" + string.Join(",", names.Select((name, i) => $"\"{name}\":{50 + i}")) + "}");
    }

    /// <summary>A wide record.</summary>
    [Benchmark]
    public Verdict? Members() => Judge();

    /// <summary>A long list.</summary>
    [Benchmark]
    public Verdict? Receipts() => Judge();

    /// <summary>Many candidates.</summary>
    [Benchmark]
    public Verdict? Candidates() => Judge();

    /// <summary>Many columns.</summary>
    [Benchmark]
    public Verdict? Columns() => Judge();

    private Verdict? Judge()
    {
        judgement.Judge(facts);
        return judgement.Verdict;
    }

    private void Load(string body) =>
        judgement = RulesText.Compile(new SourceText("ruleset bench.growth version \"1\"\n\n" + body.ReplaceLineEndings("\n") + "\n", "growth.rules"), new RuleSetOptions { Tier = ExecutionTier.Compiled })
            .GetValueOrThrow().CreateJudgement();

    /// <summary>Takes facts, which must be ones that the rules can judge: judging nothing would be quick.</summary>
    private void Take(string json)
    {
        facts = FactSet.FromJson(json);
        judgement.Judge(facts);
        if (judgement.HasProblems || judgement.Missing.Count > 0)
            throw new System.InvalidOperationException(judgement.ToDecision().ToJson());
    }

    private string Join(System.Func<int, string> item) => string.Join(", ", Enumerable.Range(0, Count).Select(item));
}
