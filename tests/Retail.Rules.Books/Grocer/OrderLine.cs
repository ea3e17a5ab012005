using System.Collections.Generic;

namespace Retail.Rules.Books.Grocer;

/// <summary>An order line that cannot be picked, and what might take its place.</summary>
public sealed record OrderLine
{
    public required string Channel { get; init; }
    public required Ratio OrderLines { get; init; }
    public required Ratio SubsSoFar { get; init; }
    public required Ratio AbsorbedSoFar { get; init; }
    public required bool OrderOptOut { get; init; }
    public required bool ContractAllows { get; init; }
    public required Product Original { get; init; }
    public required Ratio Qty { get; init; }
    public required bool OptOut { get; init; }
    public required string? Chosen { get; init; }
    public required IReadOnlyList<Product> Candidates { get; init; }
    public required IReadOnlyList<string> Avoid { get; init; }
    public required IReadOnlyList<string> BlockList { get; init; }
}

/// <summary>An article; the last four members tell of candidates, <see cref="ExpectedShelfDays"/> of the original.</summary>
public sealed record Product
{
    public required string Sku { get; init; }
    public required string Brand { get; init; }
    public required string Subcat { get; init; }
    public required string Temp { get; init; }
    public required string Tier { get; init; }
    public required Ratio Size { get; init; }
    public required Ratio Price { get; init; }
    public required string? Class { get; init; }
    public required string? Stage { get; init; }
    public required string? Variant { get; init; }
    public required string? Pack { get; init; }
    public required Ratio? Abv { get; init; }

    /// <summary>Null if nobody knows.</summary>
    public required IReadOnlyList<string>? Allergens { get; init; }

    public required IReadOnlyList<string> Claims { get; init; }
    public Ratio ExpectedShelfDays { get; init; }
    public Ratio? ShelfDays { get; init; }
    public Ratio Available { get; init; }
    public Ratio AcceptRate { get; init; }
    public bool BoughtBefore { get; init; }
}
