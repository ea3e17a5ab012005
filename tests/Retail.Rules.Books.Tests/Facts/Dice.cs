using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Retail.Rules.Books.Tests.Facts;

/// <summary>Chance with a seed, so that every case can be had again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Chance(double probability) => random.NextDouble() < probability;

    public int Int(int lowest, int highest) => random.Next(lowest, highest + 1);

    public T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>A number of so many places.</summary>
    public decimal Number(decimal lowest, decimal highest, int places = 2) =>
        Math.Round(lowest + (highest - lowest) * random.Next(1_000_001) / 1_000_000m, places);

    /// <summary>The threshold itself, or a step to either side of it.</summary>
    public decimal Near(decimal threshold, decimal step) => threshold + step * Pick(-1, 0, 0, 1);

    public DateOnly Near(DateOnly day) => day.AddDays(Int(-1, 1));

    public T[] Some<T>(params T[] values) => values.Where(_ => Chance(0.5)).ToArray();
}

/// <summary>Facts under construction.</summary>
internal static class FactJson
{
    public static JsonNode Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Date(JsonObject facts, string name) => DateOnly.Parse(facts[name]!.GetValue<string>(), CultureInfo.InvariantCulture);

    public static JsonArray List(IEnumerable<JsonNode> items) => new(items.ToArray());

    public static JsonArray Texts(IEnumerable<string> items) => List(items.Select(item => (JsonNode)item));

    public static JsonElement ToElement(JsonNode facts) => JsonSerializer.SerializeToElement(facts);

    /// <summary>The number of a member; null if it is not there.</summary>
    public static decimal? Number(this JsonObject facts, string name) =>
        facts[name] is { } value ? Read(value) : null;

    /// <summary>A number, in quotes or not.</summary>
    public static decimal Read(JsonNode value) => decimal.Parse(value.ToJsonString().Trim('"'), CultureInfo.InvariantCulture);

    public static decimal Decimal(this JsonObject facts, string name) => facts.Number(name)!.Value;

    /// <summary>As near to an exact value as facts may state it.</summary>
    public static decimal Nearest(Ratio value)
    {
        var rounded = value.Round(12);
        return (decimal)rounded.Numerator / (decimal)rounded.Denominator;
    }

    /// <summary>Leaves members out, or sets them to null or blank; at every depth.</summary>
    public static void Lose(JsonObject facts, Dice dice, double probability)
    {
        foreach (var name in facts.Select(member => member.Key).ToArray())
        {
            if (dice.Chance(probability))
            {
                if (dice.Chance(0.5))
                    facts.Remove(name);
                else
                    facts[name] = dice.Chance(0.3) ? " " : null;
                continue;
            }
            if (facts[name] is JsonObject record)
                Lose(record, dice, probability);
            else if (facts[name] is JsonArray list)
            {
                foreach (var item in list.OfType<JsonObject>())
                    Lose(item, dice, probability);
            }
        }
    }
}
