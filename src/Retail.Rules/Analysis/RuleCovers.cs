using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;

namespace Retail.Rules.Analysis;

/// <summary>
/// Finds rules that fire, as heavily, just where another one ceases to with a score: <c>waits and no day works</c> under a limit that a score
/// lowers, and <c>above that limit</c> in a rule of its own. Stateless but for keys; not thread-safe.
/// </summary>
internal sealed class RuleCovers
{
    private readonly IReadOnlyList<BoundRule> rules;
    private readonly ShiftAnalysis shifts;
    private readonly RuleWeights weights;
    private readonly StructuralKeys keys;

    public RuleCovers(IReadOnlyList<BoundRule> rules, ShiftAnalysis shifts, RuleWeights weights, StructuralKeys keys)
    {
        this.rules = rules;
        this.shifts = shifts;
        this.weights = weights;
        this.keys = keys;
    }

    /// <summary>Whether each part of a clause's condition that may fail with the score is the very opposite of what another rule asks.</summary>
    public bool IsCovered(BoundRule rule, int clause)
    {
        var parts = new List<BoundExpression>();
        if (rule.OnlyIf is not null)
            Split(rule.OnlyIf, parts);
        Split(rule.Clauses[clause].When, parts);
        var kept = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (shifts.Condition(part).Has(WorldState.True, WorldState.False))
            {
                if (!rules.Any(other => other != rule && Fires(other, KeyOf(part, isNegated: true), kept, rule.Clauses[clause])))
                    return false;
            }
            else
                kept.Add(KeyOf(part, isNegated: false));
        }
        return true;
    }

    /// <summary>Whether a rule fires as heavily as a clause where one condition and those that are kept hold.</summary>
    private bool Fires(BoundRule rule, string condition, HashSet<string> kept, BoundClause than)
    {
        if (rule.Syntax is not { Kind: RuleKind.Ordinary, Effective: null } || rule.Item is not null || (rule.OnlyIf is not null && !Holds(rule.OnlyIf)))
            return false;
        foreach (var clause in rule.Clauses)
        {
            if (!weights.IsAsHeavy(clause, than))
                return false;
            if (Holds(clause.When))
                return true;
        }
        return false;

        bool Holds(BoundExpression expression)
        {
            var parts = new List<BoundExpression>();
            Split(expression, parts);
            return parts.All(part => KeyOf(part, isNegated: false) is var key && (key == condition || kept.Contains(key)));
        }
    }

    /// <summary>The parts of an <c>and</c>, through defines.</summary>
    private static void Split(BoundExpression condition, List<BoundExpression> parts)
    {
        switch (condition)
        {
            case BoundLogical { IsAnd: true } conjunction:
                foreach (var operand in conjunction.Operands)
                    Split(operand, parts);
                break;
            case BoundReference { Symbol: DefineSymbol { Parameters.Count: 0, OnlyIf: null } define }:
                Split(define.Body, parts);
                break;
            default:
                parts.Add(condition);
                break;
        }
    }

    /// <summary>The key of a condition or its opposite; <c>a &gt; b</c> is the opposite of <c>a &lt;= b</c>.</summary>
    private string KeyOf(BoundExpression condition, bool isNegated)
    {
        switch (condition)
        {
            case BoundNot not:
                return KeyOf(not.Operand, !isNegated);
            case BoundComparison { Operator: BinaryOperator.Greater } greater:
                return Key(greater, "<=", !isNegated);
            case BoundComparison { Operator: BinaryOperator.LessOrEqual } atMost:
                return Key(atMost, "<=", isNegated);
            case BoundComparison { Operator: BinaryOperator.Less } less:
                return Key(less, "<", isNegated);
            case BoundComparison { Operator: BinaryOperator.GreaterOrEqual } atLeast:
                return Key(atLeast, "<", !isNegated);
            case BoundComparison { Operator: BinaryOperator.Equal } equal:
                return Key(equal, "=", isNegated);
            case BoundComparison { Operator: BinaryOperator.NotEqual } other:
                return Key(other, "=", !isNegated);
            default:
                return (isNegated ? "not " : "") + keys.Of(condition);
        }
    }

    private string Key(BoundComparison comparison, string op, bool isNegated) =>
        (isNegated ? "not " : "") + keys.Of(comparison.Left) + " " + op + " " + keys.Of(comparison.Right);
}
