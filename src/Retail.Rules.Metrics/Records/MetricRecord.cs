using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Metrics;

/// <summary>
/// Something that happened, as a line of JSON Lines tells it. Its member <c>type</c> names which of the records it is. The same event told twice
/// counts twice: who delivers at least once removes repeats by event id first. Immutable and thread-safe.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ActivationRecord), "activation")]
[JsonDerivedType(typeof(SyncRecord), "sync")]
[JsonDerivedType(typeof(AllocationRecord), "allocation")]
[JsonDerivedType(typeof(OrderRecord), "order")]
[JsonDerivedType(typeof(ClaimRecord), "claim")]
[JsonDerivedType(typeof(PickRecord), "pick")]
[JsonDerivedType(typeof(TouchRecord), "touch")]
[JsonDerivedType(typeof(ApprovalRecord), "approval")]
[JsonDerivedType(typeof(CalendarRecord), "calendar")]
[JsonDerivedType(typeof(TaskRecord), "task")]
[JsonDerivedType(typeof(StockRecord), "stock")]
public abstract record MetricRecord
{
    private const decimal MaxNumber = 1_000_000_000_000m;

    private static readonly DateTimeOffset First = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private protected MetricRecord()
    {
    }

    /// <summary>The instant by which it belongs to a period; null if it belongs to every one.</summary>
    internal abstract DateTimeOffset? Instant { get; }

    /// <summary>The last instant that it tells of, up to which open work is aged where no other end is given.</summary>
    internal virtual DateTimeOffset? LastInstant => Instant;

    /// <summary>What makes no sense in its members, in words; null if nothing.</summary>
    internal abstract string? Problem();

    /// <summary>What makes no sense in it, in words; null if nothing. Beyond some bounds a number is a mistake, and would end the arithmetic for all others.</summary>
    internal string? Misfit() => Problem() ?? (Instant < First || LastInstant >= End ? "tells of a time before 1970 or after 2199" : null);

    private protected static string? Blank(string? text, string member) => string.IsNullOrWhiteSpace(text) ? "`" + member + "` is blank" : null;

    private protected static string? OutOfRange(decimal number, string member) =>
        number < 0m ? "`" + member + "` is below 0" : number > MaxNumber ? "`" + member + "` is above a million million" : null;

    private protected static string? Before(DateTimeOffset? later, string laterMember, DateTimeOffset earlier, string earlierMember) =>
        later < earlier ? "`" + laterMember + "` is before `" + earlierMember + "`" : null;
}
