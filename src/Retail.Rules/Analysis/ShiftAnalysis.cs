using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Binding;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>
/// Follows one score through expressions: how each moves when the score becomes known and all other facts stay. What is found is possible,
/// not certain; what is not found cannot happen, numbers too large to compute with and the limit of steps aside. One per score; not thread-safe.
/// </summary>
internal sealed partial class ShiftAnalysis
{
    private readonly DefineSymbol score;
    private readonly StructuralKeys keys;
    private readonly ValueOrder order;
    private readonly Dictionary<ComputedSymbol, Shift> symbols = [];
    private readonly Dictionary<(ComputedSymbol Symbol, string Arguments), Shift> invocations = [];
    private readonly Dictionary<LocalSymbol, Shift> locals = [];

    /// <summary>Conditions that hold where an expression is computed, so that a divisor is known not to be 0.</summary>
    private readonly List<BoundExpression> assumed = [];

    public ShiftAnalysis(DefineSymbol score, StructuralKeys keys)
    {
        this.score = score;
        this.keys = keys;
        order = new ValueOrder(keys);
    }

    /// <summary>How the outcome of ordinary rules moves; null until they have been looked at.</summary>
    public OutcomeShifts? Outcome { get; set; }

    /// <summary>How a condition moves, as a truth in either world.</summary>
    public Pairs Condition(BoundExpression condition) => Of(condition).Pairs.AsCondition();

    /// <summary>Has a local stand for the items of a list.</summary>
    public void Enter(LocalSymbol item, Shift list) => locals[item] = ItemOf(list, item.Type);

    public Shift Of(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLiteral literal:
                return Shift.Constant(literal.Value, literal.Type);
            case BoundReference reference:
                return OfReference(reference);
            case BoundField field:
                return OfField(field);
            case BoundNot not:
                return new Shift(Of(not.Operand).Pairs.Select(Negated));
            case BoundLogical logical:
                return new Shift(OfLogical(logical));
            case BoundIs test:
                return new Shift(OfState(test));
            case BoundComparison comparison:
                return new Shift(Compared(comparison.Operator, Of(comparison.Left), Of(comparison.Right), comparison.Left.Type));
            case BoundInInterval inside:
                return new Shift(OfInterval(Of(inside.Operand), inside.Interval, inside.Operand.Type));
            case BoundRelation relation:
                return new Shift(OfRelation(relation));
            case BoundNegation negation:
                return OfNegation(Of(negation.Operand));
            case BoundArithmetic arithmetic:
                return OfArithmetic(arithmetic);
            case BoundCall call:
                return OfCall(call);
            case BoundOtherwise otherwise:
                return OfOtherwise(otherwise);
            case BoundIf conditional:
                return OfIf(conditional);
            case BoundInForce choice:
                return OfInForce(choice);
            case BoundList list:
                return OfList(list);
            case BoundRecord record:
                return OfRecord(record);
            case BoundAggregate aggregate:
                return OfAggregate(aggregate);
            case BoundInvocation invocation:
                return OfInvocation(invocation);
            case BoundRuleQuery query:
                return Outcome?.Of(query) ?? Unclear(expression, true);
            default:
                return Unclear(expression, BoundChildren.Of(expression).Any(child => Of(child).IsMoved));
        }
    }

    /// <summary>What is not looked into: it moves if anything inside it does, and may be impossible to compute.</summary>
    private static Shift Unclear(BoundExpression expression, bool isMoved)
    {
        var found = isMoved ? Shift.Anything(expression.Type) : Shift.Free(expression.Type);
        return found.WithPairs(WithFaults(found.Pairs, isMoved));
    }

    /// <summary>The same, or a fault: in both worlds alike if nothing moves.</summary>
    private static Pairs WithFaults(Pairs pairs, bool isMoved)
    {
        var found = pairs | Pairs.Same(WorldState.Fault);
        if (!isMoved)
            return found;
        foreach (var (without, with) in pairs.All())
            found |= Pairs.Of(WorldState.Fault, with) | Pairs.Of(without, WorldState.Fault);
        return found;
    }

    private Shift OfReference(BoundReference reference)
    {
        switch (reference.Symbol)
        {
            case DefineSymbol define when define == score:
                return new Shift(Pairs.Product([WorldState.Unknown], Shift.States(define.Type.AsKnown())), Moves.Any);
            case ParamSymbol param:
                return Shift.Constant(param.Value, param.Type);
            case ComputedSymbol symbol:
                return OfSymbol(symbol);
            case LocalSymbol local when locals.TryGetValue(local, out var shift):
                return shift;
            case OutcomeSymbol { Kind: not OutcomeKind.Missing } outcome:
                return Outcome?.Of(outcome) ?? Unclear(reference, true);
            default:
                return Shift.Free(reference.Type);
        }
    }

    private Shift OfSymbol(ComputedSymbol symbol)
    {
        if (symbol.OutcomePath is not null && Outcome is null)
            return Shift.Anything(symbol.Type);
        if (!symbols.TryGetValue(symbol, out var shift))
            symbols.Add(symbol, shift = Apart(symbol));
        return shift;
    }

    /// <summary>A body is computed on its own, whatever holds where it is read.</summary>
    private Shift Apart(ComputedSymbol symbol)
    {
        var outside = assumed.ToArray();
        assumed.Clear();
        var shift = symbol switch
        {
            DefineSymbol { OnlyIf: { } onlyIf } define => Guarded(onlyIf, define.Body),
            DefineSymbol define => Of(define.Body),
            TableSymbol { Table: { } table } => OfTable(table, symbol.Type),
            DatedSymbol dated => Of(dated.Body),
            ChangedSymbol changed => Shift.Free(changed.Type),
            _ => OfSelect(symbol),
        };
        assumed.Clear();
        assumed.AddRange(outside);
        return shift;
    }

    /// <summary>The value of one of several windows: the day is the same in both worlds, and so is a fault on days that no window holds.</summary>
    private Shift OfInForce(BoundInForce choice)
    {
        var found = choice.Choices.Select(option => Of(option.Value)).Aggregate(Joined);
        return choice.HoldsAllDays ? found : found.WithPairs(found.Pairs | Pairs.Same(WorldState.Fault));
    }

    /// <summary>A select is not looked into.</summary>
    private Shift OfSelect(ComputedSymbol symbol)
    {
        if (symbol is SelectSymbol { Select: { } select })
            Enter(select.Item, Of(select.Source));
        var isMoved = BoundChildren.Of(symbol).Any(part => Of(part).IsMoved);
        var found = isMoved ? Shift.Anything(symbol.Type) : Shift.Free(symbol.Type);
        return found.WithPairs(WithFaults(found.Pairs, isMoved));
    }

    private Shift OfInvocation(BoundInvocation invocation)
    {
        var arguments = invocation.Arguments.Select(Of).ToArray();
        var first = arguments.Aggregate(Pairs.Holds, (pairs, argument) => pairs.Then(FaultsOf(argument.Pairs)));
        var key = (invocation.Symbol, string.Join(";", arguments.Select(argument => argument.Key)));
        if (!invocations.TryGetValue(key, out var shift))
        {
            for (var i = 0; i < arguments.Length; i++)
                locals[invocation.Symbol.Parameters[i]] = arguments[i];
            invocations.Add(key, shift = Apart(invocation.Symbol));
        }
        return shift.After(first);
    }

    private Shift OfField(BoundField field)
    {
        var target = Of(field.Target);
        var member = target.Members is { } members
            ? members[field.Index]
            : target.Moves == Moves.Same ? Shift.Free(field.Type) : Shift.Anything(field.Type);
        return member.After(target.Pairs);
    }

    private static Shift ItemOf(Shift list, RuleType type) =>
        list.Item ?? (list.Moves == Moves.Any ? Shift.Anything(type) : Shift.Free(type));

    /// <summary>A value under a condition; without the condition there is none.</summary>
    private Shift Guarded(BoundExpression condition, BoundExpression value)
    {
        var holds = Condition(condition);
        var shift = Under(condition, () => Of(value));
        return shift.WithPairs(holds.Combine(shift.Pairs, (first, second) => first == WorldState.True ? second : first == WorldState.Fault ? first : WorldState.Unknown));
    }

    /// <summary>What is found where a condition holds.</summary>
    public Shift Under(BoundExpression condition, System.Func<Shift> compute)
    {
        assumed.Add(condition);
        var shift = compute();
        assumed.RemoveAt(assumed.Count - 1);
        return shift;
    }

    private Shift OfRecord(BoundRecord record)
    {
        var members = new List<Shift>();
        var pairs = Pairs.Holds;
        foreach (var member in record.Members)
        {
            var shift = member.OnlyIf is null ? Of(member.Value) : Guarded(member.OnlyIf, member.Value);
            pairs = pairs.Then(FaultsOf(shift.Pairs));
            locals[member.Symbol] = shift;
            members.Add(shift);
        }
        return new Shift(pairs, members.Any(member => member.IsMoved) ? Moves.Any : Moves.Same, members: members);
    }

    /// <summary>Only whether something can be computed.</summary>
    private static Pairs FaultsOf(Pairs pairs) => pairs.Select(state => state == WorldState.Fault ? state : WorldState.True);
}
