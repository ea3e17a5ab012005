using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Retail.Rules.Books.Homegoods;

/// <summary>The weekend launch of seasonal home goods, written out by hand: <c>homegoods.weekend_launch</c>.</summary>
public static class LaunchBook
{
    private static readonly string[] Channels = ["stores", "ecom", "marketplace"];

    public static Judgement Judge(JsonElement json)
    {
        var facts = new FactReader(json);
        var launch = LaunchReader.Read(facts);
        return facts.Missing.Count > 0 ? Judgement.Lacking(facts.Missing) : Judge(launch);
    }

    public static Judgement Judge(Launch launch)
    {
        var judgement = new Judgement();
        var region = Region.Of(launch.Region);
        var depth = (launch.RegularPrice - launch.PromoPrice) / launch.RegularPrice;
        var marginPct = (launch.PromoPrice - launch.UnitCost + FinanceRules.CountedFunding(launch)) / launch.PromoPrice;
        var missingAcks = launch.PriceAcks.Where(ack => ack.Version != launch.PriceVersion).Select(ack => ack.System).ToArray();
        var waves = Exposure.Of(launch);

        var early = EarlyChannels(launch);

        var gated = JudgeGates(launch, missingAcks, early, judgement) | FinanceRules.Judge(launch, judgement);
        JudgePrice(depth, marginPct, region, judgement);
        JudgeStock(launch, judgement);
        ReadinessRules.Judge(launch, judgement);
        var opening = Opening.Of(launch, waves, Tightened(region, launch.Risk, judgement), judgement);
        var belowMap = launch.PromoPrice < launch.MapPrice && !launch.InCartOnly;
        if (belowMap)
            judgement.Note("B12");

        // Last, because it asks who must sign.
        if (launch.Activating && judgement.Approvers.Keys.Except(launch.ApprovedBy).Any())
            judgement.Reject("B35");

        OutputChannels(launch, opening, early, belowMap, gated, judgement);
        ReadinessRules.Output(launch, judgement);
        judgement.Output("region", launch.Region);
        judgement.Output("sku", launch.Sku);
        judgement.Output("advertise", !belowMap);
        judgement.Output("depth", depth, 4);
        judgement.Output("marginPct", marginPct, 4);
        judgement.Output("wmsUtil", launch.WmsLines / launch.WmsCapacity, 4);
        judgement.Output("missingAcks", missingAcks);
        judgement.Output("waves", waves.Select(Row));
        return judgement;
    }

    /// <summary>The channels that would start more than five minutes before the last one does.</summary>
    private static HashSet<string> EarlyChannels(Launch launch)
    {
        var early = new HashSet<string>(StringComparer.Ordinal);
        if (launch.Activations.Count == 0)
            return early;
        var last = launch.Activations.Max(activation => activation.At);
        foreach (var activation in launch.Activations)
        {
            if (last - activation.At > TimeSpan.FromMinutes(5))
                early.Add(activation.Channel);
        }
        return early;
    }

    /// <summary>Judges B01 to B03, B07 and B29; whether one of them holds every channel of the region.</summary>
    private static bool JudgeGates(Launch launch, string[] missingAcks, HashSet<string> early, Judgement judgement)
    {
        if (missingAcks.Length > 0)
            judgement.Hold("B01");

        if (early.Count > 0)
            judgement.Note("B02");

        var unmapped = launch.MappedPct < 0.98m;
        if (unmapped)
            judgement.Hold("B03");
        else if (launch.MappedPct < 1)
            judgement.Require("B03");

        if (launch.SequenceGap)
            judgement.Hold("B07");

        var unplanned = launch.Planned is { } planned && Channels.Except(planned).Any();
        if (unplanned)
            judgement.Lack("B29");
        return missingAcks.Length > 0 || unmapped || launch.SequenceGap || unplanned;
    }

    private static void JudgePrice(Ratio depth, Ratio marginPct, Region region, Judgement judgement)
    {
        if (depth > region.MaxDepth + 0.05m)
            judgement.Refer("B09", "ChiefMerchant");
        else if (depth > region.MaxDepth)
            judgement.Refer("B09", "RegionalVP");

        if (depth > 0.45m)
            judgement.Reject("B10");

        if (marginPct < 0.10m)
            judgement.Reject("B11");
        else if (marginPct < 0.22m)
            judgement.Refer("B11", "CFO");
    }

    private static void JudgeStock(Launch launch, Judgement judgement)
    {
        if (Exposure.IsAged(launch))
            judgement.Note("B04");
        if (launch.InventoryAgeMin > 240)
            judgement.Note("B05");
        if (launch.DuplicateEvents > 0)
            judgement.Require("B06");
    }

    /// <summary>The region's thresholds, lower where the model sees risk; where it sees very much, the planner signs instead.</summary>
    private static Region Tightened(Region region, Ratio? risk, Judgement judgement)
    {
        if (risk >= 0.85m)
            judgement.Refer("B28", "InventoryPlanner");
        else if (risk >= 0.70m)
        {
            judgement.Note("B28");
            return region with { Launch = region.Launch - 0.05m, Capped = region.Capped - 0.05m, Stagger = region.Stagger - 0.05m };
        }
        return region;
    }

    private static void OutputChannels(Launch launch, Opening opening, HashSet<string> early, bool belowMap, bool gated, Judgement judgement)
    {
        var stores = opening.Mode switch
        {
            Mode.Hold => "hold",
            Mode.Stagger or Mode.StaggerCapped => "stagger:Sat",
            _ => "launch",
        };
        var ecom = opening.Mode == Mode.LaunchCapped ? "launch_capped" : stores;
        var online = opening.Online;
        var market = opening.Marketplace;
        var limit = opening.PerCustomerLimit;
        if (opening.OnlineHeld || launch.InventoryAgeMin > 240)
            (ecom, online, market) = ("hold", 0, 0);
        var marketplace = market > 0 ? ecom : "off";

        if (early.Contains("stores"))
            stores = "hold";
        if (early.Contains("ecom"))
            (ecom, online) = ("hold", 0);
        if (early.Contains("marketplace"))
            (marketplace, market) = ("off", 0);
        if (belowMap)
            (ecom, marketplace, online, market) = ("reject", "reject", 0, 0);
        if (gated)
            (stores, ecom, marketplace, online, market, limit) = ("hold", "hold", "off", 0, 0, null);
        if (judgement.Verdict == Outcome.Reject)
            (stores, ecom, marketplace, online, market, limit) = ("reject", "reject", "reject", 0, 0, null);

        judgement.Output("stores", stores);
        judgement.Output("ecom", ecom);
        judgement.Output("marketplace", marketplace);
        judgement.Output("onlineExposableQty", online, 4);
        judgement.Output("marketplaceQty", market, 4);
        judgement.Output("perCustomerLimit", limit, 4);
    }

    private static SortedDictionary<string, object> Row(Wave wave)
    {
        var row = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["day"] = wave.Day,
            ["atp"] = wave.Atp.Round(4),
            ["demandP90"] = wave.DemandP90.Round(4),
        };
        if (wave.ExposureRatio is { } ratio)
            row.Add("exposureRatio", ratio.Round(4));
        return row;
    }
}
