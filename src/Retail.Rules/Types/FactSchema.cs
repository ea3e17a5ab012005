using System.Collections.Generic;
using Retail.Rules.Values;

namespace Retail.Rules.Types;

/// <summary>The facts that a ruleset declares, one slot each in declaration order. Immutable.</summary>
internal sealed class FactSchema
{
    private readonly Dictionary<string, FactInput> byName = new(System.StringComparer.Ordinal);

    public FactSchema(IReadOnlyList<FactInput> inputs, string? currency)
    {
        Currency = currency;
        Inputs = inputs;
        foreach (var input in inputs)
            byName[input.Name] = input;
        var read = new List<FactInput>();
        foreach (var input in inputs)
        {
            if (input.IsRead)
                read.Add(input);
        }
        read.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        ReadInNameOrder = read;
    }

    /// <summary>The currency of amounts whose type names none; null if the ruleset does not name it either.</summary>
    public string? Currency { get; }

    /// <summary>The facts that the ruleset reads, in ordinal order of their names.</summary>
    public IReadOnlyList<FactInput> ReadInNameOrder { get; }

    public IReadOnlyList<FactInput> Inputs { get; }

    public FactInput? Find(string name) => byName.TryGetValue(name, out var input) ? input : null;
}

/// <summary>One declared fact. Immutable.</summary>
internal sealed class FactInput
{
    public FactInput(string name, RuleType type, int slot, Value? defaultValue, bool isRequiredWhen, bool isRead)
    {
        Name = name;
        Type = type;
        Slot = slot;
        Default = defaultValue;
        IsRequiredWhen = isRequiredWhen;
        IsRead = isRead;
    }

    public string Name { get; }

    /// <summary>The declared type; not optional where <c>required when</c> stands, though the value may then be unknown.</summary>
    public RuleType Type { get; }

    /// <summary>Its place in the frame, from 0.</summary>
    public int Slot { get; }

    /// <summary>The value where the facts have none; null if there is none.</summary>
    public Value? Default { get; }

    /// <summary>Whether a condition decides that it is required; the evaluator judges that, not the fact reader.</summary>
    public bool IsRequiredWhen { get; }

    /// <summary>Whether anything in the ruleset reads it. Unread facts are not bound, hashed or required.</summary>
    public bool IsRead { get; }

    /// <summary>Whether its absence makes the decision incomplete at once.</summary>
    public bool IsRequired => IsRead && !Type.IsOptional && Default is null && !IsRequiredWhen;
}
