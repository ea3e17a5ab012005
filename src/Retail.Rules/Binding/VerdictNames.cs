using System;
using System.Collections.Generic;

namespace Retail.Rules.Binding;

/// <summary>The verdicts as rules, JSON and the command line write them, from best to worst, in the order of <see cref="Verdict"/>.</summary>
internal static class VerdictNames
{
    public static readonly IReadOnlyList<string> All = ["approve", "approveWithConditions", "refer", "re-approve", "hold", "incomplete", "reject"];

    public static string Of(Verdict verdict) => All[(int)verdict];

    public static bool TryParse(string name, out Verdict verdict)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], name, StringComparison.Ordinal))
            {
                verdict = (Verdict)i;
                return true;
            }
        }
        verdict = default;
        return false;
    }
}
