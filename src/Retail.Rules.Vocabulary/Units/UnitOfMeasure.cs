using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>
/// A unit of measure by its code, as the item master names it (UN/ECE Recommendation 20 or the retailer's own). Immutable and thread-safe; the
/// default value is <see cref="Each"/>.
/// </summary>
[JsonConverter(typeof(UnitOfMeasureJsonConverter))]
public readonly record struct UnitOfMeasure
{
    private readonly string? code;

    /// <summary>Names a unit.</summary>
    /// <param name="code">Its code, case counts; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is null or blank.</exception>
    public UnitOfMeasure(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        this.code = code == "EA" ? null : code;
    }

    /// <summary>A single item, as the customer buys it.</summary>
    public static UnitOfMeasure Each => default;

    /// <summary>A kilogram.</summary>
    public static UnitOfMeasure Kilogram { get; } = new("KG");

    /// <summary>A litre.</summary>
    public static UnitOfMeasure Litre { get; } = new("L");

    /// <summary>A case; how many items it holds is a matter of the item, see <see cref="ItemUnits"/>.</summary>
    public static UnitOfMeasure Case { get; } = new("CASE");

    /// <summary>The code.</summary>
    public string Code => code ?? "EA";

    /// <summary>The code.</summary>
    /// <returns><see cref="Code"/>.</returns>
    public override string ToString() => Code;
}
