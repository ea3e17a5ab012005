using System;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// The days whose lowest price an announced reduction must state: half-open, the start itself does not count. Immutable and thread-safe.
/// </summary>
/// <remarks>Source: Directive 98/6/EC article 6a; exceptions of paragraphs 4 and 5 are the options here, where a country has taken them up.</remarks>
public sealed record PriorPriceWindow
{
    /// <summary>The first day of the reduction that is announced.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>How many days before the start count; at least 30 in the European Union.</summary>
    public int Days { get; init; } = 30;

    /// <summary>
    /// Where progressive reductions may keep the price before the first of them: the day on which the first reduction started. The window then ends
    /// there. Null: no such rule, or no reduction runs already.
    /// </summary>
    public DateOnly? FirstReduction { get; init; }

    /// <summary>
    /// Where goods that are new on the market may look back less far: the day on which they came on the market. Null: no such rule, or known for longer.
    /// </summary>
    public DateOnly? OnMarketSince { get; init; }

    /// <summary>The first day that counts.</summary>
    public DateOnly From
    {
        get
        {
            var from = Until.AddDays(-Days);
            return OnMarketSince is { } since && since > from ? since : from;
        }
    }

    /// <summary>The day after the last that counts.</summary>
    public DateOnly Until => FirstReduction is { } first && first < Start ? first : Start;
}
