using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Analysis;

/// <summary>How the value with a score may lie to the one without it. A list is higher if it has gained items and lower if it has lost some.</summary>
[Flags]
internal enum Moves : byte
{
    None = 0,
    Lower = 1,
    Same = 2,
    Higher = 4,
    Any = Lower | Same | Higher,
}

/// <summary>How an expression moves when a score becomes known, all other facts being the same. Immutable.</summary>
internal sealed class Shift
{
    public Shift(Pairs pairs, Moves moves = Moves.Same, Value? without = null, IReadOnlyList<Shift>? members = null, Shift? item = null)
    {
        Pairs = pairs;
        Moves = moves;
        Without = without;
        Members = members;
        Item = item;
    }

    /// <summary>The states in both worlds; of a condition its truth.</summary>
    public Pairs Pairs { get; }

    /// <summary>How the values lie where both are there; nothing of a condition.</summary>
    public Moves Moves { get; }

    /// <summary>The value without the score, where it is always the same number.</summary>
    public Value? Without { get; }

    /// <summary>The members of a record that is written out or looked up; null if they move as it does.</summary>
    public IReadOnlyList<Shift>? Members { get; }

    /// <summary>The items of a list; null if they are facts, or move as it does.</summary>
    public Shift? Item { get; }

    public bool IsMoved => !Pairs.IsSame || Moves != Moves.Same || (Members?.Any(member => member.IsMoved) ?? false) || (Item?.IsMoved ?? false);

    /// <summary>Any value of a type, the same in both worlds.</summary>
    public static Shift Free(RuleType type) => new(Pairs.Same(States(type)));

    /// <summary>Any value of a type in either world.</summary>
    public static Shift Anything(RuleType type) => new(Pairs.Product(States(type), States(type)), Moves.Any);

    public static Shift Constant(in Value value, RuleType type) => value.IsUnknown
        ? new(Pairs.Same(WorldState.Unknown))
        : type.Kind == TypeKind.Boolean
            ? new(Pairs.Same(value.Boolean ? WorldState.True : WorldState.False))
            : new(Pairs.Holds, without: HasNumber(type) ? value : null);

    /// <summary>What a type may come to, but for faults.</summary>
    public static IReadOnlyList<WorldState> States(RuleType type)
    {
        var states = new List<WorldState> { WorldState.True };
        if (type.Kind == TypeKind.Boolean)
            states.Add(WorldState.False);
        if (type.IsOptional)
            states.Add(WorldState.Unknown);
        return states;
    }

    /// <summary>Whether values of a type compare by their number.</summary>
    public static bool HasNumber(RuleType type) => type.IsOrdered && type.Kind != TypeKind.Enum;

    public Shift WithPairs(Pairs pairs) => new(pairs, Moves, Without, Members, Item);

    /// <summary>The same after something that may not be there.</summary>
    public Shift After(Pairs first) => first == Pairs.Holds ? this : new(first.Then(Pairs), Moves, Without, Members, Item);

    /// <summary>What tells shifts apart, for results that are kept.</summary>
    public string Key => Pairs + ":" + (int)Moves + ":" + (Without is { } value ? Binding.StructuralKeys.OfConstant(value) : "")
        + (Members is null ? "" : "{" + string.Join(",", Members.Select(member => member.Key)) + "}") + (Item is null ? "" : "[" + Item.Key + "]");
}

/// <summary>Arithmetic of <see cref="Moves"/>.</summary>
internal static class MovesMath
{
    public static Moves Opposite(this Moves moves) =>
        (moves & Moves.Same) | ((moves & Moves.Lower) != 0 ? Moves.Higher : 0) | ((moves & Moves.Higher) != 0 ? Moves.Lower : 0);

    /// <summary>How a sum moves.</summary>
    public static Moves Plus(this Moves left, Moves right)
    {
        if (left == Moves.None || right == Moves.None)
            return Moves.None;
        if (left == Moves.Same)
            return right;
        if (right == Moves.Same)
            return left;
        var both = left | right;
        if ((both & Moves.Lower) != 0 && (both & Moves.Higher) != 0)
            return Moves.Any;
        return (left & Moves.Same) != 0 && (right & Moves.Same) != 0 ? both | Moves.Same : both & ~Moves.Same;
    }

    /// <summary>How something moves that never falls where this rises, and may stay where this moves.</summary>
    public static Moves Monotone(this Moves moves) => moves | Moves.Same;

    public static Moves OfSign(int sign) => sign < 0 ? Moves.Lower : sign > 0 ? Moves.Higher : Moves.Same;
}
