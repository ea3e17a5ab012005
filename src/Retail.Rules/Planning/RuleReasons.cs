using System;
using System.Collections.Generic;
using System.Threading;
using Retail.Rules.Explanation;

namespace Retail.Rules.Planning;

/// <summary>
/// How the conditions of rules are told, each rule's made when it is first told: most rules of a large ruleset never fire, and what it takes to
/// tell one is several times what it takes to judge it. Thread-safe.
/// </summary>
internal sealed class RuleReasons
{
    private readonly ToldRule?[] told;
    private readonly Func<RulePlan, ToldRule> prepare;

    /// <param name="ruleCount">The number of rules.</param>
    /// <param name="prepare">Prepares a rule; called for one rule at a time, and once for each.</param>
    public RuleReasons(int ruleCount, Func<RulePlan, ToldRule> prepare)
    {
        told = new ToldRule?[ruleCount];
        this.prepare = prepare;
    }

    /// <summary>How many rules were told so far, for tests of what is left undone.</summary>
    public int Prepared { get; private set; }

    /// <summary>The conditions of a rule, prepared for being told.</summary>
    public ToldRule Of(RulePlan rule) => Volatile.Read(ref told[rule.Index]) ?? Prepare(rule);

    private ToldRule Prepare(RulePlan rule)
    {
        lock (told)
        {
            if (told[rule.Index] is { } found)
                return found;
            var made = prepare(rule);
            Prepared++;
            Volatile.Write(ref told[rule.Index], made);
            return made;
        }
    }
}

/// <summary>The conditions of a rule as they are told. Immutable.</summary>
internal sealed class ToldRule
{
    public ToldRule(ToldCondition? onlyIf, IReadOnlyList<ToldCondition> clauses)
    {
        OnlyIf = onlyIf;
        Clauses = clauses;
    }

    /// <summary>The condition of <c>only if</c>; null if there is none.</summary>
    public ToldCondition? OnlyIf { get; }

    /// <summary>The condition of each clause.</summary>
    public IReadOnlyList<ToldCondition> Clauses { get; }
}

/// <summary>A condition as it is told. Immutable.</summary>
internal sealed class ToldCondition
{
    public ToldCondition(string text, ReasonNode reason)
    {
        Text = text;
        Reason = reason;
    }

    /// <summary>The condition as written.</summary>
    public string Text { get; }

    /// <summary>Its parts, with the values that they compare.</summary>
    public ReasonNode Reason { get; }
}
