using System.Collections.Generic;
using System.Text.Json;

namespace Retail.Rules;

/// <summary>
/// What a ruleset says about one set of facts: the verdict, every rule that fired with its numbers, who must sign, what must be met, and the
/// outputs. The same ruleset and the same facts give the same decision, byte for byte in JSON. Immutable and thread-safe.
/// </summary>
public sealed class Decision
{
    internal Decision()
    {
    }

    /// <summary>The name of the ruleset.</summary>
    public required string RuleSet { get; init; }

    /// <summary>The version of the ruleset, as its header gives it.</summary>
    public required string Version { get; init; }

    /// <summary>The hash of the ruleset with its parameters: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash of the facts that the ruleset reads: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public required string FactsHash { get; init; }

    /// <summary>Follows from both hashes: 32 hexadecimal digits. The same id means the same decision.</summary>
    public required string Id { get; init; }

    /// <summary>The caller's name for the facts; null if none was given.</summary>
    public required string? Case { get; init; }

    /// <summary>The worst effect that fired. Null if the ruleset declares no rules and nothing stood in the way.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>The ids of the rules that fired, each once, in ordinal order.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Who must sign, in ordinal order of the roles; whatever the verdict.</summary>
    public required IReadOnlyList<Approver> Approvers { get; init; }

    /// <summary>
    /// Who must sign in which time, and whom it goes to then: every role of <see cref="Approvers"/>, in the same order. Empty unless a rule that
    /// fired states a time or an escalation.
    /// </summary>
    public required IReadOnlyList<Referral> Referrals { get; init; }

    /// <summary>What must be met, by rule and then by item; whatever the verdict.</summary>
    public required IReadOnlyList<DecisionCondition> Conditions { get; init; }

    /// <summary>Why each rule fired, by rule and then by item; also why candidates of a select are excluded and which scores are ignored.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The paths of facts that are required and absent, in ordinal order: <c>unitCost</c>, <c>funding[0].status</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Facts that cannot be used and values that could not be computed. Not empty only if the verdict is incomplete or reject.</summary>
    public required IReadOnlyList<DecisionProblem> Problems { get; init; }

    /// <summary>What looks odd about the facts and changed nothing: unknown members, percents of 200% and more. In the order of their paths.</summary>
    public required IReadOnlyList<DecisionProblem> Warnings { get; init; }

    /// <summary>The outputs, in the order of the ruleset; unknown ones are left out.</summary>
    public required DecisionRecord Outputs { get; init; }

    /// <summary>The decision as one line of JSON.</summary>
    /// <returns>JSON text without line breaks.</returns>
    public string ToJson() => DecisionJson.ToText(this);

    /// <summary>Writes the decision as a JSON object.</summary>
    /// <param name="json">Where to write; stays open.</param>
    public void WriteTo(Utf8JsonWriter json) => DecisionJson.Write(json, this);
}
