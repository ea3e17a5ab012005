using System;
using System.Collections.Generic;

namespace Retail.Rules.Metrics;

/// <summary>
/// How the process went. A metric of which there were no records is null: nothing counted is neither perfect nor bad. Groups are in ordinal order.
/// Immutable and thread-safe.
/// </summary>
public sealed record MetricsReport
{
    /// <summary>The first instant of the period; null if it has no beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The instant before which the period ends; null if it has no end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The instant at which open work was aged; null if no record told of any.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How many records were counted.</summary>
    public required long Records { get; init; }

    /// <summary>How many belonged to another period.</summary>
    public required long OutsidePeriod { get; init; }

    /// <summary>How many lines were left out because they are no record that makes sense.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Why: the first of them, up to <see cref="ProcessMetrics.MaxProblems"/>.</summary>
    public required IReadOnlyList<LineProblem> Problems { get; init; }

    /// <summary>Promotion activation accuracy.</summary>
    public ActivationAccuracy? Activation { get; init; }

    /// <summary>Inventory sync latency, by pair of source and channel.</summary>
    public IReadOnlyList<SyncLatency>? Sync { get; init; }

    /// <summary>Order allocation exceptions.</summary>
    public AllocationExceptions? Allocation { get; init; }

    /// <summary>Perfect orders.</summary>
    public PerfectOrders? Orders { get; init; }

    /// <summary>Discount reconciliation cycle time.</summary>
    public ClaimCycle? Claims { get; init; }

    /// <summary>Warehouse rework, by node and in all.</summary>
    public WarehouseRework? Rework { get; init; }

    /// <summary>Manual interventions; only if there were orders.</summary>
    public Interventions? Interventions { get; init; }

    /// <summary>Approval latency in working hours, by step and role.</summary>
    public IReadOnlyList<ApprovalLatency>? Approvals { get; init; }

    /// <summary>SLA adherence, by role and in all.</summary>
    public SlaAdherence? Tasks { get; init; }

    /// <summary>Inventory mismatch rate, by pair of systems.</summary>
    public IReadOnlyList<StockMismatch>? Stock { get; init; }
}

/// <summary>A line that was left out. Immutable and thread-safe.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Message">Why, in words.</param>
public sealed record LineProblem(long Line, string Message);
