using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

/// <summary>Choices from a seed, the same on every run: the small parts that generated models are made of.</summary>
public sealed class RandomSource(int seed)
{
    private static readonly string[] NameParts =
        ["depth", "leadDays", "f", "item", "cap", "country", "GB", "pgc", "maxDepth", "coverage", "A14a", "_x", "été", "rule", "table", "min", "day", "pick2"];

    private static readonly string[] Texts =
        ["POS", "infant-formula", "say \"no\"", "a\\b", "two\nlines", "5 € off", "{braces}", "", "日本 😀", "// not a comment", "when", "tab\there"];

    private static readonly string[] Lines = ["", "note", "12 % of 3 \"units\"", "/ slash first", "ends in */ and // more", "é 😀", "{x}"];

    private readonly Random random = new(seed);

    public int Below(int limit) => random.Next(limit);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T One<T>(params T[] choices) => choices[random.Next(choices.Length)];

    public T? Maybe<T>(int percent, Func<T> make)
        where T : class =>
        Chance(percent) ? make() : null;

    public List<T> Many<T>(int atLeast, int atMost, Func<T> make) =>
        Enumerable.Range(0, atLeast + random.Next(atMost - atLeast + 1)).Select(_ => make()).ToList();

    public string NameText() => One(NameParts) + (Chance(50) ? "" : random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public string MemberText() => Chance(10) ? One("in", "any", "first", "not", "when") : NameText();

    public Identifier Name() => new() { Text = NameText() };

    public List<Identifier> Names(int atLeast) => Many(atLeast, atLeast + 2, Name);

    public string Text() => One(Texts);

    public Identifier Title() => new() { Text = Text() };

    public List<string> Comments() => Chance(20) ? Many(1, 3, () => One(Lines)) : [];

    public string? TrailingComment() => Maybe(15, () => One(Lines));

    public string? Documentation() => Maybe(20, () => string.Join("\n", Many(1, 3, () => One(Lines))));

    public TypeReference Type() => new()
    {
        IsList = Chance(25),
        Currency = Chance(20) ? new Identifier { Text = One("EUR", "PLN") } : null,
        Name = new Identifier { Text = Chance(60) ? One("money", "percent", "number", "date", "text", "boolean") : NameText() },
        IsOptional = Chance(25),
    };

    /// <summary>A number of 0 to 28 digits and any scale.</summary>
    public decimal Number() => One(
        0m, 1m, 2.50m, 0.00m, 100m, 25_000m, 0.000001m, 7_922_816_251_426_433_759.3543950335m, decimal.MaxValue,
        new decimal(random.Next(), 0, 0, false, (byte)random.Next(6)));

    public DateTime Date() => new DateTime(2020, 1, 1).AddDays(random.Next(4000));

    public DateTimeOffset Instant() => new(
        Date().AddTicks(One(0L, 6 * TimeSpan.TicksPerHour, 12_345 * TimeSpan.TicksPerSecond, 1_234_567L)),
        TimeSpan.FromMinutes(One(0, 60, -330, 345)));
}
