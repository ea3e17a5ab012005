using System;
using Retail.Rules.Facts;
using Retail.Rules.Indexing;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Evaluation;

/// <summary>
/// All that changes while one set of facts is judged: facts, locals, computed values, the outcome so far. Belongs to one evaluation at a
/// time and is reused by the next; not thread-safe.
/// </summary>
internal sealed class Frame
{
    private enum State : byte
    {
        NotComputed,
        Computed,
        Faulted,
    }

    private readonly EvaluationPlan plan;
    private readonly ComputedPlan[] targets;

    /// <summary>Facts before any is given.</summary>
    private readonly Value[] blank;
    private readonly Value[] computed;
    private readonly State[] states;
    private readonly EvaluationFault?[] faults;
    private readonly IndexSearch?[] searches;
    private readonly long maxSteps;
    private Tier tier = Tier.Interpreted;
    private bool hasFaulted;

    public Frame(EvaluationPlan plan, long maxSteps)
    {
        this.plan = plan;
        this.maxSteps = maxSteps;
        Slots = new Value[plan.SlotCount];
        Outputs = new Value[plan.Outputs.Count];
        computed = new Value[plan.Computed.Count];
        states = new State[plan.Computed.Count];
        faults = new EvaluationFault?[plan.Computed.Count];
        searches = new IndexSearch?[plan.IndexCount];
        Outcome = new Outcome(plan.AsksRules ? plan.Rules.Count : 0);
        blank = new Value[plan.Facts.Inputs.Count];
        for (var i = 0; i < blank.Length; i++)
            blank[i] = Value.Absent;
        targets = [.. plan.Computed];
        FactHash = new FactHash(plan.Facts);
    }

    /// <summary>Facts, then locals. Only the owner of a slot reads or writes it.</summary>
    public Value[] Slots { get; }

    /// <summary>The currency of amounts whose type names none; null if the ruleset does not name it.</summary>
    public string? Currency => plan.Facts.Currency;

    public ValueArena Arena { get; } = new();

    public Outcome Outcome { get; }

    public FactLog FactLog { get; } = new();

    public FactHash FactHash { get; }

    /// <summary>The outputs, single ones rounded; unknown where there is none.</summary>
    public Value[] Outputs { get; }

    /// <summary>Whether to judge every rule and every row of a table, so that an explanation shows what each of them read.</summary>
    public bool JudgesInTurn { get; set; }

    /// <summary>How far the judging has come.</summary>
    public JudgeProgress Progress { get; set; }

    /// <summary>Whether a stop rule fired, so that selects are empty.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Empties the frame for the next evaluation.</summary>
    /// <param name="runs">How bodies and rules are run.</param>
    public void Reset(Tier runs)
    {
        tier = runs;
        JudgesInTurn = false;
        // Locals are written before they are read, so that those of the evaluation before need not be cleared.
        Array.Copy(blank, Slots, blank.Length);
        for (var i = 0; i < Outputs.Length; i++)
            Outputs[i] = Value.Unknown;
        if (FactLog.IsUsed)
            FactLog.Reset();
        Array.Clear(states, 0, states.Length);
        if (hasFaulted)
            Array.Clear(faults, 0, faults.Length);
        hasFaulted = false;
        Arena.Release();
        Outcome.Reset();
        IsStopped = false;
        Progress = JudgeProgress.NotJudged;
        GrantSteps();
    }

    /// <summary>Starts counting steps anew: what is told about a decision does not use up what it may cost to make.</summary>
    public void GrantSteps() => StepsLeft = maxSteps;

    /// <summary>Sets a fact, once; not counted as given while it is absent.</summary>
    public void Give(int slot, in Value value) => Slots[slot] = value;

    public bool IsGiven(int slot) => !Slots[slot].IsAbsent;

    /// <summary>Values by index among the plan's computed ones; each counts only once <see cref="Ensure"/> was called for it.</summary>
    public Value[] Computed => computed;

    /// <summary>The value of a define, table or select without parameters, or of a shared computation.</summary>
    /// <exception cref="EvaluationFault">It cannot be computed.</exception>
    public Value Compute(int index)
    {
        Ensure(index);
        return computed[index];
    }

    /// <summary>Computes a value unless this evaluation already has.</summary>
    /// <exception cref="EvaluationFault">It cannot be computed; each reader of a name gets the same fault.</exception>
    public void Ensure(int index)
    {
        if (states[index] != State.Computed)
            Fill(index);
    }

    private void Fill(int index)
    {
        var target = targets[index];
        if (states[index] == State.Faulted)
            throw faults[index] is { Where: null } nameless ? nameless.Copy() : faults[index]!;
        try
        {
            computed[index] = EvaluateBody(target);
            states[index] = State.Computed;
        }
        catch (EvaluationFault fault)
        {
            // The innermost name is the cause; those that read it only pass it on. A shared computation has no name: if nothing inside it is
            // the cause, its reader is, and the next reader is the cause of a fault of its own.
            if (!target.IsShared)
                fault.Where ??= target.Name;
            hasFaulted = true;
            faults[index] = fault.Where is null ? fault.Copy() : fault;
            states[index] = State.Faulted;
            throw;
        }
    }

    public Value EvaluateBody(ComputedPlan target)
    {
        if (tier.Bodies is { } bodies)
            return bodies[target.Index](this);
        return target.Evaluate(this);
    }

    /// <summary>Has a value computed anew when next read.</summary>
    public void Forget(int index) => states[index] = State.NotComputed;

    /// <summary>Whether a value was computed in this evaluation, without computing it.</summary>
    public bool TryPeek(int index, out Value value)
    {
        value = computed[index];
        return states[index] == State.Computed;
    }

    /// <summary>How many steps the evaluation may still take.</summary>
    public long StepsLeft { get; set; }

    /// <summary>Whether the evaluation has used up its steps, so that nothing more can be judged.</summary>
    public bool IsSpent => StepsLeft < 0;

    /// <summary>Counts a rule that could not be judged.</summary>
    public void CountFault() => StepsLeft -= StepCounts.OfFault;

    /// <summary>Counts a step of work.</summary>
    /// <exception cref="EvaluationFault">The limit is reached.</exception>
    public void Step()
    {
        if (--StepsLeft < 0)
            throw new EvaluationFault(FaultKind.StepLimit, "more than " + maxSteps.ToString(System.Globalization.CultureInfo.InvariantCulture) + " steps");
    }

    /// <summary>Counts a search through a list as so many steps; a short one costs no more than any comparison and is not counted.</summary>
    /// <exception cref="EvaluationFault">The limit is reached.</exception>
    public void Search(int items)
    {
        if (items <= StepCounts.ShortList)
            return;
        StepsLeft -= items;
        Step();
    }

    /// <summary>A stop rule fired: what was computed is forgotten, since selects are empty from here on.</summary>
    public void Stop()
    {
        IsStopped = true;
        Array.Clear(states, 0, states.Length);
    }

    /// <summary>Forgets what reads the outcome, which has changed.</summary>
    public void ForgetOutcome()
    {
        foreach (var index in plan.OutcomeReaders)
            states[index] = State.NotComputed;
    }

    /// <summary>Goes back to where the last rules were judged, after the evaluation was concluded, to tell why they fired.</summary>
    public void Reopen()
    {
        Outcome.Unpublish();
        if (!IsStopped)
        {
            ForgetOutcome();
            return;
        }
        IsStopped = false;
        Array.Clear(states, 0, states.Length);
    }

    /// <summary>Where an index keeps what it finds.</summary>
    public IndexSearch SearchOf(PredicateIndex index) => searches[index.Number] ??= new IndexSearch(index.Operands.Count);

    public int Judge(RulePlan rule) => tier.Rules is { } rules ? rules[rule.Index](this) : rule.Judge(this);
}

/// <summary>How far the judging of a frame has come.</summary>
internal enum JudgeProgress : byte
{
    /// <summary>The facts do not allow it, or it has not begun.</summary>
    NotJudged,

    /// <summary>All rules were judged.</summary>
    Judged,

    /// <summary>A stop rule fired, and those after it were not judged.</summary>
    Stopping,
}

/// <summary>How bodies and rules are run: by their plan nodes where a delegate array is null. Immutable.</summary>
internal sealed class Tier
{
    public static readonly Tier Interpreted = new(null, null);

    public Tier(Func<Frame, Value>[]? bodies, Func<Frame, int>[]? rules)
    {
        Bodies = bodies;
        Rules = rules;
    }

    /// <summary>By index among computed values.</summary>
    public Func<Frame, Value>[]? Bodies { get; }

    /// <summary>By index of the rule: the first clause that holds, or -1.</summary>
    public Func<Frame, int>[]? Rules { get; }
}
