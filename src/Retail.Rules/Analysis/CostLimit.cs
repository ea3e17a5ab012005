using System.Globalization;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Analysis;

/// <summary>Holds a ruleset to what its host allows one decision to cost.</summary>
internal static class CostLimit
{
    /// <summary>Says that a ruleset, bound without errors, costs too much; null if it does not, or if the host does not ask.</summary>
    public static Diagnostic? Check(BoundRuleSet bound, RuleSetLimits limits)
    {
        if (limits.MaxCost is not { } most)
            return null;
        var cost = CostBound.Of(bound, limits.MaxListItems);
        var worst = In(cost.WorstCase);
        if (worst <= most)
            return null;
        var part = cost.Parts.OrderByDescending(candidate => In(candidate.Steps)).FirstOrDefault();
        var (what, formula) = part is not null && In(part.Steps) >= worst / 2
            ? ("`" + part.Declaration + "`", part.Steps.ToString())
            : In(cost.Steps) >= worst / 2
                ? ("spread over " + Text(cost.Parts.Count) + " declarations", cost.Steps.ToString())
                : ("what rules cost that cannot be judged", "1000 steps for each of " + cost.JudgedRules);
        var definition = bound.Definition;
        return Diagnostic.Create(CostDiagnostics.TooCostly, definition.Source, definition.Name.Span, definition.Name.Text,
            worst == long.MaxValue ? "more steps than can be counted" : Text(worst) + " steps", Text(most), what, formula);

        long In(CostFormula formula) => formula.At(limits.ListItems, limits.MaxListItems);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
