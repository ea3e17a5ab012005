using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>Chooses from candidates: hard exclusions first, then a score, then an order. Immutable.</summary>
public sealed class SelectDeclaration : Declaration
{
    /// <summary>The name of the result, a record of <c>best</c>, <c>ranking</c> and <c>excluded</c>.</summary>
    public required Identifier Name { get; init; }

    /// <summary>What a candidate is called.</summary>
    public required Identifier Item { get; init; }

    /// <summary>The list of candidates.</summary>
    public required Expression Source { get; init; }

    /// <summary>What tells candidates apart, and the last tie-break.</summary>
    public required Expression Key { get; init; }

    /// <summary>Defines over one candidate.</summary>
    public IReadOnlyList<DefineDeclaration> Defines { get; init; } = [];

    /// <summary>Reasons to leave a candidate out, in order.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Points, added up.</summary>
    public IReadOnlyList<ScoreItem> Scores { get; init; } = [];

    /// <summary>Candidates for which this holds come first; null if there are none.</summary>
    public Expression? Prefer { get; init; }

    /// <summary>The order; at least one key.</summary>
    public required IReadOnlyList<RankKey> RankKeys { get; init; }
}

/// <summary><c>exclude C09 "Adds an allergen" when …</c>. Immutable.</summary>
public sealed class Exclusion : ModelItem
{
    /// <summary>The id, unique among rules and exclusions.</summary>
    public required Identifier Id { get; init; }

    /// <summary>What it is about.</summary>
    public required Identifier Title { get; init; }

    /// <summary>The condition.</summary>
    public required Expression When { get; init; }
}

/// <summary><c>score 15 when …</c>. Immutable.</summary>
public sealed class ScoreItem : ModelItem
{
    /// <summary>The points.</summary>
    public required Expression Points { get; init; }

    /// <summary>When they count; null for always.</summary>
    public Expression? When { get; init; }
}

/// <summary>A key of the order. Immutable.</summary>
public sealed class RankKey : ModelNode
{
    /// <summary>What is compared.</summary>
    public required Expression Value { get; init; }

    /// <summary>Whether higher comes first.</summary>
    public bool IsDescending { get; init; }
}
