using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>How much of an item, in a unit of measure. Quantities of different units never meet: convert by the item's units first. Immutable and thread-safe.</summary>
/// <param name="Value">The number of units; may be negative (a correction).</param>
/// <param name="Unit">The unit.</param>
[JsonConverter(typeof(QuantityJsonConverter))]
public readonly record struct Quantity(decimal Value, UnitOfMeasure Unit)
{
    /// <summary>A count of single items.</summary>
    /// <param name="value">How many.</param>
    /// <returns>The quantity, in <see cref="UnitOfMeasure.Each"/>.</returns>
    public static Quantity Each(decimal value) => new(value, UnitOfMeasure.Each);

    /// <summary>The sum of two quantities of one unit.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">Another.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="InvalidOperationException">They are in different units.</exception>
    public static Quantity operator +(Quantity left, Quantity right) => left with { Value = left.Value + right.In(left.Unit) };

    /// <summary>The difference of two quantities of one unit.</summary>
    /// <param name="left">A quantity.</param>
    /// <param name="right">What is taken off it.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="InvalidOperationException">They are in different units.</exception>
    public static Quantity operator -(Quantity left, Quantity right) => left with { Value = left.Value - right.In(left.Unit) };

    /// <summary>A quantity times a number.</summary>
    /// <param name="quantity">A quantity.</param>
    /// <param name="factor">The number.</param>
    /// <returns>The product.</returns>
    public static Quantity operator *(Quantity quantity, decimal factor) => quantity with { Value = quantity.Value * factor };

    /// <summary>The quantity as people write it.</summary>
    /// <returns>Such as <c>12 EA</c>.</returns>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + " " + Unit;

    /// <summary>The number, if the quantity is in the unit that is asked for.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The number of units.</returns>
    /// <exception cref="InvalidOperationException">The quantity is in another unit.</exception>
    public decimal In(UnitOfMeasure unit) =>
        Unit == unit ? Value : throw new InvalidOperationException("a quantity in " + Unit + " meets one in " + unit + "; convert it by the item's units first");
}
