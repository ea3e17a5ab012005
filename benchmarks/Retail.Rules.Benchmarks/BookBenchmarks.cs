extern alias exact;

using System;
using System.Linq;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ByHandGrocer = exact::Retail.Rules.Books.Grocer.SubstitutionBook;
using ByHandLaunch = exact::Retail.Rules.Books.Homegoods.LaunchBook;
using ByHandPromotion = exact::Retail.Rules.Books.Freshmart.PromotionBook;

namespace Retail.Rules.Benchmarks;

/// <summary>
/// One decision of each book, JSON facts in: the mean over the worked cases of its suite. By hand is the C# of tests/Retail.Rules.Books, in exact
/// fractions as the engine is, which the tests hold to the same verdict, rules, approvers, conditions and outputs.
/// </summary>
public class BookBenchmarks
{
    private JsonElement[] json = null!;
    private FactSet[] facts = null!;
    private Func<JsonElement, object> byHand = null!;
    private RuleSet ruleSet = null!;
    private RuleSet interpreted = null!;
    private Judgement judgement = null!;
    private Judgement interpretedJudgement = null!;

    /// <summary>The book.</summary>
    [Params("freshmart.promotion_approval", "homegoods.weekend_launch", "grocer.substitution")]
    public string Book { get; set; } = "";

    /// <summary>Loads the book.</summary>
    [GlobalSetup]
    public void Load()
    {
        byHand = Book switch
        {
            "freshmart.promotion_approval" => ByHandPromotion.Judge,
            "homegoods.weekend_launch" => ByHandLaunch.Judge,
            _ => ByHandGrocer.Judge,
        };
        json = Books.Json(Book);
        facts = json.Select(one => FactSet.FromJson(one)).ToArray();
        ruleSet = Books.Load(Book, ExecutionTier.Compiled);
        interpreted = Books.Load(Book, ExecutionTier.Interpreted);
        judgement = ruleSet.CreateJudgement();
        interpretedJudgement = interpreted.CreateJudgement();
    }

    /// <summary>Verdict, rules, approvers and outputs by hand, every case once.</summary>
    [Benchmark(Baseline = true)]
    public void ByHand()
    {
        foreach (var one in json)
            byHand(one);
    }

    /// <summary>Verdict, rules, approvers and outputs in a judgement; reasons are there for whom asks.</summary>
    [Benchmark]
    public void Judge()
    {
        foreach (var one in facts)
            judgement.Judge(one);
    }

    /// <summary>The same without compiled code.</summary>
    [Benchmark]
    public void JudgeInterpreted()
    {
        foreach (var one in facts)
            interpretedJudgement.Judge(one);
    }

    /// <summary>The decision, with all reasons in words and numbers and both hashes.</summary>
    [Benchmark]
    public void Decide()
    {
        foreach (var one in facts)
            ruleSet.Evaluate(one);
    }

    /// <summary>The decision with the full trace of every rule.</summary>
    [Benchmark]
    public void Explain()
    {
        foreach (var one in facts)
            ruleSet.Explain(one);
    }
}
