using System;
using System.Collections.Generic;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>What has fired so far. Conditions on the outcome see what was published last: nothing before final rules, all before outputs.</summary>
internal sealed class Outcome
{
    private static readonly Value[] Names = CreateNames();

    /// <summary>By rule; null where nothing in the ruleset asks what a rule said.</summary>
    private readonly Verdict?[]? ruleVerdicts;
    private readonly List<Value> items = [];
    private readonly HashSet<string> knownFaults = new(StringComparer.Ordinal);
    private List<string> published = [];
    private List<string> publishedBefore = [];
    private Verdict publishedVerdict;
    private Verdict publishedVerdictBefore;

    /// <param name="askedRules">How many rules there are, if anything asks what a rule said; else 0.</param>
    public Outcome(int askedRules) => ruleVerdicts = askedRules == 0 ? null : new Verdict?[askedRules];

    /// <summary>What fired, in the order of judging.</summary>
    public List<Firing> Firings { get; } = [];

    /// <summary>Who must sign, which rule says so and how many minutes it gives (0 if it states no time), in the order of judging, with repetitions.</summary>
    public List<(string Role, int Rule, int Minutes)> Approvers { get; } = [];

    /// <summary>Who must sign and whom that goes to when the time is over, in the order of judging, with repetitions.</summary>
    public List<(string Role, string To)> Escalations { get; } = [];

    /// <summary>What could not be computed, each cause once, with the name of the value, rule or output.</summary>
    public List<(string Where, EvaluationFault Fault)> Faults { get; } = [];

    /// <summary>Paths of missing facts.</summary>
    public List<string> Missing { get; } = [];

    public Verdict Verdict { get; private set; }

    /// <summary>Empties it. Only what was filled is cleared: a ruleset may have many more rules than fire.</summary>
    public void Reset()
    {
        if (ruleVerdicts is not null)
        {
            for (var i = 0; i < Firings.Count; i++)
                ruleVerdicts[Firings[i].Rule] = null;
        }
        Firings.Clear();
        if (items.Count > 0)
            items.Clear();
        if (Approvers.Count > 0)
            Approvers.Clear();
        if (Escalations.Count > 0)
            Escalations.Clear();
        if (Faults.Count > 0)
            Faults.Clear();
        if (knownFaults.Count > 0)
            knownFaults.Clear();
        if (Missing.Count > 0)
            Missing.Clear();
        if (published.Count > 0)
            published.Clear();
        if (publishedBefore.Count > 0)
            publishedBefore.Clear();
        publishedVerdict = publishedVerdictBefore = Verdict.Approve;
        Verdict = Verdict.Approve;
    }

    public static Verdict VerdictOf(EffectKind effect) => effect switch
    {
        EffectKind.Note => Verdict.Approve,
        EffectKind.Require => Verdict.ApproveWithConditions,
        EffectKind.Refer => Verdict.Refer,
        EffectKind.ReApprove => Verdict.ReApprove,
        EffectKind.Hold => Verdict.Hold,
        EffectKind.Incomplete => Verdict.Incomplete,
        _ => Verdict.Reject,
    };

    public void Fire(int rule, int item, in Value itemValue, int clause, Verdict verdict)
    {
        Firings.Add(new Firing(rule, item, Keep(item, itemValue), clause, null));
        Count(rule, verdict);
    }

    /// <summary>Notes that a rule fired which is judged once.</summary>
    public void Fire(int rule, int clause, Verdict verdict)
    {
        Firings.Add(new Firing(rule, -1, -1, clause, null));
        Count(rule, verdict);
    }

    /// <summary>The item that a rule fired for.</summary>
    public Value ItemOf(in Firing firing) => items[firing.ItemIndex];

    private int Keep(int item, in Value itemValue)
    {
        if (item < 0)
            return -1;
        items.Add(itemValue);
        return items.Count - 1;
    }

    /// <summary>A rule that cannot be judged counts as fired, with effect incomplete.</summary>
    public void Fault(int rule, string id, int item, in Value itemValue, EvaluationFault fault)
    {
        Firings.Add(new Firing(rule, item, Keep(item, itemValue), -1, fault));
        Count(rule, Verdict.Incomplete);
        Fault(id, fault);
    }

    /// <summary>Something cannot be computed, so that the decision is at least incomplete.</summary>
    public void Fault(string reader, EvaluationFault fault)
    {
        Raise(Verdict.Incomplete);
        var where = fault.Where ?? reader;
        if (knownFaults.Add(where + "\n" + fault.Message))
            Faults.Add((where, fault));
    }

    private void Count(int rule, Verdict verdict)
    {
        Raise(verdict);
        if (ruleVerdicts is not null && (ruleVerdicts[rule] is null || ruleVerdicts[rule] < verdict))
            ruleVerdicts[rule] = verdict;
    }

    public void Raise(Verdict verdict)
    {
        if (verdict > Verdict)
            Verdict = verdict;
    }

    /// <summary>Lets conditions see what has fired up to now.</summary>
    public void Publish()
    {
        (published, publishedBefore) = (publishedBefore, published);
        (publishedVerdict, publishedVerdictBefore) = (Verdict, publishedVerdict);
        CollectRoles(published);
    }

    /// <summary>Lets conditions see again what they saw before the last publishing, so that it can be told why rules fired.</summary>
    public void Unpublish()
    {
        (published, publishedBefore) = (publishedBefore, published);
        (publishedVerdict, publishedVerdictBefore) = (publishedVerdictBefore, publishedVerdict);
    }

    /// <summary>Fills a list with all who must sign, each once, in ordinal order.</summary>
    public void CollectRoles(List<string> roles)
    {
        roles.Clear();
        if (Approvers.Count == 0)
            return;
        for (var i = 0; i < Approvers.Count; i++)
        {
            if (!roles.Contains(Approvers[i].Role))
                roles.Add(Approvers[i].Role);
        }
        if (roles.Count > 1)
            roles.Sort(StringComparer.Ordinal);
    }

    public Value Read(OutcomeKind kind, ValueArena arena)
    {
        if (kind == OutcomeKind.Verdict)
            return Names[(int)publishedVerdict];
        var source = kind == OutcomeKind.Missing ? Missing : published;
        var list = arena.Rent(source.Count);
        foreach (var item in source)
            list.Add(new Value(item));
        return new Value(list);
    }

    public Value VerdictOf(IReadOnlyList<int> rules)
    {
        var worst = Verdict.Approve;
        for (var i = 0; i < rules.Count; i++)
        {
            if (ruleVerdicts![rules[i]] is { } verdict && verdict > worst)
                worst = verdict;
        }
        return Names[(int)worst];
    }

    public bool AnyFired(IReadOnlyList<int> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (ruleVerdicts![rules[i]] is not null)
                return true;
        }
        return false;
    }

    private static Value[] CreateNames()
    {
        var names = new Value[VerdictNames.All.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = new Value(VerdictNames.All[i]);
        return names;
    }
}

/// <summary>A clause that holds, or a rule that could not be judged. Immutable.</summary>
internal readonly struct Firing
{
    public Firing(int rule, int item, int itemIndex, int clause, EvaluationFault? fault)
    {
        Rule = rule;
        Item = item;
        ItemIndex = itemIndex;
        Clause = clause;
        Fault = fault;
    }

    public int Rule { get; }

    /// <summary>The position of the item; -1 for a rule that is judged once.</summary>
    public int Item { get; }

    /// <summary>Where the outcome keeps the item; -1 for a rule that is judged once.</summary>
    public int ItemIndex { get; }

    /// <summary>The clause; -1 for a fault.</summary>
    public int Clause { get; }

    public EvaluationFault? Fault { get; }
}
