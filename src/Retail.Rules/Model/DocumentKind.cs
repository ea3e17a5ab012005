using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Rules that judge facts.</summary>
    RuleSet,

    /// <summary>Enums, types, params, defines and tables that rulesets share.</summary>
    Vocabulary,

    /// <summary>A piece of one ruleset.</summary>
    Part,

    /// <summary>What a country, region or banner makes stricter in a ruleset, or changes where the ruleset allows it.</summary>
    Layer,
}

/// <summary><c>use retail, group.limits</c>. Immutable.</summary>
public sealed class UseClause : ModelItem
{
    /// <summary>The names of the used documents, at least one.</summary>
    public required IReadOnlyList<Identifier> Names { get; init; }
}
