using System.Collections.Generic;

namespace Retail.Rules;

/// <summary>A role that must sign, with the time it has and whom it goes to then. Immutable and thread-safe.</summary>
public sealed class Referral
{
    internal Referral(string role, IReadOnlyList<string> rules, int? withinMinutes, IReadOnlyList<string> timedBy, IReadOnlyList<string> escalateTo)
    {
        Role = role;
        Rules = rules;
        WithinMinutes = withinMinutes;
        TimedBy = timedBy;
        EscalateTo = escalateTo;
    }

    /// <summary>The role, a member of the ruleset's <c>enum Role</c>.</summary>
    public string Role { get; }

    /// <summary>The ids of the rules that name it, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>
    /// The time to answer in whole minutes, at least 1: the shortest that a rule that fired gives this role. Elapsed time; what counts as working
    /// hours is the host's to know. Null if none of them states a time.
    /// </summary>
    public int? WithinMinutes { get; }

    /// <summary>The ids of the rules that give that time, each once, in ordinal order; empty if there is none.</summary>
    public IReadOnlyList<string> TimedBy { get; }

    /// <summary>The roles that it goes to when the time is over, of all rules that name it, each once, in ordinal order.</summary>
    public IReadOnlyList<string> EscalateTo { get; }
}
