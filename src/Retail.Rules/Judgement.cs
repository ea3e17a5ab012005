using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules;

/// <summary>
/// A place to judge one set of facts after another: verdict, rules, approvers and outputs, and the whole <see cref="Decision"/> where it is
/// wanted. Judging objects allocates nothing while two decimals hold every number on the way; facts from JSON allocate their texts. Each judging
/// forgets the one before. Belongs to one ruleset, made by <see cref="RuleSet.CreateJudgement"/>; not thread-safe: make one for each thread.
/// </summary>
public sealed class Judgement
{
    private readonly Frame frame;
    private readonly EvaluationPlan plan;
    private readonly List<string> approvers = [];
    private Decision? decision;
    private string? caseId;
    private bool isJudged;

    internal Judgement(RuleSet ruleSet, Frame frame, EvaluationPlan plan)
    {
        RuleSet = ruleSet;
        this.frame = frame;
        this.plan = plan;
    }

    /// <summary>The ruleset that judges.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The worst effect that fired. Null if the ruleset declares no rules and nothing stood in the way.</summary>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public Verdict? Verdict
    {
        get
        {
            RequireJudged();
            return plan.Rules.Count == 0 && frame.Outcome.Verdict < Retail.Rules.Verdict.Incomplete ? null : frame.Outcome.Verdict;
        }
    }

    /// <summary>How many times rules fired; a rule that is judged for each item of a list counts once for each item.</summary>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public int FiringCount
    {
        get
        {
            RequireJudged();
            return frame.Outcome.Firings.Count;
        }
    }

    /// <summary>The id of a rule that fired, or that could not be judged, which counts as firing.</summary>
    /// <param name="firing">From 0 to below <see cref="FiringCount"/>, in the order of judging.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firing"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public string RuleOf(int firing)
    {
        RequireJudged();
        return plan.Rules[frame.Outcome.Firings[firing].Rule].Id;
    }

    /// <summary>Who must sign, each role once, in ordinal order. Valid until the next judging, which fills the same list.</summary>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public IReadOnlyList<string> Approvers
    {
        get
        {
            RequireJudged();
            frame.Outcome.CollectRoles(approvers);
            return approvers;
        }
    }

    /// <summary>The paths of facts that are required and absent, in ordinal order. Valid until the next judging, which fills the same list.</summary>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public IReadOnlyList<string> Missing
    {
        get
        {
            RequireJudged();
            return frame.Outcome.Missing;
        }
    }

    /// <summary>Whether facts cannot be used or values could not be computed; <see cref="ToDecision"/> tells which.</summary>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public bool HasProblems
    {
        get
        {
            RequireJudged();
            return frame.FactLog.Errors.Count > 0 || frame.Outcome.Faults.Count > 0;
        }
    }

    /// <summary>Judges facts.</summary>
    /// <param name="facts">The facts. Read during the call only.</param>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public void Judge(FactSet facts) => JudgeFrom(facts ?? throw new ArgumentNullException(nameof(facts)));

    /// <summary>Judges an object.</summary>
    /// <typeparam name="T">The type that was mapped.</typeparam>
    /// <param name="map">How the properties of <typeparamref name="T"/> give facts; made by <see cref="RuleSet.MapFacts{T}"/> of this very ruleset.</param>
    /// <param name="facts">The object. Read during the call only; do not change it meanwhile.</param>
    /// <param name="caseId">The caller's name for the facts, which the decision repeats; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The map was made by another ruleset.</exception>
    public void Judge<T>(FactMap<T> map, T facts, string? caseId = null)
    {
        RuleSet.Require(map, facts);
        Start(caseId);
        RuleSet.Prepare(frame);
        map.Read(ref facts, frame);
        RuleSet.JudgeRead(frame, null);
        isJudged = true;
    }

    /// <summary>The caller's name for what was judged last; null if there is none.</summary>
    internal string? Case => caseId;

    /// <summary>What is judged in.</summary>
    internal Frame Frame => frame;

    /// <summary>What the ruleset became.</summary>
    internal EvaluationPlan Plan => plan;

    /// <summary>Judges facts from any source; a struct is not boxed.</summary>
    internal void JudgeFrom<TSource>(TSource facts)
        where TSource : IFactSource
    {
        Start(facts.Case);
        RuleSet.Judge(facts, frame, null);
        isJudged = true;
    }

    /// <summary>Whether an output has a value.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>False if it is unknown or could not be computed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public bool HasOutput(int output) => Output(output).IsKnown;

    /// <summary>A number, percent or amount of money among the outputs, rounded as the ruleset says.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>The number, a percent as its fraction, an amount in its currency; null if the output has no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The output is of another type, or nothing was judged yet.</exception>
    public decimal? NumberOf(int output)
    {
        var value = Output(output);
        Require(TypeOf(output).IsNumeric, output, "a number");
        return value.IsUnknown ? null : Exact.WithoutTrailingZeros(value.Numerator);
    }

    /// <summary>A boolean among the outputs.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>The value; null if the output has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The output is of another type, or nothing was judged yet.</exception>
    public bool? FlagOf(int output)
    {
        var value = Output(output);
        Require(TypeOf(output).Kind == TypeKind.Boolean, output, "a boolean");
        return value.IsUnknown ? null : value.Boolean;
    }

    /// <summary>A text or enum member among the outputs.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>The text; null if the output has no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The output is of another type, or nothing was judged yet.</exception>
    public string? TextOf(int output)
    {
        var value = Output(output);
        Require(TypeOf(output).Kind is TypeKind.Text or TypeKind.Enum, output, "a text");
        return value.IsUnknown ? null : value.Text;
    }

    /// <summary>How many items a list among the outputs has.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>The number of items; 0 if the output has no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">The output is of another type, or nothing was judged yet.</exception>
    public int CountOf(int output)
    {
        var value = Output(output);
        Require(TypeOf(output).Kind == TypeKind.List, output, "a list");
        return value.IsUnknown ? 0 : value.Composite.Count;
    }

    /// <summary>A text or enum member in a list among the outputs.</summary>
    /// <param name="output">The position of the list, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <param name="item">From 0 to below <see cref="CountOf"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output or item.</exception>
    /// <exception cref="InvalidOperationException">The output is no list of texts, or nothing was judged yet.</exception>
    public string TextOf(int output, int item)
    {
        var count = CountOf(output);
        Require(TypeOf(output).Element!.Kind is TypeKind.Text or TypeKind.Enum, output, "a list of texts");
        return item >= 0 && item < count ? Output(output).Composite.Items[item].Text : throw new ArgumentOutOfRangeException(nameof(item));
    }

    /// <summary>The value of an output as a decision carries it; allocates.</summary>
    /// <param name="output">Its position, from <see cref="RuleSet.IndexOfOutput"/>.</param>
    /// <returns>The value; null if the output has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public object? ValueOf(int output) => DecisionValues.Of(Output(output), plan.Outputs[output]);

    /// <summary>The decision: what <see cref="RuleSet.Evaluate(FactSet)"/> gives for the same facts, reasons included. It outlives the judgement.</summary>
    /// <returns>The decision; the same instance until the next judging.</returns>
    /// <exception cref="InvalidOperationException">Nothing was judged yet.</exception>
    public Decision ToDecision()
    {
        RequireJudged();
        return decision ??= RuleSet.Tell(frame, caseId);
    }

    private void Start(string? newCase)
    {
        isJudged = false;
        decision = null;
        caseId = newCase;
    }

    private ref readonly Value Output(int output)
    {
        RequireJudged();
        if (output < 0 || output >= frame.Outputs.Length)
            throw new ArgumentOutOfRangeException(nameof(output));
        return ref frame.Outputs[output];
    }

    private RuleType TypeOf(int output) => plan.Outputs[output].Value.Type;

    private void Require(bool fits, int output, string kind)
    {
        if (!fits)
            throw new InvalidOperationException("output " + plan.Outputs[output].Name + " is " + Binding.Binder.A(TypeOf(output)) + ", not " + kind);
    }

    private void RequireJudged()
    {
        if (!isJudged)
            throw new InvalidOperationException("nothing was judged yet; call Judge first");
    }
}
