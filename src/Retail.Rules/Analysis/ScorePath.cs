using System.Collections.Generic;
using Retail.Rules.Binding;

namespace Retail.Rules.Analysis;

/// <summary>Finds the shortest way by which an expression reads a symbol, for messages.</summary>
internal static class ScorePath
{
    /// <summary>The names on the way, the symbol's last; null if it is not read.</summary>
    public static IReadOnlyList<string>? Of(IEnumerable<BoundExpression?> expressions, ValueSymbol symbol)
    {
        var visited = new HashSet<ValueSymbol>();
        var waiting = new Queue<(ComputedSymbol Symbol, IReadOnlyList<string> Names)>();
        foreach (var expression in expressions)
            Read(expression, []);
        while (waiting.Count > 0)
        {
            var (next, names) = waiting.Dequeue();
            if (next == symbol)
                return names;
            foreach (var part in BoundChildren.Of(next))
                Read(part, names);
        }
        return null;

        void Read(BoundExpression? expression, IReadOnlyList<string> names)
        {
            var read = expression switch
            {
                BoundReference { Symbol: ComputedSymbol named } => named,
                BoundInvocation invocation => invocation.Symbol,
                _ => null,
            };
            if (read is not null && visited.Add(read))
                waiting.Enqueue((read, [.. names, read.Name]));
            if (expression is null)
                return;
            foreach (var child in BoundChildren.Of(expression))
                Read(child, names);
        }
    }
}
