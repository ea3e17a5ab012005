using System;

namespace Retail.Rules.Metrics;

/// <summary><c>claim</c>: what a supplier owes for a promotion, until claim and ledger agree.</summary>
public sealed record ClaimRecord : MetricRecord
{
    /// <summary>The claim.</summary>
    public required string Id { get; init; }

    /// <summary>When the promotion ended.</summary>
    public required DateTimeOffset PromotionEnd { get; init; }

    /// <summary>When claim and ledger agreed; null if they do not yet.</summary>
    public DateTimeOffset? AgreedAt { get; init; }

    internal override DateTimeOffset? Instant => PromotionEnd;

    internal override DateTimeOffset? LastInstant => AgreedAt ?? PromotionEnd;

    internal override string? Problem() => Blank(Id, "id") ?? Before(AgreedAt, "agreedAt", PromotionEnd, "promotionEnd");
}
