using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Retail.Rules.Books.Grocer;

/// <summary>What a grocer sends instead of an article that is out, written out by hand: <c>grocer.substitution</c>.</summary>
public static class SubstitutionBook
{
    private const decimal AbsorbedPerOrder = 6.00m;

    public static Judgement Judge(JsonElement json)
    {
        var facts = new FactReader(json);
        var line = OrderLineReader.Read(facts);
        return facts.Missing.Count > 0 ? Judgement.Lacking(facts.Missing) : Judge(line);
    }

    public static Judgement Judge(OrderLine line)
    {
        var judgement = new Judgement();
        var excluded = new SortedDictionary<string, object>(StringComparer.Ordinal);
        IReadOnlyList<Offer> ranking = [];
        if (StopRule(line) is { } stop)
            judgement.Reject(stop);
        else
        {
            ranking = Offer.Rank(Eligible(line, excluded));
            Decide(line, ranking, judgement);
        }

        judgement.Output("decision", judgement.Verdict switch
        {
            Outcome.Approve or Outcome.ApproveWithConditions => "substitute",
            Outcome.Refer => "ask_customer",
            _ => "no_substitute",
        });
        var unpopular = line.Candidates.Where(Eligibility.IsUnpopular).Select(candidate => candidate.Sku).ToArray();
        if (unpopular.Length > 0)
            judgement.Output("reportToMerchant", unpopular);
        judgement.Output("excluded", excluded);
        judgement.Output("ranking", ranking.Select(Row));
        return judgement;
    }

    private static string? StopRule(OrderLine line)
    {
        if (line.OrderOptOut || line.OptOut)
            return "C01";
        if (ChannelPolicy.Of(line.Channel).Mode == PolicyMode.None && !line.ContractAllows)
            return "C02";
        return line.Original.Class == "medicine" ? "C03" : null;
    }

    private static List<Offer> Eligible(OrderLine line, SortedDictionary<string, object> excluded)
    {
        var offers = new List<Offer>();
        foreach (var candidate in line.Candidates)
        {
            var exclusions = Eligibility.Exclusions(line, candidate);
            if (exclusions.Count > 0)
                excluded.Add(candidate.Sku, exclusions.ToList<object>());
            else
                offers.Add(new Offer(line, candidate, Eligibility.Quantity(line, candidate)!.Value));
        }
        return offers;
    }

    private static void Decide(OrderLine line, IReadOnlyList<Offer> ranking, Judgement judgement)
    {
        if (ranking.Count == 0)
        {
            judgement.Reject("C29");
            return;
        }
        var best = ranking[0];
        if (!best.IsChosen && best.Score < 40)
        {
            judgement.Reject("C27");
            return;
        }

        var policy = ChannelPolicy.Of(line.Channel);
        var customerPays = policy.ProtectsPrice ? Ratio.Min(best.Total, line.DealTotal ?? line.Original.Price * line.Qty) : best.Total;
        var absorbs = best.Total - customerPays;
        judgement.Note(policy.ProtectsPrice ? "C20" : "C22");
        if (best.IsChosen)
            judgement.Note("C25");
        if (line.DealTotal is not null)
            JudgeMultibuy(policy, judgement);
        if (best.Item.MinimumAge is not null)
            judgement.Require("C33");

        if (line.SubsSoFar >= Ratio.Max(5, Ratio.Floor(0.20m * line.OrderLines)))
            judgement.Refer("C28", "Customer");
        else if (policy.Mode == PolicyMode.Ask)
            judgement.Refer("C24", "Customer");
        else if (!best.IsChosen && best.Score < 60)
            judgement.Refer("C26", "Customer");
        if (absorbs > policy.Absorbs || line.AbsorbedSoFar + absorbs > AbsorbedPerOrder)
            judgement.Refer("C21", "Customer");

        judgement.Output("sku", best.Item.Sku);
        judgement.Output("qty", best.Quantity, 2);
        judgement.Output("customerPays", customerPays, 2);
        judgement.Output("retailerAbsorbs", absorbs, 2);
        judgement.Output("doorCheckAge", best.Item.MinimumAge, 2);
    }

    /// <summary>The deal stays where prices are protected; elsewhere it is worked out again without this line.</summary>
    private static void JudgeMultibuy(ChannelPolicy policy, Judgement judgement)
    {
        if (policy.ProtectsPrice)
            judgement.Note("C23");
        else
            judgement.Require("C23");
    }

    private static SortedDictionary<string, object> Row(Offer offer) => new(StringComparer.Ordinal)
    {
        ["sku"] = offer.Item.Sku,
        ["qty"] = offer.Quantity.Round(2),
        ["score"] = offer.Score.Round(2),
        ["chosenByCustomer"] = offer.IsChosen,
    };
}
