using System;

namespace Retail.Rules.Vocabulary;

/// <summary>Two currencies met where only one makes sense. A mistake of the program, not of the facts: convert at a stated rate first.</summary>
public sealed class CurrencyMismatchException : InvalidOperationException
{
    /// <summary>Names the two.</summary>
    /// <param name="expected">The currency of the first amount.</param>
    /// <param name="actual">The other.</param>
    public CurrencyMismatchException(Currency expected, Currency actual)
        : base("an amount in " + actual + " meets one in " + expected + "; convert it at a stated rate first")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The currency of the first amount.</summary>
    public Currency Expected { get; }

    /// <summary>The currency that met it.</summary>
    public Currency Actual { get; }
}
