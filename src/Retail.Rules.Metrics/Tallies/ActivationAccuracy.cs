using System;
using System.Linq;

namespace Retail.Rules.Metrics;

/// <summary>
/// Promotion activation accuracy: of the planned activations (item × location × channel × boundary), those where all systems showed the right price
/// for the right item in time. Immutable and thread-safe.
/// </summary>
public sealed record ActivationAccuracy
{
    /// <summary>How far from the planned instant it may be, either way, in minutes.</summary>
    public required decimal ToleranceMinutes { get; init; }

    /// <summary>Correct of planned.</summary>
    public required Rate Accuracy { get; init; }

    /// <summary>Of them, the starts.</summary>
    public required Rate Starts { get; init; }

    /// <summary>Of them, the ends.</summary>
    public required Rate Ends { get; init; }

    /// <summary>Activations with a system that showed nothing. One activation may have errors of several kinds.</summary>
    public required long Missing { get; init; }

    /// <summary>Activations with a system that showed another item.</summary>
    public required long WrongItem { get; init; }

    /// <summary>Activations with a system that showed another price.</summary>
    public required long WrongPrice { get; init; }

    /// <summary>Activations with a system that was too early.</summary>
    public required long Early { get; init; }

    /// <summary>Activations with a system that was too late.</summary>
    public required long Late { get; init; }
}

/// <summary>Counts activations. Not thread-safe.</summary>
internal sealed class ActivationTally(TimeSpan tolerance)
{
    private long starts;
    private long correctStarts;
    private long ends;
    private long correctEnds;
    private long missing;
    private long wrongItem;
    private long wrongPrice;
    private long early;
    private long late;

    public void Add(ActivationRecord record)
    {
        // What other systems showed was not planned and is not judged.
        var seen = record.Seen.Where(sighting => record.Systems.Contains(sighting.System, StringComparer.Ordinal)).ToArray();
        var errors = Note(ref missing, seen.Length < record.Systems.Count)
            + Note(ref wrongItem, seen.Any(sighting => sighting.Sku != record.Sku))
            + Note(ref wrongPrice, seen.Any(sighting => sighting.Price != record.Price))
            + Note(ref early, seen.Any(sighting => record.PlannedAt - sighting.At > tolerance))
            + Note(ref late, seen.Any(sighting => sighting.At - record.PlannedAt > tolerance));
        if (record.Boundary == ActivationBoundary.Start)
        {
            starts++;
            correctStarts += errors == 0 ? 1 : 0;
        }
        else
        {
            ends++;
            correctEnds += errors == 0 ? 1 : 0;
        }
    }

    public ActivationAccuracy? ToResult() => starts + ends == 0 ? null : new ActivationAccuracy
    {
        ToleranceMinutes = (decimal)tolerance.Ticks / TimeSpan.TicksPerMinute,
        Accuracy = new Rate(correctStarts + correctEnds, starts + ends),
        Starts = new Rate(correctStarts, starts),
        Ends = new Rate(correctEnds, ends),
        Missing = missing,
        WrongItem = wrongItem,
        WrongPrice = wrongPrice,
        Early = early,
        Late = late,
    };

    private static int Note(ref long count, bool holds)
    {
        count += holds ? 1 : 0;
        return holds ? 1 : 0;
    }
}
