using System;
using System.Collections.Generic;
using Retail.Rules.Diagnostics;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;

namespace Retail.Rules;

/// <summary>
/// How the properties of a type give the facts of one ruleset; made by <see cref="RuleSet.MapFacts{T}"/> and only good for that ruleset.
/// Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">The type of the objects to judge.</typeparam>
public sealed class FactMap<T>
{
    private readonly PropertyReader<T>[] readers;
    private readonly int[] slots;

    internal FactMap(RuleSet ruleSet, KeyValuePair<int, PropertyReader<T>>[] properties)
    {
        RuleSet = ruleSet;
        readers = Array.ConvertAll(properties, property => property.Value);
        slots = Array.ConvertAll(properties, property => property.Key);
    }

    /// <summary>The ruleset that made the map.</summary>
    public RuleSet RuleSet { get; }

    internal void Read(ref T facts, Frame frame)
    {
        var read = 0;
        try
        {
            for (; read < readers.Length; read++)
            {
                if (!readers[read].TryRead(ref facts, ref frame.Slots[slots[read]]))
                    frame.Give(slots[read], readers[read].Read(ref facts, frame));
            }
        }
        catch (Exception)
        {
            // Readers that note what a property throws do not throw themselves.
            for (; read < readers.Length; read++)
                frame.Give(slots[read], readers[read].Read(ref facts, frame));
        }
    }
}

/// <summary>What mapping a type gave: a map, or the errors that stand in its way. Immutable and thread-safe.</summary>
/// <typeparam name="T">The type that was mapped.</typeparam>
public sealed class FactMapResult<T>
{
    internal FactMapResult(FactMap<T>? map, IReadOnlyList<Diagnostic> diagnostics)
    {
        Map = map;
        Diagnostics = diagnostics;
    }

    /// <summary>The map; null if there are errors.</summary>
    public FactMap<T>? Map { get; }

    /// <summary>Everything that was found, in the order of the ruleset's declarations, at the fact that each is about.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The map, for hosts that cannot go on without it.</summary>
    /// <returns>The map.</returns>
    /// <exception cref="RuleSetException">There are errors.</exception>
    public FactMap<T> GetValueOrThrow() => Map ?? throw new RuleSetException(Diagnostics);
}

/// <summary>An object to be judged, with its map.</summary>
internal readonly struct MappedFacts<T> : IFactSource
{
    private readonly FactMap<T> map;
    private readonly T facts;

    public MappedFacts(FactMap<T> map, T facts, string? caseId)
    {
        this.map = map;
        this.facts = facts;
        Case = caseId;
    }

    public string? Case { get; }

    public void Read(RuleSet ruleSet, Frame frame)
    {
        var owner = facts;
        map.Read(ref owner, frame);
    }
}
