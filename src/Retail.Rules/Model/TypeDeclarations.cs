using System.Collections.Generic;

namespace Retail.Rules.Model;

/// <summary>What values an enum admits and whether they compare.</summary>
public enum EnumKind
{
    /// <summary>Exactly the members; they do not compare.</summary>
    Closed,

    /// <summary>The members and any other value that master data may hold.</summary>
    Open,

    /// <summary>Exactly the members, declared from lowest to highest.</summary>
    Ordered,
}

/// <summary><c>enum Country { GB, FR }</c>. Immutable.</summary>
public sealed class EnumDeclaration : Declaration
{
    private IReadOnlyList<Identifier> members = null!;

    /// <summary>The enum's name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Plain, open or ordered.</summary>
    public EnumKind Kind { get; init; }

    /// <summary>The members, in order; a member that is not a name was quoted in the text.</summary>
    public required IReadOnlyList<Identifier> Members
    {
        get => members;
        init => members = value;
    }

    /// <summary>The same enum with other members.</summary>
    internal EnumDeclaration With(IReadOnlyList<Identifier> others)
    {
        var copy = (EnumDeclaration)MemberwiseClone();
        copy.members = others;
        return copy;
    }
}

/// <summary><c>type Funding { … }</c>: a record. Immutable.</summary>
public sealed class TypeDeclaration : Declaration
{
    /// <summary>The type's name.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Its members, grouped as written.</summary>
    public required IReadOnlyList<FieldGroup> Fields { get; init; }
}

/// <summary><c>id, supplier : text</c>: members of one type, declared together. Immutable.</summary>
public sealed class FieldGroup : ModelItem
{
    /// <summary>The members' names.</summary>
    public required IReadOnlyList<Identifier> Names { get; init; }

    /// <summary>Their type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Their value where the facts have none; null if they are required (or optional, by type).</summary>
    public Expression? Default { get; init; }
}

/// <summary><c>list of Funding?</c>, <c>money in EUR</c>. Immutable.</summary>
public sealed class TypeReference : ModelNode
{
    /// <summary>Whether it is a list of <see cref="Name"/>.</summary>
    public bool IsList { get; init; }

    /// <summary>The name of a built-in type, an enum or a type.</summary>
    public required Identifier Name { get; init; }

    /// <summary>The currency of money in another than the ruleset's; null if it does not say.</summary>
    public Identifier? Currency { get; init; }

    /// <summary>Whether the whole may be unknown.</summary>
    public bool IsOptional { get; init; }
}
