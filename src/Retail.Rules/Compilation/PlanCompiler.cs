using System;
using System.Linq.Expressions;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>
/// The fast tier: one delegate for each computed value and one for each rule, made from the same plan nodes that the other tier walks, so
/// that both do the same steps in the same order and fault alike.
/// </summary>
/// <remarks>
/// Delegates belong to the <see cref="Tier"/> and are collected with it. What is too large or too deep for one delegate, and what comes
/// after the plan's budget is spent, stays with its plan nodes: a large plan must not take seconds to start.
/// </remarks>
internal static class PlanCompiler
{
    /// <summary>Nodes of one delegate; the compiler of expression trees is linear, but a huge method is slow to make and no faster to run.</summary>
    private const int MaxNodesOfDelegate = 2_000;

    /// <summary>Nodes of a plan: about two seconds of making and first running delegates.</summary>
    private const int MaxNodesOfPlan = 40_000;

    /// <summary>How deep nodes may nest; the compiler of expression trees recurses several times a level.</summary>
    private const int MaxDepth = 100;

    public static Tier Compile(EvaluationPlan plan)
    {
#if NET8_0_OR_GREATER
        // Without a code generator the delegates would be interpreted trees, slower than plan nodes.
        if (!System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled)
            return Tier.Interpreted;
#endif
        var budget = MaxNodesOfPlan;
        var bodies = new Func<Frame, Value>[plan.Computed.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            var target = plan.Computed[i];
            bodies[i] = Take(PlanSize.Of(target), ref budget) ? new Emitter().Body(target).Compile() : target.Evaluate;
        }
        var rules = new Func<Frame, int>[plan.Rules.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = plan.Rules[i];
            rules[i] = Take(PlanSize.Of(rule), ref budget) ? new Emitter().Rule(rule).Compile() : rule.Judge;
        }
        return new Tier(bodies, rules);
    }

    private static bool Take(PlanSize size, ref int budget)
    {
        if (size.Nodes > MaxNodesOfDelegate || size.Depth > MaxDepth || size.Nodes > budget)
            return false;
        budget -= size.Nodes;
        return true;
    }
}
