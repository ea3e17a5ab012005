using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Types;

namespace Retail.Rules;

/// <summary>When a fact must be given.</summary>
public enum FactNeed
{
    /// <summary>Always: without it a decision is incomplete.</summary>
    Required,

    /// <summary>If a condition of the ruleset holds, which reads other facts.</summary>
    RequiredWhen,

    /// <summary>Never; unknown, or a default, stands in for it.</summary>
    Optional,
}

/// <summary>A fact that a ruleset reads: what a host has to fetch. Immutable and thread-safe.</summary>
public sealed class FactDescription
{
    internal FactDescription(string name, RuleType type, FactNeed need, string? requiredWhen)
    {
        Name = name;
        Type = type.ToString();
        Need = need;
        RequiredWhen = requiredWhen;
        var element = type.Element ?? type;
        Members = element.Record is not { } record
            ? []
            : record.Fields.Select(field => new FactDescription(field.Name, field.Type, field.Type.IsOptional || field.Default is not null ? FactNeed.Optional : FactNeed.Required, null)).ToArray();
    }

    /// <summary>The name of the fact, or of the member of a record.</summary>
    public string Name { get; }

    /// <summary>Its type as the ruleset writes it: <c>money</c>, <c>list of Funding</c>, <c>date?</c>.</summary>
    public string Type { get; }

    /// <summary>When it must be given; for a member, when its record is.</summary>
    public FactNeed Need { get; }

    /// <summary>The condition under which it must be given, as written; null unless <see cref="Need"/> is <see cref="FactNeed.RequiredWhen"/>.</summary>
    public string? RequiredWhen { get; }

    /// <summary>The members of the record, or of the records of the list; empty for anything else.</summary>
    public IReadOnlyList<FactDescription> Members { get; }
}
