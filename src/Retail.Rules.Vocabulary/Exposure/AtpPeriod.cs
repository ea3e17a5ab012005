using System;

namespace Retail.Rules.Vocabulary;

/// <summary>What is scheduled to come and to go on a day, or in a planning period that begins with it. All numbers of a plan are in one unit. Immutable and thread-safe.</summary>
public sealed record AtpPeriod
{
    /// <summary>The day, or the first day of the period.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What is scheduled to come; from 0.</summary>
    public decimal Supply { get; init; }

    /// <summary>What is ordered and scheduled to go, forecasts not counted; from 0.</summary>
    public decimal Demand { get; init; }
}
