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

    /// <summary>What the line costs under its multibuy; null if it is in none.</summary>
    public required Ratio? DealTotal { get; init; }

    /// <summary>The customer's age, where the account knows it.</summary>
    public required Ratio? VerifiedAge { get; init; }

    public required IReadOnlyList<Product> Candidates { get; init; }
    public required IReadOnlyList<string> Avoid { get; init; }
    public required IReadOnlyList<string> BlockList { get; init; }
}

/// <summary>An article; <see cref="ExpectedShelfDays"/> tells of the original, what follows it of candidates.</summary>
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
    public required IReadOnlyList<string> SoftClaims { get; init; }
    public Ratio ExpectedShelfDays { get; init; }
    public Ratio? ShelfDays { get; init; }
    public Ratio Available { get; init; }
    public Ratio AcceptRate { get; init; }
    public bool BoughtBefore { get; init; }

    /// <summary>Units of <see cref="Available"/> that a promotion of the article keeps for its own customers.</summary>
    public Ratio Fenced { get; init; }

    /// <summary>How often this customer has sent it back for this original.</summary>
    public Ratio RefusedByCustomer { get; init; }

    /// <summary>How often all customers were offered it for this original in 60 days.</summary>
    public Ratio Offered60 { get; init; }

    /// <summary>How often they sent it back.</summary>
    public Ratio Refused60 { get; init; }

    /// <summary>To buy it; null if anyone may.</summary>
    public Ratio? MinimumAge { get; init; }
}
