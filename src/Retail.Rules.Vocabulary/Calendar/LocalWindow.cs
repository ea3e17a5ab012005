using System;

namespace Retail.Rules.Vocabulary;

/// <summary>A span of local days as people say it: from a day to a day, both of which belong to it, in the time of one place. Immutable and thread-safe.</summary>
/// <remarks>Windows of the same place and hour on either side of a clock change are not the same length: days of 23 and 25 hours count as they are.</remarks>
public sealed record LocalWindow
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, which belongs to the window: "to 15 Sep" ends as 16 Sep begins.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The time at which it begins on the first day; midnight unless stated.</summary>
    public TimeOnly Open { get; init; }

    /// <summary>The time at which it ends on the last day; null if that day belongs to it whole.</summary>
    public TimeOnly? Close { get; init; }

    /// <summary>The zone in the tz database, such as <c>Europe/Berlin</c>, in whose local time the window is said.</summary>
    public required string TimeZone { get; init; }
}
