using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>Whether a channel substitutes by itself.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<SubstitutionMode>))]
public enum SubstitutionMode
{
    /// <summary>Yes; the customer is told and may refuse.</summary>
    Auto,

    /// <summary>It asks the customer first.</summary>
    Ask,

    /// <summary>No, unless a contract allows it.</summary>
    None,
}

/// <summary>What the customer pays for a substitute.</summary>
[JsonConverter(typeof(RuleEnumJsonConverter<SubstitutePricing>))]
public enum SubstitutePricing
{
    /// <summary>The lower of both prices; the retailer bears the rest.</summary>
    Protect,

    /// <summary>The price of the substitute.</summary>
    Recalc,
}

/// <summary>How a channel substitutes. Immutable and thread-safe.</summary>
/// <param name="Mode">Whether it does so by itself.</param>
/// <param name="Pricing">What the customer pays.</param>
/// <param name="Absorb">How much the retailer bears on one line; more is asked about.</param>
public sealed record SubstitutionPolicy(SubstitutionMode Mode, SubstitutePricing Pricing, Money Absorb)
{
    /// <summary>The usual policies of the substitution book.</summary>
    /// <param name="channel">delivery, collect, rapid, marketplace or b2b; null is unknown.</param>
    /// <param name="currency">The currency in which the limit is meant: the country's own.</param>
    /// <returns>For delivery: auto, protect, 2.00. Unknown (null) for any other channel, which then substitutes nothing.</returns>
    public static SubstitutionPolicy? Of(string? channel, Currency currency) => channel switch
    {
        "delivery" or "collect" => new(SubstitutionMode.Auto, SubstitutePricing.Protect, new Money(2.00m, currency)),
        "rapid" => new(SubstitutionMode.Ask, SubstitutePricing.Protect, new Money(1.00m, currency)),
        "marketplace" => new(SubstitutionMode.Ask, SubstitutePricing.Recalc, Money.Zero(currency)),
        "b2b" => new(SubstitutionMode.None, SubstitutePricing.Recalc, Money.Zero(currency)),
        _ => null,
    };

    /// <summary>Whether an order has so many substitutes already that the customer is asked about the next one (C28).</summary>
    /// <param name="subsSoFar">Lines substituted so far, from 0; null is unknown.</param>
    /// <param name="orderLines">Lines of the order, from 0; null is unknown.</param>
    /// <returns>From 5 on, or from a fifth of the lines, rounded down, if that is more: 6 of 34 lines. Unknown if an argument is.</returns>
    public static bool? IsOverLimit(int? subsSoFar, int? orderLines) =>
        subsSoFar is { } subs && orderLines is { } lines ? subs >= Math.Max(5m, decimal.Floor(0.2m * lines)) : null;
}
