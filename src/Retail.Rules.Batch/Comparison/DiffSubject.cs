using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>What is compared: rules and outputs of two rulesets, matched by name, and where the measure is found. Immutable.</summary>
internal sealed class DiffSubject
{
    public DiffSubject(RuleSet oldRules, RuleSet newRules, string? measure)
    {
        (Old, New) = (oldRules, newRules);
        RuleIds = [.. Ids(oldRules).Concat(Ids(newRules)).Distinct()];
        OutputNames = [.. Outputs(oldRules).Concat(Outputs(newRules)).Distinct()];
        if (measure is null)
            return;
        Measure = measure;
        OldMeasure = MeasureSource.Find(oldRules, measure);
        NewMeasure = MeasureSource.Find(newRules, measure);
        if (OldMeasure is null && NewMeasure is null)
            throw new ArgumentException("neither ruleset has an output, or an input that it reads, which is a number, percent or amount and called " + measure, nameof(measure));
    }

    public RuleSet Old { get; }

    public RuleSet New { get; }

    /// <summary>The ids of the rules of both, each once.</summary>
    public IReadOnlyList<string> RuleIds { get; }

    /// <summary>The names of the outputs of both, each once.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    public string? Measure { get; }

    public MeasureSource? OldMeasure { get; }

    public MeasureSource? NewMeasure { get; }

    /// <summary>By index of a rule in its ruleset: its position among all.</summary>
    public int[] PositionsOf(RuleSet ruleSet)
    {
        var positions = RuleIds.Select((id, position) => (id, position)).ToDictionary(entry => entry.id, entry => entry.position, StringComparer.Ordinal);
        return [.. Ids(ruleSet).Select(id => positions[id])];
    }

    private static IEnumerable<string> Ids(RuleSet ruleSet) => ruleSet.Plan.Rules.Select(rule => rule.Id);

    private static IEnumerable<string> Outputs(RuleSet ruleSet) => ruleSet.Plan.Outputs.Select(output => output.Name);
}

/// <summary>Where a ruleset has the measure. Immutable.</summary>
internal sealed record MeasureSource(int Output, int Slot)
{
    public static MeasureSource? Find(RuleSet ruleSet, string name)
    {
        var output = ruleSet.IndexOfOutput(name);
        if (output >= 0 && ruleSet.Plan.Outputs[output].Value.Type.IsNumeric)
            return new MeasureSource(output, -1);
        return ruleSet.Schema.Find(name) is { IsRead: true } input && input.Type.IsNumeric ? new MeasureSource(-1, input.Slot) : null;
    }

    /// <summary>The value in a row that was judged; unknown if there is none.</summary>
    public Value Of(Judgement judgement)
    {
        var value = Output >= 0 ? judgement.Frame.Outputs[Output] : judgement.Frame.Slots[Slot];
        return value.IsAbsent ? Value.Unknown : value;
    }
}
