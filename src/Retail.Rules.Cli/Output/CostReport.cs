using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Cli.Output;

/// <summary>What one ruleset costs at most, and the lengths of lists that numbers are told for. Immutable.</summary>
internal sealed record CostReport(string File, string RuleSet, RuleSetCost Cost, IReadOnlyDictionary<string, int> Items)
{
    /// <summary>How long lists are taken to be of which nothing is said.</summary>
    public const int OtherItems = 100;

    /// <summary>The lists that its cost depends on, with their lengths.</summary>
    public IEnumerable<KeyValuePair<string, int>> Lists =>
        Cost.WorstCase.Lists.Select(list => KeyValuePair.Create(list, Items.TryGetValue(list, out var count) ? count : OtherItems));

    public long At(CostFormula formula) => formula.At(Items, OtherItems);

    /// <summary>The declarations that cost most, the costliest first.</summary>
    public IEnumerable<CostPart> Costliest => Cost.Parts.OrderByDescending(part => At(part.Steps));

    /// <summary>Why lengths cannot be meant for any of some rulesets: a list that none has; null if all are.</summary>
    public static string? WhyMistaken(IReadOnlyDictionary<string, int> items, IReadOnlyList<CostReport> reports)
    {
        var lists = reports.SelectMany(report => report.Cost.WorstCase.Lists).Distinct().ToArray();
        if (reports.Count == 0 || reports.Any(report => !report.Cost.WorstCase.IsBounded) || items.Keys.FirstOrDefault(list => !lists.Contains(list)) is not { } stranger)
            return null;
        return "--items " + stranger + ": " + (lists.Length == 0 ? "no cost depends on any list" : "no cost depends on it, but on " + string.Join(", ", lists));
    }
}
