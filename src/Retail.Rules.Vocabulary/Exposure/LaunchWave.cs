using System;

namespace Retail.Rules.Vocabulary;

/// <summary>A day on which a launch may begin. Immutable and thread-safe.</summary>
public sealed record LaunchWave
{
    /// <summary>Its place, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The part of the demand of all waves that falls on it, from 0 to 1.</summary>
    public required Percent Share { get; init; }
}

/// <summary>How exposed a launch would be that begins with a wave. Immutable and thread-safe.</summary>
/// <param name="Index">The wave's place, from 0.</param>
/// <param name="Ratio">Demand over what can be promised, see <see cref="ExposureRatio"/>; null is unknown or nothing to promise, and never opens a wave.</param>
public sealed record WaveExposure(int Index, decimal? Ratio);

/// <summary>What follows from the exposure of the waves. Immutable and thread-safe.</summary>
/// <param name="Mode">How far the region opens.</param>
/// <param name="Wave">The wave with which it opens; null if it does not.</param>
public sealed record LaunchPlan(ExposureMode Mode, int? Wave);
