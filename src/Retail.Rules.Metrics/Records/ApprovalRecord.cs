using System;

namespace Retail.Rules.Metrics;

/// <summary><c>approval</c>: a step of an approval, from the day it was handed in until somebody decided.</summary>
public sealed record ApprovalRecord : MetricRecord
{
    /// <summary>The promotion.</summary>
    public required string Promotion { get; init; }

    /// <summary>The step, such as finance; null if there is but one.</summary>
    public string? Step { get; init; }

    /// <summary>The role that decides.</summary>
    public required string Role { get; init; }

    /// <summary>When it was handed in.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it was decided, either way; null if it is not yet.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    internal override DateTimeOffset? Instant => SubmittedAt;

    internal override DateTimeOffset? LastInstant => DecidedAt ?? SubmittedAt;

    internal override string? Problem() =>
        Blank(Promotion, "promotion") ?? Blank(Role, "role") ?? (Step is null ? null : Blank(Step, "step")) ?? Before(DecidedAt, "decidedAt", SubmittedAt, "submittedAt");
}
