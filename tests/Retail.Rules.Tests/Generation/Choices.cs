using System;
using System.Collections.Generic;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

/// <summary>What is left open, decided by a seed: the same seed makes the same ruleset and facts. Not thread-safe.</summary>
internal sealed class Choices(int seed)
{
    private readonly Random random = new(seed);
    private int names;

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public int Between(int low, int high) => random.Next(low, high + 1);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Of<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of some ways to go on.</summary>
    public T Try<T>(params Func<T>[] ways) => Of(ways)();

    /// <summary>Mostly an everyday number, sometimes one at the limits.</summary>
    public decimal Number() => Of(Chance(4) ? Vocabulary.ExtremeNumbers : Vocabulary.Numbers);

    /// <summary>Mostly an everyday date, sometimes one at the limits.</summary>
    public DateTime Date() => Of(Chance(2) ? Vocabulary.ExtremeDates : Vocabulary.Dates);

    /// <summary>A window that begins, ends, or both, on everyday dates.</summary>
    public EffectiveWindow Window()
    {
        var day = Of(Vocabulary.Dates);
        return Try(
            () => new EffectiveWindow { From = Syntax.Date(day) },
            () => new EffectiveWindow { Until = Syntax.Date(day) },
            () => new EffectiveWindow { From = Syntax.Date(day), Until = Syntax.Date(day.AddDays(Between(1, 400))) });
    }

    /// <summary>A name that nothing else has.</summary>
    public string NewName(string prefix) => prefix + "_" + ++names;
}
