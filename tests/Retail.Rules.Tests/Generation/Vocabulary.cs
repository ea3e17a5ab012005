using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Tests.Generation;

/// <summary>The types that generated rulesets are about, and constants of them that meet each other: thresholds are hit exactly, and so are the limits of decimals.</summary>
internal static class Vocabulary
{
    public static readonly EnumType Role = new("Role", EnumKind.Closed, ["Buyer", "Director", "Finance"]);
    public static readonly EnumType Country = new("Country", EnumKind.Closed, ["GB", "FR", "ES"]);
    public static readonly EnumType Grade = new("Grade", EnumKind.Ordered, ["low", "middle", "high"]);
    public static readonly EnumType Claim = new("Claim", EnumKind.Open, ["organic", "vegan", "gluten-free"]);

    /// <summary>Money in another currency than the rulesets'.</summary>
    public static readonly RuleType Euro = RuleType.MoneyIn("EUR");

    public static readonly RecordType Store = new("Store",
    [
        new Field("country", RuleType.Of(Country)),
        new Field("area", RuleType.Number.AsOptional()),
    ]);

    public static readonly RecordType Funding = new("Funding",
    [
        new Field("id", RuleType.Text),
        new Field("amount", RuleType.Money),
        new Field("share", RuleType.Percent),
        new Field("cap", RuleType.Money.AsOptional()),
        new Field("grade", RuleType.Of(Grade)),
        new Field("until", RuleType.Date.AsOptional()),
        new Field("signed", RuleType.Boolean),
    ]);

    public static readonly RecordType Item = new("Item",
    [
        new Field("sku", RuleType.Text),
        new Field("price", RuleType.Money),
        new Field("rating", RuleType.Number.AsOptional()),
        new Field("claims", RuleType.ListOf(RuleType.Of(Claim))),
        new Field("store", RuleType.Of(Store).AsOptional()),
    ]);

    /// <summary>Simple types, of which values can be compared.</summary>
    public static readonly IReadOnlyList<RuleType> Simple =
    [
        RuleType.Number, RuleType.Percent, RuleType.Money, RuleType.Date, RuleType.Duration, RuleType.Instant, RuleType.Boolean, RuleType.Text,
        Euro, RuleType.Of(Country), RuleType.Of(Grade), RuleType.Of(Claim),
    ];

    /// <summary>The facts of every ruleset, two of most simple types so that they can be compared.</summary>
    public static readonly IReadOnlyList<(string Name, RuleType Type)> Facts =
    [
        ("n1", RuleType.Number), ("n2", RuleType.Number), ("n3", RuleType.Number.AsOptional()),
        ("p1", RuleType.Percent), ("p2", RuleType.Percent.AsOptional()),
        ("m1", RuleType.Money), ("m2", RuleType.Money), ("m3", RuleType.Money.AsOptional()),
        ("e1", Euro), ("e2", Euro.AsOptional()),
        ("asOf", RuleType.Date), ("d1", RuleType.Date), ("d2", RuleType.Date.AsOptional()),
        ("i1", RuleType.Instant), ("u1", RuleType.Duration),
        ("b1", RuleType.Boolean), ("b2", RuleType.Boolean.AsOptional()),
        ("t1", RuleType.Text), ("t2", RuleType.Text.AsOptional()),
        ("c1", RuleType.Of(Country)), ("c2", RuleType.Of(Country).AsOptional()),
        ("g1", RuleType.Of(Grade)), ("g2", RuleType.Of(Grade).AsOptional()),
        ("o1", RuleType.Of(Claim)),
        ("countries", RuleType.ListOf(RuleType.Of(Country))), ("claims", RuleType.ListOf(RuleType.Of(Claim)).AsOptional()),
        ("numbers", RuleType.ListOf(RuleType.Number)),
        ("deal", RuleType.Of(Funding)), ("offer", RuleType.Of(Funding).AsOptional()),
        ("funding", RuleType.ListOf(RuleType.Of(Funding))), ("items", RuleType.ListOf(RuleType.Of(Item))),
    ];

    public static readonly IReadOnlyList<decimal> Numbers = [0m, 1m, 2m, 3m, 7m, 10m, 100m, -1m, -3m, 0.5m, 2.50m, 1.10m, 1.000000m, 33.3m];

    public static readonly IReadOnlyList<decimal> ExtremeNumbers =
        [0.0000000000000000000000000001m, 7922816251426433759354395033.5m, 79228162514264337593543950335m, -79228162514264337593543950335m];

    /// <summary>Facts that are only read with <c>otherwise</c>.</summary>
    public static readonly IReadOnlyList<(string Name, RuleType Type)> SpareFacts =
    [
        ("spareNumber", RuleType.Number.AsOptional()), ("sparePercent", RuleType.Percent.AsOptional()), ("spareAmount", RuleType.Money.AsOptional()),
        ("spareDate", RuleType.Date.AsOptional()), ("spareFlag", RuleType.Boolean.AsOptional()), ("spareText", RuleType.Text.AsOptional()),
        ("spareGrade", RuleType.Of(Grade).AsOptional()), ("spareClaims", RuleType.ListOf(RuleType.Of(Claim)).AsOptional()),
    ];

    public static readonly IReadOnlyList<decimal> Amounts = [0m, 0.01m, 1m, 2.50m, 9.99m, 10m, 10.00m, 100m, 1_250_000m, -5m, 3.3333m];

    public static readonly IReadOnlyList<decimal> Percents = [0m, 5m, 15m, 20m, 25m, 33.3m, 40m, 50m, 100m, -10m, 150m];

    public static readonly IReadOnlyList<string> Texts = ["", "a", "A", "ab", "Ünïcode", "10"];

    public static readonly IReadOnlyList<DateTime> Dates = [new(2026, 10, 16), new(2026, 10, 17), new(2026, 12, 31), new(2027, 1, 1), new(2024, 2, 29)];

    public static readonly IReadOnlyList<DateTime> ExtremeDates = [new(1, 1, 1), new(9999, 12, 31)];

    public static readonly IReadOnlyList<int> Minutes = [0, 1, 60, 90, 1440, 2880, 10_080];

    public static IEnumerable<Declaration> Types()
    {
        foreach (var type in new[] { Role, Country, Grade, Claim })
            yield return new EnumDeclaration { Name = Syntax.Id(type.Name), Kind = type.Kind, Members = type.Members.Select(Syntax.Id).ToArray() };
        foreach (var type in new[] { Store, Funding, Item })
            yield return new TypeDeclaration { Name = Syntax.Id(type.Name!), Fields = type.Fields.Select(Group).ToArray() };
    }

    public static TypeReference Reference(RuleType type)
    {
        var single = type.Element ?? type.AsKnown();
        return new TypeReference
        {
            IsList = type.Kind == TypeKind.List,
            Name = Syntax.Id(single.Kind == TypeKind.Money ? "money" : single.ToString()),
            Currency = single.Currency is null ? null : Syntax.Id(single.Currency),
            IsOptional = type.IsOptional,
        };
    }

    private static FieldGroup Group(Field field) => new() { Names = [Syntax.Id(field.Name)], Type = Reference(field.Type) };
}
