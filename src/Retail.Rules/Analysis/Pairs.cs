using System;
using System.Collections.Generic;

namespace Retail.Rules.Analysis;

/// <summary>What an expression comes to in one of the two worlds, the one without a score and the one with it.</summary>
internal enum WorldState : byte
{
    /// <summary>A condition that does not hold.</summary>
    False,

    /// <summary>A condition that holds; of anything else, that its value is there.</summary>
    True,

    /// <summary>No value.</summary>
    Unknown,

    /// <summary>Cannot be computed.</summary>
    Fault,
}

/// <summary>
/// The pairs of states that are possible, without and with the score, for the same other facts: what moves is what is off the diagonal.
/// Sixteen bits. Immutable.
/// </summary>
internal readonly struct Pairs : IEquatable<Pairs>
{
    public const int StateCount = 4;

    public static readonly Pairs None = default;

    public static readonly Pairs Holds = Of(WorldState.True, WorldState.True);

    /// <summary>Any truth in either world.</summary>
    public static readonly Pairs AnyTruth = Product([WorldState.False, WorldState.True], [WorldState.False, WorldState.True]);

    private readonly ushort bits;

    private Pairs(int bits) => this.bits = (ushort)bits;

    /// <summary>Whether all pairs are the same in both worlds.</summary>
    public bool IsSame => (bits & 0b0111_1011_1101_1110) == 0;

    public static Pairs Of(WorldState without, WorldState with) => new(1 << (((int)without * StateCount) + (int)with));

    /// <summary>The same in both worlds, one of these.</summary>
    public static Pairs Same(params IReadOnlyList<WorldState> states)
    {
        var pairs = None;
        foreach (var state in states)
            pairs |= Of(state, state);
        return pairs;
    }

    public static Pairs Product(IReadOnlyList<WorldState> without, IReadOnlyList<WorldState> with)
    {
        var pairs = None;
        foreach (var first in without)
        {
            foreach (var second in with)
                pairs |= Of(first, second);
        }
        return pairs;
    }

    public static Pairs operator |(Pairs left, Pairs right) => new(left.bits | right.bits);

    public static bool operator ==(Pairs left, Pairs right) => left.bits == right.bits;

    public static bool operator !=(Pairs left, Pairs right) => left.bits != right.bits;

    public bool Has(WorldState without, WorldState with) => (bits & (1 << (((int)without * StateCount) + (int)with))) != 0;

    /// <summary>Whether a state is possible in the world without the score.</summary>
    public bool HasWithout(WorldState state) => ((bits >> ((int)state * StateCount)) & 0b1111) != 0;

    /// <summary>Whether a state is possible in the world with the score.</summary>
    public bool HasWith(WorldState state) => (bits & (0b0001_0001_0001_0001 << (int)state)) != 0;

    public IReadOnlyList<(WorldState Without, WorldState With)> All()
    {
        var all = new List<(WorldState, WorldState)>();
        for (var i = 0; i < StateCount * StateCount; i++)
        {
            if ((bits & (1 << i)) != 0)
                all.Add(((WorldState)(i / StateCount), (WorldState)(i % StateCount)));
        }
        return all;
    }

    public Pairs Select(Func<WorldState, WorldState> map)
    {
        var pairs = None;
        foreach (var (without, with) in All())
            pairs |= Of(map(without), map(with));
        return pairs;
    }

    /// <summary>What comes of two expressions, world by world.</summary>
    public Pairs Combine(Pairs other, Func<WorldState, WorldState, WorldState> combine)
    {
        var pairs = None;
        var others = other.All();
        foreach (var (without, with) in All())
        {
            foreach (var (otherWithout, otherWith) in others)
                pairs |= Of(combine(without, otherWithout), combine(with, otherWith));
        }
        return pairs;
    }

    /// <summary>The second where the first is there; else what stands in its way.</summary>
    public Pairs Then(Pairs next) => Combine(next, (first, second) => first is WorldState.Unknown or WorldState.Fault ? first : second);

    /// <summary>
    /// As a truth. Where it is unknown, nobody asks for it, since the text shows first that it is known: what it then counts as makes no difference.
    /// </summary>
    public Pairs AsCondition() => Select(state => state == WorldState.Unknown ? WorldState.False : state);

    public bool Equals(Pairs other) => bits == other.bits;

    public override bool Equals(object? obj) => obj is Pairs other && Equals(other);

    public override int GetHashCode() => bits;

    public override string ToString() => bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
