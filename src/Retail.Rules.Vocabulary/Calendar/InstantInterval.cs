using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A span of time between two instants, the first included and the last not, so that spans that follow each other share no instant and leave none
/// out. Kept in UTC. Immutable and thread-safe.
/// </summary>
public sealed record InstantInterval
{
    /// <summary>A span between two instants.</summary>
    /// <param name="start">The first instant, with any offset.</param>
    /// <param name="end">The first instant after it, with any offset; later than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not later than <paramref name="start"/>.</exception>
    [JsonConstructor]
    public InstantInterval(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException("an interval ends after it starts", nameof(end));
        (Start, End) = (start.ToUniversalTime(), end.ToUniversalTime());
    }

    /// <summary>The first instant, in UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first instant that no longer belongs to it, in UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long it lasts; a day is 23 to 25 hours.</summary>
    [JsonIgnore]
    public TimeSpan Duration => End - Start;

    /// <summary>Whether an instant belongs to it.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>True from <see cref="Start"/> until before <see cref="End"/>.</returns>
    public bool Contains(DateTimeOffset instant) => instant >= Start && instant < End;

    /// <summary>Whether the two share an instant. Intervals that follow each other do not.</summary>
    /// <param name="other">Another interval.</param>
    /// <returns>True if they do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Intersects(InstantInterval other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start < other.End && other.Start < End;
    }

    /// <summary>The interval by ISO 8601.</summary>
    /// <returns>Such as <c>2026-09-02T04:00:00Z/2026-09-15T22:00:00Z</c>.</returns>
    public override string ToString() => Write(Start) + "/" + Write(End);

    private static string Write(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
