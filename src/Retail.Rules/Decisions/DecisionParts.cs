using System.Collections.Generic;

namespace Retail.Rules;

/// <summary>A role that must sign. Immutable and thread-safe.</summary>
public sealed class Approver
{
    internal Approver(string role, IReadOnlyList<string> rules)
    {
        Role = role;
        Rules = rules;
    }

    /// <summary>The role, a member of the ruleset's <c>enum Role</c>.</summary>
    public string Role { get; }

    /// <summary>The ids of the rules that name it, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Rules { get; }
}

/// <summary>What must be met for an approval to hold. Immutable and thread-safe.</summary>
public sealed class DecisionCondition
{
    internal DecisionCondition(string rule, string text)
    {
        Rule = rule;
        Text = text;
    }

    /// <summary>The id of the rule that sets it.</summary>
    public string Rule { get; }

    /// <summary>What must be met, with its numbers.</summary>
    public string Text { get; }
}

/// <summary>Why a rule fired, a candidate is excluded, or a score is ignored. Immutable and thread-safe.</summary>
public sealed class Reason
{
    internal Reason(string rule, string title, string? code, string? owner, string effect, string? item, string text, string? note, DecisionRecord operands)
    {
        Rule = rule;
        Title = title;
        Code = code;
        Owner = owner;
        Effect = effect;
        Item = item;
        Text = text;
        Note = note;
        Operands = operands;
    }

    /// <summary>The id of the rule or exclusion, or the name of the score.</summary>
    public string Rule { get; }

    /// <summary>What the rule is about.</summary>
    public string Title { get; }

    /// <summary>What it is filed under, <c>SYNC.sequenceGap</c>; null if the rule has no code.</summary>
    public string? Code { get; }

    /// <summary>The role that answers for the rule; null if nobody is named.</summary>
    public string? Owner { get; }

    /// <summary>
    /// <c>note</c>, <c>require</c>, <c>refer</c>, <c>re-approve</c>, <c>hold</c>, <c>incomplete</c>, <c>reject</c>: the worst effect of the clause; <c>exclude</c>, or
    /// <c>ignored</c> for a score.
    /// </summary>
    public string Effect { get; }

    /// <summary>The item it is about: <c>funding[1]</c>, or the key of an excluded candidate; null for a rule that is judged once.</summary>
    public string? Item { get; }

    /// <summary>The condition that held, with its numbers, as the engine writes it; of a score, the part of its condition that did not.</summary>
    public string Text { get; }

    /// <summary>What the author of the rule adds; null if nothing.</summary>
    public string? Note { get; }

    /// <summary>The values that the condition compared, by the name or path as written; exact to 18 decimal places. Lists of more than 100 items are left out.</summary>
    public DecisionRecord Operands { get; }
}

/// <summary>A fact that cannot be used, or a value that could not be computed. Immutable and thread-safe.</summary>
public sealed class DecisionProblem
{
    internal DecisionProblem(string path, string message, bool isFactError = false)
    {
        Path = path;
        Message = message;
        IsFactError = isFactError;
    }

    /// <summary>The path of the fact (<c>funding[0].rate</c>), or the name of the value, rule or output.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it and what was expected, in one line.</summary>
    public string Message { get; }

    /// <summary>Whether a fact does not fit the ruleset, which its sender has to mend; false for a value that could not be computed, and for a warning.</summary>
    public bool IsFactError { get; }
}
