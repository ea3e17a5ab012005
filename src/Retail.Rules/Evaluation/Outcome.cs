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

    private readonly Verdict?[] ruleVerdicts;
    private readonly List<string> published = [];
    private readonly HashSet<string> knownFaults = new(StringComparer.Ordinal);
    private Verdict publishedVerdict;

    public Outcome(int ruleCount) => ruleVerdicts = new Verdict?[ruleCount];

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

    public void Reset()
    {
        Array.Clear(ruleVerdicts, 0, ruleVerdicts.Length);
        Firings.Clear();
        Approvers.Clear();
        Escalations.Clear();
        Faults.Clear();
        knownFaults.Clear();
        Missing.Clear();
        published.Clear();
        publishedVerdict = Verdict.Approve;
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
        Firings.Add(new Firing(rule, item, itemValue, clause, null));
        Count(rule, verdict);
    }

    /// <summary>A rule that cannot be judged counts as fired, with effect incomplete.</summary>
    public void Fault(int rule, string id, int item, in Value itemValue, EvaluationFault fault)
    {
        Firings.Add(new Firing(rule, item, itemValue, -1, fault));
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
        if (ruleVerdicts[rule] is null || ruleVerdicts[rule] < verdict)
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
        publishedVerdict = Verdict;
        published.Clear();
        foreach (var (role, _, _) in Approvers)
        {
            if (!published.Contains(role))
                published.Add(role);
        }
        published.Sort(StringComparer.Ordinal);
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
            if (ruleVerdicts[rules[i]] is { } verdict && verdict > worst)
                worst = verdict;
        }
        return Names[(int)worst];
    }

    public bool AnyFired(IReadOnlyList<int> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (ruleVerdicts[rules[i]] is not null)
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
    public Firing(int rule, int item, in Value itemValue, int clause, EvaluationFault? fault)
    {
        Rule = rule;
        Item = item;
        ItemValue = itemValue;
        Clause = clause;
        Fault = fault;
    }

    public int Rule { get; }

    /// <summary>The position of the item; -1 for a rule that is judged once.</summary>
    public int Item { get; }

    public Value ItemValue { get; }

    /// <summary>The clause; -1 for a fault.</summary>
    public int Clause { get; }

    public EvaluationFault? Fault { get; }
}
