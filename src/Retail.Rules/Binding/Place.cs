using Retail.Rules.Model;

namespace Retail.Rules.Binding;

/// <summary>Where an expression stands: the locals it sees and what is proved there. Immutable.</summary>
internal readonly struct Place
{
    public static readonly Place Top = new(null, FlowState.Empty, null);

    private Place(LocalScope? locals, FlowState flow, LocalSymbol? column)
    {
        Locals = locals;
        Flow = flow;
        Column = column;
    }

    public LocalScope? Locals { get; }

    public FlowState Flow { get; }

    /// <summary>What <c>?</c> stands for; null outside a table cell.</summary>
    public LocalSymbol? Column { get; }

    public Place With(ValueSymbol local) => new(new LocalScope(Locals, local), Flow, Column);

    public Place With(FlowState flow) => new(Locals, flow, Column);

    public Place WithColumn(LocalSymbol column) => new(Locals, Flow, column);
}

/// <summary>A local name and those around it; the innermost wins.</summary>
internal sealed class LocalScope
{
    public LocalScope(LocalScope? outer, ValueSymbol symbol)
    {
        Outer = outer;
        Symbol = symbol;
    }

    public LocalScope? Outer { get; }

    public ValueSymbol Symbol { get; }

    public static ValueSymbol? Find(LocalScope? scope, string name)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Symbol.Name == name)
                return scope.Symbol;
        }
        return null;
    }
}
