using System;
using System.Collections.Generic;

namespace Retail.Rules.Vocabulary;

/// <summary>The units in which one item is bought, stored and sold, and what they hold. Immutable and thread-safe.</summary>
public sealed class ItemUnits
{
    private readonly Dictionary<UnitOfMeasure, decimal> baseUnits;

    /// <summary>States an item's units.</summary>
    /// <param name="baseUnit">The unit that the others are measured in: each, kilogram or litre.</param>
    /// <param name="baseUnitsIn">How many base units one of each other unit holds, above zero: a case of 12 is 12.</param>
    /// <exception cref="ArgumentNullException"><paramref name="baseUnitsIn"/> is null.</exception>
    /// <exception cref="ArgumentException">A unit holds nothing, or the base unit is among the others with a size other than 1.</exception>
    public ItemUnits(UnitOfMeasure baseUnit, IReadOnlyDictionary<UnitOfMeasure, decimal> baseUnitsIn)
    {
        ArgumentNullException.ThrowIfNull(baseUnitsIn);
        BaseUnit = baseUnit;
        baseUnits = new Dictionary<UnitOfMeasure, decimal>(baseUnitsIn);
        foreach (var (unit, size) in baseUnits)
        {
            if (size <= 0 || (unit == baseUnit && size != 1))
                throw new ArgumentException("one " + unit + " cannot hold " + size.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + baseUnit, nameof(baseUnitsIn));
        }
        baseUnits[baseUnit] = 1m;
    }

    /// <summary>The unit that the others are measured in.</summary>
    public UnitOfMeasure BaseUnit { get; }

    /// <summary>The same quantity in another unit.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The quantity in <paramref name="unit"/>, not rounded to whole units.</returns>
    /// <exception cref="InvalidOperationException">The item has no such unit: guessing one would turn cases into items.</exception>
    public Quantity Convert(Quantity quantity, UnitOfMeasure unit) => new(quantity.Value * SizeOf(quantity.Unit) / SizeOf(unit), unit);

    /// <summary>An amount per unit, per another unit: 0.60 per case of 12 is 0.05 each.</summary>
    /// <param name="amount">The amount for one <paramref name="per"/>.</param>
    /// <param name="per">The unit that it is for.</param>
    /// <param name="unit">The unit that is asked for.</param>
    /// <returns>The amount for one <paramref name="unit"/>, not rounded.</returns>
    /// <exception cref="InvalidOperationException">The item has no such unit.</exception>
    public Money Convert(Money amount, UnitOfMeasure per, UnitOfMeasure unit) => amount * SizeOf(unit) / SizeOf(per);

    private decimal SizeOf(UnitOfMeasure unit) =>
        baseUnits.TryGetValue(unit, out var size) ? size : throw new InvalidOperationException("the item is not measured in " + unit);
}
