using System.Collections.Generic;
using System.Linq;

namespace Retail.Rules;

/// <summary>
/// What judging one set of facts may take at most, whatever the facts say, in the steps that <see cref="RuleSetLimits.MaxSteps"/> counts: found
/// from the rules alone, as formulas over the lengths of the lists among the facts. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A step is a rule that is judged, an item that is looked at, a call of a define, a table; comparing or computing single values counts
/// nothing. The bound is that of the decision: reading facts, telling reasons, and checking <c>never</c> for examples and suites are left aside.
/// </remarks>
public sealed class RuleSetCost
{
    internal RuleSetCost(IReadOnlyList<CostPart> parts, CostFormula judgedRules)
    {
        Parts = parts;
        Steps = parts.Aggregate(CostFormula.Zero, (sum, part) => sum.Plus(part.Steps));
        JudgedRules = judgedRules;
        WorstCase = Steps.Plus(judgedRules.Times(StepCounts.OfFault));
    }

    /// <summary>The steps of a decision in which every rule can be judged.</summary>
    public CostFormula Steps { get; }

    /// <summary>How often a rule is judged, those for each item of a list once for each.</summary>
    public CostFormula JudgedRules { get; }

    /// <summary>
    /// The steps if no rule can be judged: <see cref="Steps"/> and 1,000 for each of <see cref="JudgedRules"/>. No decision takes more; facts whose
    /// lists are no longer never meet a <see cref="RuleSetLimits.MaxSteps"/> as high as this.
    /// </summary>
    public CostFormula WorstCase { get; }

    /// <summary>What each declaration adds to <see cref="Steps"/>, without those that add nothing: conditions of inputs, rules, declared values, outputs.</summary>
    public IReadOnlyList<CostPart> Parts { get; }
}

/// <summary>What one declaration adds to the steps of a decision. Immutable and thread-safe.</summary>
public sealed class CostPart
{
    internal CostPart(string declaration, CostFormula steps)
    {
        Declaration = declaration;
        Steps = steps;
    }

    /// <summary>The declaration by its word and name: <c>rule B07</c>, <c>define depth</c>, <c>select substitute</c>; <c>changed</c> of the language itself by that name.</summary>
    public string Declaration { get; }

    /// <summary>The steps that it adds; defines, tables and selects that it reads are parts of their own, calls of defines with parameters are not.</summary>
    public CostFormula Steps { get; }
}
