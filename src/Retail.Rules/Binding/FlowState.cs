using System.Collections.Generic;

namespace Retail.Rules.Binding;

/// <summary>
/// What is proved true at a place of the text: which paths are known, which values a path can have, which conditions hold.
/// Immutable; a longer state shares the shorter one it grew from.
/// </summary>
internal sealed class FlowState
{
    public static readonly FlowState Empty = new(null, null, null, null);

    private readonly FlowState? parent;
    private readonly string? knownPath;
    private readonly string? condition;
    private readonly IReadOnlyCollection<string>? values;

    private FlowState(FlowState? parent, string? knownPath, string? condition, IReadOnlyCollection<string>? values)
    {
        this.parent = parent;
        this.knownPath = knownPath;
        this.condition = condition;
        this.values = values;
    }

    public FlowState WithKnown(string path) => new(this, path, null, null);

    public FlowState WithCondition(string key) => new(this, null, key, null);

    /// <summary>The path can only have one of these values (each as its structural key).</summary>
    public FlowState WithValues(string path, IReadOnlyCollection<string> allowed) => new(this, path, null, allowed);

    public bool IsKnown(string path)
    {
        for (var state = this; state is not null; state = state.parent)
        {
            if (state.knownPath == path)
                return true;
        }
        return false;
    }

    public bool Holds(string key)
    {
        for (var state = this; state is not null; state = state.parent)
        {
            if (state.condition == key)
                return true;
        }
        return false;
    }

    /// <summary>Whether the path can only have values out of <paramref name="allowed"/>.</summary>
    public bool IsWithin(string path, HashSet<string> allowed)
    {
        for (var state = this; state is not null; state = state.parent)
        {
            if (state.values is null || state.knownPath != path)
                continue;
            var inside = true;
            foreach (var value in state.values)
                inside &= allowed.Contains(value);
            if (inside)
                return true;
        }
        return false;
    }
}
