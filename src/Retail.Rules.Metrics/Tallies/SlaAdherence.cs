using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>
/// SLA adherence: of the tasks that are closed, those closed in time; and of the open ones, those whose time is over, which the rate does not show.
/// The clock runs all hours of all days and stands still in the pauses that the records state. Immutable and thread-safe.
/// </summary>
/// <param name="WithinSla">Closed in time, of closed. A task closed at the last instant is in time.</param>
/// <param name="Open">Tasks that are not closed.</param>
/// <param name="OpenOverdue">Of them, those whose time is over at the instant of the report.</param>
/// <param name="Roles">The same by role; tasks of no role are in none.</param>
public sealed record SlaAdherence(Rate WithinSla, long Open, long OpenOverdue, IReadOnlyList<RoleSla> Roles);

/// <summary>SLA adherence of a role. Immutable and thread-safe.</summary>
/// <param name="Role">The role.</param>
/// <param name="WithinSla">Closed in time, of closed.</param>
/// <param name="Open">Tasks that are not closed.</param>
/// <param name="OpenOverdue">Of them, those whose time is over.</param>
public sealed record RoleSla(string Role, Rate WithinSla, long Open, long OpenOverdue);

/// <summary>Counts tasks. Not thread-safe.</summary>
internal sealed class TaskTally
{
    private readonly SortedDictionary<string, (long InTime, long Closed)> roles = new(StringComparer.Ordinal);
    private readonly List<TaskRecord> open = [];

    public void Add(TaskRecord record)
    {
        var role = record.Role ?? "";
        var (inTime, closed) = roles.GetValueOrDefault(role);
        if (record.ClosedAt is { } end)
            roles[role] = (inTime + (IsOverdue(record, end) ? 0 : 1), closed + 1);
        else
        {
            roles[role] = (inTime, closed);
            open.Add(record);
        }
    }

    public SlaAdherence? ToResult(DateTimeOffset? asOf)
    {
        if (roles.Count == 0)
            return null;
        var byRole = roles.Select(role =>
        {
            var tasks = open.Where(task => (task.Role ?? "") == role.Key).ToArray();
            return new RoleSla(role.Key, new Rate(role.Value.InTime, role.Value.Closed), tasks.Length, tasks.Count(task => IsOverdue(task, asOf!.Value)));
        }).ToArray();
        var all = new Rate(byRole.Sum(role => role.WithinSla.Count), byRole.Sum(role => role.WithinSla.Of));
        return new SlaAdherence(all, byRole.Sum(role => role.Open), byRole.Sum(role => role.OpenOverdue), [.. byRole.Where(role => role.Role.Length > 0)]);
    }

    private static bool IsOverdue(TaskRecord task, DateTimeOffset end) => task.RunningUntil(end).Ticks > task.SlaMinutes * TimeSpan.TicksPerMinute;
}
