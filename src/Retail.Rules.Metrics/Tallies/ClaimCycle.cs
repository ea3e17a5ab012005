using System;
using System.Collections.Generic;

namespace Retail.Rules.Metrics;

/// <summary>Discount reconciliation cycle time: from the end of a promotion until claim and ledger agree. Immutable and thread-safe.</summary>
/// <param name="Days">The spread of those that agree, in days of 24 hours; null if none do.</param>
/// <param name="Open">How many do not agree yet.</param>
/// <param name="OpenTo30Days">Of them, those up to 30 days old.</param>
/// <param name="OpenTo60Days">Of them, those over 30 and up to 60 days old.</param>
/// <param name="OpenTo90Days">Of them, those over 60 and up to 90 days old.</param>
/// <param name="OpenOver90Days">Of them, those over 90 days old.</param>
public sealed record ClaimCycle(Distribution? Days, long Open, long OpenTo30Days, long OpenTo60Days, long OpenTo90Days, long OpenOver90Days);

/// <summary>Counts claims. Not thread-safe.</summary>
internal sealed class ClaimTally
{
    private readonly List<long> ticks = [];
    private readonly List<DateTimeOffset> open = [];

    public void Add(ClaimRecord record)
    {
        if (record.AgreedAt is { } agreed)
            ticks.Add((agreed - record.PromotionEnd).Ticks);
        else
            open.Add(record.PromotionEnd);
    }

    public ClaimCycle? ToResult(DateTimeOffset? asOf)
    {
        if (ticks.Count + open.Count == 0)
            return null;
        return new ClaimCycle(Distribution.Of(ticks, TimeSpan.TicksPerDay), open.Count, Aged(-1, 30), Aged(30, 60), Aged(60, 90), Aged(90, int.MaxValue));

        // A promotion that ends after the day of the report is 0 days old.
        long Aged(int over, int upTo)
        {
            var count = 0L;
            foreach (var end in open)
            {
                var days = Math.Max(0m, (decimal)(asOf!.Value - end).Ticks / TimeSpan.TicksPerDay);
                count += days > over && days <= upTo ? 1 : 0;
            }
            return count;
        }
    }
}
