using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using FsCheck;
using NUnit.Framework;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Facts;

/// <summary>The same facts give the same decision, hash included, from whichever source they come.</summary>
[TestFixture]
public class SourcesAgreeTests
{
    private static readonly RuleSet Book = new Rules()
        .Enum("Country", "GB", "FR", "IE")
        .TypeWithDefault("Funding", "packs: number", Rules.Number(6m), "id: text", "rate: percent?")
        .Input("price: money", "depth: percent?", "units: number", "start: date", "launch: instant?", "lead: duration", "pgc: boolean?", "note: text?", "country: Country", "markets: list of Country", "skus: list of text?", "funding: list of Funding", "main: Funding?")
        .Compile();

    private static readonly FactMap<FactsClass> ClassMap = Book.MapFacts<FactsClass>().GetValueOrThrow();
    private static readonly FactMap<FactsStruct> StructMap = Book.MapFacts<FactsStruct>().GetValueOrThrow();
    private static readonly FactMap<IFacts> InterfaceMap = Book.MapFacts<IFacts>().GetValueOrThrow();

    private enum Market
    {
        Gb,
        Fr,
        Ie,
    }

    private interface IFacts
    {
        decimal? Price { get; }

        decimal? Depth { get; }

        long Units { get; }

        DateTime Start { get; }

        DateTimeOffset? Launch { get; }

        TimeSpan Lead { get; }

        bool? Pgc { get; }

        string? Note { get; }

        string? Country { get; }

        IEnumerable<Market> Markets { get; }

        string?[]? Skus { get; }

        IReadOnlyList<FundingClass?> Funding { get; }

        FundingClass? Main { get; }
    }

    private sealed class FundingClass
    {
        public decimal? Packs { get; init; }

        public string? Id { get; init; }

        public decimal? Rate { get; init; }
    }

    private struct FundingStruct
    {
        public int? Packs { get; init; }

        public string? Id { get; init; }

        public decimal? Rate { get; init; }
    }

    private sealed class FactsClass : IFacts
    {
        public decimal? Price { get; init; }

        public decimal? Depth { get; init; }

        public long Units { get; init; }

        public DateTime Start { get; init; }

        public DateTimeOffset? Launch { get; init; }

        public TimeSpan Lead { get; init; }

        public bool? Pgc { get; init; }

        public string? Note { get; init; }

        public string? Country { get; init; }

        public IEnumerable<Market> Markets { get; init; } = [];

        public string?[]? Skus { get; init; }

        public IReadOnlyList<FundingClass?> Funding { get; init; } = [];

        public FundingClass? Main { get; init; }
    }

    private readonly struct FactsStruct
    {
        public decimal? Price { get; init; }

        public decimal? Depth { get; init; }

        public decimal Units { get; init; }

        public DateOnly Start { get; init; }

        public DateTime? Launch { get; init; }

        public TimeSpan Lead { get; init; }

        public bool? Pgc { get; init; }

        public string? Note { get; init; }

        public string? Country { get; init; }

        public List<string> Markets { get; init; }

        public IEnumerable<string?>? Skus { get; init; }

        public FundingStruct?[] Funding { get; init; }

        public FundingStruct? Main { get; init; }
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void JSON_dictionary_class_struct_and_interface_give_the_same_decision(
        decimal? price, decimal? depth, int units, DateTime start, int? minutes, bool? pgc, string? note, byte country, byte[] markets, string?[]? skus, (int?, string?, decimal?)?[] funding)
    {
        var texts = (skus ?? []).Concat(funding.Select(item => item?.Item2)).Append(note);
        if (texts.Any(text => text is not null && text.Any(char.IsSurrogate)))
            return;
        var names = new[] { "GB", "FR", "IE", "DE", "" };
        if (units % 3 != 0)
        {
            // Without what makes decisions incomplete, so that most are not.
            skus = skus?.Where(sku => !string.IsNullOrWhiteSpace(sku)).ToArray();
            funding = funding.Where(item => !string.IsNullOrWhiteSpace(item?.Item2)).ToArray();
            country %= 3;
            price ??= 2.50m;
        }
        var launch = minutes is null ? null : (DateTime?)new DateTime(2026, 10, 16, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes.Value % 100_000);
        var lead = TimeSpan.FromMinutes(units);
        var main = funding.FirstOrDefault();
        var facts = new FactsClass
        {
            Price = price,
            Depth = depth,
            Units = units,
            Start = start.Date,
            Launch = launch is null ? null : new DateTimeOffset(launch.Value).ToOffset(TimeSpan.FromHours(2)),
            Lead = lead,
            Pgc = pgc,
            Note = note,
            Country = names[country % names.Length],
            Markets = markets.Select(market => (Market)(market % 3)),
            Skus = skus,
            Funding = funding.Select(OfClass).ToArray(),
            Main = OfClass(main),
        };
        var same = new FactsStruct
        {
            Price = price,
            Depth = depth,
            Units = units,
            Start = DateOnly.FromDateTime(start),
            Launch = launch,
            Lead = lead,
            Pgc = pgc,
            Note = note,
            Country = names[country % names.Length],
            Markets = markets.Select(market => names[market % 3]).ToList(),
            Skus = skus?.Select(sku => sku),
            Funding = funding.Select(OfStruct).ToArray(),
            Main = OfStruct(main),
        };
        var dictionary = new Dictionary<string, object?>
        {
            ["main"] = OfDictionary(main),
            ["funding"] = funding.Select(OfDictionary),
            ["skus"] = skus,
            ["markets"] = markets.Select(market => names[market % 3]).ToArray(),
            ["country"] = names[country % names.Length],
            ["note"] = note,
            ["pgc"] = pgc,
            ["lead"] = System.Xml.XmlConvert.ToString(lead),
            ["launch"] = launch?.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["start"] = start.ToString("yyyy-MM-dd"),
            ["units"] = units,
            ["depth"] = depth,
            ["price"] = price,
        };

        var decision = Book.Evaluate(ClassMap, facts).ToJson();
        Assert.That(Book.Evaluate(StructMap, same).ToJson(), Is.EqualTo(decision), "struct");
        Assert.That(Book.Evaluate(InterfaceMap, facts).ToJson(), Is.EqualTo(decision), "interface");
        Assert.That(Book.Evaluate(FactSet.FromDictionary(dictionary)).ToJson(), Is.EqualTo(decision), "dictionary");
        Assert.That(Book.Evaluate(FactSet.FromJson(JsonSerializer.Serialize(dictionary))).ToJson(), Is.EqualTo(decision), "JSON");
    }

    private static FundingClass? OfClass((int? Packs, string? Id, decimal? Rate)? item) =>
        item is not { } known ? null : new FundingClass { Packs = known.Packs, Id = known.Id, Rate = known.Rate };

    private static FundingStruct? OfStruct((int? Packs, string? Id, decimal? Rate)? item) =>
        item is not { } known ? null : new FundingStruct { Packs = known.Packs, Id = known.Id, Rate = known.Rate };

    private static Dictionary<string, object?>? OfDictionary((int? Packs, string? Id, decimal? Rate)? item) =>
        item is not { } known ? null : new Dictionary<string, object?> { ["packs"] = known.Packs, ["id"] = known.Id, ["rate"] = known.Rate };
}
