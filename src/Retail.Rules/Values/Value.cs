using System.Numerics;

namespace Retail.Rules.Values;

/// <summary>
/// A value of any type of the language; which one is known from the plan, not from the value. Immutable.
/// Numbers, percents and money are exact rationals; dates are day numbers, instants and durations ticks, all in <see cref="Numerator"/>,
/// so that one comparison serves them all. <c>default</c> is the number 0.
/// </summary>
/// <remarks>
/// A rational is <see cref="Numerator"/> / <see cref="Denominator"/> in decimals while both fit, and a <see cref="BigRational"/> in
/// <see cref="Reference"/> when they do not. A denominator of 0 stands for 1, so that whole decimals need none.
/// </remarks>
internal readonly struct Value
{
    private static readonly object UnknownMark = new();
    private static readonly object AbsentMark = new();

    public static readonly Value Unknown = new(UnknownMark);

    /// <summary>What the facts leave out, say null or leave blank; turned into a default or unknown before anything is evaluated.</summary>
    public static readonly Value Absent = new(AbsentMark);

    public static readonly Value True = new(1m);
    public static readonly Value False = default;

    public Value(decimal number)
    {
        Reference = null;
        Numerator = number;
        Denominator = 0m;
    }

    /// <summary>A fraction whose parts are exact decimals; the denominator is positive.</summary>
    public Value(decimal numerator, decimal denominator)
    {
        Reference = null;
        Numerator = numerator;
        Denominator = denominator;
    }

    public Value(object reference)
    {
        Reference = reference;
        Numerator = 0m;
        Denominator = 0m;
    }

    /// <summary>The text, list or record; a <see cref="BigRational"/>; the mark of unknown; null for a rational in decimals.</summary>
    public object? Reference { get; }

    public decimal Numerator { get; }

    public decimal Denominator { get; }

    public bool IsUnknown => ReferenceEquals(Reference, UnknownMark);

    public bool IsKnown => !ReferenceEquals(Reference, UnknownMark);

    public bool IsAbsent => ReferenceEquals(Reference, AbsentMark);

    /// <summary>The characters of a text or enum member.</summary>
    public string Text => (string)Reference!;

    /// <summary>The list or record.</summary>
    public Composite Composite => (Composite)Reference!;

    public bool Boolean => Numerator != 0m;

    public static Value Of(bool value) => value ? True : False;
}
