using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;

namespace Retail.Rules.Planning;

/// <summary>Finds the facts that an expression reads, through defines, tables and selects. One use; not thread-safe.</summary>
internal sealed class FactReads
{
    private readonly HashSet<InputSymbol> inputs = [];
    private readonly HashSet<ComputedSymbol> visited = [];

    public IReadOnlyCollection<InputSymbol> Of(BoundExpression expression)
    {
        Visit(expression);
        return inputs;
    }

    private void Visit(BoundExpression? expression)
    {
        switch (expression)
        {
            case null:
                return;
            case BoundReference { Symbol: InputSymbol input }:
                inputs.Add(input);
                return;
            case BoundReference { Symbol: ComputedSymbol symbol }:
                Visit(symbol);
                return;
            case BoundInvocation invocation:
                Visit(invocation.Symbol);
                break;
        }
        foreach (var child in BoundChildren.Of(expression))
            Visit(child);
    }

    private void Visit(ComputedSymbol symbol)
    {
        if (!visited.Add(symbol))
            return;
        foreach (var part in BoundChildren.Of(symbol))
            Visit(part);
    }
}
