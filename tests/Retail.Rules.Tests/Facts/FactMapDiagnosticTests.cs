using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;

namespace Retail.Rules.Tests.Facts;

public class FactMapDiagnosticTests
{
    private static string[] Found<T>(RuleSet rules)
    {
        var result = rules.MapFacts<T>();
        Assert.That(result.Map is null, Is.EqualTo(result.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error)));
        return result.Diagnostics.Select(found => found.ToString()).ToArray();
    }

    private sealed class Promotion<T>
    {
        public T PromoPrice { get; set; } = default!;
    }

    private ref struct OnStackOnly;

    private sealed class OnStack
    {
        public OnStackOnly PromoPrice => default;
    }

    private static string[] Found(string type, Type property)
    {
        var rules = new Rules().Enum("Country", "GB", "FR").Type("Line", "sku: text", "packs: number?").Input("promoPrice: " + type).Compile();
        var found = new Func<RuleSet, string[]>(Found<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(typeof(Promotion<>).MakeGenericType(property));
        return (string[])found.Invoke(null, [rules])!;
    }

    [TestCase("money", typeof(double), "`promoPrice` is money and Promotion<double>.PromoPrice is a double. a double is not exact: declare it as decimal")]
    [TestCase("number", typeof(float?), "`promoPrice` is a number and Promotion<float?>.PromoPrice is a float?. a float is not exact: declare it as decimal")]
    [TestCase("money?", typeof(string), "`promoPrice` is money and Promotion<string>.PromoPrice is a string. declare it as decimal")]
    [TestCase("money", typeof(DayOfWeek), "`promoPrice` is money and Promotion<DayOfWeek>.PromoPrice is a DayOfWeek. declare it as decimal")]
    [TestCase("money", typeof(object), "`promoPrice` is money and Promotion<object>.PromoPrice is an object. declare it as decimal")]
    [TestCase("percent", typeof(int), "`promoPrice` is a percent and Promotion<int>.PromoPrice is an int. declare it as decimal and give fractions: 0.25 is 25%")]
    [TestCase("date", typeof(DateTimeOffset), "`promoPrice` is a date and Promotion<DateTimeOffset>.PromoPrice is a DateTimeOffset. declare it as DateTime")]
    [TestCase("instant", typeof(DateOnly), "`promoPrice` is an instant and Promotion<DateOnly>.PromoPrice is a DateOnly. declare it as DateTimeOffset")]
    [TestCase("duration", typeof(int), "`promoPrice` is a duration and Promotion<int>.PromoPrice is an int. declare it as TimeSpan")]
    [TestCase("boolean", typeof(string), "`promoPrice` is true or false and Promotion<string>.PromoPrice is a string. declare it as bool")]
    [TestCase("text", typeof(Guid), "`promoPrice` is text and Promotion<Guid>.PromoPrice is a Guid. declare it as string")]
    [TestCase("Country", typeof(int), "`promoPrice` is a Country and Promotion<int>.PromoPrice is an int. declare it as string or a C# enum")]
    [TestCase("list of money", typeof(double[]), "`promoPrice` is a list of money and Promotion<double[]>.PromoPrice is a double[]. a double is not exact: declare it as a list of decimal")]
    [TestCase("list of percent", typeof(List<int>), "`promoPrice` is a list of percent and Promotion<List<int>>.PromoPrice is a List<int>. declare it as a list of decimal and give fractions: 0.25 is 25%")]
    [TestCase("list of money", typeof(decimal[,]), "`promoPrice` is a list of money and Promotion<decimal[,]>.PromoPrice is a decimal[,]. declare it as a list of decimal")]
    [TestCase("list of text", typeof(string), "`promoPrice` is a list of text and Promotion<string>.PromoPrice is a string. declare it as a list of string")]
    [TestCase("Line", typeof(string), "`promoPrice` is a Line and Promotion<string>.PromoPrice is a string. declare it as a class or struct with the properties sku, packs")]
    [TestCase("Line", typeof(Dictionary<string, int>), "`promoPrice` is a Line and Promotion<Dictionary<string, int>>.PromoPrice is a Dictionary<string, int>. declare it as a class or struct with the properties sku, packs")]
    [TestCase("list of Line", typeof(Version[]), "`promoPrice` is a list of Line and Promotion<Version[]>.PromoPrice is a Version[]. declare it as a list of a class or struct with the properties sku, packs")]
    public void A_property_of_the_wrong_type_is_named_with_the_type_to_declare(string type, Type property, string message) =>
        Assert.That(Found(type, property), Is.EqualTo(new[] { "rules(2,7): error RR0501: " + message }));

    private sealed class Misspelt
    {
        public decimal PromoPrize { get; set; }

        public string? Weather { get; set; }

        public decimal? Capp { get; set; }
    }

    [Test]
    public void A_required_fact_without_a_property_is_an_error_and_the_nearest_name_is_suggested()
    {
        var rules = new Rules().Input("promoPrice: money", "cost: money").InputWithDefault("packs: number", Rules.Number(6m)).Input("depth: percent?").Compile();
        Assert.That(Found<Misspelt>(rules), Is.EqualTo(new[]
        {
            "rules(2,7): error RR0502: `promoPrice` is required and Misspelt has no property for it. did you mean `PromoPrize`? mark it `[FactName(\"promoPrice\")]`",
            "rules(3,7): error RR0502: `cost` is required and Misspelt has no property for it. add one, or mark the one that gives it `[FactName(\"cost\")]`",
        }));
    }

    [Test]
    public void An_optional_fact_without_a_property_is_fine_unless_one_is_called_almost_like_it()
    {
        var rules = new Rules().Input("promoPrize: money", "cap: money?", "depth: percent?").Compile();
        Assert.That(Found<Misspelt>(rules), Is.EqualTo(new[]
        {
            "rules(3,7): warning RR0505: Misspelt has no property for `cap`, so it is never known. did you mean `Capp`? mark it `[FactName(\"cap\")]`",
        }));
    }

    [Test]
    public void A_fact_that_nothing_reads_needs_no_property() =>
        Assert.That(Found<Misspelt>(new Rules().UnreadInput("cost: money").Input("weather: text?").Compile()), Is.Empty);

    private sealed class Twice
    {
        public decimal Price { get; set; }

        [FactName("price")]
        public decimal Regular { get; set; }
    }

    private sealed class TwiceByCase
    {
        public decimal Price { get; set; }

        public decimal price { get; set; }
    }

    [Test]
    public void Two_properties_for_one_fact_are_an_error()
    {
        var rules = new Rules().Input("price: money").Compile();
        Assert.That(Found<Twice>(rules), Is.EqualTo(new[] { "rules(2,7): error RR0503: `price` is given by Twice.Price and Twice.Regular. keep one of them: mark the others `[FactName(\"...\")]` with another name" }));
        Assert.That(Found<TwiceByCase>(rules), Is.EqualTo(new[] { "rules(2,7): error RR0503: `price` is given by TwiceByCase.Price and TwiceByCase.price. keep one of them: mark the others `[FactName(\"...\")]` with another name" }));
    }

    [Test]
    public void Facts_that_differ_by_case_only_take_the_properties_of_their_very_names() =>
        Assert.That(Found<TwiceByCase>(new Rules().Input("price: money", "Price: money").Compile()), Is.Empty);

    private enum Market
    {
        GB,
        France,
        None,
    }

    private enum Misspelling
    {
        GBB,
        FR,
    }

    private sealed class Markets
    {
        public Market Home { get; set; }

        public Market[] Others { get; set; } = [];

        public Misspelling Odd { get; set; }
    }

    [Test]
    public void A_CSharp_enum_with_members_that_a_closed_enum_lacks_is_reported_once()
    {
        var rules = new Rules().Enum("Country", "GB", "FR").Input("home: Country", "others: list of Country", "odd: Country?").Compile();
        Assert.That(Found<Markets>(rules), Is.EqualTo(new[]
        {
            "rules(2,7): error RR0504: `home` is a Country, which does not have Market.France, Market.None. members are GB, FR; mark C# members `[FactName(\"...\")]` with theirs, make `Country` an open enum, or leave the property null for no value",
            "rules(4,7): error RR0504: `odd` is a Country, which does not have Misspelling.GBB. did you mean `GB`? mark the C# member `[FactName(\"GB\")]`",
        }));
    }

    private sealed class Funding
    {
        public double Rate { get; set; }

        public string? Idd { get; set; }
    }

    private sealed class Funded
    {
        public Funding[] Funding { get; set; } = [];

        public Funding? Main { get; set; }
    }

    [Test]
    public void Mistakes_in_the_type_of_a_record_are_reported_once_with_their_path()
    {
        var rules = new Rules().Type("Agreement", "id: text", "rate: percent?", "cap: money?").Input("funding: list of Agreement", "main: Agreement?").Compile();
        Assert.That(Found<Funded>(rules), Is.EqualTo(new[]
        {
            "rules(2,7): error RR0502: `funding.id` is required and Funding has no property for it. did you mean `Idd`? mark it `[FactName(\"id\")]`",
            "rules(2,7): error RR0501: `funding.rate` is a percent and Funding.Rate is a double. a double is not exact: declare it as decimal and give fractions: 0.25 is 25%",
        }));
    }

    [Test]
    public void What_has_no_properties_of_its_own_cannot_be_mapped()
    {
        var rules = new Rules().Input("price: money").Compile();
        const string UseObject = ". use a class, record, struct or interface with a property for each fact";
        Assert.That(Found<int>(rules), Is.EqualTo(new[] { "rules(1,9): error RR0506: facts cannot be read from an int" + UseObject }));
        Assert.That(Found<object>(rules), Is.EqualTo(new[] { "rules(1,9): error RR0506: facts cannot be read from an object" + UseObject }));
        Assert.That(Found<int?>(rules), Is.EqualTo(new[] { "rules(1,9): error RR0506: facts cannot be read from an int?" + UseObject }));
        Assert.That(Found<Dictionary<string, object>>(rules), Is.EqualTo(new[]
        {
            "rules(1,9): error RR0506: facts cannot be read from a Dictionary<string, object>. map the type of one set of facts; dictionaries go through `FactSet.FromDictionary`",
        }));
    }

    [Test]
    public void A_property_that_no_generic_code_can_read_does_not_count() =>
        Assert.That(Found<OnStack>(new Rules().Input("promoPrice: money").Compile()), Is.EqualTo(new[]
        {
            "rules(2,7): error RR0502: `promoPrice` is required and OnStack has no property for it. add one, or mark the one that gives it `[FactName(\"promoPrice\")]`",
        }));

    [Test]
    public void Whoever_cannot_go_on_without_a_map_gets_an_exception_that_lists_the_errors()
    {
        var result = new Rules().Input("price: money").Compile().MapFacts<Twice>();
        Assert.That(() => result.GetValueOrThrow(), Throws.InstanceOf<RuleSetException>().With.Message.EqualTo(result.Diagnostics[0].ToString()));
    }
}
