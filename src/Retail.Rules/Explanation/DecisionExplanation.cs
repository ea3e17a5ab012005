using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Explanation;
using Retail.Rules.Model;

namespace Retail.Rules;

/// <summary>What became of a rule, or of one item of a rule with <c>for each</c>.</summary>
public enum RuleOutcome
{
    /// <summary>One of its clauses held.</summary>
    Fired,

    /// <summary>None of its clauses held.</summary>
    DidNotFire,

    /// <summary>Its <c>only if</c> did not hold.</summary>
    NotApplicable,

    /// <summary>The day of the decision is outside its effective window, so that it was not judged.</summary>
    NotInForce,

    /// <summary>It could not be computed, and counts as incomplete.</summary>
    Faulted,

    /// <summary>It was not judged: facts are missing, or a stop rule fired before.</summary>
    NotJudged,
}

/// <summary>A decision with every rule behind it, fired or not. Immutable and thread-safe.</summary>
public sealed class DecisionExplanation
{
    internal DecisionExplanation(Decision decision, IReadOnlyList<RuleExplanation> rules, DecisionRecord values)
    {
        Decision = decision;
        Rules = rules;
        Values = values;
    }

    /// <summary>The decision.</summary>
    public Decision Decision { get; }

    /// <summary>Every rule, in the order of the text.</summary>
    public IReadOnlyList<RuleExplanation> Rules { get; }

    /// <summary>The defines and tables without parameters that were computed on the way, in the order of the text; exact to 18 places.</summary>
    public DecisionRecord Values { get; }

    /// <summary>The explanation of one rule alone.</summary>
    /// <param name="id">The rule's id; case matters.</param>
    /// <returns>A copy with that rule, or with none if the ruleset has no such rule.</returns>
    public DecisionExplanation ForRule(string id) => new(Decision, Rules.Where(rule => rule.Id == id).ToArray(), Values);

    /// <summary>The explanation as one line of JSON: the decision, every rule with its conditions, and the computed values.</summary>
    /// <returns>JSON text without line breaks.</returns>
    public string ToJson() => ExplanationJson.ToText(this);

    /// <summary>Writes the explanation as a JSON object.</summary>
    /// <param name="json">Where to write; stays open.</param>
    public void WriteTo(Utf8JsonWriter json) => ExplanationJson.Write(json, this);
}

/// <summary>What became of a rule. Immutable and thread-safe.</summary>
public sealed class RuleExplanation
{
    internal RuleExplanation(string id, string title, string? code, string? owner, RuleKind kind, IReadOnlyList<RuleJudgement> judgements)
    {
        Id = id;
        Title = title;
        Code = code;
        Owner = owner;
        Kind = kind;
        Judgements = judgements;
    }

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>What the rule is about.</summary>
    public string Title { get; }

    /// <summary>What its reasons are filed under; null if it has no code.</summary>
    public string? Code { get; }

    /// <summary>The role that answers for it; null if nobody is named.</summary>
    public string? Owner { get; }

    /// <summary>When it is judged.</summary>
    public RuleKind Kind { get; }

    /// <summary>One for a rule that is judged once; one per item for a rule with <c>for each</c>, none if the list is empty.</summary>
    public IReadOnlyList<RuleJudgement> Judgements { get; }
}

/// <summary>One judging of a rule. Immutable and thread-safe.</summary>
public sealed class RuleJudgement
{
    internal RuleJudgement(string? item, RuleOutcome outcome, IReadOnlyList<ConditionExplanation> conditions, string? fault)
    {
        Item = item;
        Outcome = outcome;
        Conditions = conditions;
        Fault = fault;
    }

    /// <summary>The item, such as <c>funding[1]</c>; null for a rule that is judged once.</summary>
    public string? Item { get; }

    /// <summary>What came out.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>The day on which it is not in force, such as <c>2026-11-25</c>; null unless <see cref="Outcome"/> is <see cref="RuleOutcome.NotInForce"/>.</summary>
    public string? Day { get; internal init; }

    /// <summary>The condition of <c>only if</c>, then those of the clauses, as far as they were judged.</summary>
    public IReadOnlyList<ConditionExplanation> Conditions { get; }

    /// <summary>Why it could not be computed; null unless <see cref="Outcome"/> is <see cref="RuleOutcome.Faulted"/>.</summary>
    public string? Fault { get; }
}

/// <summary>A condition with the values that it compared. Immutable and thread-safe.</summary>
public sealed class ConditionExplanation
{
    internal ConditionExplanation(bool isOnlyIf, string condition, bool holds, string text, DecisionRecord operands)
    {
        IsOnlyIf = isOnlyIf;
        Condition = condition;
        Holds = holds;
        Text = text;
        Operands = operands;
    }

    /// <summary>Whether it is the rule's <c>only if</c>, not the <c>when</c> of a clause.</summary>
    public bool IsOnlyIf { get; }

    /// <summary>The condition as written.</summary>
    public string Condition { get; }

    /// <summary>Whether it holds.</summary>
    public bool Holds { get; }

    /// <summary>The parts that decided it, with their numbers.</summary>
    public string Text { get; }

    /// <summary>The values that decided it, by name or path; exact to 18 decimal places.</summary>
    public DecisionRecord Operands { get; }
}
