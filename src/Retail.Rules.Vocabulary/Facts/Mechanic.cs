using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>How a promotion lowers what the customer pays. In rules and JSON by the names that merchants' files use: <c>price</c>, <c>pct</c>, <c>xfory</c>, <c>extra_free</c>.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<Mechanic>))]
public enum Mechanic
{
    /// <summary>A price in place of the regular one.</summary>
    Price,

    /// <summary>A percent off the regular price.</summary>
    Pct,

    /// <summary>An amount off the regular price.</summary>
    Amount,

    /// <summary>Buy one, get one free.</summary>
    Bogof,

    /// <summary>X for the price of Y: three for two.</summary>
    [FactName("xfory")]
    XForY,

    /// <summary>More in the pack for the same price.</summary>
    [FactName("extra_free")]
    ExtraFree,

    /// <summary>A number of the same item for one price: two for 5.00.</summary>
    Multibuy,

    /// <summary>A number of items of a group, of which the cheapest is free or the whole has one price.</summary>
    MixMatch,

    /// <summary>An amount or percent off once the basket reaches a value.</summary>
    Threshold,

    /// <summary>Another item for nothing.</summary>
    Gift,

    /// <summary>An amount or percent off for who hands in a coupon.</summary>
    Coupon,

    /// <summary>A price for members of the loyalty scheme.</summary>
    Loyalty,

    /// <summary>A lower price that does not return: clearance.</summary>
    Markdown,
}
