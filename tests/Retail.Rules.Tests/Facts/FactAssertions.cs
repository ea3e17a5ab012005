using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules.Tests.Facts;

/// <summary>What a decision says about its facts, a line each.</summary>
internal static class FactAssertions
{
    public static string[] ProblemLines(this Decision decision) => Lines(decision.Problems);

    public static string[] WarningLines(this Decision decision) => Lines(decision.Warnings);

    private static string[] Lines(IReadOnlyList<DecisionProblem> problems) => problems.Select(problem => problem.Path + ": " + problem.Message).ToArray();
}
