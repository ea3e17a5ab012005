using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Metrics;

/// <summary>
/// <c>calendar</c>: the hours in which a role works, by which its approvals are measured. It stands before them; a later one of the same role
/// replaces it for what follows.
/// </summary>
public sealed record CalendarRecord : MetricRecord
{
    /// <summary>The role; null for all that have no calendar of their own.</summary>
    public string? Role { get; init; }

    /// <summary>The zone in the tz database in which they work.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The time at which they begin, such as 09:00.</summary>
    [JsonConverter(typeof(LocalTimeJsonConverter))]
    public required TimeOnly Open { get; init; }

    /// <summary>The time at which they go, later than <see cref="Open"/>.</summary>
    [JsonConverter(typeof(LocalTimeJsonConverter))]
    public required TimeOnly Close { get; init; }

    /// <summary>The days of the week on which they work, by their English names in small letters; Monday to Friday unless stated.</summary>
    public IReadOnlyList<string>? Days { get; init; }

    /// <summary>Days on which they do not work.</summary>
    public IReadOnlyList<DateOnly>? Holidays { get; init; }

    internal override DateTimeOffset? Instant => null;

    internal override string? Problem()
    {
        if ((Blank(TimeZone, "timeZone") ?? (Role is null ? null : Blank(Role, "role"))) is { } blank)
            return blank;
        if (Close <= Open)
            return "`close` is not after `open`";
        if (Days?.FirstOrDefault(day => DayOf(day) is null) is { } unknown)
            return "`" + unknown + "` is no day of the week";
        try
        {
            _ = ToBusinessTime().Between(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
            return null;
        }
        catch (TimeZoneNotFoundException)
        {
            return "`" + TimeZone + "` is no zone of the tz database";
        }
    }

    internal BusinessTime ToBusinessTime()
    {
        var hours = new BusinessTime { Open = Open, Close = Close, TimeZone = TimeZone, Holidays = [.. Holidays ?? []] };
        return Days is null ? hours : hours with { Days = [.. Days.Select(day => DayOf(day)!.Value)] };
    }

    private static DayOfWeek? DayOf(string? name) => name switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };
}
