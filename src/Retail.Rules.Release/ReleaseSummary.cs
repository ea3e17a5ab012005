using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Retail.Rules.Release;

/// <summary>Draws together what the stages found: verdicts, plan, and what is waited for.</summary>
internal static class ReleaseSummary
{
    public static ReleaseDecision Of(ReleaseRequest request, IReadOnlyList<StageDecision> stages)
    {
        var waitsFor = stages.SelectMany(OpenPoints).ToArray();
        var regions = request.Regions.Select(region => new RegionVerdict(region.Region, Worst(stages.Where(stage => stage.Region is null || stage.Region == region.Region)))).ToArray();
        return new ReleaseDecision
        {
            Id = IdOf(request.Promotion, stages),
            Promotion = request.Promotion,
            Verdict = Worst(stages),
            Stages = stages,
            Regions = regions,
            Plan = [.. stages.Where(stage => stage.Region is not null).SelectMany(stage => Planned(stage, StatusOf(regions.First(region => region.Region == stage.Region), waitsFor)))],
            WaitsFor = waitsFor,
        };
    }

    /// <summary>A ruleset without rules judges nothing, and what nobody judged is not approved.</summary>
    private static Verdict Worst(IEnumerable<StageDecision> stages) => stages.Select(stage => stage.Decision.Verdict ?? Verdict.Incomplete).Max();

    private static IEnumerable<PlannedActivation> Planned(StageDecision stage, ActivationStatus status)
    {
        if (!stage.Decision.Outputs.TryGetValue("plan", out var plan))
            yield break;
        foreach (var item in plan as IReadOnlyList<object> ?? throw Misshapen(stage, "plan", "a list of records"))
        {
            var record = item as DecisionRecord ?? throw Misshapen(stage, "plan", "a list of records");
            yield return new PlannedActivation(
                stage.Region!,
                Get<string>(stage, record, "channel"),
                Get<string>(stage, record, "wave"),
                Get<DateTimeOffset>(stage, record, "start"),
                Get<DateTimeOffset>(stage, record, "end"),
                Number(record, "units"),
                Number(record, "perCustomer"),
                status);
        }
    }

    /// <summary>A region that is approved still waits for every system that has not acknowledged.</summary>
    private static ActivationStatus StatusOf(RegionVerdict region, IEnumerable<OpenPoint> waitsFor) => region.Verdict switch
    {
        Verdict.Incomplete or Verdict.Reject => ActivationStatus.Stopped,
        Verdict.Approve or Verdict.ApproveWithConditions when !waitsFor.Any(point => point.Kind == OpenPointKind.Acknowledgement && (point.Region is null || point.Region == region.Region)) => ActivationStatus.Ready,
        _ => ActivationStatus.Waiting,
    };

    private static IEnumerable<OpenPoint> OpenPoints(StageDecision stage)
    {
        var decision = stage.Decision;
        if (decision.Outputs.TryGetValue("awaiting", out var awaiting))
        {
            foreach (var system in awaiting as IReadOnlyList<object> ?? throw Misshapen(stage, "awaiting", "a list of texts"))
                yield return new OpenPoint(OpenPointKind.Acknowledgement, system as string ?? throw Misshapen(stage, "awaiting", "a list of texts"), stage.Stage, stage.Region, []);
        }
        foreach (var approver in decision.Approvers)
            yield return new OpenPoint(OpenPointKind.Approval, approver.Role, stage.Stage, stage.Region, approver.Rules);
        foreach (var condition in decision.Conditions)
            yield return new OpenPoint(OpenPointKind.Condition, condition.Text, stage.Stage, stage.Region, [condition.Rule]);
        foreach (var missing in decision.Missing)
            yield return new OpenPoint(OpenPointKind.Fact, missing, stage.Stage, stage.Region, []);
    }

    private static T Get<T>(StageDecision stage, DecisionRecord record, string member) =>
        record.TryGetValue(member, out var value) && value is T found ? found : throw Misshapen(stage, "plan", "records with channel, wave, start and end");

    private static decimal? Number(DecisionRecord record, string member) => record.TryGetValue(member, out var value) && value is decimal number ? number : null;

    private static InvalidOperationException Misshapen(StageDecision stage, string output, string form) =>
        new("the output `" + output + "` of the stage " + stage.Stage + " is not " + form);

    /// <summary>The decisions' own ids stand for rules and facts; each stage has its place.</summary>
    private static string IdOf(string promotion, IEnumerable<StageDecision> stages)
    {
        var text = new StringBuilder(promotion);
        foreach (var stage in stages)
            text.Append(CultureInfo.InvariantCulture, $"\n{stage.Stage}\t{stage.Region}\t{stage.Decision.Id}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32].ToLowerInvariant();
    }
}
