using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Metrics;

/// <summary>How long approvals waited for a role, in its working hours. Immutable and thread-safe.</summary>
/// <param name="Step">The step; null if the records name none.</param>
/// <param name="Role">The role.</param>
/// <param name="Hours">The spread of those that were decided, in working hours; null if none were.</param>
/// <param name="Open">How many are not decided yet.</param>
public sealed record ApprovalLatency(string? Step, string Role, Distribution? Hours, long Open);

/// <summary>Counts approvals, each by the calendar that stands before it. Not thread-safe.</summary>
internal sealed class ApprovalTally(BusinessTime? workingTime)
{
    private readonly Dictionary<string, BusinessTime> calendars = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Step, string Role), Queue> queues = new(Comparer<(string Step, string Role)>.Create((left, right) =>
        string.CompareOrdinal(left.Step, right.Step) is not 0 and var order ? order : string.CompareOrdinal(left.Role, right.Role)));

    private BusinessTime? usual = workingTime;

    public void Add(CalendarRecord record)
    {
        if (record.Role is { } role)
            calendars[role] = record.ToBusinessTime();
        else
            usual = record.ToBusinessTime();
    }

    /// <summary>Counts an approval; false if nothing says when its role works.</summary>
    public bool TryAdd(ApprovalRecord record)
    {
        if ((calendars.GetValueOrDefault(record.Role) ?? usual) is not { } hours)
            return false;
        var key = (record.Step ?? "", record.Role);
        if (!queues.TryGetValue(key, out var queue))
            queues.Add(key, queue = new Queue());
        if (record.DecidedAt is { } decided)
            queue.Ticks.Add(hours.Between(record.SubmittedAt, decided).Ticks);
        else
            queue.Open++;
        return true;
    }

    public IReadOnlyList<ApprovalLatency>? ToResult() => queues.Count == 0
        ? null
        : [.. queues.Select(queue => new ApprovalLatency(
            queue.Key.Step.Length == 0 ? null : queue.Key.Step, queue.Key.Role, Distribution.Of(queue.Value.Ticks, TimeSpan.TicksPerHour), queue.Value.Open))];

    private sealed class Queue
    {
        public List<long> Ticks { get; } = [];

        public long Open { get; set; }
    }
}
