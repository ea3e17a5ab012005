using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary><c>task</c>: a piece of work with a time in which it is to be done.</summary>
public sealed record TaskRecord : MetricRecord
{
    /// <summary>The task.</summary>
    public required string Id { get; init; }

    /// <summary>The role that does it; null if unknown.</summary>
    public string? Role { get; init; }

    /// <summary>When it came up.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was done; null if it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>In how many minutes it is to be done, above 0: all hours of all days count, less the pauses.</summary>
    public required decimal SlaMinutes { get; init; }

    /// <summary>Spans in which the clock stands still, such as waiting for the supplier; two that overlap count once.</summary>
    public IReadOnlyList<TaskPause>? Pauses { get; init; }

    internal override DateTimeOffset? Instant => OpenedAt;

    internal override DateTimeOffset? LastInstant => (Pauses ?? []).Select(pause => pause.To ?? pause.From).Append(ClosedAt ?? OpenedAt).Max();

    internal override string? Problem() =>
        Blank(Id, "id") ?? (Role is null ? null : Blank(Role, "role")) ?? Before(ClosedAt, "closedAt", OpenedAt, "openedAt")
        ?? (SlaMinutes <= 0m ? "`slaMinutes` is not above 0" : OutOfRange(SlaMinutes, "slaMinutes"))
        ?? (Pauses?.Any(pause => pause is null || pause.To < pause.From) == true ? "a pause ends before it begins" : null);

    /// <summary>How long the clock ran until an instant: the time since it came up, less the pauses.</summary>
    internal TimeSpan RunningUntil(DateTimeOffset end)
    {
        var running = end - OpenedAt;
        var counted = OpenedAt;
        foreach (var pause in (Pauses ?? []).OrderBy(pause => pause.From))
        {
            var from = pause.From > counted ? pause.From : counted;
            var to = pause.To is { } ended && ended < end ? ended : end;
            if (to <= from)
                continue;
            running -= to - from;
            counted = to;
        }
        return running;
    }
}

/// <summary>A span in which the clock of a task stands still. Immutable and thread-safe.</summary>
public sealed record TaskPause
{
    /// <summary>Its beginning.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end; null if it lasts until the task is done.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why; null if unknown.</summary>
    public string? Reason { get; init; }
}
