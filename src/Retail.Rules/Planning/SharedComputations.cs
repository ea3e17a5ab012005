using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;

namespace Retail.Rules.Planning;

/// <summary>
/// Finds computations (arithmetic, functions, calls of defines, aggregates) that a ruleset would do more than once in an evaluation with one
/// and the same result, since they read nothing but facts: written in several places, or inside what is repeated for each item. The planner
/// makes a hidden define of each. Filled once by <see cref="Of"/>, then only read.
/// </summary>
internal sealed class SharedComputations
{
    /// <summary>How far out an expression reaches that reads a local declared around it, or the outcome.</summary>
    private const int Outside = 0;

    private const int Nowhere = int.MaxValue;

    private readonly StructuralKeys keys = new();
    private readonly Dictionary<BoundExpression, string> candidates = [];
    private readonly Dictionary<string, int> counts = new(System.StringComparer.Ordinal);

    /// <summary>Items and members by how deep in the expression they are declared, from 1.</summary>
    private readonly Dictionary<ValueSymbol, int> depths = [];

    private SharedComputations()
    {
    }

    public static SharedComputations Of(BoundRuleSet bound)
    {
        var shared = new SharedComputations();
        foreach (var input in bound.Inputs)
            shared.Take(input.RequiredWhen, isRepeated: false);
        foreach (var define in bound.Defines)
            shared.Take(define);
        foreach (var table in bound.Tables)
            shared.Take(table);
        foreach (var select in bound.Selects)
            shared.Take(select);
        foreach (var rule in bound.Rules)
            shared.Take(rule);
        foreach (var output in bound.Outputs)
        {
            shared.Take(output.OnlyIf, isRepeated: false);
            shared.Take(output.Value, isRepeated: false);
        }
        return shared;
    }

    /// <summary>What tells shared computations apart; null if the expression is not one.</summary>
    public string? KeyOf(BoundExpression expression) =>
        IsComputation(expression) && candidates.TryGetValue(expression, out var key) && counts.TryGetValue(key, out var count) && count > 1 ? key : null;

    private static bool IsComputation(BoundExpression expression) =>
        expression is BoundArithmetic or BoundCall or BoundAggregate or BoundSplit or BoundInvocation;

    /// <summary>Takes in an expression that was bound anew, so that <see cref="KeyOf"/> knows it too.</summary>
    public void Recognise(BoundExpression expression) => Reach(expression, 1, out _);

    /// <summary>Lets go of the expressions, once they are planned; what is computed more than once stays known by its key.</summary>
    public void Release()
    {
        candidates.Clear();
        depths.Clear();
        foreach (var key in counts.Where(count => count.Value == 1).Select(count => count.Key).ToArray())
            counts.Remove(key);
    }

    private void Take(ComputedSymbol symbol)
    {
        foreach (var part in BoundChildren.Of(symbol))
            Take(part, symbol.Parameters.Count > 0 || (symbol is SelectSymbol { Select: { } select } && part != select.Source));
    }

    private void Take(BoundRule rule)
    {
        var isRepeated = rule.Item is not null;
        Take(rule.Source, isRepeated: false);
        Take(rule.OnlyIf, isRepeated);
        foreach (var clause in rule.Clauses)
        {
            Take(clause.When, isRepeated);
            foreach (var effect in clause.Effects)
            {
                foreach (var role in effect.Roles.Concat(effect.EscalateTo))
                    Take(role, isRepeated);
                Take(effect.Within, isRepeated);
                foreach (var (_, hole) in effect.Text?.Parts ?? [])
                    Take(hole, isRepeated);
            }
        }
    }

    private void Take(BoundExpression? expression, bool isRepeated)
    {
        if (expression is null)
            return;
        Reach(expression, 1, out _);
        Count(expression, isRepeated);
    }

    /// <summary>
    /// The depth of the outermost local that an expression reads: <see cref="Outside"/> for those around it and for the outcome,
    /// <see cref="Nowhere"/> if it reads facts alone, which makes it a candidate.
    /// </summary>
    private int Reach(BoundExpression expression, int depth, out bool readsFacts)
    {
        readsFacts = false;
        var reach = ReachOfName(expression, ref readsFacts);
        var inner = depth;
        if (expression is BoundAggregate aggregate)
            depths[aggregate.Item] = inner++;
        else if (expression is BoundSplit split)
            depths[split.Item] = inner++;
        else if (expression is BoundRecord record)
        {
            foreach (var member in record.Members)
                depths[member.Symbol] = inner++;
        }
        var children = BoundChildren.Of(expression);
        for (var i = 0; i < children.Count; i++)
        {
            reach = System.Math.Min(reach, Reach(children[i], inner, out var childReadsFacts));
            readsFacts |= childReadsFacts;
        }
        // What it declares itself does not reach out of it.
        if (inner > depth && reach >= depth)
            reach = Nowhere;
        if (reach == Nowhere && readsFacts && IsComputation(expression))
            candidates[expression] = keys.Of(expression);
        return reach;
    }

    private int ReachOfName(BoundExpression expression, ref bool readsFacts)
    {
        var symbol = expression switch
        {
            BoundReference reference => reference.Symbol,
            BoundInvocation invocation => invocation.Symbol,
            _ => null,
        };
        readsFacts = symbol is InputSymbol or ComputedSymbol;
        return symbol switch
        {
            LocalSymbol local => depths.TryGetValue(local, out var depth) ? depth : Outside,
            OutcomeSymbol or ComputedSymbol { OutcomePath: not null } or DefineSymbol { Select: not null } => Outside,
            _ => expression is BoundRuleQuery ? Outside : Nowhere,
        };
    }

    /// <summary>Whether an expression computes a part of it for each item of a list.</summary>
    private static bool IsRepeatedBy(BoundExpression expression, BoundExpression part) => expression switch
    {
        BoundAggregate aggregate => part != aggregate.Source,
        BoundSplit split => part == split.Weight,
        _ => false,
    };

    /// <summary>Counts how often a candidate would be computed, twice standing for any number of times. What is inside one is computed once, with it.</summary>
    private void Count(BoundExpression expression, bool isRepeated)
    {
        if (IsComputation(expression) && candidates.TryGetValue(expression, out var key))
        {
            var isFirst = !counts.TryGetValue(key, out var count);
            counts[key] = count + (isRepeated ? 2 : 1);
            if (!isFirst)
                return;
            isRepeated = false;
        }
        var children = BoundChildren.Of(expression);
        for (var i = 0; i < children.Count; i++)
            Count(children[i], isRepeated || IsRepeatedBy(expression, children[i]));
    }
}
