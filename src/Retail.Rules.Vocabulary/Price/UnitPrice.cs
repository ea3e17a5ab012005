namespace Retail.Rules.Vocabulary;

/// <summary>
/// The price of a kilogram or litre (or metre, square or cubic metre, item), by which customers compare packs. Stateless and thread-safe.
/// </summary>
/// <remarks>
/// Source: Directive 98/6/EC article 2 (b): the final price, tax included, for one kilogram, litre, metre, square or cubic metre; article 3 (4):
/// of the drained weight where the pack states one.
/// </remarks>
public static class UnitPrice
{
    /// <summary>The price of one unit of the content.</summary>
    /// <param name="price">What the pack costs; null is unknown.</param>
    /// <param name="content">What it holds, in the unit that is asked for, above zero (750 ml is 0.75 l; six times 0.33 l is 1.98); null is unknown.</param>
    /// <returns>1.50 for 0.75 l is 2.00 a litre, not rounded; unknown if there is no content.</returns>
    public static Money? Of(Money? price, decimal? content) => content is > 0m and { } held ? price / held : null;

    /// <summary>The price of one unit of the content, in that content's own unit.</summary>
    /// <param name="price">What the pack costs; null is unknown.</param>
    /// <param name="content">What it holds; null is unknown.</param>
    /// <param name="unit">The unit that is asked for; grams, millilitres and centilitres (G, ML, CL) become kilograms and litres.</param>
    /// <returns>1.50 for 750 ml is 2.00 a litre; unknown if there is no content or the unit does not measure it.</returns>
    public static Money? Of(Money? price, Quantity? content, UnitOfMeasure unit) =>
        content is { } held && In(held, unit) is { } value ? Of(price, value) : null;

    private static decimal? In(Quantity content, UnitOfMeasure unit)
    {
        if (content.Unit == unit)
            return content.Value;
        return (content.Unit.Code, unit.Code) switch
        {
            ("G", "KG") or ("ML", "L") => content.Value / 1000m,
            ("CL", "L") => content.Value / 100m,
            _ => null,
        };
    }
}
