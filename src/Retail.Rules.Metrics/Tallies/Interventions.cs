using System;
using System.Collections.Generic;

namespace Retail.Rules.Metrics;

/// <summary>Manual interventions: distinct orders that a person touched, for each thousand orders. Immutable and thread-safe.</summary>
/// <param name="OrdersTouched">Distinct orders that a person touched; an order touched five times is one.</param>
/// <param name="Orders">All orders, by the records of type <c>order</c>.</param>
/// <param name="PerThousand">1,000 × touched / orders, rounded half away from zero to 6 places.</param>
public sealed record Interventions(long OrdersTouched, long Orders, decimal PerThousand);

/// <summary>Counts touches. Not thread-safe.</summary>
internal sealed class TouchTally
{
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    public void Add(TouchRecord record)
    {
        if (record.ByPerson)
            touched.Add(record.Order);
    }

    public Interventions? ToResult(long orders) =>
        orders == 0 ? null : new Interventions(touched.Count, orders, decimal.Round(1000m * touched.Count / orders, 6, MidpointRounding.AwayFromZero));
}
