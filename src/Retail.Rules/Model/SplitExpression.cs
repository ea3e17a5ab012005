namespace Retail.Rules.Model;

/// <summary>
/// <c>split total over line in basket by line.price to 2 places</c>: a total divided over the items of a list, so that the shares add up to it.
/// Gives a list of records of <c>item</c> and <c>share</c>, in the order of the list. Immutable.
/// </summary>
public sealed class SplitExpression : Expression
{
    /// <summary>What is divided: an amount or a number.</summary>
    public required Expression Total { get; init; }

    /// <summary>What an item is called.</summary>
    public required Identifier Item { get; init; }

    /// <summary>The list.</summary>
    public required Expression Source { get; init; }

    /// <summary>In what proportion an item shares; never negative.</summary>
    public required Expression Weight { get; init; }

    /// <summary>Decimal places of the shares, a whole number from 0 to 18; null for 2.</summary>
    public NumberLiteral? Places { get; init; }
}
