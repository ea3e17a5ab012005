using System;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Analysis;

/// <summary>Lists and what is made of them.</summary>
internal sealed partial class ShiftAnalysis
{
    private Shift OfList(BoundList list)
    {
        var items = list.Items.Select(Of).ToArray();
        var pairs = items.Aggregate(Pairs.Holds, (found, item) => found.Then(FaultsOf(item.Pairs)));
        var isMoved = items.Any(item => item.IsMoved);
        return new Shift(pairs, isMoved ? Moves.Any : Moves.Same, item: isMoved ? Shift.Anything(list.Type.Element!) : null);
    }

    private Shift OfAggregate(BoundAggregate aggregate)
    {
        var source = Of(aggregate.Source);
        Enter(aggregate.Item, source);
        var item = locals[aggregate.Item];
        var counts = aggregate.Where is null ? Pairs.Holds : Condition(aggregate.Where);
        var body = aggregate.Body is null ? item : aggregate.Where is null ? Of(aggregate.Body) : Under(aggregate.Where, () => Of(aggregate.Body));
        // An item that only one world has counts there alone.
        var taken = counts;
        if ((source.Moves & Moves.Higher) != 0)
            taken |= Pairs.Product([WorldState.False], StatesOf(counts, isWith: true));
        if ((source.Moves & Moves.Lower) != 0)
            taken |= Pairs.Product(StatesOf(counts, isWith: false), [WorldState.False]);
        return Reduced(aggregate, taken, item, body).After(source.Pairs);
    }

    private Shift Reduced(BoundAggregate aggregate, Pairs taken, Shift item, Shift body)
    {
        var gains = taken.Has(WorldState.False, WorldState.True);
        var loses = taken.Has(WorldState.True, WorldState.False);
        var any = Folded(Pairs.Same(WorldState.False), taken, Or);
        // All items are looked at but where the first one is enough.
        var faults = Folded(Pairs.Holds, taken.Combine(FaultsOf(body.Pairs), (counted, value) => counted == WorldState.True ? value : counted == WorldState.Fault ? counted : WorldState.True), And);
        var found = faults.Combine(any, (computed, exists) => computed == WorldState.Fault ? computed : exists == WorldState.True ? exists : WorldState.Unknown);
        switch (aggregate.Kind)
        {
            case AggregateKind.Any:
                return new Shift(any);
            case AggregateKind.First:
                var isSame = taken.IsSame && !item.IsMoved;
                return new Shift(any.Select(state => state == WorldState.False ? WorldState.Unknown : state), isSame ? Moves.Same : Moves.Any, members: isSame ? item.Members : null);
            case AggregateKind.Count:
                return new Shift(faults, (gains ? Moves.Same | Moves.Higher : Moves.Same).Plus(loses ? Moves.Same | Moves.Lower : Moves.Same));
            case AggregateKind.Sum:
                return new Shift(faults, OfSum(aggregate.Body!, gains, loses, body));
            case AggregateKind.Min:
                return new Shift(found, OfExtreme(body, loses, gains));
            case AggregateKind.Max:
                return new Shift(found, OfExtreme(body, gains, loses));
            default:
                var items = (gains ? Moves.Same | Moves.Higher : Moves.Same) | (loses ? Moves.Lower : Moves.None);
                return new Shift(faults, body.IsMoved || (gains && loses) ? Moves.Any : items, item: body);
        }
    }

    private Moves OfSum(BoundExpression body, bool gains, bool loses, Shift shift)
    {
        var moves = shift.Moves.Monotone();
        if (!gains && !loses)
            return moves;
        if (!order.IsNonNegative(body))
            return Moves.Any;
        return moves.Plus(gains ? Moves.Same | Moves.Higher : Moves.Same).Plus(loses ? Moves.Same | Moves.Lower : Moves.Same);
    }

    private static Moves OfExtreme(Shift body, bool rises, bool falls) =>
        body.Moves.Monotone() | (rises ? Moves.Higher : Moves.None) | (falls ? Moves.Lower : Moves.None);

    /// <summary>What any number of items come to together.</summary>
    private static Pairs Folded(Pairs start, Pairs each, Func<WorldState, WorldState, WorldState> combine)
    {
        var found = start;
        while (true)
        {
            var next = found | found.Combine(each, combine);
            if (next == found)
                return found;
            found = next;
        }
    }
}
