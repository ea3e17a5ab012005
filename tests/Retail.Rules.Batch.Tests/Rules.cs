using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Retail.Rules.Dsl;
using Retail.Rules.Text;

namespace Retail.Rules.Batch.Tests;

/// <summary>A ruleset with a fact of every type, and rows for it.</summary>
internal static class Rules
{
    public const string Text = """
        ruleset test.batch version "1"
        currency EUR
        outputs to 4 places

        enum Country { GB, FR, DE }
        enum Role { Buyer, Director }

        type Deal {
          id   : text
          rate : percent
          from : date?
        }

        input price, cost : money
        input country     : Country
        input units       : number = 1
        input uplift      : percent?
        input start       : date?
        input submitted   : instant?
        input age         : duration?
        input isClearance : boolean = false
        input note        : text?
        input deals       : list of Deal = []
        input skus        : list of text = []
        input foreign     : money in USD?

        param least : percent = 10%

        define margin : percent = (price - cost) / price

        rule R1 "Thin margin"
          when margin < least then refer to Director
          when margin < 20%   then refer to Buyer

        rule R2 "Deals"
          for each d in deals
          when d.rate > 50% then require "check {d.id}"

        rule R3 "Not in Germany"
          when country = DE and not isClearance then reject

        rule R4 "Old"
          when age is known and age > 2 days then hold

        output margin
        output total = price * units
        output country
        output started = start
        output submitted
        output uplift
        output note
        output clearance = isClearance
        output skus
        output deals = for d in deals: { id: d.id, rate: d.rate }
        output foreign
        """;

    public static RuleSet Compile(string? text = null, params (string From, string To)[] changes)
    {
        text ??= Text;
        foreach (var (from, to) in changes)
        {
            if (!text.Contains(from))
                throw new System.ArgumentException("the ruleset does not say " + from);
            text = text.Replace(from, to);
        }
        return RulesText.Compile(new SourceText(text, "test.rules"), new RuleSetOptions { Tier = ExecutionTier.Interpreted }).GetValueOrThrow();
    }

    public static Stream Utf8(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>What a ruleset decides about a stream, as JSON.</summary>
    public static string[] Decisions(RuleSet rules, FactStream facts, int threads = 1, int rowsPerBlock = 2) =>
        rules.Judge(facts, (_, judgement) => judgement.ToDecision().ToJson(), new BatchOptions { Threads = threads, RowsPerBlock = rowsPerBlock }).ToArray();

    /// <summary>What a ruleset decides about JSON objects, one by one.</summary>
    public static string[] Decisions(RuleSet rules, IEnumerable<string> json) => [.. json.Select(row => rules.Evaluate(FactSet.FromJson(row)).ToJson())];

    public static IEnumerable<string> Numbered(int count) =>
        Enumerable.Range(1, count).Select(i => $$"""{"price":{{i}},"cost":{{i * 3 % 7 * i / 7}},"country":"{{(i % 5 == 0 ? "DE" : "GB")}}","units":{{i}}}""");
}
