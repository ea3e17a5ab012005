using System;
using Retail.Rules.Binding;

namespace Retail.Rules;

/// <summary>Verdicts by the names that rules, JSON and people use.</summary>
public static class VerdictExtensions
{
    /// <summary>The verdict as rules and JSON write it.</summary>
    /// <param name="verdict">A verdict.</param>
    /// <returns>Such as <c>approveWithConditions</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is none of the enum's.</exception>
    public static string ToName(this Verdict verdict) =>
        verdict is >= Verdict.Approve and <= Verdict.Reject ? VerdictNames.Of(verdict) : throw new ArgumentOutOfRangeException(nameof(verdict));
}
