using System;
using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Books;

/// <summary>What a book says about one set of facts; filled while its rules are judged.</summary>
public sealed class Judgement
{
    public Outcome Verdict { get; private set; }

    public SortedSet<string> Rules { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SortedSet<string>> Approvers { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of the rules that set a condition.</summary>
    public SortedSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The outputs that have a value: <see cref="string"/>, <see cref="bool"/>, <see cref="Ratio"/> (rounded), a list, or a dictionary of
    /// such values.
    /// </summary>
    public SortedDictionary<string, object> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>The decision on facts of which some are missing; <paramref name="rule"/> is the rule that says so, if the book has one.</summary>
    public static Judgement Lacking(IEnumerable<string> missing, string? rule = null)
    {
        var judgement = new Judgement { Verdict = Outcome.Incomplete };
        judgement.Missing.UnionWith(missing);
        if (rule is not null)
            judgement.Rules.Add(rule);
        return judgement;
    }

    public void Note(string rule) => Fire(rule, Outcome.Approve);

    public void Require(string rule)
    {
        Fire(rule, Outcome.ApproveWithConditions);
        Conditions.Add(rule);
    }

    public void Refer(string rule, params string[] roles)
    {
        Fire(rule, Outcome.Refer);
        foreach (var role in roles)
        {
            if (!Approvers.TryGetValue(role, out var rules))
                Approvers.Add(role, rules = new SortedSet<string>(StringComparer.Ordinal));
            rules.Add(rule);
        }
    }

    public void ReApprove(string rule) => Fire(rule, Outcome.ReApprove);

    public void Hold(string rule) => Fire(rule, Outcome.Hold);

    public void Lack(string rule) => Fire(rule, Outcome.Incomplete);

    public void Reject(string rule) => Fire(rule, Outcome.Reject);

    public void Output(string name, string? value)
    {
        if (value is not null)
            Outputs.Add(name, value);
    }

    public void Output(string name, bool value) => Outputs.Add(name, value);

    public void Output(string name, Ratio? value, int places)
    {
        if (value is { } number)
            Outputs.Add(name, number.Round(places));
    }

    public void Output(string name, IEnumerable<object> values) => Outputs.Add(name, values.ToList());

    public void Output(string name, SortedDictionary<string, object> record) => Outputs.Add(name, record);

    private void Fire(string rule, Outcome effect)
    {
        Rules.Add(rule);
        if (effect > Verdict)
            Verdict = effect;
    }
}
