using System;
using Retail.Rules.Model;

namespace Retail.Rules.Types;

/// <summary>The type of a value. Immutable; compare with <see cref="Equals(RuleType?)"/>.</summary>
internal sealed class RuleType : IEquatable<RuleType>
{
    public static readonly RuleType Error = new(TypeKind.Error);
    public static readonly RuleType Never = new(TypeKind.Never, isOptional: true);
    public static readonly RuleType Number = new(TypeKind.Number);
    public static readonly RuleType Percent = new(TypeKind.Percent);
    public static readonly RuleType Money = new(TypeKind.Money);
    public static readonly RuleType Date = new(TypeKind.Date);
    public static readonly RuleType Instant = new(TypeKind.Instant);
    public static readonly RuleType Duration = new(TypeKind.Duration);
    public static readonly RuleType Boolean = new(TypeKind.Boolean);
    public static readonly RuleType Text = new(TypeKind.Text);
    public static readonly RuleType Exclusions = new(TypeKind.Exclusions);

    private RuleType(TypeKind kind, bool isOptional = false, EnumType? enumType = null, RecordType? record = null, RuleType? element = null, string? currency = null)
    {
        Kind = kind;
        IsOptional = isOptional;
        Enum = enumType;
        Record = record;
        Element = element;
        Currency = currency;
    }

    /// <summary>The same type, optional where this one is known and the other way round, once that was asked for.</summary>
    private RuleType? counterpart;

    public TypeKind Kind { get; }

    /// <summary>Whether a value may be unknown.</summary>
    public bool IsOptional { get; }

    /// <summary>The enum of an enum type.</summary>
    public EnumType? Enum { get; }

    /// <summary>The record of a record type.</summary>
    public RecordType? Record { get; }

    /// <summary>What a list holds.</summary>
    public RuleType? Element { get; }

    /// <summary>The currency of money in another than the ruleset's own; null for its own, and for what is not money.</summary>
    public string? Currency { get; }

    public bool IsError => Kind == TypeKind.Error;

    /// <summary>Number, percent or money: what arithmetic is done with and what rounds.</summary>
    public bool IsNumeric => Kind is TypeKind.Number or TypeKind.Percent or TypeKind.Money;

    /// <summary>Whether &lt; and its relatives take it.</summary>
    public bool IsOrdered => Kind is TypeKind.Number or TypeKind.Percent or TypeKind.Money or TypeKind.Date or TypeKind.Instant or TypeKind.Duration
        || (Kind == TypeKind.Enum && Enum!.Kind == EnumKind.Ordered);

    /// <summary>Money in another currency than the ruleset's own.</summary>
    public static RuleType MoneyIn(string currency) => new(TypeKind.Money, currency: currency);

    public static RuleType Of(EnumType type) => type.Type ??= new(TypeKind.Enum, enumType: type);

    public static RuleType Of(RecordType type) => type.Type ??= new(TypeKind.Record, record: type);

    public static RuleType ListOf(RuleType element) => new(TypeKind.List, element: element);

    public RuleType AsOptional() => IsOptional || IsError ? this : Counterpart();

    public RuleType AsKnown() => !IsOptional || Kind == TypeKind.Never ? this : Counterpart();

    private RuleType Counterpart() => counterpart ??= new(Kind, !IsOptional, Enum, Record, Element, Currency) { counterpart = this };

    /// <summary>Whether two types are the same but for being optional.</summary>
    public bool SameShape(RuleType other) => AsKnown().Equals(other.AsKnown());

    public bool Equals(RuleType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && IsOptional == other.IsOptional && Currency == other.Currency
            && ReferenceEquals(Enum, other.Enum) && SameRecord(Record, other.Record)
            && (Element is null ? other.Element is null : Element.Equals(other.Element)));

    public override bool Equals(object? obj) => Equals(obj as RuleType);

    public override int GetHashCode() => unchecked(((int)Kind * 31 + (IsOptional ? 1 : 0)) * 31 + (Element?.GetHashCode() ?? 0));

    /// <summary>The type as an author writes it.</summary>
    public override string ToString()
    {
        var name = Kind switch
        {
            TypeKind.Enum => Enum!.Name,
            TypeKind.Record => Record!.Name ?? "record",
            TypeKind.List => "list of " + (Element!.Kind == TypeKind.Never ? "anything" : Element.ToString()),
            TypeKind.Error => "?",
            TypeKind.Never => "unknown",
            TypeKind.Exclusions => "exclusions",
            TypeKind.Money when Currency is not null => "money in " + Currency,
            _ => Kind.ToString().ToLowerInvariant(),
        };
        return IsOptional && Kind != TypeKind.Never ? name + "?" : name;
    }

    private static bool SameRecord(RecordType? left, RecordType? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Name is not null || right.Name is not null || left.Fields.Count != right.Fields.Count)
            return false;
        for (var i = 0; i < left.Fields.Count; i++)
        {
            if (left.Fields[i].Name != right.Fields[i].Name || !left.Fields[i].Type.Equals(right.Fields[i].Type))
                return false;
        }
        return true;
    }
}
