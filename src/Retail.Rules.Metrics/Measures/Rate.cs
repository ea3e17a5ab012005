using System;

namespace Retail.Rules.Metrics;

/// <summary>A part of a whole, with both, so that nobody reads 100% off two events. Immutable and thread-safe.</summary>
/// <param name="Count">The part, from 0: events, or units where the metric says so.</param>
/// <param name="Of">The whole.</param>
public sealed record Rate(decimal Count, decimal Of)
{
    /// <summary>The part as a fraction, rounded half away from zero to 6 places; null if there is no whole, which is neither 0 nor 100%.</summary>
    public decimal? Value => Of == 0m ? null : decimal.Round(Count / Of, 6, MidpointRounding.AwayFromZero);
}
