using System;

namespace Retail.Rules.Release;

/// <summary>What a stage is judged for.</summary>
public enum StageScope
{
    /// <summary>Once, for the promotion as a whole.</summary>
    Promotion,

    /// <summary>For each region by itself.</summary>
    Region,
}

/// <summary>One step of a release gate: a name, a ruleset, and what it is judged for. Immutable and thread-safe.</summary>
public sealed class ReleaseStage
{
    /// <summary>Describes a stage.</summary>
    /// <param name="name">Its name, such as <c>margin</c>; later stages read its outputs as a fact of that name. Not blank.</param>
    /// <param name="scope">What it is judged for.</param>
    /// <param name="rules">The rules that judge.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    public ReleaseStage(string name, StageScope scope, RuleSet rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Scope = scope;
        Rules = rules ?? throw new ArgumentNullException(nameof(rules));
    }

    /// <summary>The stage's name.</summary>
    public string Name { get; }

    /// <summary>What it is judged for.</summary>
    public StageScope Scope { get; }

    /// <summary>The rules that judge.</summary>
    public RuleSet Rules { get; }
}
