using System;
using System.Collections.Generic;
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
/// Rules of one shape that differ in constants alone share their code, as the thousands of a generated ruleset do. Delegates belong to the
/// <see cref="Tier"/> and are collected with it. What is too large or too deep for one delegate, and what comes
/// after the plan's budget is spent, stays with its plan nodes: a large plan must not take seconds to start.
/// </remarks>
internal sealed class PlanCompiler
{
    /// <summary>Nodes of one delegate; the compiler of expression trees is linear, but a huge method is slow to make and no faster to run.</summary>
    private const int MaxNodesOfDelegate = 2_000;

    /// <summary>Nodes of a plan that become code of their own: about a second of compiling.</summary>
    private const int MaxNodesOfPlan = 10_000;

    /// <summary>How deep nodes may nest; the compiler of expression trees recurses several times a level.</summary>
    private const int MaxDepth = 100;

    private readonly Dictionary<string, Delegate> codes = new(StringComparer.Ordinal);
    private int budget = MaxNodesOfPlan;

    private PlanCompiler()
    {
    }

    public static Tier Compile(EvaluationPlan plan)
    {
#if NET8_0_OR_GREATER
        // Without a code generator the delegates would be interpreted trees, slower than plan nodes.
        if (!System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled)
            return Tier.Interpreted;
#endif
        return new PlanCompiler().CompileAll(plan);
    }

    private Tier CompileAll(EvaluationPlan plan)
    {
        var bodies = new Func<Frame, Value>[plan.Computed.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            var target = plan.Computed[i];
            bodies[i] = Compile(PlanSize.Of(target), emitter => emitter.Body(target)) ?? target.Evaluate;
        }
        var rules = new Func<Frame, int>[plan.Rules.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = plan.Rules[i];
            rules[i] = Compile(PlanSize.Of(rule), emitter => emitter.Rule(rule)) ?? rule.Judge;
        }
        return new Tier(bodies, rules);
    }

    /// <summary>A delegate; null if it would be too large, or if what it needs beside the code of others is over the budget.</summary>
    private Func<Frame, T>? Compile<T>(PlanSize size, Func<Emitter, Expression<Func<EmittedData, Frame, T>>> emit)
    {
        if (size.Nodes > MaxNodesOfDelegate || size.Depth > MaxDepth)
            return null;
        var emitter = new Emitter();
        var tree = emit(emitter);
        var shape = TreeShape.Of(tree);
        if (!codes.TryGetValue(shape, out var code))
        {
            if (size.Nodes > budget)
                return null;
            budget -= size.Nodes;
            codes.Add(shape, code = tree.Compile());
        }
        return new EmittedCode<T>((Func<EmittedData, Frame, T>)code, emitter.Data).Run;
    }
}
