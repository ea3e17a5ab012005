using System;
using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Types;

/// <summary>A record: named, or the shape of a record expression. Immutable. A value of it is a <see cref="Composite"/> with one slot a field.</summary>
internal sealed class RecordType
{
    private readonly Dictionary<string, int> indexes;

    public RecordType(string? name, IReadOnlyList<Field> fields)
    {
        Name = name;
        Fields = fields;
        indexes = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
            indexes[fields[i].Name] = i;
    }

    /// <summary>The declared name; null for the shape of an expression.</summary>
    public string? Name { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The type of its values, once that was asked for; see <see cref="RuleType.Of(RecordType)"/>.</summary>
    internal RuleType? Type { get; set; }

    /// <summary>The slot of a field, or -1.</summary>
    public int IndexOf(string field) => indexes.TryGetValue(field, out var index) ? index : -1;
}

/// <summary>A field of a record. Immutable.</summary>
internal sealed class Field
{
    public Field(string name, RuleType type, Value? defaultValue = null)
    {
        Name = name;
        Type = type;
        Default = defaultValue;
    }

    public string Name { get; }

    public RuleType Type { get; }

    /// <summary>The value where facts have none; null if facts must have one (or the type is optional).</summary>
    public Value? Default { get; }
}
