using System;
using System.Collections.Generic;

namespace Retail.Rules.Binding;

/// <summary>
/// What is proved true at a place of the text: which paths are known, which values a path can have, which conditions hold.
/// Immutable but for what is worked out when first asked for; a longer state shares the shorter one it grew from.
/// </summary>
internal sealed class FlowState
{
    public static readonly FlowState Empty = new(null, null, null, null);

    private readonly FlowState? parent;
    private readonly string? knownPath;
    private readonly string? condition;
    private readonly IReadOnlyCollection<string>? values;

    /// <summary>A condition from which nothing has been concluded yet; null in every other state.</summary>
    private readonly BoundExpression? assumed;
    private readonly bool truth;
    private FlowState? concluded;

    private FlowState(FlowState? parent, string? knownPath, string? condition, IReadOnlyCollection<string>? values)
    {
        this.parent = parent;
        this.knownPath = knownPath;
        this.condition = condition;
        this.values = values;
    }

    private FlowState(FlowState parent, BoundExpression assumed, bool truth)
    {
        this.parent = parent;
        this.assumed = assumed;
        this.truth = truth;
    }

    /// <summary>A condition of this truth: what follows from it is concluded by <see cref="Concluded"/>, since most states are never asked.</summary>
    public FlowState WithAssumed(BoundExpression condition, bool isTrue) => new(this, condition, isTrue);

    /// <summary>The state with all that follows from the conditions that it was given.</summary>
    /// <param name="conclude">Adds what follows from a condition of some truth to a state.</param>
    public FlowState Concluded(Func<BoundExpression, bool, FlowState, FlowState> conclude)
    {
        if (assumed is null)
            return this;
        var open = new Stack<FlowState>();
        var state = this;
        for (; state is { assumed: not null, concluded: null }; state = state.parent!)
            open.Push(state);
        state = state.concluded ?? state;
        while (open.Count > 0)
        {
            var next = open.Pop();
            state = next.concluded = conclude(next.assumed!, next.truth, state);
        }
        return state;
    }

    /// <summary>Like all facts, added to a concluded state.</summary>
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
