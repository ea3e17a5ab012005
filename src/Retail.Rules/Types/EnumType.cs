using System;
using System.Collections.Generic;
using Retail.Rules.Model;

namespace Retail.Rules.Types;

/// <summary>An enum: its members in order. Immutable. A value of it is the member's text, the same instance where known.</summary>
internal sealed class EnumType
{
    private readonly Dictionary<string, int> indexes;

    public EnumType(string name, EnumKind kind, IReadOnlyList<string> members)
    {
        Name = name;
        Kind = kind;
        Members = members;
        indexes = new Dictionary<string, int>(members.Count, StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++)
            indexes[members[i]] = i;
    }

    public string Name { get; }

    public EnumKind Kind { get; }

    public IReadOnlyList<string> Members { get; }

    /// <summary>The type of its values, once that was asked for; see <see cref="RuleType.Of(EnumType)"/>.</summary>
    internal RuleType? Type { get; set; }

    /// <summary>The position of a member, or -1.</summary>
    public int IndexOf(string member) => indexes.TryGetValue(member, out var index) ? index : -1;
}
