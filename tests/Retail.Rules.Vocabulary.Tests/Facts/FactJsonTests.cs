using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests.Facts;

/// <summary>The JSON contracts of facts: nothing is lost, nothing is read that was not meant.</summary>
[TestFixture]
internal sealed class FactJsonTests
{
    private const string Line = """{ "sku": "S", "mechanic": "price", "announced": true """;

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public void What_is_written_is_read_back(int seed)
    {
        var generator = new FactGenerator(seed);
        foreach (var type in FactTypes.WithContract.Where(type => type != typeof(Quantity)))
        {
            var fact = generator.Make(type);
            var json = Write(fact, type);
            var read = Read(json, type);

            Assert.That(read, Is.EqualTo(fact), json);
            Assert.That(Write(read, type), Is.EqualTo(json));
        }
    }

    [TestCase("2026-08-04T14:05:00")]
    [TestCase("2026-08-04T14:05:00.5")]
    [TestCase("2026-08-04")]
    public void An_instant_without_an_offset_is_refused(string at) =>
        Assert.That(
            () => JsonSerializer.Deserialize($$"""{ "role": "CFO", "by": "m.ito", "at": "{{at}}" }""", VocabularyJson.Default.Approval),
            Throws.TypeOf<JsonException>().With.Message.Contains("an instant is written with its offset, like 2026-10-16T06:00:00Z"));

    [Test]
    public void Every_record_of_facts_has_a_contract() =>
        Assert.That(FactTypes.DeclaredRecords, Is.SubsetOf(FactTypes.WithContract.Select(type => type.Name)));

    /// <summary>As STJ would set what is missing to the default of its type, whatever the initializer says, no member may have another default.</summary>
    [Test]
    public void A_member_that_is_left_out_has_the_value_that_a_new_record_has()
    {
        Assert.That(Read<SupplierFunding>("""{ "type": "scanback" }"""), Is.EqualTo(new SupplierFunding { Type = FundingType.Scanback }));
        Assert.That(Read<SupplierFunding>("""{ "type": "scanback" }""").RateUnit, Is.EqualTo(UnitOfMeasure.Each));
        Assert.That(Read<Promotion>(Promotion("")).Funding, Is.Empty);
        foreach (var member in FactTypes.WithContract.SelectMany(FactTypes.MembersOf).Where(member => member.DeclaringType != typeof(InstantInterval) && member.PropertyType.IsValueType))
            Assert.That(member.GetValue(Activator.CreateInstance(member.ReflectedType!)), Is.EqualTo(Nullable.GetUnderlyingType(member.PropertyType) is null ? Activator.CreateInstance(member.PropertyType) : null), member.ToString());
    }

    [TestCase(Line + "}", "")]
    [TestCase(Line + ", \"promoPrice\": null, \"participation\": \"0.7\" }", "")]
    [TestCase("""{ "sku": "S", "mechanic": "price" }""", "JSON deserialization for type 'Retail.Rules.Vocabulary.PromotionLine' was missing required properties including: 'announced'.")]
    [TestCase(Line + ", \"promoprice\": 1 }", "The JSON property 'promoprice' could not be mapped to any .NET member contained in type 'Retail.Rules.Vocabulary.PromotionLine'.")]
    [TestCase(Line + ", \"sku\": \"T\" }", "Duplicate property 'sku' encountered during deserialization of type 'Retail.Rules.Vocabulary.PromotionLine'.")]
    [TestCase("""{ "sku": null, "mechanic": "price", "announced": true }""", "The constructor parameter 'Sku' on type 'Retail.Rules.Vocabulary.PromotionLine' doesn't allow null values.")]
    [TestCase("""{ "sku": "S", "mechanic": "Price", "announced": true }""", "`Price` is not one of `price`, `pct`, `amount`, `bogof`, `xfory`, `extra_free`, `multibuy`, `mixMatch`, `threshold`, `gift`, `coupon`, `loyalty`, `markdown`")]
    [TestCase("""{ "sku": "S", "mechanic": 0, "announced": true }""", "expected the name of one of `price`")]
    [TestCase(Line + ", \"promoPrice\": 2.50 }", "expected money, such as { \"amount\": 2.50, \"currency\": \"EUR\" }")]
    [TestCase(Line + ", \"promoPrice\": { \"currency\": \"EUR\" } }", "expected money, such as { \"amount\": 2.50, \"currency\": \"EUR\" }")]
    [TestCase(Line + ", \"promoPrice\": { \"amount\": 2.50 } }", "expected money, such as { \"amount\": 2.50, \"currency\": \"EUR\" }")]
    [TestCase(Line + ", \"promoPrice\": { \"amount\": 2.50, \"amount\": 2, \"currency\": \"EUR\" } }", "expected money, such as { \"amount\": 2.50, \"currency\": \"EUR\" }")]
    [TestCase(Line + ", \"promoPrice\": { \"amount\": 2.50, \"currency\": \"euro\" } }", "a currency is three capital letters of ISO 4217, such as EUR, not `euro`")]
    [TestCase(Line + ", \"promoPrice\": { \"amount\": 1e40, \"currency\": \"EUR\" } }", "expected a number that a decimal holds")]
    [TestCase(Line + ", \"pct\": \"25%\" }", "expected a number that a decimal holds")]
    [TestCase(Line + ", \"maxPerCustomer\": { \"unit\": \"EA\" } }", "expected a quantity, such as { \"value\": 12, \"unit\": \"EA\" }")]
    [TestCase(Line + ", \"maxPerCustomer\": { \"value\": 2, \"unit\": \" \" } }", "a unit of measure is a text that is not blank, such as \"EA\"")]
    public void Reading_is_strict(string json, string problem)
    {
        if (problem.Length == 0)
            Assert.That(Read<PromotionLine>(json).Sku, Is.EqualTo("S"));
        else
            Assert.That(() => Read<PromotionLine>(json), Throws.InstanceOf<JsonException>().With.Message.StartsWith(problem));
    }

    [TestCase("""{ "id": "C", "business": false, "avoid": ["milk", null] }""", "a set of texts has no other items, and no blank ones")]
    [TestCase("""{ "id": "C", "business": false, "avoid": "milk" }""", "expected an array of texts")]
    public void A_set_holds_texts(string json, string problem) =>
        Assert.That(() => Read<Customer>(json), Throws.InstanceOf<JsonException>().With.Message.StartsWith(problem));

    [TestCase("[null]", "a list of facts has no null items")]
    [TestCase("{}", "expected an array")]
    public void A_list_holds_no_nulls(string channels, string problem) =>
        Assert.That(() => Read<RegionScope>("""{ "region": "NE", "stores": """ + channels + "}"), Throws.InstanceOf<JsonException>().With.Message.StartsWith(problem));

    [TestCase("\"06:00\"", 6, 0, 0)]
    [TestCase("\"23:59:59\"", 23, 59, 59)]
    public void A_time_of_day_has_seconds_only_where_it_needs_them(string open, int hour, int minute, int second)
    {
        var json = """{"from":"2026-09-02","to":"2026-09-15","open":""" + open + ""","timeZone":"Europe/Berlin"}""";
        Assert.That(Read<LocalWindow>(json).Open, Is.EqualTo(new TimeOnly(hour, minute, second)));
        Assert.That(Write(Read<LocalWindow>(json), typeof(LocalWindow)), Is.EqualTo(json));
    }

    [TestCase("\"6:00\"")]
    [TestCase("\"24:00\"")]
    [TestCase("6")]
    public void A_time_of_day_is_written_in_one_way(string open) =>
        Assert.That(() => Read<LocalWindow>("""{"from":"2026-09-02","to":"2026-09-15","open":""" + open + ""","timeZone":"UTC"}"""), Throws.InstanceOf<JsonException>().With.Message.StartsWith("a time of day is written like \"06:00\""));

    [Test]
    public void An_interval_that_ends_before_it_starts_is_refused() =>
        Assert.That(() => Read<InstantInterval>("""{"start":"2026-09-02T00:00:00Z","end":"2026-09-01T00:00:00Z"}"""), Throws.ArgumentException.Or.InstanceOf<JsonException>());

    /// <summary>Written by hand: what a host sends and what a log holds.</summary>
    [Test]
    public void A_promotion_reads_and_writes_as_the_page_says()
    {
        var promotion = new Promotion
        {
            Id = "P-1",
            Revision = 2,
            Status = PromotionStatus.Submitted,
            Window = new LocalWindow { From = new DateOnly(2026, 9, 2), To = new DateOnly(2026, 9, 15), Open = new TimeOnly(6, 0), TimeZone = "Europe/Berlin" },
            Submitted = new DateOnly(2026, 8, 3),
            Regions = [new RegionScope { Region = "DE" }],
            Channels = ["store"],
            Lines =
            [
                new PromotionLine
                {
                    Sku = "S1", Mechanic = Mechanic.XForY, GetQty = 3, PayQty = 2, Participation = Percent.FromPoints(70), MaxPerCustomer = Quantity.Each(6), Announced = true,
                },
            ],
            Funding =
            [
                new SupplierFunding
                {
                    Id = "F1", Type = FundingType.Scanback, Status = AgreementStatus.Signed, From = new DateOnly(2026, 8, 20), To = new DateOnly(2026, 9, 20),
                    Rate = new Money(0.25m, new Currency("EUR")), Treatment = AccountingTreatment.CogsReduction,
                },
            ],
        };
        const string Json = """
            {"id":"P-1","revision":2,"status":"submitted","window":{"from":"2026-09-02","to":"2026-09-15","open":"06:00","timeZone":"Europe/Berlin"},
            "submitted":"2026-08-03","emergency":false,"regions":[{"region":"DE"}],"channels":["store"],
            "lines":[{"sku":"S1","mechanic":"xfory","getQty":3,"payQty":2,"participation":0.7,"maxPerCustomer":{"value":6,"unit":"EA"},"announced":true}],
            "funding":[{"id":"F1","type":"scanback","status":"signed","from":"2026-08-20","to":"2026-09-20","rate":{"amount":0.25,"currency":"EUR"},"rateUnit":"EA",
            "capBasis":"amount","proofPlan":false,"distinctService":false,"treatment":"COGS_REDUCTION"}],"stackable":false,"clearance":false}
            """;

        Assert.That(JsonSerializer.Serialize(promotion, VocabularyJson.Default.Promotion), Is.EqualTo(Json.ReplaceLineEndings("")));
        Assert.That(JsonSerializer.Deserialize(Json, VocabularyJson.Default.Promotion), Is.EqualTo(promotion));
    }

    /// <summary>An example of every type with every member, written by hand: a change of it is a change for every host.</summary>
    [TestCaseSource(typeof(FactTypes), nameof(FactTypes.WithContract))]
    public void The_example_of_a_type_reads_and_writes_unchanged(Type type)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests/Retail.Rules.Vocabulary.Tests/Facts/facts.golden.json");
        using var examples = JsonDocument.Parse(File.ReadAllText(path));
        var example = examples.RootElement.GetProperty(FactTypes.NameOf(type));

        var written = JsonDocument.Parse(Write(Read(example.GetRawText(), type), type)).RootElement;

        Assert.That(Flatten(written), Is.EqualTo(Flatten(example)));
        Assert.That(example.EnumerateObject().Select(member => member.Name), Is.SupersetOf(FactTypes.MembersOf(type).Select(FactTypes.NameOf)));
    }

    private static string Promotion(string more) =>
        """{"id":"P","revision":1,"status":"draft","window":{"from":"2026-09-02","to":"2026-09-15","timeZone":"UTC"},"submitted":"2026-08-03","regions":[],"channels":[],"lines":[]""" + more + "}";

    /// <summary>The document without white space, every digit as written.</summary>
    private static string Flatten(JsonElement json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Write(object fact, Type type) => JsonSerializer.Serialize(fact, VocabularyJson.Default.GetTypeInfo(type)!);

    private static object Read(string json, Type type) => JsonSerializer.Deserialize(json, VocabularyJson.Default.GetTypeInfo(type)!)!;

    private static T Read<T>(string json) => (T)Read(json, typeof(T));
}
