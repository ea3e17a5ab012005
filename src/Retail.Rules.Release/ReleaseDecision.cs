using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Retail.Rules.Release;

/// <summary>What a release gate found: a decision a stage, the verdict over all, the plan, and what it waits for. Immutable and thread-safe.</summary>
public sealed class ReleaseDecision
{
    internal ReleaseDecision()
    {
    }

    /// <summary>
    /// 32 hexadecimal digits that follow from the decisions alone: the same request to the same rules has the same id.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The promotion's id.</summary>
    public required string Promotion { get; init; }

    /// <summary>The worst verdict of all stages in all regions; a stage without rules judges nothing and counts as <see cref="Verdict.Incomplete"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The decisions, in the order of the stages and within a stage in the order of the regions.</summary>
    public required IReadOnlyList<StageDecision> Stages { get; init; }

    /// <summary>The verdict on each region: the worst of its own stages and of those for the promotion as a whole.</summary>
    public required IReadOnlyList<RegionVerdict> Regions { get; init; }

    /// <summary>Which channel opens where and when, and whether it may.</summary>
    public required IReadOnlyList<PlannedActivation> Plan { get; init; }

    /// <summary>What must happen before all of the plan may start.</summary>
    public required IReadOnlyList<OpenPoint> WaitsFor { get; init; }

    /// <summary>The decision as JSON, the stages' decisions in full.</summary>
    /// <returns>One line of JSON; the same decision always gives the same bytes.</returns>
    public string ToJson() => ReleaseDecisionJson.ToText(this);

    /// <summary>Writes the decision as JSON.</summary>
    /// <param name="json">Where to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json) => ReleaseDecisionJson.Write(json ?? throw new ArgumentNullException(nameof(json)), this);
}

/// <summary>The decision of one stage. Immutable.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Region">The region that it is about; null for the promotion as a whole.</param>
/// <param name="Decision">The decision.</param>
public sealed record StageDecision(string Stage, string? Region, Decision Decision);

/// <summary>The verdict on one region. Immutable.</summary>
/// <param name="Region">The region.</param>
/// <param name="Verdict">The worst verdict that touches it.</param>
public sealed record RegionVerdict(string Region, Verdict Verdict);

/// <summary>Whether an activation may start.</summary>
public enum ActivationStatus
{
    /// <summary>Approved, and every system has acknowledged; conditions, if any, ride along.</summary>
    Ready,

    /// <summary>It waits for signatures, acknowledgements or another hold to end.</summary>
    Waiting,

    /// <summary>Rejected, or not known enough to be judged.</summary>
    Stopped,
}

/// <summary>A channel of a region that opens and closes. Immutable.</summary>
/// <param name="Region">The region.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Wave">The wave on which it opens.</param>
/// <param name="Start">The first instant at which it sells, in UTC.</param>
/// <param name="End">The first instant at which it no longer does, in UTC.</param>
/// <param name="Units">How many units it may show; null if it is not limited.</param>
/// <param name="PerCustomer">How many units a customer may buy; null if that is not limited.</param>
/// <param name="Status">Whether it may start.</param>
public sealed record PlannedActivation(
    string Region, string Channel, string Wave, DateTimeOffset Start, DateTimeOffset End, decimal? Units, decimal? PerCustomer, ActivationStatus Status);

/// <summary>What kind of thing is open.</summary>
public enum OpenPointKind
{
    /// <summary>A system has not acknowledged; the name is the system's.</summary>
    Acknowledgement,

    /// <summary>Somebody must sign; the name is the role's.</summary>
    Approval,

    /// <summary>A condition is to be met; the name is its text.</summary>
    Condition,

    /// <summary>A fact is missing; the name is its path.</summary>
    Fact,
}

/// <summary>Something that must happen before all of the plan may start. Immutable.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Which.</param>
/// <param name="Stage">The stage that asks for it.</param>
/// <param name="Region">The region that it holds up; null for all of them.</param>
/// <param name="Rules">The rules that ask for it; empty where a stage asks as a whole.</param>
public sealed record OpenPoint(OpenPointKind Kind, string Name, string Stage, string? Region, IReadOnlyList<string> Rules);
