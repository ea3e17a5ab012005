using System;
using System.Collections.Generic;

namespace Retail.Rules.Metrics;

/// <summary>
/// Perfect orders in both definitions, which differ and are both in use. Counting is right; multiplying takes the four promises for independent, and an
/// order that breaks two of them counts twice. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Sources: APQC defines the measure as a product (0.98 × 0.97 × 0.99 × 0.82 = 77.17%, printed there as 77.16); orwiki calls multiplying a common error.
/// </remarks>
public sealed record PerfectOrders
{
    /// <summary>Orders that kept all four promises, of all orders.</summary>
    public required Rate Counted { get; init; }

    /// <summary>The product of the four rates below, rounded half away from zero to 6 places.</summary>
    public required decimal Multiplied { get; init; }

    /// <summary>Orders on time.</summary>
    public required Rate OnTime { get; init; }

    /// <summary>Orders of which all came.</summary>
    public required Rate Complete { get; init; }

    /// <summary>Orders without damage.</summary>
    public required Rate Undamaged { get; init; }

    /// <summary>Orders with the right documents.</summary>
    public required Rate DocumentsRight { get; init; }

    /// <summary>The counted rate by node, against the network; orders of no single node are in none.</summary>
    public required IReadOnlyList<NodeRate> Nodes { get; init; }
}

/// <summary>Counts orders. Not thread-safe.</summary>
internal sealed class OrderTally
{
    private readonly NodeTally nodes = new();
    private long perfect;
    private long onTime;
    private long complete;
    private long undamaged;
    private long documentsRight;

    public long Count { get; private set; }

    public void Add(OrderRecord record)
    {
        Count++;
        onTime += record.OnTime ? 1 : 0;
        complete += record.Complete ? 1 : 0;
        undamaged += record.Undamaged ? 1 : 0;
        documentsRight += record.DocumentsRight ? 1 : 0;
        var isPerfect = record is { OnTime: true, Complete: true, Undamaged: true, DocumentsRight: true };
        perfect += isPerfect ? 1 : 0;
        if (record.Node is { } node)
            nodes.Add(node, isPerfect);
    }

    public PerfectOrders? ToResult()
    {
        if (Count == 0)
            return null;
        decimal all = Count;
        var counted = new Rate(perfect, all);
        return new PerfectOrders
        {
            Counted = counted,
            Multiplied = decimal.Round(onTime / all * (complete / all) * (undamaged / all) * (documentsRight / all), 6, MidpointRounding.AwayFromZero),
            OnTime = new Rate(onTime, all),
            Complete = new Rate(complete, all),
            Undamaged = new Rate(undamaged, all),
            DocumentsRight = new Rate(documentsRight, all),
            Nodes = nodes.ToResult(counted),
        };
    }
}
