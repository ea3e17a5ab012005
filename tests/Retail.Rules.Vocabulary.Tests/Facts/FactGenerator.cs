using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Retail.Rules.Vocabulary.Tests.Facts;

/// <summary>Makes facts of any type from a seed, every member by its type, members that may be null now and then null.</summary>
internal sealed class FactGenerator
{
    private static readonly string[] Texts = ["a", "HG-1001", "Zürich", "\"quoted\"", "milk.semi", "<&>", "日本"];
    private static readonly decimal[] Numbers = [0m, 1m, -0.05m, 1.50m, 0.3333333333333333333333333333m];

    private readonly Random random;
    private readonly NullabilityInfoContext nullability = new();

    public FactGenerator(int seed) => random = new Random(seed);

    /// <summary>Whether to keep to what facts of rules admit without a word: no blank texts, no odd percents, no more than 28 digits.</summary>
    public bool IsPlain { get; init; }

    public object Make(Type type)
    {
        if (type == typeof(InstantInterval))
            return new InstantInterval(Instant(), DateTimeOffset.MaxValue);
        var fact = Activator.CreateInstance(type)!;
        foreach (var member in FactTypes.MembersOf(type))
            member.SetValue(fact, MayBeNull(member) && random.Next(3) == 0 ? null : Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType));
        return fact;
    }

    private bool MayBeNull(PropertyInfo member) => nullability.Create(member).WriteState == NullabilityState.Nullable;

    private object Value(Type type)
    {
        if (type.IsEnum)
            return Pick(Enum.GetValues(type).Cast<object>().ToArray());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return List(type.GetGenericArguments()[0]);
        return type.Name switch
        {
            nameof(String) => IsPlain ? Pick(Texts) : Pick([.. Texts, " "]),
            nameof(Boolean) => random.Next(2) == 0,
            nameof(Int32) => random.Next(-5, 5000),
            nameof(Int64) => random.NextInt64(),
            nameof(Decimal) => Number(),
            nameof(DateOnly) => DateOnly.MinValue.AddDays(random.Next(DateOnly.MaxValue.DayNumber)),
            nameof(TimeOnly) => new TimeOnly(random.Next(3) switch { 0 => 0, 1 => random.Next(1440) * TimeSpan.TicksPerMinute, _ => random.NextInt64(TimeSpan.TicksPerDay) }),
            nameof(DateTimeOffset) => Instant(),
            nameof(Money) => new Money(Number(), new Currency(Pick(["EUR", "JPY", "KWD"]))),
            nameof(Percent) => Percent.FromFraction(Number()),
            nameof(Quantity) => new Quantity(Number(), Unit()),
            nameof(UnitOfMeasure) => Unit(),
            nameof(TextSet) => new TextSet(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Texts))),
            _ => Make(type),
        };
    }

    private object List(Type item)
    {
        var items = Array.CreateInstance(item, random.Next(3));
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Value(item), i);
        return Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(item), [items])!;
    }

    private DateTimeOffset Instant() => new(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromHours(random.Next(-12, 15)));

    private decimal Number() => IsPlain ? Pick(Numbers) : Pick([.. Numbers, 12_500.10m, 79228162514264337593543950335m]);

    private UnitOfMeasure Unit() => new(Pick(["EA", "KG", "CASE", "bundle"]));

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
