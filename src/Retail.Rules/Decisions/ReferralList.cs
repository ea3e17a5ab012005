using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;

namespace Retail.Rules;

/// <summary>Puts the referrals of all rules that fired together by role: the shortest time counts, every escalation does.</summary>
internal static class ReferralList
{
    public static IReadOnlyList<Referral> Of(EvaluationPlan plan, Outcome outcome)
    {
        if (outcome.Escalations.Count == 0 && outcome.Approvers.All(signature => signature.Minutes == 0))
            return [];
        return outcome.Approvers
            .GroupBy(signature => signature.Role, StringComparer.Ordinal)
            .OrderBy(role => role.Key, StringComparer.Ordinal)
            .Select(role => OfRole(role.Key, role.ToArray(), plan, outcome))
            .ToArray();
    }

    private static Referral OfRole(string role, IReadOnlyList<(string Role, int Rule, int Minutes)> signatures, EvaluationPlan plan, Outcome outcome)
    {
        var timed = signatures.Where(signature => signature.Minutes > 0).ToArray();
        int? shortest = timed.Length == 0 ? null : timed.Min(signature => signature.Minutes);
        return new Referral(
            role,
            InOrder(signatures.Select(signature => plan.Rules[signature.Rule].Id)),
            shortest,
            InOrder(timed.Where(signature => signature.Minutes == shortest).Select(signature => plan.Rules[signature.Rule].Id)),
            InOrder(outcome.Escalations.Where(escalation => escalation.Role == role).Select(escalation => escalation.To)));
    }

    private static string[] InOrder(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
}
