using System;
using System.Collections.Generic;
using System.IO;

namespace Retail.Rules.Metrics;

/// <summary>
/// Counts records as they come. Memory grows with the groups (nodes, roles, pairs of systems), not with the records, except where a metric needs its
/// values: 8 bytes for each sync event, claim and decided approval, which exact percentiles are read off, each open task, and the ids of orders
/// that a person touched. One per report; not thread-safe.
/// </summary>
public sealed class ProcessMetrics
{
    /// <summary>How many left-out lines are told one by one; all of them are counted.</summary>
    public const int MaxProblems = 100;

    private readonly MetricsOptions options;
    private readonly List<LineProblem> problems = [];
    private readonly ActivationTally activations;
    private readonly SyncTally syncs = new();
    private readonly AllocationTally allocations = new();
    private readonly OrderTally orders = new();
    private readonly ClaimTally claims = new();
    private readonly PickTally picks = new();
    private readonly TouchTally touches = new();
    private readonly ApprovalTally approvals;
    private readonly TaskTally tasks = new();
    private readonly StockTally stocks = new();
    private DateTimeOffset? last;
    private long records;
    private long outside;
    private long leftOut;

    /// <summary>Begins a report.</summary>
    /// <param name="options">What to measure; null for everything there is.</param>
    /// <exception cref="ArgumentException">The period ends before it begins, or the tolerance is below 0.</exception>
    public ProcessMetrics(MetricsOptions? options = null)
    {
        this.options = options ?? new MetricsOptions();
        if (this.options.To < this.options.From)
            throw new ArgumentException("the period ends before it begins", nameof(options));
        if (this.options.ActivationTolerance < TimeSpan.Zero)
            throw new ArgumentException("the tolerance of activations is below 0", nameof(options));
        activations = new ActivationTally(this.options.ActivationTolerance);
        approvals = new ApprovalTally(this.options.WorkingTime);
    }

    /// <summary>Counts a record.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="ArgumentException">It makes no sense, as the message says; it is not counted.</exception>
    public void Add(MetricRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if ((record.Misfit() ?? Count(record)) is { } problem)
            throw new ArgumentException(problem, nameof(record));
    }

    /// <summary>Counts the records of a stream of JSON Lines, UTF-8. A line that is none is told in the report and stops nothing; blank lines are none.</summary>
    /// <param name="stream">The stream, which is read to its end and not closed.</param>
    /// <param name="onProblem">Told of every line that is left out as it is met; null if the report is enough.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public void Read(Stream stream, Action<LineProblem>? onProblem = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var lines = new JsonLineReader(stream);
        while (lines.TryRead(out var line, out var isTooLong))
        {
            string? problem = null;
            if (isTooLong)
                problem = "is longer than a record can be (1 MiB)";
            else if (line.Span.ContainsAnyExcept(" \t"u8))
                problem = RecordReader.Read(line, out var misfit) is { } record ? Count(record) : misfit;
            if (problem is not null)
                LeaveOut(new LineProblem(lines.LineNumber, problem), onProblem);
        }
    }

    /// <summary>What was counted so far.</summary>
    /// <returns>The report; more may be added afterwards.</returns>
    public MetricsReport ToReport()
    {
        var asOf = options.AsOf ?? last;
        return new MetricsReport
        {
            From = options.From,
            To = options.To,
            AsOf = asOf,
            Records = records,
            OutsidePeriod = outside,
            LeftOut = leftOut,
            Problems = [.. problems],
            Activation = activations.ToResult(),
            Sync = syncs.ToResult(),
            Allocation = allocations.ToResult(),
            Orders = orders.ToResult(),
            Claims = claims.ToResult(asOf),
            Rework = picks.ToResult(),
            Interventions = touches.ToResult(orders.Count),
            Approvals = approvals.ToResult(),
            Tasks = tasks.ToResult(asOf),
            Stock = stocks.ToResult(),
        };
    }

    private string? Count(MetricRecord record)
    {
        if (record is CalendarRecord calendar)
        {
            approvals.Add(calendar);
            records++;
            return null;
        }
        if (!(record.LastInstant <= last))
            last = record.LastInstant;
        if (record.Instant < options.From || record.Instant >= options.To)
        {
            outside++;
            return null;
        }
        if (record is ApprovalRecord approval && !approvals.TryAdd(approval))
            return "no calendar says when " + approval.Role + " works; a `calendar` stands before its approvals";
        Tally(record);
        records++;
        return null;
    }

    private void Tally(MetricRecord record)
    {
        switch (record)
        {
            case ActivationRecord activation: activations.Add(activation); break;
            case SyncRecord sync: syncs.Add(sync); break;
            case AllocationRecord allocation: allocations.Add(allocation); break;
            case OrderRecord order: orders.Add(order); break;
            case ClaimRecord claim: claims.Add(claim); break;
            case PickRecord pick: picks.Add(pick); break;
            case TouchRecord touch: touches.Add(touch); break;
            case TaskRecord task: tasks.Add(task); break;
            case StockRecord stock: stocks.Add(stock); break;
        }
    }

    private void LeaveOut(LineProblem problem, Action<LineProblem>? onProblem)
    {
        leftOut++;
        if (problems.Count < MaxProblems)
            problems.Add(problem);
        onProblem?.Invoke(problem);
    }
}
